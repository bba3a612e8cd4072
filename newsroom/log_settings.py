"""How the log is set up, whichever home the newsroom is in. What a line says: newsroom.seeing.logs."""


def log_settings(*, shape, level):
    """shape: json or text."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"()": "newsroom.seeing.logs.TextLine"},
            "json": {"()": "newsroom.seeing.logs.JsonLine"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": shape}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Its worker announces itself for every batch of jobs.
            "django_tasks_db": {"level": "WARNING"},
            "django_tasks": {"level": "WARNING"},  # newsroom.seeing.tasks tells them, with their request
            # What was refused stands in the line of its request, by the name of its route and not by its address.
            "django.request": {"level": "ERROR"},
        },
    }
