"""Who watches the newsroom sees it here: logs, slow queries, figures, health, the system page."""

import os

from django.conf import settings

# Before any module below: prometheus_client looks once, when it is imported, whether there are several processes.
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(settings.METRICS_DIR)
