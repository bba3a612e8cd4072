"""What colleagues do with each other: placing stories, notes, notices."""

from docs.pictures import camera

NOTE = "@毕佳音 第二段“十六名学员”和照片上的人数对不上，麻烦问一下钱沐阳。"


def layout(desk):
    """A story of no page yet, on its way to one."""
    page = desk.sit("zongbian", screen={"width": 1240, "height": 620})
    camera.settle(page)
    card = page.locator(".board-unplaced [data-card]").first
    target = page.locator("[data-list] [data-card]").nth(1)
    start, end = card.bounding_box(), target.bounding_box()
    page.mouse.move(start["x"] + 60, start["y"] + 16)
    page.mouse.down()
    page.mouse.move(start["x"] - 40, start["y"] + 30, steps=8)
    page.mouse.move(end["x"] + 90, end["y"] + end["height"] - 8, steps=24)
    desk.keep(page, "layout")
    page.keyboard.press("Escape")
    page.mouse.up()


def notes(desk):
    page = desk.at_story("zongbian", "竹编课", screen={"width": 1180, "height": 1100})
    panel = page.locator("[data-notes]")
    panel.locator("summary", has_text="写留言").click()
    panel.locator("[data-note-words]").fill(NOTE)
    panel.locator("[data-note-words]").press("End")
    choices = panel.locator(".note-colleagues")
    if not choices.get_attribute("open"):
        choices.locator("summary").click()
    choices.locator("label", has_text="毕佳音").locator("input").check()
    panel.scroll_into_view_if_needed()
    desk.keep(page, "notes", "[data-notes]")
    panel.locator("[name=write]").click()
    page.wait_for_load_state("networkidle")


def notices(desk):
    """The note has come, and with it whatever waits for an editor."""
    page = desk.at("bianji", "/admin/notices/", screen={"width": 1180, "height": 640})
    desk.keep(page, "notices")


def previews(desk):
    """Two links for people without a login, and a third in hand."""
    page = desk.at_story("bianji", "竹编课", screen={"width": 1180, "height": 1000})
    address = page.locator("form[id*=preview]").first.get_attribute("action")
    for whom in ["临安区总工会 俞主席", "钱沐阳（采访对象核对）"]:
        page.goto(desk.base + address)
        page.locator("[name$=whom]").fill(whom)
        page.locator("[name=_make]").last.click()
        page.wait_for_load_state("networkidle")
    page.locator("[name$=whom]").fill("法律顾问 尤律师")
    desk.keep(page, "previews", "[data-preview-links]")
