#!/bin/sh
# Runs once, when the database's volume is new: the role that owns the schema, the one that api and worker sign in with, and the one that they take to read for a person.
set -eu
psql --username=postgres --set=ON_ERROR_STOP=1 --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" <<'SQL'
create role anuyat_owner login nosuperuser nocreatedb nocreaterole password :'owner_password';
create role anuyat_app login nosuperuser nocreatedb nocreaterole password :'app_password';
create role anuyat_reader nologin nosuperuser nocreatedb nocreaterole;
grant anuyat_reader to anuyat_app, anuyat_owner;
create database anuyat owner anuyat_owner;
revoke all on database anuyat from public;
grant connect on database anuyat to anuyat_app;
SQL
