#!/usr/bin/env bash
# Follows deploy/README.md: runs the commands of its pages in their order, on folders of its own instead of /opt, /etc and /var/lib.
# Left out, and counted: what needs root, systemd, an editor or a container engine. The program for ARM is published but cannot run here.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
unset "${!Telegram__@}" "${!Database__@}" "${!Backup__@}" 2>/dev/null || true

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/{opt,etc,var/lib,usr/local/bin}
export PBF_ROOT=$root PATH=$root/usr/local/bin:$PATH
before=$(git status --porcelain)

run=0
left=0
while IFS= read -r line; do
  case $line in
    *systemctl* | *systemd/* | *journalctl* | *docker* | *useradd* | *apt-get* | *nano* | *deploy/.env*)
      left=$((left + 1))
      continue
      ;;
  esac
  line=${line//sudo /}
  line=${line// -o pbf-field-bot/}
  line=${line//-o publie/-o $root/publie -v quiet}
  line=${line//cp -r publie/cp -r $root/publie}
  for place in /opt/ /etc/ /var/lib/ /usr/local/; do
    line=${line// $place/ $root$place}
  done
  echo "\$ $line"
  bash -euo pipefail -c "$line"
  run=$((run + 1))
  # What an operator writes into the settings by hand.
  sed -i "s#Data Source=/var/lib#Data Source=$root/var/lib#; s#=/var/lib#=$root/var/lib#" "$root/etc/pbf-field-bot.env" 2>/dev/null || true
done < <(sed -n '/^```sh$/,/^```$/p' deploy/README.md | grep -v '^```')

dotnet publish src/PbfFieldBot -c Release -r linux-arm64 --self-contained -o "$root/arm64" -v quiet
test "$(od -An -tx1 -j18 -N2 "$root/arm64/pbf-field-bot" | tr -d ' ')" = b700
test "$(git status --porcelain)" = "$before" || { echo "publishing changed files of the tree:"; git status --short; exit 1; }

if command -v systemd-analyze >/dev/null; then
  systemd-analyze security --offline=true --threshold=25 deploy/pbf-field-bot.service | tail -1
fi
if command -v shellcheck >/dev/null; then
  shellcheck deploy/pbf-field-bot.sh
fi
echo "deploy/README.md: $run commands run, $left left out (root, systemd, editor, containers). The program for linux-arm64 is published, not run."
