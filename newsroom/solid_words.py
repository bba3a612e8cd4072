"""
Sentences of Django whose Chinese sets a blank between a verb, or a number, and what the record or the unit is called.
Nothing stands there; and how long something waits is told in 天 and 个月. Our catalogue comes before Django's, and has
whatever stands in our sources.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

SOLID = [
    _("Add %s"),
    _("Change %s"),
    _("View %s"),
    _("Select %s"),
    _("Select %s to change"),
    _("Add another %(verbose_name)s"),
    _("Add another %(model)s"),
    _("Delete selected %(model)s"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Cannot delete %(name)s"),
    _("Successfully deleted %(count)d %(items)s."),
    _("Changed {fields} for {name} “{object}”."),
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("0 of %(cnt)s selected"),
    _("Select all %(total_count)s %(module_name)s"),
    _(" By %(filter_title)s "),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? '
        "All of the following related items will be deleted:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? "
        "All of the following objects and their related items will be deleted:"
    ),
    ngettext_lazy("%(count)s %(name)s was changed successfully.", "%(count)s %(name)s were changed successfully.", 2),
    ngettext_lazy("%(num)d year", "%(num)d years", 2),
    ngettext_lazy("%(num)d month", "%(num)d months", 2),
    ngettext_lazy("%(num)d week", "%(num)d weeks", 2),
    ngettext_lazy("%(num)d day", "%(num)d days", 2),
    ngettext_lazy("%(num)d hour", "%(num)d hours", 2),
    ngettext_lazy("%(num)d minute", "%(num)d minutes", 2),
    ngettext_lazy("%(total_count)s selected", "All %(total_count)s selected", 2),
]
