from articles.models import FrontBlock, FrontPage
from newsroom.groups import CHIEF
from tests.factories import compose, make_published, make_user
from tests.newsroom.rights import RightsTestCase, rows

BLOCKS = "/admin/articles/frontblock/"
SHEET = "/admin/articles/frontpage/1/change/"


class ComposingRightTests(RightsTestCase):
    def test_pinning_the_lead(self):
        self.assert_open_to("compose", lambda user: self.pin(make_published()))

    def test_adding_a_block(self):
        form = {"kind": "page", "page_label": "04", "number": 4, **rows(picks=(0, 0))}

        self.assert_open_to("compose", lambda user: self.add(FrontBlock, **form))

    def test_taking_a_block_down(self):
        self.assert_open_to("compose", lambda user: self.delete(self.block()))

    def test_previewing(self):
        self.assert_open_to("compose", lambda user: self.pin(None, _preview="1").status_code == 200)

    def test_takes_the_sight_of_all_desks(self):
        """Beside a pin that was withdrawn since stands its headline."""
        chief = make_user(group=CHIEF)
        group = chief.groups.get()
        group.permissions.remove(group.permissions.get(codename="see_all_desks_article"))
        self.client.force_login(chief)
        FrontPage.current()

        for address in (
            SHEET,
            f"/admin/articles/frontblock/{self.block().pk}/change/",
            "/admin/articles/frontblock/add/",
        ):
            self.assertEqual(self.client.get(address).status_code, 403)

    def pin(self, story, **fields):
        FrontPage.current()
        form = {"lead": story.pk if story else "", "lead_until_0": "", "lead_until_1": ""}
        response = self.client.post(SHEET, {**form, **rows(seconds=(0, 0), blocks=(0, 0)), **fields})
        return response if fields else FrontPage.current().lead == story

    def block(self):
        return compose(blocks=[{"kind": "picked", "title": "推荐"}]).blocks.last()
