"""Which chapter explains which screen of the admin: by the name of its address, or else by the model it belongs to."""

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.handbook.book import the_book

SCREENS = {
    "index": "board",
    "password_change": "signing-in",
    "password_change_done": "signing-in",
    "login_code": "signing-in#两步登录",
    "second_factor": "signing-in#两步登录",
    "my_security": "signing-in#在哪里登录着",
    "desk_user_security": "signing-in#帮同事",
    "desk_user_shut": "signing-in#帮同事",
    "tally": "statistics",
    "tally_stories": "statistics#数字背后的稿件",
    "tally_file": "statistics#带走",
    "tally_statement": "statistics#年度用稿清单",
    "tally_statements": "statistics#年度用稿清单",
    "system": "trouble#系统状态",
    "waiting": "review#待我审",
    "board": "layout",
    "board_add": "layout",
    "board_begin": "layout",
    "board_move": "layout",
    "board_page": "layout",
    "board_undo": "layout",
    "notices": "notes#通知",
    "my_settings": "notes#邮件",
    "own_links": "contributors#作品链接",
    "open_notice": "notes#通知",
    "read_notices": "notes#通知",
    "unread_notices": "notes#通知",
    "auth_user_password_change": "rights#账号",
    "articles_article_changelist": "writing#找稿件",
    "articles_article_waive": "checks#放行",
    "articles_article_review": "review#怎么审",
    "articles_article_sheet": "review#审稿单",
    "articles_article_notes": "notes#给同事留言",
    "articles_article_preview_links": "previews",
    "articles_article_history": "versions",
    "articles_article_compare": "versions#对比",
    "articles_article_version": "versions#恢复",
    "articles_article_bring_back": "versions#恢复",
    "articles_article_unsaved": "nothing-lost",
    "articles_article_discard": "nothing-lost",
    "articles_article_photos": "illustrations#挑选图片",
    "articles_article_with_photos": "illustrations#挑选图片",
    "articles_article_offer_photos": "illustrations#挑选图片",
    "articles_article_wechat": "exports#公众号",
    "articles_article_wechat_content": "exports#公众号",
    "articles_article_wechat_copied": "exports#公众号",
    "articles_article_export": "exports",
    "articles_issue_checks": "checks#一期的检查",
    "articles_issue_waive": "checks#放行",
    "articles_issue_export": "exports",
    "articles_issue_move-hour": "publishing#签了以后又动了",
    "articles_issue_unsign": "publishing#签了以后又动了",
    "articles_page_export": "exports",
    "articles_page_hotspots": "layout#热区",
    "bylines_contributor_merge": "register#一个人建了两条",
    "bylines_contributor_doubles": "register#一个人建了两条",
    "bylines_contributor_unmerge": "register#一个人建了两条",
    "bylines_contributor_private": "register#私人资料",
    "bylines_contributor_export": "register#导出和导入",
    "bylines_contributor_import": "register#导出和导入",
    "media_photo_captions": "photos#一张表写完",
    "media_photo_changelist": "photos#找图片",
    "intake_letter_become": "contributors#手工建稿",
    "intake_letter_decline": "contributors#不采用",
    "intake_letter_contact": "contributors#联系作者",
    "fees_feemonth_close": "fees#月结",
    "fees_feemonth_check": "fees#审核批准付款",
    "fees_feemonth_approve": "fees#审核批准付款",
    "fees_feemonth_take-back": "fees#审核批准付款",
    "fees_feemonth_pay": "fees#审核批准付款",
    "fees_feemonth_sheet": "fees#发钱",
    "fees_feemonth_export": "fees#发钱",
    "fees_feemonth_slip": "fees#发钱",
    "fees_ratecard_copy": "fees#稿酬标准",
    "fees_storygrade_story": "fees#好稿和分成",
    "intake": "intake",
    "intake_file": "intake",
    "intake_picture": "intake",
}
# "app_model": whatever else belongs to it.
MODELS = {
    "articles_article": "writing",
    "articles_channel": "paper#频道体裁专栏和标签",
    "articles_column": "paper#频道体裁专栏和标签",
    "articles_correction": "corrections#更正",
    "articles_frontblock": "front#版块",
    "articles_frontpage": "front",
    "articles_genre": "paper#频道体裁专栏和标签",
    "articles_issue": "layout#开一期",
    "articles_page": "layout#版",
    "articles_phrase": "checks#禁用与规范词语",
    "articles_waiver": "checks#放行",
    "auth_group": "rights",
    "bylines_contributor": "register",
    "intake_consenttext": "contributors#开通投稿页",
    "intake_routing": "contributors#分给哪个部门",
    "intake_printnotice": "contributors#见报通知",
    "desk_auditentry": "rights#操作日志",
    "fees_feemonth": "fees",
    "fees_ledgerline": "fees#一笔稿费怎么来的",
    "fees_storygrade": "fees#好稿和分成",
    "fees_ratecard": "fees#稿酬标准",
    "fees_lengthrule": "fees#稿酬标准",
    "fees_grade": "fees#好稿和分成",
    "desk_desk": "rights#部门",
    "desk_job": "trouble#后台任务",
    "desk_paper": "paper",
    "desk_user": "rights#账号",
    "intake_letter": "intake#来稿",
    "intake_source": "intake#来稿原文",
    "media_photo": "photos",
    "regions_region": "regions",
    "taggit_tag": "paper#频道体裁专栏和标签",
}
# Nothing that an editor works with: other sites' tables, answers to scripts, the way in and out.
TECHNICAL = {"app_list", "autocomplete", "jsi18n", "login", "logout", "view_on_site"}
TECHNICAL_MODELS = {"django_tasks", "redirects_redirect", "sites_site"}


def place_in_book(name):
    """“chapter#section” of what the address of this name shows, or None."""
    return SCREENS.get(name) or MODELS.get(model_of(name))


def model_of(name):
    return "_".join(name.split("_")[:2])


def chapter_for(request):
    """The link in the head of an admin page, as (address, words); None where no handbook was deployed."""
    book = the_book()
    if book is None:
        return None
    slug, _hash, anchor = (place_in_book(asked_for(request)) or "").partition("#")
    if slug not in book.chapters:
        return reverse("admin:handbook"), _("Handbook")
    address = reverse("admin:handbook_chapter", args=[slug])
    return address + (f"#{anchor}" if anchor else ""), _("Handbook: %(chapter)s") % {
        "chapter": book.chapters[slug].title
    }


def asked_for(request):
    return (request.resolver_match and request.resolver_match.url_name) or ""
