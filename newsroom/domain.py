from django.conf import settings
from django.contrib.sites.models import Site


def domain():
    """Asked for each time: Site.objects.get_current() remembers it as long as the process lives, whoever changes it."""
    return Site.objects.values_list("domain", flat=True).get(pk=settings.SITE_ID)
