from io import BytesIO
from unittest import TestCase

from PIL import Image

from media.embedded.reading import Blocks, blocks_of, read_embedded
from tests.media import embedding
from tests.media.embedding import (
    ARTIST,
    BYLINE,
    CAPTION,
    CITY,
    DAY,
    DESCRIPTION,
    HEADLINE,
    HOUR,
    KEYWORD,
    TAKEN,
    ZONE,
    exif,
    iim,
    rdf,
    xmp,
)
from tests.pictures import encoded

LONG_NAME = "欧阳娜娜阿卜杜热西提"  # thirty bytes, and two more find no room for the next character


def said(**blocks):
    """{field: (value, place, doubt)}"""
    return {name: tuple(words)[:3] for name, words in read_embedded(Blocks(**blocks)).said.items()}


class PrecedenceTests(TestCase):
    def test_believes_xmp_before_iim_before_exif(self):
        read = said(
            xmp=xmp(photoshop_Headline="甲"),
            iim=iim((HEADLINE, "甲".encode()), (CAPTION, "乙".encode())),
            exif=exif([(DESCRIPTION, "乙".encode()), (ARTIST, "丙先生".encode())]),
        )

        self.assertEqual(
            read,
            {"headline": ("甲", "xmp", ""), "caption": ("乙", "iim", ""), "creators": (["丙先生"], "exif", "")},
        )

    def test_points_out_where_xmp_and_iim_say_two_things(self):
        read = read_embedded(Blocks(xmp=xmp(dc_description="新说明"), iim=iim((CAPTION, "旧说明".encode()))))

        self.assertEqual(
            read.record["said"]["caption"], {"value": "新说明", "from": "xmp", "doubt": "differs", "other": "旧说明"}
        )

    def test_a_place_without_doubt_is_believed_before_one_with_lost_characters(self):
        read = said(xmp=xmp(dc_creator=["???"]), iim=iim((BYLINE, "孙七".encode())))

        self.assertEqual(read["creators"], (["孙七"], "iim", ""))

    def test_says_nothing_of_a_file_that_says_nothing(self):
        self.assertEqual(read_embedded(Blocks()).record, {})


class XmpTests(TestCase):
    def test_reads_attributes_elements_and_several_descriptions(self):
        block = rdf(
            '<rdf:Description photoshop:City="诸暨"><photoshop:State>浙江</photoshop:State></rdf:Description>'
            "<rdf:Description><dc:subject><rdf:Bag><rdf:li>工业</rdf:li><rdf:li>厂房</rdf:li></rdf:Bag></dc:subject>"
            '<ext:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/print"/>'
            "</rdf:Description>"
        )

        read = {name: value for name, (value, *_) in said(xmp=block).items()}

        expected = {"city": "诸暨", "province": "浙江", "keywords": ["工业", "厂房"], "digital_source_type": "print"}
        self.assertEqual(read, expected)

    def test_prefers_chinese_then_the_default_language(self):
        rows = [("en", "factory"), ("x-default", "default"), ("zh-CN", "厂房")]
        for expected in ("厂房", "default", "factory"):
            langs = "".join(f'<rdf:li xml:lang="{lang}">{text}</rdf:li>' for lang, text in rows)
            block = rdf(f"<rdf:Description><dc:rights><rdf:Alt>{langs}</rdf:Alt></dc:rights></rdf:Description>")
            self.assertEqual(said(xmp=block)["copyright"][0], expected)
            rows.pop()

    def test_takes_nothing_from_the_depth_of_a_structure(self):
        inner = "<rdf:Bag><rdf:li rdf:parseType='Resource'><photoshop:City>别处</photoshop:City></rdf:li></rdf:Bag>"
        block = rdf(f"<rdf:Description><ext:LocationShown>{inner}</ext:LocationShown></rdf:Description>")

        self.assertEqual(said(xmp=block), {})

    def test_names_a_source_type_by_its_code(self):
        address = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
        texts = {address: "trainedAlgorithmicMedia", "digsrctype:composite": "composite", "magic": "magic"}

        for text, code in texts.items():
            read = said(xmp=xmp(ext_DigitalSourceType=text))["digital_source_type"]
            self.assertEqual(read, (code, "xmp", "unknown" if text == "magic" else ""))

    def test_never_reads_where_the_camera_stood(self):
        block = xmp(exif_GPSLatitude="29,55.518N", exif_GPSLongitude="120,15.45E", photoshop_City="诸暨")

        self.assertEqual(said(xmp=block), {"city": ("诸暨", "xmp", "")})


class CharacterTests(TestCase):
    def headline(self, data, **options):
        return said(iim=iim((HEADLINE, data), **options))["headline"]

    def test_tells_utf8_from_gb18030_marked_or_not(self):
        text = "店口：老厂房里长出新产业"

        self.assertEqual(self.headline(text.encode(), marked=True), (text, "iim", ""))
        self.assertEqual(self.headline(text.encode()), (text, "iim", ""))
        self.assertEqual(self.headline(text.encode("gb18030")), (text, "iim", ""))

    def test_reads_one_block_in_one_encoding(self):
        block = iim((BYLINE, "模".encode("gbk")), (HEADLINE, "店口老厂房".encode("gbk")))

        self.assertEqual(said(iim=block)["creators"], (["模"], "iim", ""))

    def test_reads_each_value_by_itself_where_two_programs_wrote(self):
        block = iim((BYLINE, "孙七".encode("gbk")), (HEADLINE, "店口".encode()), (CITY, b"Zhuji"))

        self.assertEqual(
            said(iim=block),
            {
                "creators": (["孙七"], "iim", "charset"),
                "headline": ("店口", "iim", "charset"),
                "city": ("Zhuji", "iim", ""),
            },
        )

    def test_points_out_what_only_latin_can_read(self):
        self.assertEqual(self.headline("Müller in Zürich".encode("latin-1")), ("Müller in Zürich", "iim", "charset"))

    def test_points_out_a_mark_that_is_not_true(self):
        self.assertEqual(self.headline("店口镇".encode("gbk"), marked=True), ("店口镇", "iim", "charset"))

    def test_repairs_utf8_that_was_taken_for_latin(self):
        mangled = "孙七".encode().decode("latin-1")

        self.assertEqual(said(xmp=xmp(dc_creator=[mangled]))["creators"], (["孙七"], "xmp", "charset"))

    def test_drops_controls_and_marks_that_turn_text_around(self):
        self.assertEqual(self.headline("店\0口\u202e镇\u200b\x07".encode())[0], "店口镇")

    def test_shortens_what_is_longer_than_any_caption(self):
        value, _place, doubt = said(xmp=xmp(dc_description="长" * 9_000))["caption"]

        self.assertEqual((len(value), doubt), (5_000, "long"))


class CutTests(TestCase):
    def test_a_cut_name_gives_way_to_xmp(self):
        block = iim((BYLINE, (LONG_NAME + "娜").encode()[:32]))

        self.assertEqual(said(iim=block, xmp=xmp(dc_creator=[LONG_NAME + "娜"]))["creators"][1:], ("xmp", ""))

    def test_a_cut_name_alone_is_pointed_out(self):
        for cut in (32, 31, 30):
            read = said(iim=iim((BYLINE, (LONG_NAME + "娜").encode()[:cut])))["creators"]
            self.assertEqual(read, ([LONG_NAME], "iim", "cut"), cut)

    def test_a_cut_caption_is_completed_by_exif(self):
        whole = "店" * 700
        block = iim((CAPTION, whole.encode()[:2000]))

        self.assertEqual(said(iim=block)["caption"], ("店" * 666, "iim", "cut"))
        self.assertEqual(said(iim=block, exif=exif([(DESCRIPTION, whole.encode())]))["caption"], (whole, "exif", ""))

    def test_another_text_completes_nothing(self):
        block = iim((CAPTION, ("店" * 700).encode()[:2000]))

        self.assertEqual(said(iim=block, exif=exif([(DESCRIPTION, b"DSC 100")]))["caption"][1:], ("iim", "cut"))

    def test_half_a_character_of_gb18030_is_cut_too(self):
        block = iim((CITY, "店".encode("gbk") * 15 + "a店".encode("gbk")[:2]), (HEADLINE, "厂房".encode("gbk")))

        self.assertEqual(said(iim=block)["city"], ("店" * 15 + "a", "iim", "cut"))


class TakenTests(TestCase):
    def test_reads_day_time_and_zone_wherever_they_are(self):
        places = {
            "xmp": {"xmp": xmp(photoshop_DateCreated="2026-11-21T15:04:05+08:00")},
            "iim": {"iim": iim((DAY, b"20261121"), (HOUR, b"150405+0800"))},
            "exif": {"exif": exif(inner=[(TAKEN, b"2026:11:21 15:04:05\0"), (ZONE, b"+08:00\0")])},
        }

        for place, blocks in places.items():
            self.assertEqual(said(**blocks), {"taken_at": ("2026-11-21T15:04:05+08:00", place, "")})

    def test_an_hour_from_the_camera_completes_the_day(self):
        read = said(iim=iim((DAY, b"20261121")), exif=exif(inner=[(TAKEN, b"2026:11:21 15:04:05\0")]))

        self.assertEqual(read["taken_at"], ("2026-11-21T15:04:05", "exif", ""))

    def test_leaves_out_what_is_no_day(self):
        for nonsense in (b"0000:00:00 00:00:00\0", b"2026:13:40 99:00:00\0", b"    :  :     :  :  \0"):
            self.assertEqual(said(exif=exif(inner=[(TAKEN, nonsense)])), {})
        self.assertEqual(said(iim=iim((DAY, b"20260000"), (HOUR, b"xx"))), {})
        self.assertEqual(said(xmp=xmp(photoshop_DateCreated="2026")), {})


class CameraTests(TestCase):
    def test_what_cameras_write_is_no_caption(self):
        self.assertEqual(said(exif=exif([(DESCRIPTION, b"SONY DSC   \0")])), {})

    def test_reads_both_byte_orders_and_several_artists(self):
        for order in "<>":
            block = exif([(ARTIST, "马敏; 李凡".encode())], order=order)
            self.assertEqual(said(exif=block)["creators"], (["马敏", "李凡"], "exif", ""))


class FileTests(TestCase):
    def record(self, content):
        with Image.open(BytesIO(content)) as picture:
            picture.load()
            return read_embedded(blocks_of(picture.info)).record

    def test_reads_jpeg_png_and_webp(self):
        packet, camera = xmp(photoshop_Headline="甲"), b"Exif\0\0" + exif([(ARTIST, "马敏敏".encode())])
        contents = [encoded(format=format, xmp=packet, exif=camera) for format in ("JPEG", "WEBP")]
        contents.append(png_with_xmp(packet, camera))

        for content in contents:
            self.assertEqual(
                self.record(content)["said"],
                {"headline": {"value": "甲", "from": "xmp"}, "creators": {"value": ["马敏敏"], "from": "exif"}},
            )

    def test_reads_iim_out_of_a_jpeg(self):
        content = embedding.jpeg(iim=iim((KEYWORD, "工业".encode()), (KEYWORD, "厂房".encode())))

        self.assertEqual(self.record(content)["said"]["keywords"], {"value": ["工业", "厂房"], "from": "iim"})


def png_with_xmp(packet, camera):
    """Behind the pixels, where programs like to put it."""
    from PIL import PngImagePlugin

    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("XML:com.adobe.xmp", packet.decode())
    content = encoded(format="PNG", pnginfo=notes, exif=camera)
    at = content.index(b"iTXt") - 4
    length = int.from_bytes(content[at : at + 4], "big") + 12
    chunk, rest = content[at : at + length], content[:at] + content[at + length :]
    end = rest.index(b"IEND") - 4
    return rest[:end] + chunk + rest[end:]
