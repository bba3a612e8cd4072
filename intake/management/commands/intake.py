from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError

from intake.archive.reports import report
from intake.archive.taking import Tally, file_all
from intake.archive.telling import Telling
from intake.management.arguments import add_arguments, order_of


class Command(BaseCommand):
    help = "Reads texts, Word files, PDF pages and zips into drafts; with --dry-run only says what it read."

    def add_arguments(self, parser):
        add_arguments(parser)

    def handle(self, **options):
        order, tally = order_of(**options), Tally()
        try:
            order.check()
            with report(options["report"]) as note:
                telling = Telling(self.stdout, self.stderr, note, order, options)
                telling.tell_all(file_all(order), tally)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except (OSError, OperationalError, InterfaceError) as error:  # of the report or the database; not of a file
            raise CommandError(tally.broken_off(reason=error)) from error
        except KeyboardInterrupt:
            raise CommandError(tally.broken_off(), returncode=130) from None
        if complaint := telling.close(tally):
            raise CommandError(complaint)
