"""What is done from the lists of the admin: to whom it is offered, and what happens when it is sent all the same."""

from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from media.models import Photo
from tests.permissions.asking import undone, unprinted, writes
from tests.permissions.table import MODELS
from tests.permissions.table.acts import ACTS, acts_of
from tests.permissions.test_matrix import MatrixTestCase
from tests.permissions.visitors import GROUPS, SUPERUSER, VISITORS


class ListActTests(MatrixTestCase):
    def test_each_is_offered_to_whom_it_is_for(self):
        for name, own in self.lists():
            for visitor in VISITORS[1:]:
                with self.subTest(list=name, visitor=visitor):
                    self.assertEqual(self.offered(own, visitor), self.expected(name, visitor))

    def test_what_is_not_offered_is_not_done(self):
        for name, _own in self.lists():
            address = reverse(f"admin:{name.replace('/', '_')}_changelist")
            chosen = {
                "_selected_action": [self.world.keys[MODELS[name][0]]],
                "post": "yes",
                "asked": "1",
                "reason": "x",
            }
            for visitor in VISITORS:
                for act in {*acts_of(name), "delete_selected"} - self.expected(name, visitor):
                    with self.subTest(list=name, act=act, visitor=visitor), undone(), unprinted(), writes() as written:
                        self.client_of(visitor).post(address, {"action": act, **chosen})
                    self.assertEqual(written, set(), (name, act, visitor))

    def test_a_photo_in_another_desks_story_is_deleted_by_nobody(self):
        key = self.world.keys["a photo of another desk's draft"]
        for visitor in (*GROUPS, SUPERUSER):
            chosen = {"action": "delete_selected", "_selected_action": [key], "post": "yes"}
            self.client_of(visitor).post("/admin/media/photo/", chosen)

            self.assertTrue(Photo.objects.filter(pk=key).exists(), visitor)

    def lists(self):
        found = {f"{own.opts.app_label}/{own.opts.model_name}": own for own in admin.site._registry.values()}
        self.assertEqual(set(found), set(MODELS))
        self.assertLessEqual(set(ACTS), set(MODELS))
        return found.items()

    def offered(self, own, visitor):
        request = RequestFactory().get("/admin/")
        request.user = self.users[visitor]
        return set(own.get_actions(request))

    def expected(self, name, visitor):
        return {act for act, cells in acts_of(name).items() if cells[VISITORS.index(visitor)] == "w"}
