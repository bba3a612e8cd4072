"""Writing, crediting, taking in, and never losing a word."""

from docs.handbook.scenes.desk import tab
from docs.pictures import camera
from docs.pictures.take import RAW_PAGE

DRAFT = "竹编课"
LETTER = """渔网坊里的直播间
温岭一群补网工把手艺讲给外地人听
记者陆知远 通讯员闵秋禾报道 傍晚收工，温岭市石塘镇的渔网坊里亮起了三盏灯。
补网工阮阿婆把梭子举到镜头前，说这一针叫“回头”。

直播间每周开两晚，已经讲了十一种结。来问的人多半不是渔民，有做手工的，也有开民宿的。
"""
FIRST = "课堂就设在竹林里。砍下来的毛竹当场破篾，学员们坐在小竹凳上，从最简单的“十字编”学起。"
HERS = "课堂就设在半山的竹林里。砍下来的毛竹当场破篾，十六名学员坐在小竹凳上，从最简单的“十字编”学起。"
HIS = "课堂就设在村后的竹林里。砍下来的毛竹当场破篾，学员们围坐一圈，从最简单的“十字编”学起。"


def writing(desk):
    desk.keep(desk.at_story("bianji", DRAFT, screen={"width": 1180, "height": 1040}), "writing")


def stories(desk):
    page = desk.at("bianji", "/admin/articles/article/", screen={"width": 1300, "height": 620})
    desk.keep(page, "stories")


def bylines(desk):
    page = desk.at_story("bianji", "夜校的灯")
    tab(page, "署名")
    desk.keep(page, "bylines", ".form-tabs", "#bylines-group")


def regions(desk):
    page = desk.at_story("bianji", "食堂吃什么")
    tab(page, "地区")
    page.locator("#places-group .add-row a").click()
    page.locator("#places-group .select2-selection").last.click()
    page.locator(".select2-search__field").last.type("泰顺 大安", delay=40)
    page.wait_for_selector(".select2-results__option--highlighted")
    desk.keep(page, "regions", ".form-tabs", "#places-group", ".select2-dropdown")


def intake(desk):
    page = desk.at("zongbian", "/admin/intake/source/intake/", screen={"width": 1180, "height": 960})
    page.fill("textarea[name=text]", RAW_PAGE)
    page.click("[name=read]")
    camera.settle(page)
    page.locator(".intake-story, [data-story]").first.scroll_into_view_if_needed()
    desk.keep(page, "intake")


def doubts(desk):
    """A reporter takes in a letter with a name that the register lacks; an editor opens the draft."""
    page = desk.at("jizhe", "/admin/intake/source/intake/")
    page.fill("textarea[name=text]", LETTER)
    page.click("[name=read]")
    page.wait_for_load_state("networkidle")
    page.locator("[name=draft], [type=submit]", has_text="建为草稿").last.click()
    page.wait_for_load_state("networkidle")
    page = desk.at_story("bianji", "渔网坊")
    tab(page, "存疑")
    desk.keep(page, "doubts", "#content > h1", "#doubts-group")


def unsaved(desk):
    """Typed, kept by the server, and the window closed."""
    page = desk.at_story("bianji", DRAFT)
    page.locator("#id_body").press("Control+End")
    page.keyboard.type("\n钱沐阳说，头一回来的人，手上都要贴两块创可贴。", delay=20)
    page.wait_for_timeout(9000)
    page.close(run_before_unload=False)
    page = desk.at_story("bianji", DRAFT)
    desk.keep(page, "unsaved", "#content > h1", ".form-tabs")
    page.locator("button", has_text="丢弃").first.click()
    page.wait_for_load_state("networkidle")


def conflict(desk):
    """Two have the story open and write the same sentence anew."""
    hers, his = desk.at_story("bianji", DRAFT), desk.at_story("zongbian", DRAFT)
    for page, sentence in [(hers, HERS), (his, HIS)]:
        body = page.locator("#id_body")
        body.fill(body.input_value().replace(FIRST, sentence))
    hers.fill("#id_subheadline", "临安太湖源一堂不要课桌的手艺课")
    for page in (hers, his):
        page.locator("[name=_continue]").last.click()
        page.wait_for_load_state("networkidle")
    his.set_viewport_size({"width": 1180, "height": 1000})
    desk.keep(his, "conflict")
    for asked in his.locator("fieldset:has(input[data-words])").all():
        asked.locator("input[data-words]").first.check()
    his.locator("[name=_continue]").last.click()
    his.wait_for_load_state("networkidle")


def history(desk):
    page = desk.at_story("bianji", DRAFT, "history", screen={"width": 1180, "height": 640})
    desk.keep(page, "history")
    page.locator("a", has_text="看改动").first.click()
    desk.keep(page, "comparison")
