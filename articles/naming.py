"""
From a doubt to what it was about, in one step: a name is credited, a column founded, and the doubt is settled.

`Doubt.about` says in parts what intake could not decide: {name, role, standing, unit, order} of a credit, with `photo`
where it stands under one and `contributor` where somebody of that name was taken; {column} of a rubric.
"""

from django.db import transaction
from django.db.models import Max, Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.filing import relist
from articles.history.acts import Why
from articles.history.picturing import keep_stories_with
from articles.holding import hold
from articles.models import Article, Column, Doubt
from articles.photos_in_reach import may_change
from articles.publishing import Refusal
from bylines.credits import REPORTER, Credit
from bylines.models import Byline, Contributor
from bylines.printing import stands_as
from bylines.register import as_entered, entered
from bylines.restating import restated
from desk.models import AuditEntry

NAME_SHARED = "name-shared"
ABOUT_NAMES = ("name-unknown", "name-unsure", NAME_SHARED)
ABOUT_COLUMNS = ("column-unknown",)
LONGEST_COLUMN = Column._meta.get_field("name").max_length or 0


def credit_of(doubt):
    """As it was read; of a name that was read outside of every role nothing else is known."""
    parts = {part: doubt.about[part] for part in ("standing", "unit") if doubt.about.get(part)}
    return Credit(doubt.about["name"], doubt.about.get("role") or REPORTER, **parts)


@transaction.atomic
def take_in(doubt, *, name, word, unit, by, is_another=False):
    """Enters the name in the register and credits it. is_another: besides those of that name elsewhere."""
    check_keeper(by)
    name = checked_name(name)
    person = entered(name=name, unit=unit, role=word, by=by, is_another=is_another)
    credit_person(doubt, person, name=name, word=word, unit=unit, by=by)
    return person


def checked_name(name):
    try:
        return as_entered(name)
    except ValueError as error:
        raise Refusal(_("A name has letters or characters, and no < or >.")) from error


@transaction.atomic
def credit_person(doubt, person, *, name, word, unit, by):
    """The person is credited wherever the story names them, in the order of print; the name is doubtful no more."""
    check(doubt, by=by)
    person = person.as_it_stands()
    doubt.article.keep_as_found()
    read_as = stands_as(credit_of(doubt))
    for one in places_of_name(doubt):
        said = credit_of(one)
        own = word if stands_as(said) == read_as else stands_as(said)
        set_byline(one, person, restated(said, name=name, word=own, unit=unit), by)
    for one in same_name(doubt):
        one.settle(by=by)
    relist_with_photos(doubt)
    doubt.article.keep_version(by=by, why=Why.CREDITED, words=str(person))
    if "photo" in doubt.about:
        keep_stories_with([doubt.about["photo"]], by=by)
    AuditEntry.note(verb="credit", record=doubt.article, by=by, words=str(person))


def check(doubt, *, by):
    """Holds the story until the transaction ends, and refuses where the step can no longer be taken."""
    hold_for(doubt)
    if not Doubt.objects.open().filter(pk=doubt.pk).exists():
        raise Refusal(_("This doubt has been settled meanwhile."))
    if doubt.code in ABOUT_NAMES:
        for one in places_of_name(doubt):
            place_of(one, by)


def hold_for(doubt):
    """The story, and where the name stands under a photo, every other one that shows it: those are kept anew too."""
    stories = Article.objects.filter(pk=doubt.article_id)
    if "photo" in doubt.about:
        stories = Article.objects.filter(Q(pk=doubt.article_id) | Q(illustrations__photo=doubt.about["photo"]))
    list(hold(Article.objects.filter(pk__in=stories.values("pk"))).values_list("pk"))


def check_keeper(user):
    if not user.has_perm("bylines.add_contributor"):
        raise Refusal(_("Names are entered by those who keep the register."))


def same_name(doubt):
    """The open doubts about that name of that unit: 记者林岚 摄影报道 is named twice, and may be unsure besides."""
    found = Doubt.objects.open().filter(article=doubt.article_id, code__in=ABOUT_NAMES)
    return [one for one in found if is_same(one.about, doubt.about)]


def is_same(about, other):
    return about.get("name") == other.get("name") and about.get("unit", "") in ("", other.get("unit", ""))


def places_of_name(doubt):
    return [one for one in same_name(doubt) if "role" in one.about] or [doubt]


def set_byline(doubt, person, said, by):
    """One byline, where print has it. Whoever of that name was taken before gives way."""
    on = place_of(doubt, by)
    rows = Byline.objects.filter(**on, role=doubt.about.get("role", said.role))
    taken = rows.filter(contributor=taken_for(doubt)).exclude(contributor=person).first()
    order = taken.order if taken else doubt.about.get("order", behind(on))
    words = {"order": order, "name": said.name, "unit": said.unit, "standing": said.standing}
    if taken:
        taken.delete()
    Byline.objects.get_or_create(**on, contributor=person, role=said.role, defaults=words)


def taken_for(doubt):
    """Key of whoever of that name was credited when the text came in, as the register has them now."""
    person = Contributor.objects.filter(pk=doubt.about.get("contributor")).first()
    return person and person.as_it_stands().pk


def place_of(doubt, by):
    if "photo" not in doubt.about:
        return {"article": doubt.article}
    photo = doubt.article.photos.filter(pk=doubt.about["photo"]).first()
    if photo is None:
        raise Refusal(_("The photo that this name stood under is no longer in the story."))
    if not may_change(photo, by):
        raise Refusal(_("This name stands under a photo that you may not change."))
    return {"photo": photo}


def behind(on):
    last = Byline.objects.filter(**on).aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def relist_with_photos(doubt):
    """Who took a photo is listed with every story that shows it."""
    relist(doubt.article)
    if "photo" in doubt.about:
        for story in Article.objects.exclude(published_at=None).filter(photos=doubt.about["photo"]).distinct():
            relist(story)


@transaction.atomic
def found_column(doubt, *, name, by):
    """A new column of the paper, and the story's."""
    check_founding(name, by)
    column, is_new = Column.objects.get_or_create(name=name)
    if is_new:
        AuditEntry.note(verb="found", record=column, by=by, words=name)
    file_under(doubt, column, by=by)
    return column


def check_founding(name, user):
    if not user.has_perm("articles.add_column"):
        raise Refusal(_("Columns are founded by those who keep them."))
    if not can_name_column(name):
        raise Refusal(_("The name of a column needs letters."))


def can_name_column(name):
    """Its address is made of its letters."""
    return bool(slugify(name, allow_unicode=True).strip("-_")) and len(name) <= LONGEST_COLUMN


@transaction.atomic
def file_under(doubt, column, *, by):
    check(doubt, by=by)
    article = doubt.article
    article.keep_as_found()
    article.column = column
    article.save(update_fields=["column", "updated_at"])
    article.keep_version(by=by, why=Why.FILED, words=str(column))
    doubt.settle(by=by)
    relist(article)
