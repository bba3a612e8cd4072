"""A correspondent at the form of /submit/."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from desk.job_runner import JobRunner
from intake.models import ConsentText, Contribution
from tests.intake.documents.samples import photo, word

TEXT = "本报讯 在江畔区的车间里，工人们度过了一个难忘的夜晚。大家都说收获很大。\n"
TEXT += "夜校开设了电工、焊工、烘焙、书法四门课程。"
PHONE = "13800138000"


class AtTheForm:
    """Mixed into a test case."""

    def open_the_form(self):
        return ConsentText.objects.create(text="我们这样处理您的信息。")

    def fields(self, **others):
        said = {
            "headline": "下了班上夜校",
            "text": TEXT,
            "name": "周永卫",
            "unit": "江畔区总工会",
            "phone": PHONE,
            "sent": "here",
            "ai": "none",
            "agreed": "on",
            "consent": str(ConsentText.objects.order_by("-pk").values_list("pk", flat=True).first()),
            "once": "k" * 22,
        }
        return {name: value for name, value in {**said, **others}.items() if value is not None}

    def send(self, **others):
        return self.client.post(reverse("submit_page"), self.fields(**others))

    def hand_in(self, **others):
        """Handed in, and read by the worker."""
        response = self.send(**others)
        assert response.status_code == 302, wrong_in(response)
        work()
        return Contribution.objects.select_related("letter__article").latest("pk")


def wrong_in(response):
    return re.findall(r'class="submit-error"[^>]*>([^<]*)', response.content.decode())


def work():
    JobRunner("test", silence=60).run_due()


def jpeg(name="夜校.jpg", **said):
    return SimpleUploadedFile(name, photo(**said), "image/jpeg")


def document(*paragraphs, name="稿件.docx"):
    return SimpleUploadedFile(name, word(*paragraphs), "application/octet-stream")
