"""
One day at the desk, whose every request goes to another web server than the one before: written here and saved there,
reviewed, published, read at both, withdrawn; a photo taken in here and looked at there; words that nobody saved.
"""

import json
import re
import secrets
from urllib.parse import quote

from tests.pictures import draw, encoded
from tests.servers.colleague import PASSWORD, Colleague, ask

STORIES = "/admin/articles/article"
# Run as a program of each house: an older version knows the same words.
FURNISH = f"""
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER, write_groups
from newsroom.setting_up import set_up
from tests.factories import make_desk, make_user
write_groups()
set_up()
desk = make_desk()
for name, group in dict(jizhe=REPORTER, bianji=EDITOR, bianji2=EDITOR, zongbian=CHIEF, sheying=PHOTOGRAPHER).items():
    make_user(group=group, username=name, password={PASSWORD!r}, desk=desk)
"""


class Day:
    """ports: of the servers, the first of which takes the first request. done: what went well, in sentences."""

    def __init__(self, ports):
        self.ports, self.done = ports, []
        self.headline = f"工会送清凉{secrets.token_hex(3)}"

    def run(self):
        self.write()
        self.leave_words()
        self.review()
        self.publish()
        self.photograph()
        self.withdraw()
        return self.done

    def colleague(self, username):
        return Colleague(self.ports).sign_in(username)

    def expect(self, sentence, is_so):
        if not is_so:
            raise AssertionError(f"Not so: {sentence}")
        self.done.append(sentence)

    def write(self):
        self.reporter = self.colleague("jizhe")
        place = self.reporter.save(
            f"{STORIES}/add/", headline=self.headline, body="日前，活动在广场举行。", _continue="1"
        )
        self.pk = re.search(r"/(\d+)/change/", place).group(1)
        self.form = f"{STORIES}/{self.pk}/change/"
        self.reporter.save(self.form, body="7月3日，活动在广场举行。", _continue="1")
        pages = [self.reporter.ask(self.form).text for _port in self.ports]
        self.expect("signed in, wrote a story and changed it", all("7月3日" in page for page in pages))
        self.expect("previewed it", all(self.headline in self.preview() for _port in self.ports))

    def preview(self):
        return self.reporter.ask(f"{STORIES}/{self.pk}/preview/").text

    def leave_words(self):
        typed = {
            "opening": secrets.token_hex(12),
            "_turn": "1",
            "_article": self.pk,
            "_typed": "1",
            "body": "没有保存。",
        }
        heard = json.loads(self.reporter.send(f"{STORIES}/open/", typed).text)
        kept = [self.reporter.ask(f"{STORIES}/open/words/?_article={self.pk}").text for _port in self.ports]
        self.expect(
            "words that nobody saved are kept", heard["kept"] and all("没有保存" in json_text(one) for one in kept)
        )

    def review(self):
        self.reporter.save(self.form, _act="submit")
        for username in ("bianji", "bianji2", "zongbian"):
            self.colleague(username).save(self.form, _review="pass", opinion="同意。")
        self.expect("handed in and read by three", True)

    def publish(self):
        self.chief = self.colleague("zongbian")
        self.chief.save(self.form, _act="publish")
        self.expect("published, and readers read it", self.at_all(f"/articles/{self.pk}/") == [200] * len(self.ports))
        self.expect("found", all(self.headline in self.read(port, f"/search/?q={self.quoted}") for port in self.ports))

    @property
    def quoted(self):
        return quote(self.headline)

    def read(self, port, address):
        return ask(port, address)[0].text

    def at_all(self, address):
        """What a reader gets there at each server, twice: the second time what was kept."""
        return [[ask(port, address)[0].status for _time in range(2)][-1] for port in self.ports]

    def photograph(self):
        picture = encoded(draw(size=(640, 480)))
        photographer = self.colleague("sheying")
        sent = json.loads(photographer.upload("/admin/media/photo/upload/file/", "DSC_1.jpg", picture).text)
        photo = re.search(r"/photo/(\d+)/", json.dumps(sent)).group(1)
        looked = [photographer.ask(f"/admin/media/photo/{photo}/original/").body for _port in self.ports]
        self.expect("uploaded a photo, and it is there whole", all(body == picture for body in looked))
        self.photographer, self.photo = photographer, photo

    def withdraw(self):
        self.chief.send(f"{STORIES}/{self.pk}/act/", {"_act": "withdraw", "asked": "1", "reason": "有误"})
        self.expect("withdrawn, and gone at once", self.at_all(f"/articles/{self.pk}/") == [410] * len(self.ports))
        self.chief.send(f"{STORIES}/{self.pk}/act/", {"_act": "restore", "asked": "1", "reason": "已核实"})
        self.expect("restored, and back at once", self.at_all(f"/articles/{self.pk}/") == [200] * len(self.ports))


def json_text(text):
    """With its Chinese as such."""
    return json.dumps(json.loads(text), ensure_ascii=False)
