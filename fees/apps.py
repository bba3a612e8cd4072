from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeesConfig(AppConfig):
    name = "fees"
    verbose_name = _("Fees")

    def ready(self):
        watch_records()
        lay_out_panel()


def watch_records():
    from desk.watching import watch
    from fees.models import Grade, GradePay, LengthRule, PaidRole, Rate, RateCard

    watch(RateCard, "name", "begins_on", "most_a_month", "unpaid")
    watch(Rate, "kind", "genre", "column", "page", "amount", "rule", "most")
    watch(GradePay, "grade", "factor", "supplement")
    watch(PaidRole, "role")
    watch(LengthRule, "name", "measure", "unit", "part", "half_below")
    watch(Grade, "name")


def lay_out_panel():
    from articles.panels import PANELS
    from fees.admin.panel import fees_panel

    PANELS.append(fees_panel)
