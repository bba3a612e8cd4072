"""What an editor should check of the words in a photo's file, said in sentences. They go once the words are changed."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, pgettext_lazy

from media.embedded.origins import is_certain

OF_WORDS = {
    "cut": gettext_noop("%(field)s was perhaps cut off in the file."),
    "charset": gettext_noop("%(field)s may have wrong characters: the file does not say how it was written."),
    "long": gettext_noop("%(field)s is very long in the file; only its beginning was taken."),
    "differs": gettext_noop("%(field)s stands in the file twice, and not the same. The other one: %(other)s"),
    "unknown": gettext_noop("%(field)s in the file is no known one: %(value)s"),
}
OF_FILE = {
    "xmp_unread": gettext_noop("Words in the file (XMP) are damaged and could not be read."),
    "iim_unread": gettext_noop("Words in the file (IIM) are damaged and could not all be read."),
    "exif_unread": gettext_noop("The camera's notes in the file (EXIF) are damaged and could not all be read."),
    "ai_kept": gettext_noop(
        "An earlier file of this photo says that AI made it, and this one does not; the mark stays. "
        "If AI did not make this picture, upload it as a photo of its own."
    ),
    "taken_impossible": gettext_noop("The day in the file cannot be right: %(taken)s"),
}
OF_PEOPLE = {
    "unknown": gettext_noop("The file names %(name)s; the register knows nobody of that name."),
    "shared": gettext_noop("The file names %(name)s; the register knows several of that name."),
    "": gettext_noop("The file names %(name)s, who is not credited here."),
}
# Of what the photo's own fields have no name for.
NAMES = {
    "creators": pgettext_lazy("in the file", "creator"),
    "job_title": pgettext_lazy("in the file", "creator's job"),
    "usage_terms": pgettext_lazy("in the file", "terms of use"),
    "instructions": pgettext_lazy("in the file", "instructions"),
    "location": pgettext_lazy("in the file", "spot"),
    "city": pgettext_lazy("in the file", "city"),
    "province": pgettext_lazy("in the file", "province"),
    "country": pgettext_lazy("in the file", "country"),
    "extended_description": pgettext_lazy("in the file", "long description"),
}
OF_NO_FIELD = {"job_title", "usage_terms", "instructions", "extended_description"}
OF_PLACE = {"country", "province", "city", "location"}
AI_UNSURE = gettext_lazy("The file's AI label does not say for certain that AI made it: look at it.")


def name_of(photo, said):
    return NAMES.get(said) or photo._meta.get_field(said).verbose_name


def doubts_about(photo):
    told = [
        *of_file(photo),
        *(sentence_on(photo, name, said) for name, said in doubtful(photo)),
        *of_people(photo),
    ]
    return [*told, AI_UNSURE] if photo.ai_label and not is_certain(photo.ai_label) else told


def of_file(photo):
    facts = {"taken": photo.said("taken_at")}
    return [_(OF_FILE[code]) % facts for code in photo.embedded.get("doubts", [])]


def doubtful(photo):
    """What the photo has from the file and nobody has changed since; and what has no field of its own."""
    for name, said in photo.embedded.get("said", {}).items():
        if said.get("doubt") and still_stands(photo, name):
            yield name, said


def still_stands(photo, name):
    if name in OF_NO_FIELD:
        return True
    if name == "creators":
        return any(person["name"] in names_on(photo) for person in photo.embedded.get("people", []))
    if name == "digital_source_type":
        return not photo.digital_source_type
    field, filled = "place" if name in OF_PLACE else name, photo.embedded.get("filled", {})
    return field in filled and getattr(photo, field) == filled[field]


def sentence_on(photo, name, said):
    facts = {"field": name_of(photo, name), "value": said["value"], "other": said.get("other", "")}
    return _(OF_WORDS[said["doubt"]]) % facts


def of_people(photo):
    """Somebody is credited: then whoever is not was perhaps forgotten. Nobody is: then it says why."""
    names = names_on(photo)
    left_out = [person for person in photo.embedded.get("people", []) if person["name"] not in names]
    return [_(OF_PEOPLE["" if names else person["doubt"]]) % person for person in left_out]


def names_on(photo):
    return {byline.name for byline in photo.bylines.all()} if photo.pk else set()
