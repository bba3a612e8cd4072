import struct
import zlib
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from django.test import SimpleTestCase

from media.imaging.developing import develop
from media.imaging.limits import check_depth
from media.imaging.refusal import PictureRefused
from media.reasons import reason
from tests.pictures import draw, encoded

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def answer(content, filename="海边.jpg"):
    """What the uploader reads."""
    try:
        develop(BytesIO(content), filename)
    except PictureRefused as refused:
        return str(reason(refused, filename))
    return "accepted"


def png_that_claims(width, height):
    """A PNG whose first lines promise a size; its pixels would never be missed."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    end = b"IEND"
    chunks = [struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in (head, end)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg_that_claims(width, height, **options):
    content = bytearray(encoded(**options))
    frame = content.index(b"\xff\xc2" if options.get("progressive") else b"\xff\xc0")
    content[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def box(brand):
    return struct.pack(">I", 20) + b"ftyp" + brand + b"\x00\x00\x00\x00" + brand + b"\x00" * 40


class RawTests(SimpleTestCase):
    def test_names_the_camera_by_the_files_mark(self):
        marks = {
            b"II*\x00\x10\x00\x00\x00CR\x02\x00": "Canon CR2",
            box(b"crx "): "Canon CR3",
            b"FUJIFILMCCD-RAW 0201": "Fujifilm RAF",
            b"IIRO\x08\x00\x00\x00": "Olympus ORF",
            b"IIU\x00\x08\x00\x00\x00": "Panasonic RW2",
        }
        for content, camera in marks.items():
            self.assertEqual(
                answer(content),
                f"“海边.jpg”是相机的RAW原始文件（{camera}），报纸不能直接使用。请先导出为JPEG再上传。",
            )

    def test_names_the_camera_by_the_files_name_where_all_begin_as_tiff(self):
        for filename, camera in {"a.NEF": "Nikon NEF", "a.arw": "Sony ARW", "a.dng": "Adobe DNG"}.items():
            self.assertIn(f"RAW原始文件（{camera}）", answer(b"II*\x00\x08\x00\x00\x00", filename))

    def test_accepts_a_jpeg_that_is_only_named_like_a_raw_file(self):
        self.assertEqual(answer(encoded(), "a.nef"), "accepted")


class OtherFileTests(SimpleTestCase):
    def test_names_what_the_file_is(self):
        kinds = {
            "GIF": encoded(format="GIF"),
            "TIFF": encoded(format="TIFF"),
            "BMP": encoded(format="BMP"),
            "AVIF": box(b"avif"),
            "MP4": box(b"isom"),
            "PDF": b"%PDF-1.7\n",
            "ZIP": b"PK\x03\x04" + b"\x00" * 30,
            "HTML": b"<!DOCTYPE html><html><script>alert(1)</script>",
        }
        for kind, content in kinds.items():
            sentence = f"“海边.jpg”是{kind}文件。报纸只收JPEG、PNG、WebP和HEIC图片，请另存为其中一种再上传。"
            self.assertEqual(answer(content), sentence)

    def test_refuses_a_drawing_that_could_carry_scripts(self):
        self.assertEqual(answer(SVG, "图.svg"), "“图.svg”是SVG矢量图，可能带有脚本，不能使用。请导出为PNG再上传。")

    def test_refuses_what_is_no_picture(self):
        self.assertEqual(answer(b"hello", "a.jpg"), "“a.jpg”不是可以识别的图片。报纸只收JPEG、PNG、WebP和HEIC图片。")

    def test_refuses_an_empty_file(self):
        self.assertEqual(answer(b""), "“海边.jpg”是空文件（0字节）。请从相机或手机重新复制后再上传。")

    def test_refuses_what_moves(self):
        for format in ("PNG", "WEBP"):
            moving = encoded(format=format, save_all=True, append_images=[draw().rotate(180)])
            self.assertEqual(answer(moving), "“海边.jpg”是动图。请另存为一张静止的图片再上传。")


class DamagedTests(SimpleTestCase):
    damaged = "“海边.jpg”已损坏或不完整，无法打开。请从相机或手机重新复制后再上传。"

    def test_refuses_a_file_that_was_cut_short(self):
        phone = (Path(__file__).parent / "phone.heic").read_bytes()
        for content in (*[encoded(format=format) for format in ("JPEG", "PNG", "WEBP")], phone):
            self.assertEqual(answer(content[: len(content) * 2 // 3]), self.damaged)

    def test_refuses_a_png_whose_pixels_are_broken(self):
        content = bytearray(encoded(format="PNG"))
        content[content.index(b"IDAT") + 8] ^= 0xFF

        self.assertEqual(answer(bytes(content)), self.damaged)

    def test_refuses_a_file_that_only_begins_like_a_picture(self):
        for head in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP", box(b"heic")):
            self.assertEqual(answer(head + b"<script>alert(1)</script>"), self.damaged)


class BombTests(SimpleTestCase):
    def test_says_the_size_and_what_is_allowed(self):
        self.assertEqual(
            answer(png_that_claims(10_000, 9_000)),
            "“海边.jpg”有9000万像素，超过了该格式允许的6000万像素。请缩小或另存为JPEG后再上传。",
        )
        self.assertIn("允许的15000万像素", answer(jpeg_that_claims(15_100, 10_000)))

    def test_refuses_what_pillow_itself_would_not_open(self):
        self.assertIn("超过了该格式允许的6000万像素", answer(png_that_claims(50_000, 50_000)))

    def test_refuses_a_progressive_jpeg_that_cannot_be_taken_apart(self):
        options = {"progressive": True, "restart_marker_blocks": 1}

        self.assertIn("允许的5000万像素", answer(jpeg_that_claims(9_000, 7_000, subsampling=0, **options)))
        self.assertIn("允许的10000万像素", answer(jpeg_that_claims(13_000, 8_000, subsampling=2, **options)))

    def test_refuses_a_deep_heic_of_which_libheif_makes_too_much(self):
        for bits, chroma, millions in ((10, 420, 44), (10, 422, 25), (8, 444, 36)):
            source = SimpleNamespace(size=(9_000, 6_000), info={"bit_depth": bits, "chroma": chroma}, has_alpha=False)
            with self.assertRaises(PictureRefused) as caught:
                check_depth(source)
            self.assertEqual(caught.exception.facts, {"megapixels": 54, "limit": millions})

    def test_refuses_a_small_file_that_goes_through_the_picture_a_thousand_times(self):
        content = encoded(progressive=True)
        scan = content.rindex(b"\xff\xda")

        self.assertEqual(
            answer(content[:scan] + content[scan:-2] * 200 + content[-2:]),
            "“海边.jpg”分100层以上存储，不是相机拍出的正常文件。请打开后另存为JPEG再上传。",
        )

    def test_refuses_a_file_that_its_decoder_would_hold_whole(self):
        with patch.dict("media.imaging.limits.MEGABYTES", {"webp": 0}):
            sentence = answer(encoded(draw(size=(2000, 2000)), format="WEBP", lossless=True))

        self.assertRegex(sentence, "“海边.jpg”有0 MB，该格式最多允许0 MB。请缩小或另存为JPEG后再上传。")

    def test_refuses_a_picture_that_is_endlessly_long(self):
        self.assertEqual(
            answer(png_that_claims(70_000, 20)),
            "“海边.jpg”的一边长达70000像素，最多允许65000像素。请裁剪后再上传。",
        )


class FileNameTests(SimpleTestCase):
    def test_shows_no_marks_that_turn_a_name_around(self):
        self.assertIn("“假 gpj.exe”", answer(b"", "../../etc/假\u202egpj.exe"))

    def test_cuts_a_name_that_fills_the_screen(self):
        self.assertTrue(answer(b"", "海" * 100 + ".jpg").startswith("“" + "海" * 65 + ".jpg”"))
