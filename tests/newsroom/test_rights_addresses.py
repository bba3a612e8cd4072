"""
Every address of the admin that takes a story, read off the URL conf: none of them lets a colleague of another desk in,
nor does anything to the story. An address that is added later is tried as well.
"""

from django.contrib import admin
from django.test import TestCase
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver
from django.utils import timezone

from articles.models import Article, Correction, Waiver
from desk.models import AuditEntry
from newsroom.groups import DESK_EDITOR
from tests.factories import in_review, make_article, make_desk, make_published, make_user

ANYTHING = {"int": 1, "slug": "word", "str": "word", "path": "1"}
REFUSALS = (403, 404, 405)


def addresses_of(model, key):
    """Those of the model's admin that take a key."""
    app = f"{model._meta.app_label}_{model._meta.model_name}_"
    for name, keys in names_under(get_resolver()):
        if name.startswith(app) and keys:
            others = keys[1:]
            yield reverse(f"admin:{name}", args=[key, *others])


def names_under(resolver):
    """(name, an example of each of its keys) of all patterns below."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names_under(pattern)
        elif pattern.name:
            yield pattern.name, [example(one) for one in pattern.pattern.converters.values()]


def example(converter):
    return ANYTHING.get(type(converter).__name__.removesuffix("Converter").lower(), "word")


class AddressTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=DESK_EDITOR, desk=make_desk()))
        self.elsewhere = make_desk()

    def test_there_are_addresses_to_try(self):
        self.assertGreater(len(list(addresses_of(Article, 1))), 15)

    def test_a_draft_of_another_desk(self):
        for story in (in_review(desk=self.elsewhere), make_article(desk=self.elsewhere), make_article()):
            self.assert_closed(story, Article, story.pk)

    def test_its_waiver(self):
        story = make_article(desk=self.elsewhere)
        waiver = Waiver.objects.create(article=story, code="x", words="x", digest="x", reason="x", by=make_user())

        self.assert_closed(story, Waiver, waiver.pk)

    def test_its_correction(self):
        story = make_article(desk=self.elsewhere)
        row = Correction.objects.create(article=story, wrong="甲", right="乙", published_at=timezone.now())

        self.assert_closed(story, Correction, row.pk)

    def test_what_takes_a_story_besides(self):
        story = make_article(desk=self.elsewhere, headline="未曾公开")
        for name, asked in (
            ("offer_photos", {"story": story.pk}),
            ("unsaved", {"_article": story.pk}),
            ("check_words", {"pk": story.pk}),
            ("preview_body", {"pk": story.pk}),
            ("open", {"_article": story.pk, "opening": "k" * 20, "_turn": "1"}),
        ):
            address = reverse(f"admin:articles_article_{name}")
            for response in (self.client.get(address, asked), self.client.post(address, asked)):
                self.assertNotContains(response, "未曾公开", status_code=response.status_code, msg_prefix=name)

    def test_a_printed_story_of_another_desk_is_looked_at_and_left_as_it_is(self):
        story = make_published(desk=self.elsewhere)
        before = self.held(story)

        for address in addresses_of(Article, story.pk):
            self.client.post(address, {"post": "yes", "reason": "无", "_act": "withdraw", "_review": "pass"})

        self.assertEqual(self.held(story), before)

    def test_no_act_is_offered_for_a_printed_story_of_another_desk(self):
        page = self.client.get(reverse("admin:articles_article_change", args=[make_published(desk=self.elsewhere).pk]))

        said = page.context
        self.assertEqual((said["open_acts"], said["may_change"], said["may_export"]), ([], False, False))

    def assert_closed(self, story, model, key):
        before = self.held(story)
        for address in addresses_of(model, key):
            for answer in (self.client.get(address), self.client.post(address, {"post": "yes", "reason": "无"})):
                with self.subTest(address=address, method=answer.request["REQUEST_METHOD"]):
                    self.assertTrue(self.is_refusal(answer), (answer.status_code, answer.get("Location")))
        self.assertEqual(self.held(story), before)

    def is_refusal(self, answer):
        """Django's own pages lead back to the first page of the admin, and say that there is no such record."""
        home = reverse(f"{admin.site.name}:index")
        return answer.status_code in REFUSALS or (answer.status_code == 302 and answer["Location"] == home)

    def held(self, story):
        row = Article.objects.filter(pk=story.pk).values().get()
        rows = [row, story.revisions.count(), story.submissions.count(), story.waivers.count()]
        return [*rows, story.corrections.count(), AuditEntry.objects.filter(kind="article").count()]
