"""One printed story and all that hangs from it, as the verbs would have left it."""

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from articles.models import Article, ArticleRegion, Illustration, Printed
from articles.models.article import Stage
from articles.models.listing import Kind
from articles.shares import shares_of_photo, shares_of_story
from bylines.models import Byline, Role
from media.models import Likeness, Photo
from newsroom.archive.chance import BITS, skewed
from newsroom.archive.layout import PAGES
from newsroom.archive.pictures import SHAPES
from newsroom.archive.texts import Text

ONE_WITHDRAWN_IN, ONE_CORRECTED_IN = 3000, 2000
# By their numbers; these two stand in a small archive too.
WITHDRAWN_FIRST, CORRECTED_FIRST = 17, 5
REPRINTED, IN_COLUMN, WITH_SUMMARY, FIGURE_PLACED = 0.06, 0.12, 0.2, 0.1
AGENCY = "新华社"
# How many of them a story has, as often as they stand here.
CORRESPONDENTS = (0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3)
PHOTOS = (0, 0, 0, 0, 0, 1, 1, 1, 1, 2)
TAGS = (1, 2, 2, 3, 3, 3, 4, 5)
TAGGED = Article.tags.through
READY = str(Stage.READY.value)
REPORTER, CORRESPONDENT, PHOTOGRAPHER = (
    str(role.value) for role in (Role.REPORTER, Role.CORRESPONDENT, Role.PHOTOGRAPHER)
)
REGION, CONTRIBUTOR, COLUMN, TAG, CHANNEL, DAY = (str(kind.value) for kind in Kind)


class Written(NamedTuple):
    """filed: {(kind, key)} of its lists. credits: [(photo or None, person, role)]."""

    article: int
    text: Text
    filed: set
    column: int | None
    credits: list


class StoryPress:
    def __init__(self, office, writer, places):
        self.office, self.writer, self.places = office, writer, places
        self.rng, self.frame = office.rng, office.frame
        self.first = office.next[Article]
        self.tags = skewed([pk for pk, _name, _slug in self.frame.tags], 0.9)
        self.quiet = {self.first + office.ordered * part // 4 for part in (1, 2, 3)}

    def press(self, hour, position, page=None, issue=None):
        """Returns its key, and whether it has been withdrawn since. page, issue: None for one on the web alone."""
        number = self.office.next[Article] - self.first
        is_withdrawn = number % ONE_WITHDRAWN_IN == ONE_WITHDRAWN_IN // 2 or number == WITHDRAWN_FIRST
        is_corrected = not is_withdrawn and number % ONE_CORRECTED_IN == CORRECTED_FIRST
        withdrawn, corrected = hour.withdrawn if is_withdrawn else None, hour.corrected if is_corrected else None
        state = READY, hour.at, withdrawn, corrected
        one = self.write(hour, position, state)
        self.office.book.enter(
            one.article, () if is_withdrawn else one.filed, hour.at, changed=withdrawn or corrected or hour.at
        )
        if not is_withdrawn:
            self.count(one, hour, issue)
        if is_corrected:
            wrong = one.text.headline[:6]
            self.office.owe(one.article, page, position, wrong, one.text.noun, hour.corrected)
        return one.article, is_withdrawn

    def count(self, one, hour, issue):
        """Its credits in print: of its line, and of each photo."""
        at = hour.day, hour.at, issue, one.column
        for photo, credits in groupby(one.credits, key=itemgetter(0)):
            shared = (shares_of_photo if photo else shares_of_story)([credit[1:] for credit in credits])
            length = 0 if photo else one.text.length
            for (person, role), parts in shared.items():
                self.office.add(Printed, one.article, photo, person, role, *at, length, *parts)

    def write(self, hour, position, state):
        """The story with its people, places, tags and photos."""
        article = self.office.next[Article]
        places = (self.places.quiet,) if article in self.quiet and self.places.quiet else self.places.draw()
        text = self.writer.write(places[0].short if places else "")
        channel, column = self.filing(position)
        filed = {(DAY, hour.day), (CHANNEL, str(channel))}
        if column:
            filed.add((COLUMN, str(column)))
        is_reprint = self.rng.random() < REPRINTED
        writers = () if is_reprint else self.bylines(article, places)
        self.lay_in(article, places, filed)
        self.tag(article, text.topic, filed)
        credits = [(None, one.pk, one.role) for one in writers]
        photos = self.photos(article, text, places, writers, hour, credits)
        filed.update([(CONTRIBUTOR, str(person)) for _photo, person, _role in credits])
        words = self.words(text, is_reprint, photos, hour)
        kind = self.frame.genres[article % len(self.frame.genres)], channel, column
        desk = self.frame.desks[article % len(self.frame.desks)]
        hands = self.frame.archivist, hour.entered, state[-1] or hour.changed
        self.office.add(Article, *words, *kind, desk, *state, text.length, photos, *hands)
        return Written(article, text, filed, column, credits)

    def filing(self, position):
        """The channel of the page, and now and then a column."""
        random, columns = self.rng.random, self.frame.columns
        channel = self.frame.channels[PAGES[position][1] % len(self.frame.channels)]
        return channel, columns[int(random() ** 2 * len(columns))] if random() < IN_COLUMN else None

    def words(self, text, is_reprint, photos, hour):
        """From the kicker to the source. The agency's stories say where and when they were sent."""
        random, body = self.rng.random, text.body
        if photos and random() < FIGURE_PLACED:
            body += "\n[图1]"
        dateline = f"{AGENCY}北京{int(hour.day[5:7])}月{int(hour.day[8:])}日电" if is_reprint else "本报讯"
        summary = body[: body.find("。") + 1] if random() < WITH_SUMMARY else ""
        source = AGENCY if is_reprint else ""
        return text.kicker, text.headline, text.subheadline, dateline, body, summary, source

    def bylines(self, article, places):
        office, bits, random = self.office, self.rng.getrandbits, self.rng.random
        register, rows = office.register, []
        if random() < 0.9:
            rows.append(register.reporters[bits(BITS)])
            if random() < 0.15:
                rows.append(register.reporters[bits(BITS)])
        near = register.by_county.get(places[0].county) if places else None
        for _ in range(CORRESPONDENTS[int(random() * len(CORRESPONDENTS))]):
            rows.append(near[int(random() ** 2 * len(near))] if near else register.correspondents[bits(BITS)])
        writers = tuple(dict.fromkeys(rows))
        for order, one in enumerate(writers):
            office.add(Byline, one.pk, one.role, "", order, one.name, one.unit, article, None)
        return writers

    def lay_in(self, article, places, filed):
        for order, place in enumerate(places):
            self.office.add(ArticleRegion, article, place.pk, order)
            filed.update([(REGION, code) for code in place.above])

    def tag(self, article, topic, filed):
        bits = self.rng.getrandbits
        count = TAGS[int(self.rng.random() * len(TAGS))] - 1
        tags = {self.frame.tags[topic][0], *(self.tags[bits(BITS)] for _ in range(count))}
        for tag in sorted(tags):
            self.office.add(TAGGED, tag, article, self.frame.content_type)
            filed.add((TAG, str(tag)))

    def photos(self, article, text, places, writers, hour, credits):
        """How many the story has. credits: theirs come to the others."""
        count = PHOTOS[int(self.rng.random() * len(PHOTOS))]
        for number in range(1, count + 1):
            person = self.photographer(writers)
            caption = f"图为{places[0].name if places else ''}{text.noun}现场（{number}）。"
            photo = self.photo(caption, places[0].pk if places else None, hour)
            standing = CORRESPONDENT if person.role == CORRESPONDENT else ""
            self.office.add(Byline, person.pk, PHOTOGRAPHER, standing, 0, person.name, person.unit, None, photo)
            credits.append((photo, person.pk, standing or PHOTOGRAPHER))
            self.office.add(Illustration, article, photo, number, number - 1, caption)
        return count

    def photographer(self, writers):
        if writers and self.rng.random() < 0.3:
            return writers[-1]
        return self.office.register.photographers[self.rng.getrandbits(BITS)]

    def photo(self, caption, region, hour):
        bits = self.rng.getrandbits
        number = self.office.next[Photo]
        key = f"{number:07x}{bits(36):09x}"
        width, height, renditions = SHAPES[number % len(SHAPES)]
        original, filename = f"originals/{key[:2]}/{key}/original.jpg", f"IMG_{number % 10000:04}.JPG"
        file = key, width, height, "jpeg", f"{bits(256):064x}", renditions
        entered, by = hour.entered, self.frame.archivist
        likeness = bits(64)
        parts = [likeness >> shift & 0xFFFF for shift in (48, 32, 16, 0)]
        self.office.rows[Likeness].append((number, *parts))
        return self.office.add(Photo, caption, original, filename, *file, entered, region, by, entered)
