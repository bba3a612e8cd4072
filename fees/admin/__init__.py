from fees.admin.card import GradeAdmin, LengthRuleAdmin, RateCardAdmin
from fees.admin.line import LedgerLineAdmin
from fees.admin.month import FeeMonthAdmin
from fees.admin.story import StoryGradeAdmin

__all__ = ["FeeMonthAdmin", "GradeAdmin", "LedgerLineAdmin", "LengthRuleAdmin", "RateCardAdmin", "StoryGradeAdmin"]
