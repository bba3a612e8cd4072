from django.core.management import call_command

from newsroom.management.commands.serve import Command as ServeCommand

# Each of them is safe to run again, and says itself what it did.
STEPS = [
    ("migrate", "--no-input", "--verbosity=0"),
    ("load_regions",),
    ("set_up",),
    ("collectstatic", "--no-input", "--verbosity=0"),
    ("load_sample",),
]


class Command(ServeCommand):
    help = "Makes a newsroom with a sample issue, or keeps the one that is there, and serves it."

    def prepare(self):
        for step in STEPS:
            call_command(*step, stdout=self.stdout)
