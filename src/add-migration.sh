#!/bin/sh
# Makes a migration for each database from the entities: src/add-migration.sh NAME
set -eu
cd "$(dirname "$0")/PbfFieldBot"
dotnet tool restore >/dev/null
dotnet ef migrations add "${1:?name of the migration}" --context SqliteFieldDb --output-dir Data/Migrations/Sqlite
dotnet ef migrations add "$1" --context PostgresFieldDb --output-dir Data/Migrations/Postgres --no-build
