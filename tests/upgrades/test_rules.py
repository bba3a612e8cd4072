"""Each rule, on a migration made up for it."""

from django.db import migrations, models
from django.db.migrations.state import ModelState, ProjectState
from django.test import SimpleTestCase

from desk.gently import AddCheckGently, AddIndexGently, ValidateCheck
from tests.upgrades.rules import Rules

POSITIVE = models.CheckConstraint(condition=models.Q(length__gte=0), name="length_positive")
INDEX = models.Index(fields=["length"], name="story_length")


def before():
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("headline", models.CharField(max_length=100, blank=True)),
        ("length", models.IntegerField()),
        ("note", models.TextField(null=True)),
    ]
    for name in ("Story", "Desk"):
        state.add_model(ModelState("paper", name, fields))
    return state


def refused(*operations, atomic=True, **attributes):
    kind = type("Migration", (migrations.Migration,), {"operations": operations, "atomic": atomic, **attributes})
    return Rules(kind("0002_made_up", "paper"), before(), small={"paper.desk"}).refused()


def at_once(apps, schema_editor):
    apps.get_model("paper", "Story").objects.filter(length=None).update(length=0)


def by_portions(apps, schema_editor):
    stories = apps.get_model("paper", "Story").objects
    while some := list(stories.filter(note=None).values_list("pk", flat=True)[:1000]):
        stories.filter(pk__in=some).update(note="")


class AddingTests(SimpleTestCase):
    def add(self, field, model="story"):
        return refused(migrations.AddField(model, "mark", field))

    def test_a_column_may_be_empty_or_has_its_default_in_the_database(self):
        self.assertEqual(self.add(models.CharField(max_length=9, null=True)), [])
        self.assertEqual(self.add(models.CharField(max_length=9, default="", db_default="")), [])
        self.assertEqual(self.add(models.ManyToManyField("paper.Desk")), [])

    def test_one_that_the_old_version_would_have_to_fill_is_refused(self):
        self.assertIn("wants db_default", self.add(models.CharField(max_length=9, default=""))[0])

    def test_one_with_an_index_is_refused_but_in_a_small_table(self):
        self.assertIn("AddIndexGently", self.add(models.IntegerField(null=True, db_index=True))[0])
        self.assertIn("AddIndexGently", self.add(models.ForeignKey("paper.Desk", models.CASCADE, null=True))[0])
        self.assertEqual(self.add(models.IntegerField(null=True, db_index=True), "desk"), [])

    def test_a_new_table_may_be_made_as_one_likes(self):
        made = migrations.CreateModel("Letter", [("id", models.BigAutoField(primary_key=True))])
        added = migrations.AddField("letter", "by", models.CharField(max_length=9, default="", db_index=True))

        self.assertEqual(refused(made, added, migrations.RenameField("letter", "by", "sender")), [])


class TakingAwayTests(SimpleTestCase):
    def test_what_the_old_version_asks_for_stays(self):
        for operation in (
            migrations.RemoveField("story", "note"),
            migrations.DeleteModel("Story"),
            migrations.RenameField("story", "note", "remark"),
            migrations.RenameModel("Story", "Piece"),
            migrations.AlterModelTable("Story", "stories"),
        ):
            with self.subTest(operation.describe()):
                self.assertRegex("".join(refused(operation)), "old version")

    def test_and_goes_with_a_reason(self):
        gone = migrations.RemoveField("story", "note")

        self.assertEqual(refused(gone, reasons={"RemoveField": "No version since 2026-11 reads the note."}), [])
        self.assertIn("says nothing", refused(gone, reasons={"RemoveField": "unused"})[0])
        self.assertIn("needs none", refused(reasons={"RemoveField": "No version since 2026-11 reads it."})[0])

    def test_hidden_beside_a_state_it_is_found(self):
        beside = migrations.SeparateDatabaseAndState([migrations.RemoveField("story", "note")], [])

        self.assertIn("RemoveField", refused(beside)[0])
        self.assertEqual(
            refused(migrations.SeparateDatabaseAndState([], [migrations.RemoveField("story", "note")])), []
        )


class AlteringTests(SimpleTestCase):
    def alter(self, name, field):
        return refused(migrations.AlterField("story", name, field))

    def test_may_make_it_looser_or_say_it_otherwise(self):
        self.assertEqual(self.alter("headline", models.CharField(max_length=200, blank=True, help_text="one line")), [])
        self.assertEqual(self.alter("length", models.IntegerField(null=True)), [])
        self.assertEqual(self.alter("length", models.IntegerField(default=0, db_default=0)), [])

    def test_may_not_make_it_stricter_or_another_kind(self):
        for name, field, told in [
            ("headline", models.CharField(max_length=50), "max_length"),
            ("headline", models.TextField(), "CharField becomes TextField"),
            ("headline", models.CharField(max_length=100, unique=True), "unique"),
            ("headline", models.CharField(max_length=100, db_index=True), "db_index"),
            ("headline", models.CharField(max_length=100, db_column="title"), "db_column"),
            ("note", models.TextField(), "null"),
        ]:
            with self.subTest(told):
                self.assertIn(told, "".join(self.alter(name, field)))


class ConstraintTests(SimpleTestCase):
    def test_holds_first_for_what_is_new(self):
        self.assertIn("AddCheckGently", refused(migrations.AddConstraint("story", POSITIVE))[0])
        self.assertIn("AddCheckGently", refused(migrations.AlterUniqueTogether("story", {("note", "length")}))[0])
        self.assertEqual(refused(AddCheckGently("story", POSITIVE)), [])
        self.assertEqual(refused(ValidateCheck("story", "length_positive")), [])


class IndexTests(SimpleTestCase):
    def test_is_built_while_others_write(self):
        self.assertIn("AddIndexGently", refused(migrations.AddIndex("story", INDEX))[0])
        self.assertIn("atomic = False", refused(AddIndexGently("story", INDEX))[0])
        self.assertEqual(refused(AddIndexGently("story", INDEX), atomic=False), [])
        self.assertEqual(refused(migrations.AddIndex("desk", INDEX)), [])


class RowsTests(SimpleTestCase):
    def test_are_changed_by_portions_and_apart_from_columns(self):
        added = migrations.AddField("story", "mark", models.TextField(null=True))

        self.assertEqual(refused(migrations.RunPython(by_portions)), [])
        self.assertIn("one statement", refused(migrations.RunPython(at_once))[0])
        self.assertIn("same migration", refused(added, migrations.RunPython(by_portions))[0])

    def test_are_changed_by_hand_with_a_reason_alone(self):
        sql = migrations.RunSQL("UPDATE paper_story SET note = ''")

        self.assertIn("wants a reason", refused(sql)[0])
        self.assertEqual(refused(sql, reasons={"RunSQL": "A default, set without touching a row."}), [])


class UnknownTests(SimpleTestCase):
    def test_what_no_rule_knows_is_refused(self):
        strange = type("Strange", (migrations.RunPython.__mro__[1],), {"state_forwards": lambda *_arguments: None})

        self.assertIn("No rule knows", refused(strange())[0])
