#!/usr/bin/env bash
# Runs all tests on a fresh Debian machine with the .NET 10 SDK: installs what the tests need and the machine lacks, starts a throw-away PostgreSQL, builds, runs everything.
# Arguments are passed on to `dotnet test` (e.g. --filter-class '*ReceiptTests').
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# .NET needs ICU to sort and write French; Debian's minimal images come without it.
if ! ls /usr/lib/*/libicuuc.so.* >/dev/null 2>&1; then
  echo "Installing ICU (French dates and numbers)..."
  apt-get update -qq && apt-get install -y -qq --no-install-recommends libicu72 >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends 'libicu*' >/dev/null
fi

# The fault tests kill the program at a chosen write and turn its clock.
for tool in strace faketime; do
  command -v "$tool" >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$tool" >/dev/null; }
done
command -v ip >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends iproute2 >/dev/null; }

if [ -z "${PBF_YARDSTICKS:-}" ]; then
  echo "PBF_YARDSTICKS names no folder: the tests over example rows of partners' French are left out."
fi

# The tests of the program run on SQLite and on PostgreSQL. PBF_POSTGRES may name a server; else one is started for this run, in a temporary folder, reached by a socket.
if [ -z "${PBF_POSTGRES:-}" ]; then
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    echo "Installing PostgreSQL..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
  fi
  postgres=$(mktemp -d /tmp/pbf-postgres-XXXXXX)
  programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  # The server refuses to run as root.
  as_owner() { if [ "$(id -u)" -eq 0 ]; then su postgres -s /bin/sh -c "$*"; else sh -c "$*"; fi; }
  [ "$(id -u)" -ne 0 ] || chown postgres "$postgres"
  trap 'as_owner "$programs/pg_ctl -D $postgres/data -m immediate stop" >/dev/null 2>&1; rm -rf "$postgres"' EXIT
  as_owner "$programs/initdb -D $postgres/data -U postgres -A trust -E UTF8 --locale=C.UTF-8" >/dev/null
  as_owner "$programs/pg_ctl -D $postgres/data -l $postgres/log -w -o '-k $postgres -c listen_addresses= -c fsync=off -c max_connections=300' start" >/dev/null
  export PBF_POSTGRES="Host=$postgres;Username=postgres;Database=postgres"
fi

dotnet build PbfFieldBot.sln -clp:NoSummary -v quiet
dotnet test --solution PbfFieldBot.sln --no-build "$@"
