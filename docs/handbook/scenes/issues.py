"""The issue: its board and pages, going out, going elsewhere, and what comes after."""

from docs.handbook.scenes.desk import tab
from docs.handbook.scenes.reviews import page_in_hand
from docs.pictures import camera


def board(desk):
    page = desk.sit("zongbian", screen={"width": 1366, "height": 720}, sidebar=True)
    desk.keep(page, "board", "#header", "#container", margin=0)


def page_form(desk):
    desk.keep(page_in_hand(desk, 2, screen={"width": 1180, "height": 900}), "page-form")


def front(desk):
    desk.keep(desk.at("bianji", "/admin/articles/frontpage/1/change/", screen={"width": 1180, "height": 1160}), "front")


def publish(desk):
    """The last two reviews are passed; then the buttons of a story that was signed off."""
    for login in ("bianji2", "zongbian"):
        page = desk.at_story(login, "工具也能")
        if page.locator("#my-review").count():
            page.fill("#my-review textarea", "同意，人名地名数字已核对。")
            page.locator("#my-review button", has_text="通过").first.click()
            page.wait_for_load_state("networkidle")
    page = desk.at_story("bianji", "工具也能", screen={"width": 1180, "height": 640})
    desk.keep(page, "publish")


def signed(desk):
    """What is not ready is taken off its page; the chief signs the issue, and the board names its hour."""
    page = desk.sit("zongbian", screen={"width": 1240, "height": 620})
    for state in ("草稿", "初审", "复审", "终审"):
        while page.locator(".board-page .board-card", has_text=state).count():
            card = page.locator(".board-page .board-card", has_text=state).first
            card.locator(".board-menu summary").click()
            card.locator("[name=off]").click()
            camera.settle(page)
    page.goto(f"{desk.base}/admin/articles/issue/")
    page.locator("#result_list .action-select").first.check()
    page.select_option("select[name=action]", "sign_and_publish")
    page.click("button[name=index]")
    page.wait_for_load_state("networkidle")
    page.goto(f"{desk.base}/admin/")
    desk.keep(page, "signed")


def export_menu(desk):
    page = desk.sit("zongbian", screen={"width": 1180, "height": 760})
    page.locator("summary", has_text="导出").first.click()
    desk.keep(page, "export-menu")


def wechat(desk):
    page = desk.at_story("zongbian", "夜校的灯", "wechat", screen={"width": 1180, "height": 900})
    desk.keep(page, "wechat")


def correction(desk):
    page = desk.at_story("zongbian", "夜校的灯", screen={"width": 1180, "height": 1150})
    tab(page, "更正")
    page.locator("#corrections-group .add-row a").click()
    page.locator("#corrections-group textarea, #corrections-group input[type=text]").first.fill("三十二名学员")
    page.locator("#corrections-group textarea, #corrections-group input[type=text]").nth(1).fill("二十三名学员")
    desk.keep(page, "correction", ".form-tabs", "#corrections-group")


def withdraw(desk):
    page = desk.at_story("zongbian", "稻子熟了")
    page.locator("button", has_text="撤稿").last.click()
    page.wait_for_load_state("networkidle")
    page.fill("textarea", "所写培训班名称有误，主办单位来函更正，撤下核实。")
    desk.keep(page, "withdraw", ".breadcrumbs", "#content")
