"""Every migration since the last release, held to the rules."""

from django.db.migrations.loader import MigrationLoader
from django.test import SimpleTestCase

from tests.upgrades.released import REASONS, RELEASED, SMALL
from tests.upgrades.rules import Rules


class MigrationsTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.loader = MigrationLoader(None)
        cls.released = [(app, name) for app, name in RELEASED.items() if app in cls.loader.migrated_apps]

    def test_the_last_release_is_named_by_migrations_that_are_there(self):
        self.assertEqual([node for node in self.released if node not in self.loader.graph.nodes], [])

    def test_what_is_newer_leaves_the_last_release_serving(self):
        state, new, refused = self.loader.project_state(self.released, at_end=True), set(), {}
        for node in self.newer():
            migration = self.loader.graph.nodes[node]
            rules = Rules(migration, state, new, SMALL, REASONS.get(node))
            refused[node] = rules.refused()
            state, new = rules.state, rules.new

        self.assertEqual(
            {node: why for node, why in refused.items() if why},
            {},
            "docs/OPERATIONS.md, “A new version”, says what two versions side by side want.",
        )

    def newer(self):
        """In the order in which they run."""
        known = {node for leaf in self.released for node in self.loader.graph.forwards_plan(leaf)}
        plans = [self.loader.graph.forwards_plan(leaf) for leaf in sorted(self.loader.graph.leaf_nodes())]
        return [node for node in dict.fromkeys(node for plan in plans for node in plan) if node not in known]
