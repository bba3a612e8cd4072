from django.test import TestCase

from intake.documents.result import Picture
from intake.drafting.enclosures import Enclosed, illustrate
from intake.drafting.illustrating import Shown
from intake.manuscripts import Manuscript
from intake.reading.result import PhotoRead, StoryRead
from media.imaging.developing import develop
from media.models import Photo
from tests.factories import make_article, make_photo, make_user
from tests.media.alike import scene, scene_file
from tests.pictures import encoded, upload


class ManuscriptTests(TestCase):
    def test_a_photo_that_comes_with_a_manuscript_is_pointed_out_in_its_form(self):
        theirs = make_photo(caption="比武现场。", file=scene_file(1), uploaded_by=make_user())
        editor = make_user(group="编辑")
        picture = Picture(encoded(scene(1), quality=50), "DSC_1.jpg")
        enclosed = Enclosed(Manuscript("来稿.docx", "", (picture,)), {id(picture): develop(upload(picture.content))})
        shown = [Shown(picture, PhotoRead(), None)]

        illustrate(make_article(), StoryRead(), shown, enclosed, by=editor, may_enter=False)

        self.client.force_login(editor)
        response = self.client.get(f"/admin/media/photo/{Photo.objects.exclude(pk=theirs.pk).get().pk}/change/")
        self.assertContains(response, "相近图片：")
        self.assertContains(response, "比武现场。")
