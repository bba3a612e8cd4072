from django.core.management import call_command

from newsroom.management.commands.serve import Command as ServeCommand
from newsroom.management.commands.upgrade import STEPS


class Command(ServeCommand):
    help = "Makes a newsroom with a sample issue, or keeps the one that is there, and serves it."

    def prepare(self):
        for step in [*STEPS, ("load_sample",)]:
            call_command(*step, stdout=self.stdout)
