"""What every template may use."""

from django.utils.functional import SimpleLazyObject

from desk.models import Paper


def paper(request):
    """The paper's own record; asked of the database only by a page that prints it."""
    return {"paper": SimpleLazyObject(Paper.current)}
