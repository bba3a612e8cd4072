"""Nobody is led out of the house by what stands in an address, a form or a header."""

import re
from urllib.parse import quote

from django.test import Client, SimpleTestCase

from tests.permissions.addresses import one_a_route
from tests.permissions.leading import ELSEWHERE, HERE, NAMES, NASTY, host_of
from tests.permissions.table import ROWS
from tests.permissions.table.readers import READERS
from tests.permissions.test_matrix import MatrixTestCase
from tests.permissions.visitors import CHIEF, SUPERUSER

MAKES_ADDRESSES = ("/", "/feeds/latest.atom", "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/corrections/")


class HostTests(SimpleTestCase):
    def test_a_browser_is_understood(self):
        for location, host in {
            **{"/admin/": HERE, "?page=2": HERE, "": HERE, "/a//b": HERE, "https:evil.example": ELSEWHERE},
            **{"/\\evil.example/": ELSEWHERE, "/\t/evil.example": ELSEWHERE, "\\\\evil.example": ELSEWHERE},
            **{"javascript:x": "javascript", "https://testserver@evil.example/": ELSEWHERE},
        }.items():
            self.assertEqual(host_of(location), host, location)


class LeadingTests(MatrixTestCase):
    def assert_at_home(self, answer, said):
        if answer.streaming:
            answer.getvalue()  # the file is closed behind it
        self.assertLess(answer.status_code, 500, said)
        self.assertEqual(host_of(answer.get("Location", "/")), HERE, said)

    def test_by_no_word_of_an_address_or_a_header(self):
        headers = {"referer": f"https://{ELSEWHERE}/", "x-forwarded-host": ELSEWHERE, "origin": f"https://{ELSEWHERE}"}
        headers |= {"x-original-url": f"//{ELSEWHERE}", "forwarded": f"host={ELSEWHERE}", "accept-language": ELSEWHERE}
        asked = dict.fromkeys(NAMES, f"//{ELSEWHERE}/")
        for row in one_a_route(ROWS, self.address):
            with self.asked():
                answer = self.client_of(SUPERUSER).get(self.address(row, SUPERUSER), asked, headers=headers)
            self.assert_at_home(answer, row.address)

    def test_by_no_path(self):
        for nasty in NASTY:
            for path in (f"/{quote(nasty)}", f"/admin/{quote(nasty)}", f"/admin/articles/article/{quote(nasty)}/"):
                with self.asked():
                    answer = self.client_of(CHIEF).get(path)
                self.assert_at_home(answer, path)

    def test_by_signing_in(self):
        """At the first door and at the second, whether the word comes in the address or in the form."""
        for nasty in NASTY:
            form = {"username": CHIEF, "password": "secret-word", "next": nasty}
            with self.asked():
                self.assert_at_home(Client().post("/admin/login/", form), nasty)
            with self.asked():
                sent = Client().post(f"/admin/login/?next={quote(nasty)}", {**form, "next": ""})
            self.assert_at_home(sent, nasty)

    def test_by_no_page_on_which_the_way_goes_on(self):
        for nasty in NASTY:
            with self.asked(printed=True):
                page = self.client_of(CHIEF).get("/admin/second-factor/", {"next": nasty})
            for where in re.findall(r'(?:href|action|name="next" value)="([^"]*)"', page.content.decode()):
                self.assertEqual(host_of(where), HERE, nasty)

    def test_by_a_notice(self):
        user = self.users[CHIEF]
        for nasty in NASTY:
            notice = user.notices.get(model="desk.paper")
            user.notices.filter(pk=notice.pk).update(url=nasty[:300].replace("\x00", ""))
            with self.asked():
                self.assert_at_home(self.client_of(CHIEF).get(f"/admin/notices/{notice.pk}/"), nasty)

    def test_another_host_is_none_of_ours(self):
        for host in (ELSEWHERE, f"{HERE}@{ELSEWHERE}", f"{ELSEWHERE}#{HERE}", f"{HERE}.{ELSEWHERE}", f"{HERE}:x", ""):
            for address in ("/", "/feeds/latest.atom", "/admin/login/"):
                answer = Client().get(address, headers={"host": host})
                self.assertEqual((answer.status_code, ELSEWHERE in answer.content.decode()), (400, False), host)

    def test_no_address_that_readers_get_is_made_of_a_forged_header(self):
        forged = {"x-forwarded-host": ELSEWHERE, "x-host": ELSEWHERE, "forwarded": f"host={ELSEWHERE}"}
        for address in MAKES_ADDRESSES:
            self.assertIn(address, READERS)
            page = Client().get(address, headers={**forged, "x-forwarded-server": ELSEWHERE})
            self.assertNotIn(ELSEWHERE, page.content.decode(), address)
