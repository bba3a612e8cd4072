from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from newsroom.sample.accounts import by_group, make_accounts
from newsroom.sample.loading import load_sample


class Command(BaseCommand):
    help = "Loads the sample issue into an empty newsroom and makes its seven accounts; prints names and passwords."

    def handle(self, **options):
        accounts = make_accounts()
        stories = load_sample(by_group(accounts))
        loaded = _("%(count)s sample stories loaded.") % {"count": stories}
        self.stdout.write(loaded if stories else _("There are stories already; nothing was changed."))
        self.stdout.write(_("Log in at /admin/ as:"))
        for user, group, password in accounts:
            self.stdout.write(f"  {group}  {user.username:<10} {password}   {user.name}")
