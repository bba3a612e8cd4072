"""Every kind of change that readers see, each made as the newsroom makes it. A new one is one line in CHANGES."""

from datetime import date, timedelta

from django.contrib.sites.models import Site

from articles import planning, publishing
from articles.filing import relist_by_key
from articles.models import Article
from articles.page_files import take_down
from bylines.models import Contributor
from tests.factories import make_column, make_published
from tests.newsroom.showing.acts import (
    TOMORROW,
    block,
    credit_of_other,
    credited,
    drawn,
    edited,
    front,
    made_one,
    mended,
    moved,
    moved_to_other_town,
    new_correction,
    new_issue,
    other_column,
    photo,
    photo_credit,
    placed,
    published,
    regions_loaded,
    reordered,
    story_form,
    successor,
    tag,
    tagged,
    taken_off,
    unscheduled,
)
from tests.newsroom.showing.forms import deleted, saved
from tests.newsroom.showing.world import NOW

CHANGES = {
    "nothing": lambda test: saved(test.client, test.world.column),
    "a story's headline": lambda test: edited(test, "lead", headline="新头条"),
    "its headline, in the admin": lambda test: story_form(test, headline="新头条"),
    "its further text": lambda test: edited(test, "lead", body=test.world.lead.body + "完。"),
    "its text after the beginning": lambda test: edited(test, "lead", body=mended(test.world.lead.body, 100)),
    "its text after the lead": lambda test: edited(test, "older", body=mended(test.world.older.body, 160)),
    "much more text": lambda test: edited(test, "lead", body=test.world.lead.body + "职工们在现场交流经验。" * 40),
    "its beginning": lambda test: edited(test, "lead", body="昨日，" + test.world.lead.body),
    "its kicker": lambda test: edited(test, "lead", kicker="引题"),
    "its summary": lambda test: edited(test, "older", summary="提要。"),
    "its dateline": lambda test: edited(test, "lead", dateline="本报讯"),
    "its channel": lambda test: edited(test, "lead", channel=test.world.other_channel),
    "its column": other_column,
    "its place": moved_to_other_town,
    "its tags": lambda test: tagged(test, "竞赛"),
    "its byline": credited,
    "a caption of its own": lambda test: saved(test.client, test.world.lead, **{"illustrations-0-caption": "新说明"}),
    "a photo's caption": lambda test: photo(test, caption="新说明"),
    "a photo's credit": photo_credit,
    "whom a photo's credit leads to": credit_of_other,
    "a photo's address": lambda test: test.world.photo.change_address(),
    "the second photo's address": lambda test: test.world.second_photo.change_address(),
    "a photo closed": lambda test: photo(test, embargo_until=TOMORROW),
    "a photo that AI made": lambda test: photo(test, digital_source_type="trainedAlgorithmicMedia"),
    "a story out": published,
    "a story out, dated back": lambda test: published(test, at=NOW - timedelta(days=5)),
    "a story unscheduled": unscheduled,
    "a story withdrawn": lambda test: publishing.withdraw(test.world.beside),
    "an old story withdrawn": lambda test: publishing.withdraw(test.world.ancient),
    "a story of the web withdrawn": lambda test: publishing.withdraw(test.world.web),
    "a withdrawn story restored": lambda test: publishing.restore(test.world.withdrawn),
    "a story moved": moved,
    "stories in another order": reordered,
    "a withdrawn story taken off": lambda test: taken_off(test, "withdrawn"),
    "a story of the web placed": placed,
    "a story taken off": taken_off,
    "a hotspot": drawn,
    "a correction": new_correction,
    "a correction changed": lambda test: saved(test.client, test.world.correction, right="戊"),
    "a correction deleted": lambda test: deleted(test.client, test.world.correction),
    "an issue out": new_issue,
    "an old issue out": lambda test: new_issue(test, at=NOW - timedelta(days=10), on=date(2026, 2, 23)),
    "an issue's number": lambda test: saved(test.client, test.world.issue, number=111),
    "an issue's date": lambda test: saved(test.client, test.world.before, date="2026-03-01"),
    "a page's name": lambda test: saved(test.client, test.world.two, name="副刊"),
    "a page's label": lambda test: saved(test.client, test.world.two, label="03"),
    "a page's editor": lambda test: saved(test.client, test.world.two, duty_editor="赵敏"),
    "the order of pages": lambda test: planning.shift_page(
        test.world.two, -1, seen=planning.order_of([test.world.one.pk, test.world.two.pk])
    ),
    "a page added": lambda test: planning.add_page(test.world.issue, label="04", name="专版"),
    "a page's picture taken down": lambda test: take_down(test.world.two),
    "a column's name": lambda test: saved(test.client, test.world.column, name="基层故事"),
    "a column's address": lambda test: saved(test.client, test.world.other_column, slug="short"),
    "a column's description": lambda test: saved(test.client, test.world.column, description="写基层。"),
    "a column's place": lambda test: saved(test.client, test.world.other_column, order=9),
    "a new column": lambda test: make_column(name="无稿"),
    "a channel's name": lambda test: saved(test.client, test.world.channel, name="工会新闻"),
    "a channel without stories deleted": lambda test: deleted(test.client, test.world.empty_channel),
    "a region without stories deleted": lambda test: deleted(test.client, test.world.heir),
    "a genre's name": lambda test: saved(test.client, test.world.genre, name="特写"),
    "a tag's name": lambda test: saved(test.client, tag("劳模"), name="劳动模范"),
    "a tag deleted": lambda test: deleted(test.client, tag("竞赛")),
    "a contributor's name": lambda test: saved(test.client, Contributor.objects.get(name="李凡"), name="李一凡"),
    "a contributor's unit": lambda test: saved(test.client, Contributor.objects.get(name="周永卫"), unit="县总工会"),
    "a contributor's place": lambda test: saved(
        test.client, Contributor.objects.get(name="周永卫"), region=test.world.town.pk
    ),
    "two contributors made one": made_one,
    "a region's name": lambda test: saved(test.client, test.world.county, name="诸暨"),
    "a region under another": lambda test: saved(test.client, test.world.other_town, parent=test.world.heir.pk),
    "a region's end": lambda test: saved(test.client, test.world.other_town, ended_on="2026-01-01"),
    "a region's successors": successor,
    "the list of regions": regions_loaded,
    "the front page's lead": lambda test: front(test, lead=test.world.lead.pk),
    "a block of the front page": lambda test: block(test, 0, title="短波"),
    "everything listed anew": lambda test: relist_by_key(list(Article.objects.values_list("pk", flat=True))),
    "the paper's domain": lambda test: saved(test.client, Site.objects.get_current(), domain="paper.cn"),
    "a first story in a new list": lambda test: make_published(
        at=NOW, headline="新地稿", regions=[test.world.heir], column=make_column(name="新栏"), tags=["新词"]
    ),
}
