"""What the chief keeps."""


def audit(desk):
    desk.keep(desk.at("zongbian", "/admin/desk/auditentry/", screen={"width": 1180, "height": 640}), "audit")


def paper(desk):
    page = desk.at("zongbian", "/admin/desk/paper/", screen={"width": 1180, "height": 860})
    page.goto(desk.base + page.locator("#result_list tbody th a").first.get_attribute("href"))
    desk.keep(page, "paper")
