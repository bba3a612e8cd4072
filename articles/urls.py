from django.urls import path, register_converter

from articles import converters
from articles.views.article import article_page
from articles.views.calendar import issue_calendar
from articles.views.corrections import corrections_page
from articles.views.indexes import channel_index, column_index, contributor_index, region_index, tag_index
from articles.views.issue import issue_page
from articles.views.lists import channel_page, column_page, contributor_page, region_page, tag_page
from articles.views.ninjs import article_ninjs
from articles.views.page import page_page, page_picture
from articles.views.preview import preview_file, preview_page

register_converter(converters.NumberConverter, "number")
register_converter(converters.DateConverter, "date")
register_converter(converters.EditionConverter, "edition")
register_converter(converters.LabelConverter, "label")
register_converter(converters.CodeConverter, "code")
register_converter(converters.WordConverter, "word")

urlpatterns = [
    path("issues/", issue_calendar, name="issue_calendar"),
    path("issues/<number:year>/", issue_calendar, name="issue_calendar"),
    path("issues/<date:date>/", issue_page, name="issue_page"),
    path("issues/<date:date>-<edition:edition>/", issue_page, name="issue_page"),
    path("issues/<date:date>/<label:label>/", page_page, name="page_page"),
    path("issues/<date:date>-<edition:edition>/<label:label>/", page_page, name="page_page"),
    path("issues/<date:date>/<label:label>/picture/", page_picture, name="page_picture"),
    path("issues/<date:date>-<edition:edition>/<label:label>/picture/", page_picture, name="page_picture"),
    path("articles/<number:pk>/", article_page, name="article_page"),
    path("articles/<number:pk>.ninjs.json", article_ninjs, name="article_ninjs"),
    path("regions/", region_index, name="region_index"),
    path("regions/<code:code>/", region_page, name="region_page"),
    path("contributors/", contributor_index, name="contributor_index"),
    path("contributors/<number:pk>/", contributor_page, name="contributor_page"),
    path("columns/", column_index, name="column_index"),
    path("columns/<word:slug>/", column_page, name="column_page"),
    path("channels/", channel_index, name="channel_index"),
    path("channels/<word:slug>/", channel_page, name="channel_page"),
    path("tags/", tag_index, name="tag_index"),
    path("tags/<word:slug>/", tag_page, name="tag_page"),
    # No converter narrows the token: whatever is wrong with it, the view's own answer says no more than that.
    path("preview/<str:token>/", preview_page, name="preview_page"),
    path("preview/<str:token>/files/<int:photo>/<str:name>", preview_file, name="preview_file"),
    path("corrections/", corrections_page, name="corrections_page"),
]
