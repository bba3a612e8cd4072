"""A browser before the newsroom's pages, and how its pictures are kept: small WebP files."""

import json
import shutil
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright

CHINA = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "color_scheme": "light"}
ROUND_IT = "outline: 3px solid #e07b00; outline-offset: 4px; border-radius: 4px"


@contextmanager
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-quic"],
        )
        yield opened
        opened.close()


def demo_passwords(var):
    """Of the sample accounts, by login."""
    return json.loads((var / "demo_passwords.json").read_text())


def log_in(page, base, login, password):
    page.goto(f"{base}/admin/login/")
    page.fill("[name=username]", login)
    page.fill("[name=password]", password)
    page.click("[type=submit]")
    return page


def settle(page):
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)


def ring(page, *selectors):
    """Draws a ring around what the text speaks of. By script, since the pages' policy knows no style of others."""
    for selector in selectors:
        page.locator(selector).first.evaluate("(element, style) => { element.style.cssText += style }", ROUND_IT)


def around(page, selectors, margin=14):
    """The rectangle that holds all of these, for `clip`."""
    boxes = [box for box in (page.locator(selector).first.bounding_box() for selector in selectors) if box]
    left, top = (max(min(box[side] for box in boxes) - margin, 0) for side in ("x", "y"))
    right = min(max(box["x"] + box["width"] for box in boxes) + margin, page.viewport_size["width"])
    bottom = min(max(box["y"] + box["height"] for box in boxes) + margin, page.viewport_size["height"])
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def below(page, selector):
    """The screen without what stands above: the whole of it where there is no such thing."""
    head = page.locator(selector)
    box = head.first.bounding_box() if head.count() else None
    top = box["y"] + box["height"] if box else 0
    return {"x": 0, "y": top, "width": page.viewport_size["width"], "height": page.viewport_size["height"] - top}


def without_empty_foot(picture):
    """What lies below the last thing on the page says nothing."""
    ground = picture.getpixel((picture.width - 1, picture.height - 1))
    shown = ImageChops.difference(picture, Image.new("RGB", picture.size, ground)).getbbox()
    return picture.crop((0, 0, picture.width, min(picture.height, shown[3] + 14))) if shown else picture


def keep(page, path, *, width=1000, most_bytes=None, clip=None):
    """The picture in a quality that the bytes allow."""
    picture = Image.open(BytesIO(page.screenshot(clip=clip) if clip else page.screenshot())).convert("RGB")
    picture = without_empty_foot(picture) if clip else picture
    picture.thumbnail((width, width * 3), Image.Resampling.LANCZOS)
    for quality in (80, 70, 60, 50, 40):
        packed = BytesIO()
        picture.save(packed, "WEBP", quality=quality, method=6)
        if most_bytes is None or packed.tell() <= most_bytes:
            break
    path.write_bytes(packed.getvalue())
