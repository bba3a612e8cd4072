from io import BytesIO

from django.test import TestCase

from bylines.credits import CORRESPONDENT, PHOTOGRAPHER, Credit
from intake.documents.result import Picture
from intake.drafting.enclosures import Enclosed, illustrate
from intake.drafting.illustrating import Shown
from intake.manuscripts import Manuscript
from intake.reading.result import PhotoRead, StoryRead
from media.imaging.developing import develop
from media.models import Photo
from tests.factories import make_article, make_contributor
from tests.media.embedding import jpeg, xmp

CONTENT = jpeg(xmp=xmp(dc_description="文件里的说明。", dc_creator=["马敏"], dc_rights="示例社"))


class ManuscriptTests(TestCase):
    """A picture that came with a manuscript: its words there go before those in its file."""

    def hung(self, photo):
        picture = Picture(CONTENT, "DSC_1.jpg")
        enclosed = Enclosed(Manuscript("来稿.docx", "", (picture,)), {id(picture): develop(BytesIO(CONTENT))})
        shown = [Shown(picture, photo, None)]
        illustrate(make_article(), StoryRead(), shown, enclosed, by=None, may_enter=False)
        return Photo.objects.get()

    def test_the_files_words_stand_where_the_manuscript_has_none(self):
        make_contributor(name="马敏")

        photo = self.hung(PhotoRead())

        self.assertEqual((photo.caption, photo.printed_credit), ("文件里的说明。", "记者马敏 摄"))

    def test_the_picture_begins_with_an_alt_text(self):
        photo = self.hung(PhotoRead(caption="稿件里的说明。"))

        self.assertEqual(photo.illustrations.get().alt, "稿件里的说明。")

    def test_the_manuscripts_words_stand_where_it_has_some(self):
        make_contributor(name="马敏")
        make_contributor(name="何青")
        said = (Credit("何青", PHOTOGRAPHER, CORRESPONDENT),)

        photo = self.hung(PhotoRead("来稿里的说明。", said))

        self.assertEqual((photo.caption, photo.printed_credit), ("来稿里的说明。", "通讯员何青 摄"))
        self.assertEqual(photo.copyright, "示例社")
        self.assertEqual(photo.label["credit"], "通讯员何青 摄")
