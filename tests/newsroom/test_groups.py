import re
from pathlib import Path

from django.contrib.auth.models import Group, Permission
from django.test import TestCase

from newsroom.groups import ACTS, EDITOR, REPORTER, RIGHTS, permissions_of, write_groups
from tests.factories import make_user
from tests.newsroom.rights import MATRIX

ROOT = Path(__file__).resolve().parent.parent.parent


class RightsTests(TestCase):
    """Whether each group can really do what stands here, and nothing else, the tests of the rights try."""

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


class WritingGroupsTests(TestCase):
    def setUp(self):
        write_groups()
        self.reporters = Group.objects.get(name=REPORTER)

    def test_keeps_what_a_paper_gave_besides(self):
        extra = Permission.objects.get(codename="add_correction")
        self.reporters.permissions.add(extra)

        write_groups()

        self.assertIn(extra, self.reporters.permissions.all())

    def test_gives_back_what_a_paper_took_away(self):
        Group.objects.get(name=EDITOR).permissions.clear()

        write_groups()

        self.assertEqual(make_user(group=EDITOR).get_all_permissions(), permissions_of(EDITOR))

    def test_leaves_other_groups_alone(self):
        proofreaders = Group.objects.create(name="校对")

        write_groups()

        self.assertEqual(proofreaders.permissions.count(), 0)
