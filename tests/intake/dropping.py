"""An editor at the intake screen in a real browser, with files in hand."""

from base64 import b64encode

from django.urls import reverse

from tests.articles.writing import WritingTestCase

SCREEN = reverse("admin:intake")
TRANSFER = """files => {
  const transfer = new DataTransfer();
  for (const [name, data] of files) {
    transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
  }
  return transfer;
}"""
PASTE = """board => document.dispatchEvent(
  new ClipboardEvent("paste", { clipboardData: board, bubbles: true, cancelable: true }))"""


class DroppingTestCase(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.visit(SCREEN)

    def drop(self, *files):
        """files: (name, bytes)."""
        self.page.locator(".drop").dispatch_event("drop", {"dataTransfer": self.transfer(*files)})

    def paste(self, *files):
        self.transfer(*files).evaluate(PASTE)

    def transfer(self, *files):
        return self.page.evaluate_handle(TRANSFER, [[name, b64encode(data).decode()] for name, data in files])

    def line(self, name, state="done"):
        line = self.page.locator(f".drop-line.is-{state}", has_text=name)
        line.wait_for(timeout=60_000)
        return line

    def read(self):
        self.page.locator("[name=read]").click()
        self.page.locator(".intake-summary").wait_for(timeout=60_000)
        self.settle()

    def draft(self):
        self.page.locator("[name=draft]").last.click()
        self.page.locator(".messagelist").wait_for(timeout=60_000)
        self.settle()
