"""
IPTC's reference images and the Chinese samples, where they lie beside the project; they are no part of it.
REFERENCE_TABLE=file writes down which field was read out of which place.
"""

import json
import os
from pathlib import Path
from unittest import TestCase, skipUnless

from PIL import Image

from media.embedded.fields import FIELDS
from media.embedded.reading import Blocks, blocks_of, read_embedded

IPTC = Path(__file__).resolve().parents[3] / "shared/standards/iptc"
REFERENCES = {
    "2021.1": "IPTC-PhotometadataRef-Std2021.1.exiftool.json",
    "2023.2": "IPTC-PhotometadataRef-Std2023.2.exiftool-12.57.json",
}
# As ExifTool calls them: in XMP, in IIM, in EXIF.
EXIFTOOL = {
    "headline": ("Headline", "Headline", ""),
    "caption": ("Description", "Caption-Abstract", "ImageDescription"),
    "creators": ("Creator", "By-line", "Artist"),
    "job_title": ("AuthorsPosition", "By-lineTitle", ""),
    "credit_line": ("Credit", "Credit", ""),
    "source": ("Source", "Source", ""),
    "copyright": ("Rights", "CopyrightNotice", "Copyright"),
    "usage_terms": ("UsageTerms", "", ""),
    "instructions": ("Instructions", "SpecialInstructions", ""),
    "city": ("City", "City", ""),
    "location": ("Location", "Sub-location", ""),
    "province": ("State", "Province-State", ""),
    "country": ("Country", "Country-PrimaryLocationName", ""),
    "keywords": ("Subject", "Keywords", ""),
    "alt": ("AltTextAccessibility", "", ""),
    "extended_description": ("ExtDescrAccessibility", "", ""),
    "job": ("TransmissionReference", "OriginalTransmissionReference", ""),
    "digital_source_type": ("DigitalSourceType", "", ""),
}
TAKEN = {"2021.1": "2021-10-20T21:01:01+00:00", "2023.2": "2024-03-22T00:23:02+00:00"}
XMP_GROUPS = ("XMP-dc", "XMP-photoshop", "XMP-xmpRights", "XMP-iptcCore", "XMP-iptcExt")
GROUPS = (XMP_GROUPS, ("IPTC",), ("IFD0", "EXIF"))


def blocks_in(path):
    with Image.open(path) as picture:
        return blocks_of(picture.info)


def exiftool(version):
    """{(group, name): value}, from either of the two shapes in which ExifTool's output was stored."""
    found = {}
    for key, value in json.loads((IPTC / REFERENCES[version]).read_text())[0].items():
        rows = value.items() if isinstance(value, dict) else [(key.rpartition(":")[2], value)]
        group = key if isinstance(value, dict) else key.rpartition(":")[0]
        found |= {(group, name): text for name, text in rows}
    return found


@skipUnless(IPTC.exists(), "IPTC's reference images do not lie in ../shared/standards/iptc")
class ReferenceTests(TestCase):
    def expected(self, version, place):
        """By ExifTool, of the fields that this place has."""
        stored = exiftool(version)
        groups = [group for group, _name in stored if group in GROUPS[place] or (place == 0 and group == "XMP")]
        found = {}
        for field, names in EXIFTOOL.items():
            value = next((stored[group, names[place]] for group in groups if (group, names[place]) in stored), None)
            if value is not None:
                is_list = field in ("creators", "keywords")
                found[field] = [value] if is_list and isinstance(value, str) else value
        if "digital_source_type" in found:
            found["digital_source_type"] = found["digital_source_type"].rpartition("/")[2]
        return found | {"taken_at": TAKEN[version]}

    def read(self, blocks):
        return {name: said.value for name, said in read_embedded(blocks).said.items()}

    def test_reads_every_field_of_each_place_as_exiftool_does(self):
        for version in REFERENCES:
            blocks = blocks_in(IPTC / f"IPTC-PhotometadataRef-Std{version}.jpg")
            for place, name in enumerate(("xmp", "iim", "exif")):
                with self.subTest(version, place=name):
                    expected = self.expected(version, place)
                    self.assertEqual(self.read(Blocks(**{name: getattr(blocks, name)})), expected)

    def test_finds_all_fields_but_the_label_of_ai(self):
        for version in REFERENCES:
            read = read_embedded(blocks_in(IPTC / f"IPTC-PhotometadataRef-Std{version}.jpg"))
            self.assertEqual({field.name for field in FIELDS} - set(read.said), {"ai_label"})
            self.assertEqual({(said.source, said.doubt) for said in read.said.values()}, {("xmp", "")})


def tells(blocks, field):
    """The places that say it, each read by itself."""
    places = {name: read_embedded(Blocks(**{name: getattr(blocks, name)})).said for name in ("xmp", "iim", "exif")}
    return [name.upper() for name, said in places.items() if field in said]


def table_of(pictures):
    """In Markdown: no word of the pictures, only where each field stands and from where it was taken."""
    names = [*(field.name for field in FIELDS), "taken_at"]
    lines = [f"| field | {' | '.join(pictures)} |", f"|---|{'---|' * len(pictures)}"]
    read = {name: read_embedded(blocks) for name, blocks in pictures.items()}
    for field in names:
        cells = [cell(blocks, read[name], field) for name, blocks in pictures.items()]
        lines.append(f"| {field} | {' | '.join(cells)} |")
    counts = [f"{len(read[name].said)} of {len(names)}" for name in pictures]
    return "\n".join([*lines, f"| **read** | {' | '.join(counts)} |", ""])


def cell(blocks, read, field):
    if field not in read.said:
        return "–"
    taken = read.said[field].source.upper()
    return ", ".join(f"**{place}**" if place == taken else place for place in tells(blocks, field))


@skipUnless("REFERENCE_TABLE" in os.environ and IPTC.exists(), "REFERENCE_TABLE=file writes the table down")
class ReferenceTable(TestCase):
    def test_is_written(self):
        pictures = {
            f"IPTC {version}": blocks_in(IPTC / f"IPTC-PhotometadataRef-Std{version}.jpg") for version in REFERENCES
        }
        for number, name in enumerate(json.loads((IPTC / "chinese/expected.json").read_text()), start=1):
            pictures[f"Chinese {number}"] = blocks_in(IPTC / "chinese" / name)
        Path(os.environ["REFERENCE_TABLE"]).write_text(table_of(pictures))


@skipUnless(IPTC.exists(), "the Chinese samples do not lie in ../shared/standards/iptc")
class ChineseSampleTests(TestCase):
    NAMES = {"creator": "creators", "credit": "credit_line", "date_created": "taken_at", "alt_text": "alt"}

    def test_reads_what_is_expected_and_nothing_of_the_place(self):
        for name, expected in json.loads((IPTC / "chinese/expected.json").read_text()).items():
            read = read_embedded(blocks_in(IPTC / "chinese" / name))
            wanted = {self.NAMES.get(key, key): value for key, value in expected.items()}
            wanted = {key: value for key, value in wanted.items() if value and key not in ("iim_charset", "gps")}
            wanted["creators"] = [wanted["creators"]]

            with self.subTest(name):
                self.assertEqual({key: said.value for key, said in read.said.items()}, wanted)
                self.assertEqual({said.doubt for said in read.said.values()} | set(read.doubts), {""})
