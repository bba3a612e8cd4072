from django.test import TestCase

from bylines.models import Contributor, PenName
from bylines.register import entered, names_known, people_named, who_may_be
from tests.factories import make_contributor


class PenNameTests(TestCase):
    def setUp(self):
        self.person = make_contributor(name="方砚秋")
        self.person.pen_names.create(name="砚秋")

    def test_leads_to_the_person(self):
        self.assertEqual(people_named(["砚秋", "何青"]), {"砚秋": [self.person], "何青": []})

    def test_stands_behind_whoever_has_the_name_as_their_own(self):
        own = make_contributor(name="砚秋")

        self.assertEqual(people_named(["砚秋"])["砚秋"], [own, self.person])

    def test_is_asked_in_two_queries_however_many_names(self):
        for names in (["砚秋"], ["砚秋", "方砚秋", "何青", "江望"]):
            with self.assertNumQueries(2):
                people_named(names)

    def test_is_a_name_that_the_register_knows(self):
        self.assertEqual(names_known({"砚秋", "方砚秋", "何青"}), {"砚秋", "方砚秋"})
        self.assertEqual(names_known(set()), set())

    def test_is_not_entered_as_somebody_new(self):
        self.assertEqual(entered(name="砚秋", role="author"), self.person)

    def test_makes_its_bearer_a_namesake(self):
        self.assertEqual(who_may_be(["砚秋"])["砚秋"].namesakes, [self.person])

    def test_finds_by_name_whom_the_library_asks_for(self):
        self.assertEqual(Contributor.objects.named("砚秋").get(), self.person)


class MergedAwayTests(TestCase):
    def test_is_found_by_nobody_and_their_name_leads_to_who_is_left(self):
        left = make_contributor(name="周永卫")
        make_contributor(name="周永玮", merged_into=left)
        PenName.objects.create(contributor=left, name="周永玮", kind=PenName.Kind.ALIAS)

        self.assertEqual(people_named(["周永玮"])["周永玮"], [left])
        self.assertEqual(who_may_be(["周永玮"])["周永玮"].people, [left])
        self.assertEqual(entered(name="周永玮", role="reporter"), left)

    def test_becomes_who_they_are_now_over_several_steps(self):
        left = make_contributor(name="甲")
        between = make_contributor(name="乙", merged_into=left)
        gone = make_contributor(name="丙", merged_into=between)

        self.assertEqual(gone.as_it_stands(), left)
        self.assertEqual(left.as_it_stands(), left)
