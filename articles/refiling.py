"""
Credits that changed hands without a word of print changing: lists, numbers, what is counted in print, kept pages and
the search follow, in a number of queries that grows with hundreds of stories and not with each.
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.counting import enter
from articles.holding import hold
from articles.models import Article, Listing
from articles.models.listing import Kind
from articles.printed import reprint
from articles.searching import sheets_of
from articles.shown.words import RANKING, Said, all_with, list_of, sitemap_of
from bylines.models import Byline
from desk import jobs
from desk.batches import in_batches
from pagecache.changing import is_on
from search.entering import enter as enter_sheets

AT_ONCE = 400
SEARCHED_AT_ONCE = 200


def stories_with(person):
    """Keys of all stories whose words or pictures are by that person, in their order."""
    return sorted(stories_of(Byline.objects.filter(contributor=person)))


def stories_with_bylines(keys):
    """The same of bylines by their keys."""
    batches = in_batches(keys, AT_ONCE)
    return sorted({story for some in batches for story in stories_of(Byline.objects.filter(pk__in=some))})


def stories_of(credits):
    own = credits.exclude(article=None).order_by().values_list("article", flat=True)
    shown = (
        credits.exclude(photo__illustrations=None).order_by().values_list("photo__illustrations__article", flat=True)
    )
    return set(own) | set(shown)


def hold_all(stories):
    for keys in in_batches(stories, AT_ONCE):
        list(hold(Article.objects.filter(pk__in=keys)).values_list("pk"))


def refile(stories, people):
    """Those of these people's lists in which the stories stand. Whoever calls holds the stories, and the people."""
    hours = set()
    for keys in in_batches(stories, AT_ONCE):
        hours |= refile_some(keys, people)
    say(stories, people, hours)
    search_again({"stories": stories})


def refile_some(stories, people):
    """The hours to come at which these lists change."""
    names = [str(person.pk) for person in people]
    rows = Listing.objects.filter(article__in=stories, kind=Kind.CONTRIBUTOR, key__in=names)
    standing = {(row.article_id, row.key): row.pk for row in rows}
    out = Article.objects.filter(pk__in=stories, withdrawn_at=None).exclude(published_at=None)
    hour_of = {pk: hour for pk, hour in out.order_by().values_list("pk", "published_at") if hour}
    wanted = {place for place in credited(stories, people) if place[0] in hour_of}
    lost, gained = standing.keys() - wanted, sorted(wanted - standing.keys())
    Listing.objects.filter(pk__in=[standing[place] for place in lost]).delete()
    Listing.objects.bulk_create(
        [Listing(kind=Kind.CONTRIBUTOR, key=key, published_at=hour_of[pk], article_id=pk) for pk, key in gained]
    )
    enter(
        gained=[(Kind.CONTRIBUTOR, key) for _story, key in gained],
        lost=[(Kind.CONTRIBUTOR, key) for _story, key in lost],
    )
    reprint(list(Article.objects.filter(pk__in=stories).defer("body")))
    return {hour for hour in hour_of.values() if hour > timezone.now()}


def credited(stories, people):
    """{(story, person's key as text)}"""
    credits = Byline.objects.filter(contributor__in=people).order_by()
    own = credits.filter(article__in=stories).values_list("article", "contributor")
    shown = credits.filter(photo__illustrations__article__in=stories)
    pairs = [*own, *shown.values_list("photo__illustrations__article", "contributor")]
    return {(story, str(person)) for story, person in pairs}


def say(stories, people, hours):
    """What readers' pages show of it: the names in the stories lead elsewhere, the lists are others."""
    if not is_on():
        return
    said = Said()
    lists = {list_of(Kind.CONTRIBUTOR, person.pk) for person in people}
    said.add(all_with("bylines", *stories) | all_with("caption", *stories))
    said.add({("contributor", person.pk) for person in people} | {("own_page", name) for name in lists})
    said.add({sitemap_of(Kind.CONTRIBUTOR, person.pk) for person in people} | {("sitemap", "index")})
    said.add({("index", Kind.CONTRIBUTOR), ("open_lists", Kind.CONTRIBUTOR)})
    for at in (None, *hours):
        said.add({(word, name) for word in ("list", "newest") for name in lists} | {RANKING}, at)
    said.say()


@jobs.kind("search-people", inside=True, label=gettext_lazy("the search after contributors were merged"))
def search_again(details):
    """The newest of them now, the others by and by."""
    later, now = details["stories"][:-SEARCHED_AT_ONCE], details["stories"][-SEARCHED_AT_ONCE:]
    hold_all(now)
    enter_sheets(sheets_of(now))
    if later:
        jobs.plan("search-people", stories=later)
    return _("%(done)d stories, %(left)d are left") % {"done": len(now), "left": len(later)}
