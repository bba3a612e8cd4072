import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from newsroom.serving import is_taken, serve


class Command(BaseCommand):
    help = "Starts the web server and one worker beside it; Ctrl-C stops both."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="processes of the web server")
        parser.add_argument("--threads", type=int, default=4, help="threads in each of them")

    def handle(self, *, host, port, workers, threads, **options):
        if is_taken(host, port):
            raise CommandError(
                _(
                    "Something already listens on %(host)s:%(port)s. "
                    "Stop it, or choose another port: make demo PORT=8001"
                )
                % {"host": host, "port": port}
            )
        self.prepare()
        connections.close_all()
        sys.exit(serve(host, port, workers=workers, threads=threads, say=self.say))

    def prepare(self):
        """What is to be seen to before the doors open."""
        if not (settings.STATIC_ROOT / "staticfiles.json").exists():
            raise CommandError(
                _("The style sheets are not collected yet: run manage.py collectstatic, or make upgrade.")
            )

    def say(self, words):
        self.stdout.write(words)
        self.stdout.flush()
