"""
Takes the README's pictures: python -m docs.pictures.take, from a demo of its own, or from one that runs:
python -m docs.pictures.take http://127.0.0.1:8000 (its data in NEWSROOM_VAR or var/).

Needs the tests' environment and Chromium.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from docs.pictures import camera
from docs.pictures.demo import ROOT, running_demo

FOLDER = Path(__file__).parent
LAPTOP, PHONE = {"width": 1366, "height": 900}, {"width": 390, "height": 780}
PRINTED_WIDTH = 1000
RAW_PAGE = """旧厂房里的新课堂
玉环一批技工在船坞边学会了看图纸
本报讯 记者顾闻 通讯员王晓峰报道 近日，玉环市坎门街道的旧船坞里响起了上课铃。三十多名技工放下扳手，围着一张图纸坐下来，
学的是怎样把十年的手艺画成一张别人看得懂的图。

带班的老师傅说，手上有功夫的人不少，说得出、画得出的不多。课程分六周，学完的人要交一张自己画的零件图。

末班车多等了两分钟
诸暨公交为夜班工友调了时刻表
通讯员骆晓芸报道 诸暨市店口镇的末班公交，从这个月起晚两分钟发车。车站边三家工厂的夜班工友，从此不用跑着下班。
"""


def main(base, var):
    password = camera.demo_passwords(var)["zongbian"]
    with camera.browser() as browser:
        take_readers_pages(browser, base)
        take_the_desk(browser, base, password)
        take_the_photo_desk(browser, base, password)


def take_readers_pages(browser, base):
    page = browser.new_page(viewport=LAPTOP, locale="zh-CN")
    page.goto(base)
    keep(page, "front-page")
    page.click(".lead-headline a")
    keep(page, "story")
    page.goto(f"{base}/issues/")
    page.click(".month-issue >> nth=-1")
    page.click("a[href$='/02/']")
    keep(page, "page")
    phone = browser.new_page(viewport=PHONE, device_scale_factor=2, locale="zh-CN")
    phone.goto(base)
    keep(phone, "phone")


def logged_in(browser, base, password):
    return camera.log_in(browser.new_page(viewport=LAPTOP, **camera.CHINA), base, "zongbian", password)


def take_the_desk(browser, base, password):
    page = logged_in(browser, base, password)
    page.click("a[href*='date='] >> nth=0")
    keep(page, "board")
    page.goto(f"{base}/admin/articles/article/?q=夜校")
    page.click("#result_list tbody th a")
    keep(page, "writing")
    page.goto(f"{base}/admin/intake/source/intake/")
    page.fill("textarea[name=text]", RAW_PAGE)
    page.click("[name=read]")
    keep(page, "intake")


def take_the_photo_desk(browser, base, password):
    """Uploads three drawn pictures to the demo, and a file that is none."""
    page = logged_in(browser, base, password)
    page.goto(f"{base}/admin/media/photo/")
    keep(page, "library")
    files = [{"name": name, "mimeType": "image/jpeg", "buffer": data} for name, data in new_pictures(page, base)]
    page.goto(f"{base}{page.locator('.wall-picture').first.get_attribute('href')}")
    keep(page, "focal-point")
    page.goto(f"{base}/admin/media/photo/upload/")
    page.set_input_files("input[type=file]", files)
    page.wait_for_selector(".drop-line.is-refused")
    page.wait_for_selector(":nth-match(.drop-line.is-done, 3)")
    page.locator(".photo-lines").scroll_into_view_if_needed()
    keep(page, "upload")
    page.locator(".drop-line.is-refused [data-act=remove]").click()
    page.click("[name=_save]")
    page.fill(".photo-row textarea[name$=-caption] >> nth=0", "船坞边的夜校，技工围着一张图纸坐下。")
    page.click("[data-copy=empty]")
    keep(page, "captions")


def new_pictures(page, base):
    """The sample's own drawings, mirrored: pictures that the library does not have."""
    shown = [image.get_attribute("src") for image in page.locator(".wall-picture img").all()[:3]]
    for number, address in enumerate(shown, start=1):
        answer = page.request.get(base + address.rpartition("/")[0] + "/640.jpg")
        mirrored = BytesIO()
        ImageOps.mirror(Image.open(BytesIO(answer.body()))).save(mirrored, "JPEG", quality=90)
        yield f"DSC_{2040 + number}.jpg", mirrored.getvalue()
    yield "说明.txt", "夜校第一课".encode()


def keep(page, name):
    camera.settle(page)
    camera.keep(page, FOLDER / f"{name}.webp", width=PRINTED_WIDTH)


if __name__ == "__main__":
    if sys.argv[1:]:
        main(sys.argv[1].rstrip("/"), Path(os.environ.get("NEWSROOM_VAR", ROOT / "var")))
    else:
        with running_demo() as (address, var):
            main(address, var)
