import signal
import sys

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from desk.worker import SILENCE, Worker


class Command(BaseCommand):
    help = "The worker: runs jobs and the duties of the clock until it is told to stop."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")
        parser.add_argument(
            "--silence",
            type=float,
            default=SILENCE,
            metavar="SECONDS",
            help="after so many seconds without a word another worker is taken for dead, and its jobs are taken over",
        )

    def handle(self, *, once, silence, **options):
        worker = Worker(silence=silence)
        if once:
            return worker.round()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda received, frame: self.stop(worker))
        self.say(_("The worker is at work."))
        worker.run()
        self.say(_("The worker has stopped."))

    def stop(self, worker):
        if worker.stopping.is_set():
            sys.exit(1)  # asked twice: the job at hand is given up
        worker.stop()

    def say(self, words):
        self.stdout.write(words)
        self.stdout.flush()
