import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

try:
    application = get_wsgi_application()
except ImproperlyConfigured as problem:
    sys.exit(f"The newsroom cannot start: {problem}")

from newsroom.seeing.instruments import begin_anew
from newsroom.seeing.kept_pages import carry_on
from pagecache.front import with_kept_pages

application = with_kept_pages(application)
begin_anew()
carry_on()
