"""What comes with a manuscript's words: photos, notes, the page itself. The slow work on it is done before any row."""

from dataclasses import dataclass, field
from functools import partial

from django.core.files.base import ContentFile

from articles.models import Illustration
from articles.page_files import hang_pdf, hang_picture
from intake.apart import render_apart
from intake.documents.kinds import PAGE_WIDTH
from intake.documents.refusal import DocumentRefused
from intake.drafting.crediting import credit_photo
from intake.drafting.illustrating import shown_in
from intake.manuscripts import Manuscript
from intake.messages import message_of_note, refusal_of
from intake.pages.blocks import lay_out
from intake.reading.result import Reading
from media.imaging.developing import Prints, develop
from media.imaging.filenames import cleaned
from media.imaging.refusal import PictureRefused
from media.models import Photo
from media.reasons import reason

PAGE = "page"


@dataclass(frozen=True)
class Enclosed:
    """prints: of the manuscript's pictures, by their identity. doubts: code and sentence.
    for_page: the page of the paper is to be hung too."""

    manuscript: Manuscript
    prints: dict[int, Prints | None]
    doubts: list[tuple[str, str]] = field(default_factory=list)
    page_prints: Prints | None = None
    for_page: bool = True

    def photo_of(self, shown, *, by):
        """The row of a picture that could be developed, not taken in yet, or None."""
        if not self.prints.get(id(shown.picture)):
            return None
        return Photo.objects.create(caption=caption_of(shown.photo), uploaded_by=by)

    def take_in(self, photo, shown):
        """Once it is credited as the manuscript says: whom the file itself names comes after."""
        photo.take_in(file_of(shown.picture), self.prints[id(shown.picture)])

    def hang(self, page):
        """Picture and PDF of the page. Other pages in it would show stories of which this page knows nothing."""
        if self.page_prints:
            hang_picture(page, self.page_prints)
        if self.manuscript.file and self.manuscript.is_own_file:
            hang_pdf(page, ContentFile(self.manuscript.file))


def enclose(manuscript, *, for_page, do=lambda part, work: work()):
    """Develops the pictures and, for a page of the paper, draws the page. What fails is a doubt, and no refusal.
    do(part, work): does a piece of the work, or brings what was done before."""
    done = {part: do(part, work) for part, work in works_on(manuscript, for_page=for_page).items()}
    prints = {id(picture): done[str(number)][0] for number, picture in enumerate(manuscript.pictures)}
    doubts = [(note.code, message_of_note(note)) for note in manuscript.notes]
    doubts += [doubt for _made, failed in done.values() for doubt in failed]
    page_prints, _failed = done.get(PAGE, (None, ()))
    return Enclosed(manuscript, prints, doubts, page_prints, for_page)


def works_on(manuscript, *, for_page=True):
    """{part: work} in order. Each gives its prints, or None, and doubts."""
    works = {str(number): partial(developed, picture) for number, picture in enumerate(manuscript.pictures)}
    return works | ({PAGE: partial(page_drawn, manuscript)} if for_page and manuscript.file else {})


def developed(picture):
    try:
        return develop(file_of(picture), picture.filename).cropped(), []
    except PictureRefused as refused:
        return None, [("picture_refused", reason(refused, picture.filename))]


def page_drawn(manuscript):
    try:
        index = 0 if manuscript.is_own_file else manuscript.sheet.number - 1
        drawn = render_apart(manuscript.file, index, PAGE_WIDTH)
        return develop(ContentFile(drawn, "page.jpg"), "page.jpg"), []
    except DocumentRefused as refused:
        return None, [("page_not_drawn", refusal_of(refused, manuscript.name))]
    except PictureRefused as refused:
        return None, [("page_not_drawn", reason(refused, manuscript.name))]


def pictures_of(reading, stories, enclosed):
    """Of each story of the reading its pictures; stories: by number, as the editor left them."""
    if not enclosed:
        return [[] for _ in reading.stories]
    left = [stories.get(number, story) for number, story in enumerate(reading.stories)]
    return shown_in(Reading(left, reading.spans), enclosed.manuscript.text, enclosed.manuscript.pictures)


def illustrate(article, story, shown, enclosed, *, by, may_enter):
    """Hangs the pictures that could be developed. Returns the captions that have their photo now, and doubts."""
    hung, doubts = [], []
    for order, picture in enumerate(shown):
        photo = enclosed.photo_of(picture, by=by)
        if photo:
            doubts += credit_photo(photo, picture.photo.credits, story, may_enter=may_enter)
            enclosed.take_in(photo, picture)
            Illustration.objects.create(article=article, photo=photo, order=order)
            hung += [picture.said] if picture.said else []
    return hung, doubts


def hang_page(page, enclosed, reading, articles, shown):
    """A page of a PDF is hung. articles: all drafts of it by their numbers; shown: the pictures of the new ones."""
    if page and enclosed and enclosed.for_page and enclosed.manuscript.sheet:
        enclosed.hang(page)
        lay_out(page, enclosed.manuscript.sheet, reading, articles, shown)


def file_of(picture):
    return ContentFile(picture.content, cleaned(picture.filename))


def caption_of(photo):
    """A picture from elsewhere says so under it: photos have no field for that."""
    return " ".join(filter(None, [photo.caption, f"图源：{photo.source}" if photo.source else ""]))
