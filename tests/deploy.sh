#!/usr/bin/env bash
# Publishing for one machine adds that machine to the packages.lock.json files of src: `git checkout src` after it.
# Follows deploy/README.md where no root, systemd or container is needed: publish, help, migrate, invite, people.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish src/PbfFieldBot -c Release -r linux-x64 --self-contained -o "$out/publie" -v quiet

cd "$out"
bot=$out/publie/pbf-field-bot
"$bot" --help | grep -q migrate
"$bot" migrate --db bot.db
"$bot" invite --role administrator --name Awa --db bot.db | grep '/start '
"$bot" people --db bot.db
"$bot" dialogs check
echo "deploy/README.md: published, database prepared, administrator invited. Not run here: systemd, containers, linux-arm64."
