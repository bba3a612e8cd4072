from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

# Each is safe to run again, and says itself what it did.
STEPS = [
    ("migrate", "--no-input", "--verbosity=0"),
    ("load_regions",),
    ("set_up",),
    ("enter_drafts",),
    ("collectstatic", "--no-input", "--verbosity=0"),
]


class Command(BaseCommand):
    help = "Brings the paper's data up to this version of the program, after a backup."

    def add_arguments(self, parser):
        parser.add_argument("--no-backup", action="store_true", help="for a paper that was backed up by other means")
        parser.add_argument("--no-static", action="store_true", help="for an image that has its static files in it")

    def handle(self, *, no_backup, no_static, **options):
        if not no_backup:
            self.back_up()
        for step in STEPS[:-1] if no_static else STEPS:
            call_command(*step, stdout=self.stdout)
        self.stdout.write(
            _("The paper is up to date. Restart the web server and the worker: make serve, or make demo.")
        )

    def back_up(self):
        try:
            call_command("backup", stdout=self.stdout)
        except CommandError as problem:
            words = _("Once there is a backup: make upgrade ARGS=--no-backup")
            raise CommandError(f"{problem}\n{words}") from problem
