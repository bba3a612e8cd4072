from fees.models.card import Grade, GradePay, LengthRule, PaidRole, Rate, RateCard
from fees.models.division import Division, DivisionPart
from fees.models.line import LedgerLine
from fees.models.month import Approval, FeeMonth
from fees.models.story_grade import StoryGrade

__all__ = [
    "Approval",
    "Division",
    "DivisionPart",
    "FeeMonth",
    "Grade",
    "GradePay",
    "LedgerLine",
    "LengthRule",
    "PaidRole",
    "Rate",
    "RateCard",
    "StoryGrade",
]
