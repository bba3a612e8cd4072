"""The region that a correspondent types: 诸暨, 诸暨市, 绍兴 诸暨."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from regions.models import Region

MOST_OFFERED = 6


def region_named(words):
    """The one that is meant; ValidationError where there is none, or several."""
    *above, name = words.split()
    regions = [
        region for region in Region.objects.with_ancestors().current().named(name)[:100] if region.stands_below(above)
    ]
    if len(regions) == 1:
        return regions[0]
    if not regions:
        raise ValidationError(_("No region of that name is known. Leave it empty where you are not sure."))
    offered = "；".join(region.spaced_name for region in regions[:MOST_OFFERED])
    raise ValidationError(_("Several regions have that name: %s. Write the one above it too.") % offered)
