import re
from pathlib import Path

from django.test import TestCase
from django.urls import reverse

from articles import publishing
from newsroom.groups import ACTS, CHIEF, EDITOR, PHOTOGRAPHER, REPORTER, RIGHTS, permissions_of
from tests.factories import make_article, make_desk, make_published, make_user, story_form

ROOT = Path(__file__).resolve().parent.parent.parent

# Each act and who may do it; GroupMatrixTests below tries every cell.
MATRIX = {
    "create": {REPORTER, EDITOR, CHIEF},
    "edit_own": {REPORTER, EDITOR, CHIEF},
    "edit_others": {EDITOR, CHIEF},
    "photos": {REPORTER, EDITOR, CHIEF, PHOTOGRAPHER},
    "publish": {EDITOR, CHIEF},
    "withdraw": {CHIEF},
    "sign": {CHIEF},
    "export": {EDITOR, CHIEF},
    "register": {EDITOR, CHIEF},
    "settings": {CHIEF},
}


class RightsTests(TestCase):
    def test_the_matrix_is_the_one_agreed(self):
        self.assertEqual({act: {name for name in RIGHTS if act in RIGHTS[name]} for act in ACTS}, MATRIX)

    def test_every_permission_of_the_matrix_exists(self):
        for name in RIGHTS:
            granted = make_user(group=name).get_all_permissions()

            self.assertEqual(granted, permissions_of(name))

    def test_the_document_prints_the_matrix(self):
        rows = re.findall(r"^\| `(\w+)` \|.*?\|(.*)\|$", (ROOT / "docs/RIGHTS.md").read_text(encoding="utf-8"), re.M)

        printed = {act: [cell.strip() == "✓" for cell in cells.split("|")] for act, cells in rows}
        self.assertEqual(printed, {act: [name in groups for name in RIGHTS] for act, groups in MATRIX.items()})


class GroupMatrixTests(TestCase):
    """Each act tried by each group on the admin's own addresses."""

    def setUp(self):
        self.desk = make_desk()

    def test_create(self):
        self.assert_open_to("create", lambda user: self.get("admin:articles_article_add"))

    def test_edit_own(self):
        self.assert_open_to("edit_own", lambda user: self.save(make_article(created_by=user, desk=self.desk)))

    def test_edit_others(self):
        other = make_user()
        self.assert_open_to("edit_others", lambda user: self.save(make_article(created_by=other, desk=self.desk)))

    def test_photos(self):
        self.assert_open_to("photos", lambda user: self.get("admin:media_photo_add"))

    def test_publish(self):
        self.assert_open_to("publish", lambda user: self.act("publish", self.signed(user)))

    def test_withdraw(self):
        self.assert_open_to("withdraw", lambda user: self.act("withdraw", make_published(), asked=1, reason="失实"))

    def test_sign(self):
        self.assert_open_to("sign", lambda user: self.act("sign", make_article(created_by=user)))

    def test_register(self):
        self.assert_open_to("register", lambda user: self.get("admin:bylines_contributor_add"))

    def test_settings(self):
        self.assert_open_to("settings", lambda user: self.get("admin:desk_paper_changelist"))

    def assert_open_to(self, act, attempt):
        for name in RIGHTS:
            user = make_user(group=name, desk=self.desk)
            self.client.force_login(user)
            with self.subTest(group=name, act=act):
                self.assertEqual(bool(attempt(user)), name in MATRIX[act])

    def get(self, name):
        return self.client.get(reverse(name)).status_code == 200

    def save(self, article):
        """Whether a typed headline arrives; without the right it must not, whatever the answer says."""
        address = reverse("admin:articles_article_change", args=[article.pk])
        page = self.client.get(address)
        if page.status_code != 200 or "adminform" not in page.context:
            return False
        self.client.post(address, {**story_form(article), "headline": "改过的标题"})
        article.refresh_from_db()
        return article.headline == "改过的标题"

    def signed(self, user):
        article = make_article(created_by=user, desk=self.desk)
        publishing.sign(article)
        return article

    def act(self, name, article, **fields):
        address = reverse("admin:articles_article_changelist")
        before = (article.stage, article.published_at, article.withdrawn_at)
        self.client.post(address, {"action": name, "_selected_action": [article.pk], **fields})
        article.refresh_from_db()
        return before != (article.stage, article.published_at, article.withdrawn_at)
