"""One printed story and all that hangs from it, as the verbs would have left it."""

from articles.models import Article, ArticleRegion, Illustration
from articles.models.article import Stage
from articles.models.listing import Kind
from bylines.models import Byline, Role
from media.models import Likeness, Photo
from newsroom.archive.chance import BITS, skewed
from newsroom.archive.layout import PAGES
from newsroom.archive.pictures import SHAPES

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


class StoryPress:
    def __init__(self, office, writer, places):
        self.office, self.writer, self.places = office, writer, places
        self.rng, self.frame = office.rng, office.frame
        self.first = office.next[Article]
        self.tags = skewed([pk for pk, _name, _slug in self.frame.tags], 0.9)
        self.quiet = {self.first + office.ordered * part // 4 for part in (1, 2, 3)}

    def press(self, hour, position, page=None):
        """Returns its key, and whether it has been withdrawn since. page: None for what stands on the web alone."""
        number = self.office.next[Article] - self.first
        is_withdrawn = number % ONE_WITHDRAWN_IN == ONE_WITHDRAWN_IN // 2 or number == WITHDRAWN_FIRST
        is_corrected = not is_withdrawn and number % ONE_CORRECTED_IN == CORRECTED_FIRST
        withdrawn, corrected = hour.withdrawn if is_withdrawn else None, hour.corrected if is_corrected else None
        state = READY, hour.at, withdrawn, corrected
        article, text, filed = self.write(hour, position, state)
        self.office.book.enter(
            article, () if is_withdrawn else filed, hour.at, changed=withdrawn or corrected or hour.at
        )
        if is_corrected:
            wrong = text.headline[:6]
            self.office.owe(article, page, position, wrong, text.noun, hour.corrected)
        return article, is_withdrawn

    def write(self, hour, position, state):
        """The story with its people, places, tags and photos. Returns its key, its text and where it is filed."""
        article = self.office.next[Article]
        places = (self.places.quiet,) if article in self.quiet and self.places.quiet else self.places.draw()
        text = self.writer.write(places[0].short if places else "")
        channel, column = self.filing(position)
        filed = {(DAY, hour.day), (CHANNEL, str(channel))}
        if column:
            filed.add((COLUMN, str(column)))
        is_reprint = self.rng.random() < REPRINTED
        writers = () if is_reprint else self.bylines(article, places)
        filed.update([(CONTRIBUTOR, str(one.pk)) for one in writers])
        self.lay_in(article, places, filed)
        self.tag(article, text.topic, filed)
        photos = self.photos(article, text, places, writers, hour, filed)
        words = self.words(text, is_reprint, photos, hour)
        kind = self.frame.genres[article % len(self.frame.genres)], channel, column
        desk = self.frame.desks[article % len(self.frame.desks)]
        hands = self.frame.archivist, hour.entered, state[-1] or hour.changed
        self.office.add(Article, *words, *kind, desk, *state, text.length, photos, *hands)
        return article, text, filed

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

    def photos(self, article, text, places, writers, hour, filed):
        """How many the story has."""
        count = PHOTOS[int(self.rng.random() * len(PHOTOS))]
        for number in range(1, count + 1):
            person = self.photographer(writers)
            filed.add((CONTRIBUTOR, str(person.pk)))
            caption = f"图为{places[0].name if places else ''}{text.noun}现场（{number}）。"
            photo = self.photo(caption, places[0].pk if places else None, hour)
            standing = CORRESPONDENT if person.role == CORRESPONDENT else ""
            self.office.add(Byline, person.pk, PHOTOGRAPHER, standing, 0, person.name, person.unit, None, photo)
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
