from django import template

register = template.Library()


@register.filter
def shown_as(photo, crop):
    """The files of a crop, or of the whole picture; nothing of no photo."""
    return photo.shown(crop) if photo else ""
