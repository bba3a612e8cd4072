"""What an act changed on readers' pages, beside what it said that it changed."""

from types import SimpleNamespace

from django.test import TestCase, override_settings

from pagecache.models import Change, Coming
from pagecache.names import number_of
from tests.factories import make_user
from tests.newsroom.showing.over import OVER
from tests.newsroom.showing.pages import addresses_in, rendered
from tests.newsroom.showing.questions import Answers
from tests.newsroom.showing.world import NOW, at, make_world

KEPT = (200, 410)


def as_stored(world):
    """What an act before this one left in memory went with its transaction."""
    return SimpleNamespace(**{name: type(row)._base_manager.get(pk=row.pk) for name, row in vars(world).items()})


class ShowingTestCase(TestCase):
    maxDiff = None

    @classmethod
    def setUpTestData(cls):
        cls.world = make_world()
        cls.kinds = {path: name for name, paths in addresses_in(cls.world).items() for path in paths}
        cls.paths = list(cls.kinds)
        with at(NOW):
            cls.before = rendered(cls.paths)
            cls.told = Answers()
            for page in cls.before.values():
                cls.told |= {question: cls.told[question] for question in page.questions}

    def setUp(self):
        clock = at(NOW)
        clock.start()
        self.addCleanup(clock.stop)
        self.client.force_login(make_user(is_superuser=True))
        self.said, self.coming = set(), []

    def act(self, act):
        """With the cache on, as it is in a newsroom; pages are rendered with it off, and so always anew."""
        self.world = as_stored(self.world)
        with override_settings(PAGE_CACHE="database"):
            act(self)
        rows = Change.objects.order_by("pk").values_list("names", flat=True)
        self.said = {name for names in rows for name in names.split("\n")}
        self.coming = list(Coming.objects.values_list("name", "at"))

    def kept(self):
        return {path for path, page in self.before.items() if page.answer[0] in KEPT}

    def changed(self, now):
        return {path for path in self.kept() & now.keys() if now[path].answer != self.before[path].answer}

    def rendered_anew(self):
        """The pages of which something may have changed since the class began."""
        told = Answers()
        is_same = {question: told[question] == answer for question, answer in self.told.items()}
        return rendered([path for path in self.kept() if not all(map(is_same.get, self.before[path].questions))])

    def dropped(self):
        return {path for path in self.kept() if self.before[path].names & self.said}

    def in_vain(self, path):
        """Whether it is dropped for a reason that OVER does not name. It may also learn of a moment to come."""
        names = self.before[path].names & self.said
        coming = {number for number, _at in self.coming}
        kinds = {name.partition(":")[0] for name in names if number_of(name) not in coming}
        return any((self.kinds[path], kind) not in OVER for kind in kinds)

    def ends_in_vain(self, path):
        """The same of a moment to come. A calendar ends with its day, whatever the day brings."""
        page = self.before[path]
        coming = {number for number, _at in self.coming}
        kinds = {name.partition(":")[0] for name in page.names if number_of(name) in coming}
        return page.until is None and any((self.kinds[path], kind) not in OVER for kind in kinds)

    def fresh_until(self, page):
        """Of a page that is kept now: the first moment at which it has to be made anew."""
        numbers = {number_of(name) for name in page.names}
        moments = [moment for number, moment in self.coming if number in numbers]
        return min([*moments, *([page.until] if page.until else [])], default=None)
