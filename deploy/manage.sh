#!/bin/sh
# manage.py as the services run it, by their account and with their variables; called by root, from anywhere:
# /srv/newsroom/deploy/manage.sh upgrade --no-backup
set -eu
set -a
# shellcheck source=/dev/null
. /etc/newsroom.env
set +a
export NEWSROOM_ENV=production NEWSROOM_VAR=/var/lib/newsroom STATIC_ROOT=/srv/newsroom/static_collected
cd /srv/newsroom
exec runuser -u newsroom -- .venv/bin/python manage.py "$@"
