from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeesConfig(AppConfig):
    name = "fees"
    verbose_name = _("Fees")

    def ready(self):
        watch_records()


def watch_records():
    from desk.watching import watch
    from fees.models import Grade, GradePay, LengthRule, PaidRole, Rate, RateCard

    watch(RateCard, "name", "begins_on", "most_a_month", "unpaid")
    watch(Rate, "kind", "genre", "column", "page", "amount", "rule", "most")
    watch(GradePay, "grade", "factor", "supplement")
    watch(PaidRole, "role")
    watch(LengthRule, "name", "measure", "unit", "part", "half_below")
    watch(Grade, "name")
