"""What stands beside a story on its form, from apps above: each lays its panel here in AppConfig.ready()."""

from collections.abc import Callable

# Called with request and story; gives HTML that is safe to print, or nothing.
PANELS: list[Callable] = []


def panels_of(request, article):
    return [printed for panel in PANELS if (printed := panel(request, article))]
