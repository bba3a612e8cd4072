import json
import struct
import tracemalloc
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from media.embedded.reading import Blocks, read_embedded
from tests.hanging import does_not_hang
from tests.media.embedding import ARTIST, CAPTION, EXIF_DIRECTORY, HEADLINE, NAMES, exif, iim, rdf, xmp

DEEP = 5_000
BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>""" + xmp(photoshop_Headline="甲")
FROM_A_FILE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + xmp(photoshop_Headline="甲")
HOSTILE_XMP = {
    "entities": BILLION_LAUGHS,
    "a file's entity": FROM_A_FILE,
    "no XML": b"\x89PNG" * 1_000,
    "not closed": xmp(photoshop_Headline="甲")[:-20],
    "a zero inside": xmp(photoshop_Headline="甲").replace("甲".encode(), b"\0"),
    "half a character": xmp(photoshop_Headline="甲").replace("甲".encode(), b"\xed\xa0\x80"),
    "half a character, spelled": xmp(photoshop_Headline="甲").replace("甲".encode(), b"&#xD800;"),
    "too deep": rdf("<rdf:Description>" + "<dc:x>" * DEEP + "</dc:x>" * DEEP + "</rdf:Description>"),
    "too many": rdf("<rdf:Description>" + "<dc:x/>" * 200_000 + "</rdf:Description>"),
    "too long": rdf("<rdf:Description><dc:creator>" + "长" * 500_000 + "</dc:creator></rdf:Description>"),
    "megabytes": b" " + b"<a>" * 2_000_000,
    "another encoding": b'<?xml version="1.0" encoding="klingon"?>' + xmp(photoshop_Headline="gone"),
}
LOOP = b"MM\0*" + struct.pack(">LHHHLL", 8, 1, EXIF_DIRECTORY, 4, 1, 8) + bytes(4)
HOSTILE_EXIF = {
    "a circle": LOOP,
    "no EXIF": b"hello",
    "nothing": b"II*\0",
    "points outside": b"II*\0" + b"\xff" * 4,
    "promises more": b"MM\0*" + struct.pack(">LH", 8, 65_535),
    "a text outside": b"MM\0*" + struct.pack(">LHHHLL", 8, 1, ARTIST, 2, 2**31, 2**31) + bytes(4),
}


class HostileXmpTests(TestCase):
    def test_reads_nothing_and_says_so(self):
        for name, block in HOSTILE_XMP.items():
            with self.subTest(name):
                self.assertEqual(read_embedded(Blocks(xmp=block)).record, {"doubts": ["xmp_unread"]})

    def test_believes_iim_instead(self):
        read = read_embedded(Blocks(xmp=BILLION_LAUGHS, iim=iim((HEADLINE, "乙".encode()))))

        self.assertEqual(read.said["headline"].value, "乙")

    def test_a_list_without_end_is_shortened(self):
        rows = read_embedded(Blocks(xmp=xmp(dc_subject=["词"] * 20_000))).said["keywords"].value

        self.assertEqual(len(rows), 60)


class HostileIimTests(TestCase):
    def test_keeps_what_stood_before_a_wrong_length(self):
        good, headline = iim((HEADLINE, b"good")), {"headline": {"value": "good", "from": "iim"}}
        for wrong in (
            b"\x1c\x02\x78\xff\xff",
            b"\x1c\x02\x78\x7f\xff-",
            b"\x1c\x02\x78\x80\x04\xff\xff\xff\xff",
            b"\x1c",
        ):
            read = read_embedded(Blocks(iim=good + wrong)).record
            self.assertEqual(read, {"said": headline, "doubts": ["iim_unread"]}, wrong)

    def test_reads_a_length_of_more_bytes(self):
        block = b"\x1c\x02\x78\x80\x04" + struct.pack(">L", 3) + b"abc"

        self.assertEqual(read_embedded(Blocks(iim=block)).said["caption"].value, "abc")

    def test_stops_at_thousands_of_datasets(self):
        self.assertEqual(read_embedded(Blocks(iim=iim((CAPTION, b"")) * 100_000)).record, {"doubts": ["iim_unread"]})


class HostileExifTests(TestCase):
    def test_reads_nothing_and_says_so(self):
        for name, block in HOSTILE_EXIF.items():
            with self.subTest(name):
                self.assertEqual(read_embedded(Blocks(exif=block)).record, {"doubts": ["exif_unread"]})


class BoundTests(TestCase):
    def test_megabytes_take_little_memory(self):
        blocks = Blocks(
            xmp=rdf("<rdf:Description " + " ".join(f'dc:a{n}="1"' for n in range(150_000)) + "/>"),
            iim=iim((CAPTION, "长".encode("gbk") * 16_000)) * 30,
            exif=exif([(ARTIST, b";" * 2_000_000)]),
        )
        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)

        with does_not_hang():
            read_embedded(blocks)

        _now, peak = tracemalloc.get_traced_memory()
        self.assertLess(peak, 60 * 2**20)

    def test_does_not_hang_on_as_many_names_of_namespaces_as_there_is_room_for(self):
        names = " ".join(f'xmlns:n{number}="urn:{number}"' for number in range(150_000))
        block = f"<rdf:RDF {NAMES} {names}/>".encode()

        with does_not_hang():
            self.assertEqual(read_embedded(Blocks(xmp=block)).record, {})

    def test_what_is_remembered_of_the_worst_file_is_small(self):
        names = ("photoshop_Headline", "dc_description", "dc_rights", "core_ExtDescrAccessibility")
        worst = xmp(dc_subject=["词" * 600] * 60, **dict.fromkeys(names, "长" * 9_000))

        self.assertLess(len(json.dumps(read_embedded(Blocks(xmp=worst)).record)), 200_000)


class AnyBytesTests(TestCase):
    """Every record can be kept in a database: JSON without zeros and halves of characters."""

    def check(self, **blocks):
        text = json.dumps(read_embedded(Blocks(**blocks)).record, ensure_ascii=False)
        self.assertNotIn("\\u0000", text)
        text.encode()

    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=300), st.binary(max_size=300), st.binary(max_size=300))
    def test_nothing_is_an_error(self, first, second, third):
        self.check(xmp=first, iim=b"\x1c\x02\x50" + second, exif=b"II*\0" + third)

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_nor_is_a_damaged_file(self, data):
        wholes = {
            "xmp": xmp(dc_creator=["孙七"], photoshop_Headline="店口"),
            "iim": iim((CAPTION, "说明".encode("gbk")), (HEADLINE, "店口".encode())),
            "exif": exif([(ARTIST, "孙七七".encode())], [(0x9003, b"2026:11:21 15:04:05\0")]),
        }
        for name, whole in wholes.items():
            at = data.draw(st.integers(0, len(whole) - 1))
            self.check(
                **{name: whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 3)) :]}
            )
