#!/bin/sh
# Runs one command of the bot as the bot's own user, with the bot's own settings: sudo pbf-field-bot doctor
set -eu
root=${PBF_ROOT:-}
set -a
. "$root/etc/pbf-field-bot.env"
set +a
cd "$root/var/lib/pbf-field-bot"
if [ -n "$root" ]; then
  exec "$root/opt/pbf-field-bot/pbf-field-bot" "$@"
fi
exec runuser -u pbf-field-bot -- /opt/pbf-field-bot/pbf-field-bot "$@"
