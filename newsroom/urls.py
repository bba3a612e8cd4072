from django.contrib import admin
from django.urls import include, path

from newsroom.health import healthz
from newsroom.robots import robots
from newsroom.search.suggesting import suggest
from newsroom.search.views import open_search, search_page
from newsroom.security_txt import security_txt
from newsroom.views import bad_request, front_page, paper_masthead, paper_sheet

handler400 = bad_request

urlpatterns = [
    path("", front_page, name="front_page"),
    path("", include("articles.urls")),
    path("", include("media.urls")),
    path("search/", search_page, name="search_page"),
    path("search/suggest/", suggest, name="search_suggest"),
    path("opensearch.xml", open_search, name="open_search"),
    path("feeds/", include("newsroom.feeds.urls")),
    path("", include("newsroom.sitemaps.urls")),
    path("paper/<slug:fingerprint>.css", paper_sheet, name="paper_sheet"),
    path("paper/<int:version>/masthead", paper_masthead, name="paper_masthead"),
    path("healthz", healthz),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("admin/", admin.site.urls),
]
