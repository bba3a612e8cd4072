"""What colleagues do, each act through the pages and forms that are before them. What was accepted is remembered."""

import random
import re
import time

STORIES, PHOTOS = "/admin/articles/article/", "/admin/media/photo/"
CARD = re.compile(r'data-card="(p\d+)"')
MARK = re.compile(r"\n*（第[a-z]+次改稿）")
COMMENT = b"\xff\xfe"  # a JPEG's, behind its first marker
SOON = 3  # seconds within which all readers must see what was done; the wait is noted in any case


class ActError(Exception):
    """What was wrong with the answer, in words."""


class Colleague:
    """One of the house at a browser. desk: what all have in common (newsroom.load.office.Office)."""

    def __init__(self, browser, name, password, office):
        self.browser, self.name, self.password, self.office = browser, name, password, office

    def sign_in(self):
        page = self.browser.get("/admin/login/")
        said = {"username": self.name, "password": self.password, "csrfmiddlewaretoken": page.token, "next": "/admin/"}
        self.need(self.browser.post("/admin/login/", said), 302)

    def look_at_list(self, due):
        asked = random.choice(["", "", "?state=draft", "?state=ready", "?q=%E5%B7%A5%E4%BC%9A", "?o=-8"])  # noqa: S311
        self.page("desk: list of stories", f"{STORIES}{asked}", due)

    def look_at_photos(self, due):
        self.page("desk: list of photos", PHOTOS, due)

    def look_at_board(self, due):
        return self.page("desk: board", f"/admin/?date={self.office.board['date']}", due)

    def look_at_story(self, due):
        with self.office.story() as pk:
            self.opened(pk, due)

    def save(self, due):
        """Of a story that readers have; readers must see it at once."""
        with self.office.story() as pk:
            mark = self.saved(pk, due)
        self.office.accept("saves", [pk, mark])
        self.office.seen(f"/articles/{pk}/", 200, mark, "a save")

    def save_draft(self, due):
        with self.office.draft() as pk:
            self.office.accept("saves", [pk, self.saved(pk, due)])

    def saved(self, pk, due):
        form, mark = self.opened(pk, due), self.office.mark()
        form["body"] = [f"{MARK.sub('', form['body'][0])}\n\n（第{mark}次改稿）"]
        typed = {**form, "opening": f"load-{mark:0>16}", "_article": pk, "_turn": 1, "_typed": "1"}
        self.need(self.posted("desk: sign of life of a form", f"{STORIES}open/", typed), 200)
        self.need(self.posted("desk: story saved", f"{STORIES}{pk}/change/", {**form, "_save": "1"}), 302)
        return mark

    def write(self, due):
        form, mark = self.page("desk: new story", f"{STORIES}add/", due).form("article_form"), self.office.mark()
        form["headline"], form["body"] = [f"新稿{mark}"], ["日前，职工在车间里比赛。" * 30]
        self.need(self.posted("desk: story saved", f"{STORIES}add/", {**form, "_save": "1"}), 302)
        self.office.accept("new", mark)

    def move(self, due):
        """A card goes down a place. Whoever was overtaken by a colleague is told so: that is an answer too."""
        board = self.look_at_board(due)
        cards, form = CARD.findall(board.text), board.form("board-moves")
        if not cards or "seen" not in form:
            raise ActError("a board without cards")
        said = {"seen": form["seen"], "csrfmiddlewaretoken": board.token, "down": random.choice(cards)}  # noqa: S311
        address = f"/admin/board/{self.office.board['pk']}/move/"
        answer = self.posted("desk: card moved", address, said, Accept="application/json")
        self.office.count("moves refused" if self.need(answer, 200).json()["refused"] else "moves")

    def publish(self, due):
        pk, headline = self.office.signed()
        form = self.opened(pk, due)
        answer = self.posted("desk: story published", f"{STORIES}{pk}/change/", {**form, "_act": "publish"})
        self.need(answer, 302)
        self.office.accept("published", pk)
        self.office.seen(f"/articles/{pk}/", 200, headline, "a publication")
        self.office.seen("/", 200, f"/articles/{pk}/", "a publication, front page")
        self.office.tell_readers(f"/articles/{pk}/", headline)

    def withdraw(self, due):
        pk = self.office.published()
        fields = {**self.opened(pk, due), "_act": "withdraw", "asked": "1", "reason": "试验"}
        self.need(self.posted("desk: story withdrawn", f"{STORIES}{pk}/act/", fields), 302)
        self.office.accept("withdrawn", pk)
        self.office.seen(f"/articles/{pk}/", 410, "", "a withdrawal")

    def upload(self, due):
        page, picture = self.page("desk: upload page", f"{PHOTOS}upload/", due), self.office.picture()
        mark = self.office.mark().encode()
        own = picture[:2] + COMMENT + (len(mark) + 2).to_bytes(2, "big") + mark + picture[2:]
        fields = {"csrfmiddlewaretoken": page.token, "caption": "职工在车间里比赛。"}
        answer = self.browser.send_file(f"{PHOTOS}upload/file/", fields, "load.jpg", own)
        self.office.took("desk: photo uploaded", *answer.took)
        told = self.need(answer, 200).json()
        if "photo" not in told:
            raise ActError(f"photo refused: {told}")
        self.office.accept("photos", told["photo"])

    def opened(self, pk, due):
        return self.page("desk: story's form", f"{STORIES}{pk}/change/", due).form("article_form")

    def page(self, kind, path, due):
        """Its time is counted from when it was due."""
        answer = self.browser.get(path)
        self.office.took(kind, due or answer.took[0], answer.took[1])
        return self.need(answer, 200)

    def posted(self, kind, path, fields, **headers):
        answer = self.browser.post(path, fields, **headers)
        self.office.took(kind, *answer.took)
        return answer

    def need(self, answer, status):
        if answer.status != status:
            raise ActError(f"answered {answer.status} instead of {status}")
        return answer


def wait_until(is_there, seconds=SOON):
    """Seconds until it was so; None where it was not. Looked at ten times a second."""
    begun = time.monotonic()
    while not is_there():
        if time.monotonic() - begun > seconds:
            return None
        time.sleep(0.1)
    return time.monotonic() - begun
