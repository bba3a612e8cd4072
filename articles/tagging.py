"""Tags between the form and the database. Settings name these two functions to django-taggit."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wording.tags import join_tags, split_tags

LONGEST = 90  # a column of 100 characters keeps a name, and an address with a number behind it


def tags_from_string(line):
    """Refuses what no address can be made of. The form shows the sentence at its field."""
    names = split_tags(line or "")
    for name in names:
        check_tag(name)
    return names


def string_from_tags(tags):
    return join_tags(tag.name for tag in tags)


def check_tag(name):
    address = slugify(name, allow_unicode=True)
    if not address:
        raise ValidationError(_("“%(tag)s” is no tag: it has neither a letter nor a digit.") % {"tag": name})
    if max(len(name), len(address)) > LONGEST:
        told = _("The tag “%(tag)s…” is too long: %(longest)s characters at most.")
        raise ValidationError(told % {"tag": name[:20], "longest": LONGEST})
