"""“View on site”: from a record at the desk to its page at the readers', for whoever may see that record."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponseRedirect
from django.views.decorators.http import require_safe

from desk.numbers import key_of


@require_safe
def view_on_site(request, content_type_id, object_id):
    """
    Django's own knows no permissions: it leads every colleague to the address of any record there is, and that of a
    preview link is its secret.
    """
    own = admin_of(content_type_id)
    record = own.get_object(request, object_id) if own and own.has_view_or_change_permission(request) else None
    if record is None or not own.has_view_or_change_permission(request, record):
        raise Http404
    if own.get_view_on_site_url(record) is None:
        raise Http404
    return HttpResponseRedirect(record.get_absolute_url())


def admin_of(content_type_id):
    """None for what the desk has no forms of."""
    kind = ContentType.objects.filter(pk=key_of(content_type_id)).first()
    model = kind and kind.model_class()
    return admin.site.get_model_admin(model) if model and admin.site.is_registered(model) else None
