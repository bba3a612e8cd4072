"""Reviews, checks and proofs."""

from docs.handbook.scenes.desk import tab
from docs.pictures import camera

STUMBLES = """
3月2日（星期五），课堂从早上开到傍晚。“先把篾片泡软，”钱沐阳说,“不然一折就断。

有的的学员是从城里赶来的，一坐就是一天"""


def waiting(desk):
    """Two of the reporter's drafts are handed in, so that the queue has its order."""
    page = desk.at_story("jizhe", "渔网坊")
    if page.locator("button", has_text="送审").count():
        page.locator("button", has_text="送审").last.click()
        page.wait_for_load_state("networkidle")
    page = desk.at("bianji2", "/admin/waiting/", screen={"width": 1180, "height": 560})
    desk.keep(page, "waiting")


def checks(desk):
    """Typed and not saved."""
    page = desk.at_story("bianji", "竹编课", screen={"width": 1180, "height": 960})
    body = page.locator("#id_body")
    body.fill(body.input_value() + STUMBLES)
    body.press("End")
    page.wait_for_timeout(2500)
    page.locator(".form-end summary").first.click()
    desk.keep(page, "checks")


def review(desk):
    page = desk.at_story("bianji2", "工具也能")
    opinion = page.locator("#my-review")
    opinion.scroll_into_view_if_needed()
    opinion.locator("textarea").fill("数字已与工会核对，“214件”无误。结尾一段再紧一些更好。")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    desk.keep(page, "review", "#my-review", ".form-end")


def review_sheet(desk):
    page = desk.at_story("bianji2", "夜校的灯", "review-sheet", screen={"width": 1000, "height": 1100})
    camera.settle(page)
    desk.keep(page, "review-sheet")


def issue_checks(desk):
    page = desk.sit("zongbian", screen={"width": 1180, "height": 640})
    page.locator("a", has_text="检查").first.click()
    page.wait_for_load_state("networkidle")
    desk.keep(page, "issue-checks")


def proofs(desk):
    page = page_in_hand(desk)
    tab(page, "校样")
    page.fill("[name=proof_errors]", "2")
    page.fill("[name=proof_note]", "二题“赶得上头班车”漏字，已通知编辑")
    desk.keep(page, "proofs", ".form-tabs", "[name=_save]")


def page_in_hand(desk, number=0, **wishes):
    page = desk.at("bianji", "/admin/articles/page/", **wishes)
    page.goto(desk.base + page.locator("#result_list tbody th a").nth(number).get_attribute("href"))
    return page
