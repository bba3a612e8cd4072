"""The names are those of our own pages, since the records' get_absolute_url() asks for them."""

from django.urls import path

from newsroom.benchmark.minimal import views
from newsroom.benchmark.minimal.stock_admin import stock

urlpatterns = [
    path("", views.front_page, name="front_page"),
    path("latest/", views.latest, name="latest"),
    path("articles/<int:pk>/", views.article_page, name="article_page"),
    path("issues/<slug:day>/", views.issue_page, name="issue_page"),
    path("issues/<slug:day>/stories/", views.issue_stories, name="issue_stories"),
    path("issues/<slug:day>/<slug:label>/", views.issue_page, name="page_page"),
    path("regions/<int:code>/", views.region_page, name="region_page"),
    path("contributors/<int:pk>/", views.contributor_page, name="contributor_page"),
    path("columns/<str:slug>/", views.column_page, name="column_page"),
    path("channels/<str:slug>/", views.channel_page, name="channel_page"),
    path("tags/<str:slug>/", views.tag_page, name="tag_page"),
    path("search/", views.search_page, name="search_page"),
    path("feeds/latest.atom", views.LatestFeed(), name="latest_feed"),
    path("desk/", stock.urls),
]
