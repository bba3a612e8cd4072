"""The photo desk, and pictures in a story."""

from docs.handbook.scenes.desk import tab
from docs.pictures import camera
from docs.pictures.take import new_pictures


def library(desk):
    page = desk.at("zongbian", "/admin/media/photo/", screen={"width": 1180, "height": 900})
    desk.keep(page, "library")


def focal_point(desk):
    page = desk.at("zongbian", "/admin/media/photo/?q=夜校")
    page.goto(desk.base + page.locator(".wall-picture").first.get_attribute("href"))
    page.set_viewport_size({"width": 1180, "height": 1000})
    desk.keep(page, "focal-point")


def illustrations(desk):
    page = desk.at_story("bianji", "夜校的灯")
    tab(page, "配图")
    desk.keep(page, "illustrations", ".form-tabs", "#illustrations-group")


def picking(desk):
    page = desk.at_story("bianji", "竹编课")
    page.locator("[data-pick-photos]").first.click()
    camera.settle(page)
    for choice in page.locator("dialog[open] input[type=checkbox]").all()[:2]:
        choice.check()
    desk.keep(page, "picking", "dialog[open]", margin=0)


def upload_and_captions(desk):
    page = desk.at("sheying", "/admin/media/photo/", screen={"width": 1180, "height": 860})
    files = [{"name": name, "mimeType": "image/jpeg", "buffer": data} for name, data in new_pictures(page, desk.base)]
    page.goto(f"{desk.base}/admin/media/photo/upload/")
    page.set_input_files("input[type=file]", files)
    page.wait_for_selector(".drop-line.is-refused")
    page.wait_for_selector(":nth-match(.drop-line.is-done, 3)", timeout=60000)
    desk.keep(page, "upload")
    page.locator(".drop-line.is-refused [data-act=remove]").click()
    page.click("[name=_save]")
    page.fill(".photo-row textarea[name$=-caption] >> nth=0", "船坞边的夜校，技工围着一张图纸坐下。")
    desk.keep(page, "captions")
