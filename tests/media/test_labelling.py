from io import BytesIO

from django.test import SimpleTestCase

from media.embedded.reading import blocks_of, read_embedded
from media.embedded.writing import packet
from media.imaging.developing import develop
from tests.media.embedding import ARTIST, BYLINE, GPS_DIRECTORY, exif, iim, jpeg, xmp
from tests.pictures import draw, encoded, opened

LABEL = {
    "creators": ["马敏", "A&B <c>"],
    "credit": "通讯员马敏 摄",
    "copyright": "示例日报",
    "source_type": "trainedAlgorithmicMedia",
    "ai_label": '{"Label": "1", "ContentProducer": "<b>"}',
}
READ = {"credit_line": LABEL["credit"], "digital_source_type": LABEL["source_type"]} | {
    name: LABEL[name] for name in ("creators", "copyright", "ai_label")
}


def developed(content=None):
    return develop(BytesIO(content or encoded(draw(size=(700, 501)))))


def said_by(content):
    """All that a served picture says, as read out of its bytes by Pillow and by us."""
    return {name: said.value for name, said in read_embedded(blocks_of(opened(content).info)).said.items()}


class LabelTests(SimpleTestCase):
    def test_every_rendition_carries_it(self):
        for rendition in developed().labelled(packet(LABEL)).renditions:
            self.assertEqual(said_by(rendition.content), READ, rendition.name)
            self.assertEqual(rendition.record["bytes"], len(rendition.content))

    def test_leaves_every_pixel_as_it_was(self):
        bare = developed()

        for before, after in zip(bare.renditions, bare.labelled(packet(LABEL)).renditions, strict=True):
            self.assertEqual(opened(before.content).tobytes(), opened(after.content).tobytes(), after.name)

    def test_another_takes_its_place_and_none_takes_it_away(self):
        bare = developed()
        twice = bare.labelled(packet(LABEL)).labelled(packet({"credit": "李凡 摄"}))

        self.assertEqual([said_by(row.content) for row in twice.renditions], [{"credit_line": "李凡 摄"}] * 4)
        self.assertEqual(twice.labelled(b"").renditions, bare.renditions)

    def test_no_words_are_no_packet(self):
        self.assertEqual(packet({"credit": "", "creators": []}), b"")

    def test_refuses_a_packet_that_no_jpeg_can_hold(self):
        with self.assertRaises(ValueError):
            developed().labelled(packet({"credit": "长" * 30_000}))


class NothingElseTests(SimpleTestCase):
    def test_tells_nothing_that_the_camera_wrote(self):
        secret = jpeg(
            xmp=xmp(exif_GPSLatitude="29,55.518N", photoshop_Headline="secret", dc_creator=["secret"]),
            iim=iim((BYLINE, b"secret")),
            exif=exif([(ARTIST, b"secret")], [(GPS_DIRECTORY, b"secret")]),
        )

        for rendition in developed(secret).labelled(packet({"copyright": "示例日报"})).renditions:
            self.assertEqual(said_by(rendition.content), {"copyright": "示例日报"})
            for trace in (b"GPS", b"secret", b"Exif", b"Photoshop", b"8BIM"):
                self.assertNotIn(trace, rendition.content, rendition.name)


class BrokenMetadataTests(SimpleTestCase):
    def test_a_picture_with_broken_metadata_is_taken_and_the_metadata_is_not(self):
        broken = jpeg(xmp=b"<!DOCTYPE x><x/>", iim=b"\x1c\x02\x50\x7f\xff", exif=b"nonsense")

        prints = developed(broken)

        self.assertEqual(prints.embedded, {"doubts": ["xmp_unread", "iim_unread", "exif_unread"]})
        self.assertEqual((prints.width, prints.height), (64, 48))

    def test_a_developed_picture_knows_what_its_file_says(self):
        prints = developed(jpeg(xmp=xmp(photoshop_Headline="店口")))

        self.assertEqual(prints.embedded, {"said": {"headline": {"value": "店口", "from": "xmp"}}})
