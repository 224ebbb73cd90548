#!/usr/bin/env bash
# Runs all tests on a fresh Debian machine with the .NET 10 SDK: installs what the tests need and the machine lacks, builds, runs everything.
# Arguments are passed on to `dotnet test` (e.g. --filter-class '*ReceiptTests').
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# .NET needs ICU to sort and write French; Debian's minimal images come without it.
if ! ls /usr/lib/*/libicuuc.so.* >/dev/null 2>&1; then
  echo "Installing ICU (French dates and numbers)..."
  apt-get update -qq && apt-get install -y -qq --no-install-recommends libicu72 >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends 'libicu*' >/dev/null
fi

# The fault tests kill the program at a chosen write.
command -v strace >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends strace >/dev/null; }

if [ -z "${PBF_YARDSTICKS:-}" ]; then
  echo "PBF_YARDSTICKS names no folder: the tests over example rows of partners' French are left out."
fi

dotnet build PbfFieldBot.sln -clp:NoSummary -v quiet
dotnet test --solution PbfFieldBot.sln --no-build "$@"
