"""A photographer with a folder of pictures, in a real browser."""

from base64 import b64encode

from django.urls import reverse

from media.models import Photo
from newsroom.groups import PHOTOGRAPHER
from tests.articles.writing import WritingTestCase
from tests.factories import illustrate, make_article, make_contributor, make_photo, make_user
from tests.intake.dropping import PASTE, TRANSFER
from tests.pictures import draw, encoded, upload

UPLOAD, CAPTIONS = reverse("admin:media_photo_upload"), reverse("admin:media_photo_captions")
ONE = "**/photo/upload/file/"
# Entries as a browser makes them of folders that are dropped; nothing but a hand on a mouse makes real ones.
FOLDER = """([transfer, folders]) => {
  const entryOf = (name, inside) => inside instanceof File
    ? { name, isFile: true, isDirectory: false, file: (done) => done(inside) }
    : { name, isFile: false, isDirectory: true, createReader: () => {
        const batches = [inside.map(([name, inside]) => entryOf(name, inside)), []];
        return { readEntries: (done) => done(batches.shift()) };
      } };
  const files = [...transfer.files];
  const named = (name) => files.find((file) => file.name === name);
  const filled = (inside) => inside.map(([name, one]) => [name, Array.isArray(one) ? filled(one) : named(one)]);
  const items = filled(folders).map(([name, inside]) => ({ webkitGetAsEntry: () => entryOf(name, inside) }));
  const event = new Event("drop", { bubbles: true, cancelable: true });
  event.dataTransfer = { types: ["Files"], items, files: [] };
  document.dispatchEvent(event);
}"""


def abort(route):
    route.abort()


def picture(number):
    return f"DSC_{number:04}.jpg", encoded(draw(size=(64, 40 + number)))


class PhotographerTestCase(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.user = make_user(group=PHOTOGRAPHER)
        self.log_in(self.user)

    def transfer(self, *files):
        return self.page.evaluate_handle(TRANSFER, [[name, b64encode(data).decode()] for name, data in files])

    def drop(self, *files):
        self.page.locator(".drop").dispatch_event("drop", {"dataTransfer": self.transfer(*files)})

    def line(self, name, state="done"):
        line = self.page.locator(f".drop-line.is-{state}", has_text=name)
        line.wait_for(timeout=60_000)
        return line

    def count(self, lines, number):
        self.page.locator(f":nth-match({lines}, {number})").wait_for(timeout=60_000)

    def sum(self):
        return self.page.locator(".drop-files-sum").inner_text()

    def go_on(self):
        self.page.locator("[name=_save]").click()
        self.page.locator(".photo-rows").wait_for(timeout=60_000)
        self.settle()

    def save(self):
        self.page.locator("[name=_save]").click()
        self.page.locator(".messagelist").wait_for()
        self.settle()

    def cell(self, row, name):
        return (
            self.page.locator(".photo-row").nth(row).locator(f'[data-cell="{name}"] :is(textarea, input, select)').first
        )


class FortyPicturesTests(PhotographerTestCase):
    def setUp(self):
        super().setUp()
        make_contributor(name="马敏", user=self.user)
        self.sent = []
        self.page.route(ONE, self.answer_to)
        self.visit(UPLOAD)

    def answer_to(self, route):
        """The first file arrives and is taken in, and nobody hears of it."""
        self.sent.append(route)
        response = route.fetch()
        route.abort() if route is self.sent[0] else route.fulfill(response=response)

    def test_come_in_whatever_happens_to_one_and_are_captioned_in_one_table(self):
        broken, text = ("坏.jpg", encoded()[:-200]), ("说明.txt", "比武".encode())
        self.drop(*[picture(number) for number in range(40)], broken, text)

        self.assertIn("已损坏或不完整", self.line("坏.jpg", "refused").inner_text())
        self.assertIn("不是可以识别的图片", self.line("说明.txt", "refused").inner_text())
        self.line("DSC_0039.jpg")
        self.page.locator(".drop-line.is-broken").get_by_role("button", name="重试").click()
        self.page.locator(".drop-line.is-broken").wait_for(state="detached")
        self.count(".drop-line.is-done", 40)

        self.assertIn("已上传40张，共42张。 有2个文件未能收下。", self.sum())
        self.assertEqual((len(self.sent), Photo.objects.count()), (43, 40))

        self.go_on()
        self.caption_all()
        self.save()

        self.assertEqual(set(Photo.objects.values_list("caption", flat=True)), {"第一张。", "职工在比赛。"})
        self.assertEqual(Photo.objects.filter(caption="职工在比赛。").count(), 39)
        self.assertEqual({photo.printed_credit for photo in Photo.objects.all()}, {"记者马敏 摄"})
        self.assertEqual([said for said in self.complaints if "ERR_FAILED" not in said], [])

    def caption_all(self):
        names = self.page.locator(".photo-row-name").all_inner_texts()
        self.assertEqual([name.split()[-1] for name in names], [f"DSC_{number:04}.jpg" for number in range(40)])
        self.cell(0, "caption").fill("第一张。")
        self.cell(1, "caption").fill("职工在比赛。")
        self.cell(2, "caption").focus()
        self.page.keyboard.press("Control+d")
        self.assertEqual(self.cell(2, "caption").input_value(), "职工在比赛。")
        self.page.keyboard.press("Control+Shift+D")
        self.assertEqual(self.page.locator(".photo-tools-said").inner_text(), "已复制到37行。")


class DroppingTests(PhotographerTestCase):
    def setUp(self):
        super().setUp()
        self.visit(UPLOAD)

    def test_folders_in_folders_give_all_their_pictures_in_order(self):
        files = [picture(number) for number in (2, 10, 1)]
        ten, two, one = ([f"DSC_{number:04}.jpg"] * 2 for number in (10, 2, 1))
        tree = [["比武", [ten, two, [".DS_Store", "DSC_0002.jpg"], ["end", [one]]]]]
        self.page.evaluate(FOLDER, [self.transfer(*files), tree])

        self.count(".drop-line.is-done", 3)
        names = [name.inner_text() for name in self.page.locator(".drop-line-name").all()]

        self.assertEqual(names, ["DSC_0002.jpg", "DSC_0010.jpg", "DSC_0001.jpg"])

    def test_a_pasted_picture_is_taken(self):
        self.transfer(picture(1)).evaluate(PASTE)

        self.assertIn("64 × 41", self.line("DSC_0001.jpg").inner_text())
        self.assertTrue(self.line("DSC_0001.jpg").locator("img").get_attribute("src").startswith("/files/"))

    def test_a_pressed_button_waits_and_shows_what_was_refused(self):
        self.drop(picture(1), ("说明.txt", b"x"), picture(2))
        self.count(".drop-line", 3)  # nobody's hand is quicker than the reading of what was dropped
        self.page.locator("[name=_save]").click()

        self.count(".is-done, .is-refused", 3)
        self.assertTrue(self.page.url.endswith(UPLOAD))
        self.go_on()

        self.assertEqual(self.page.locator(".photo-row").count(), 2)

    def test_all_that_broke_off_goes_out_again_at_one_press(self):
        self.page.route(ONE, abort)
        self.drop(*[picture(number) for number in range(4)])
        self.count(".is-broken", 4)
        self.page.unroute(ONE, abort)

        self.page.get_by_role("button", name="全部重试").click()

        self.count(".is-done", 4)
        self.assertEqual(Photo.objects.count(), 4)

    def test_one_picture_under_two_names_has_one_line(self):
        self.drop(("甲.jpg", encoded()))
        self.line("甲.jpg")
        self.drop(("乙.jpg", encoded()))

        self.assertIn("已在列表中", self.line("乙.jpg", "refused").inner_text())
        self.assertEqual(Photo.objects.count(), 1)


class OneLineTests(PhotographerTestCase):
    def setUp(self):
        super().setUp()
        self.asked = []
        self.page.on("dialog", self.answer)
        self.visit(UPLOAD)

    def answer(self, dialog):
        self.asked.append(dialog.message)
        dialog.accept()

    def delete(self, name):
        self.line(name).get_by_role("button", name="删除").click()

    def test_a_mistaken_photo_is_deleted_there(self):
        self.drop(picture(1), picture(2))
        self.count(".is-done", 2)
        self.delete("DSC_0001.jpg")
        self.page.locator(".drop-line", has_text="DSC_0001.jpg").wait_for(state="detached")

        self.assertEqual(Photo.objects.get().filename, "DSC_0002.jpg")
        self.assertEqual(self.asked, ["确定删除“DSC_0001.jpg”吗？它已经上传，删除后无法找回。"])

    def test_a_photo_that_a_story_has_meanwhile_stays(self):
        self.drop(picture(1))
        self.line("DSC_0001.jpg")
        illustrate(article=make_article(), photo=Photo.objects.get())
        self.delete("DSC_0001.jpg")
        self.page.locator(".drop-files-sum", has_text="不能删除").wait_for()

        self.assertEqual(Photo.objects.count(), 1)

    def test_a_photo_of_before_is_not_offered_for_deletion(self):
        name, content = picture(1)
        make_photo(uploaded_by=self.user, file=upload(content))
        self.drop((name, content))

        self.assertIn("您已上传过", self.line(name).inner_text())
        self.assertEqual(self.line(name).get_by_role("button", name="删除").count(), 0)

    def test_shows_the_file_itself_while_the_line_is_away(self):
        self.page.route("**/files/**", abort)
        self.drop(picture(1))

        self.line("DSC_0001.jpg").locator("canvas").wait_for()
        self.assertEqual(self.line("DSC_0001.jpg").locator("img").count(), 0)


class TableTests(PhotographerTestCase):
    def setUp(self):
        super().setUp()
        self.ma = make_contributor(name="马敏", usual_role="correspondent")
        self.photos = [make_photo(caption="", uploaded_by=self.user, size=(64, 40 + number)) for number in range(4)]
        self.address = f"{CAPTIONS}?photos={','.join(str(photo.pk) for photo in self.photos)}"
        self.asked = []
        self.page.on("dialog", self.answer)
        self.visit(self.address)
        self.settle()

    def answer(self, dialog):
        self.asked.append(dialog.type)
        dialog.accept()

    def choose_photographer(self, row):
        self.page.locator(".photo-row").nth(row).locator(".field-contributor .select2-selection").click()
        self.page.keyboard.type("马敏")
        self.page.locator(".select2-results__option--highlighted", has_text="马敏").click()
        self.settle()

    def pick(self, *rows):
        for row in rows:
            self.page.locator(".photo-row-pick").nth(row).check()

    def tool(self, name):
        return self.page.locator(f'[data-copy="{name}"]')

    def test_a_photographer_and_standing_are_copied_to_the_rows_chosen(self):
        self.choose_photographer(1)
        self.cell(1, "standing").select_option("reporter")
        self.pick(2, 3)
        self.page.locator(".photo-row").nth(1).locator(".field-contributor .select2-selection").focus()
        self.tool("picked").click()
        shown = self.page.locator(".photo-row").nth(3).locator(".select2-selection__rendered").first.inner_text()
        self.save()

        self.assertIn("马敏", shown)
        self.assertEqual([photo.printed_credit for photo in Photo.objects.order_by("pk")], ["", *["记者马敏 摄"] * 3])

    def test_what_was_just_typed_is_copied_by_the_key(self):
        self.cell(0, "caption").click()
        self.page.keyboard.type("职工在比赛。")
        self.page.keyboard.press("Control+Shift+D")

        self.assertEqual([self.cell(row, "caption").input_value() for row in range(4)], ["职工在比赛。"] * 4)

    def test_what_was_just_typed_is_copied_by_the_button(self):
        self.cell(0, "caption").click()
        self.page.keyboard.type("职工在比赛。")
        self.tool("empty").click(timeout=5000)

        self.assertEqual([self.cell(row, "caption").input_value() for row in range(4)], ["职工在比赛。"] * 4)

    def test_copying_is_taken_back(self):
        self.cell(1, "headline").fill("旧标题")
        self.cell(0, "headline").fill("比武")
        self.cell(0, "headline").focus()
        self.page.locator('[data-pick="all"]').check()
        self.cell(0, "headline").focus()
        self.tool("picked").click()
        self.assertEqual(self.cell(1, "headline").input_value(), "比武")

        self.tool("undo").click()

        self.assertEqual([self.cell(row, "headline").input_value() for row in range(4)], ["比武", "旧标题", "", ""])

    def test_enter_goes_to_the_next_row_and_sends_nothing(self):
        self.cell(0, "place").fill("店口")
        self.page.keyboard.press("Enter")

        self.assertTrue(self.cell(1, "place").evaluate("field => field === document.activeElement"))
        self.assertEqual(self.page.url, self.live_server_url + self.address)

    def test_unsaved_words_are_asked_about_and_come_back_in_another_table(self):
        self.cell(1, "caption").fill("没有保存的说明。")
        self.visit("/admin/media/photo/")
        self.visit(f"{CAPTIONS}?photos={self.photos[1].pk}")

        self.page.locator(".kept-words").get_by_text("恢复").click()

        self.assertEqual(self.asked, ["beforeunload"])
        self.assertEqual(self.cell(0, "caption").input_value(), "没有保存的说明。")

    def test_says_how_many_still_lack_words(self):
        self.cell(0, "caption").fill("写了。")
        self.cell(0, "headline").focus()

        self.assertIn("3张缺说明，4张缺摄影者", self.page.locator(".photo-tools-lacks").inner_text())
        self.assertEqual(self.complaints, [])
