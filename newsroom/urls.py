from django.contrib import admin
from django.urls import include, path

from intake.views.submitting import submit_page
from newsroom.health import healthz, live, ready
from newsroom.my.views import ask_for_link, my_page
from newsroom.robots import robots
from newsroom.search.suggesting import suggest
from newsroom.search.views import open_search, search_page
from newsroom.security_txt import security_txt
from newsroom.seeing.metrics import metrics
from newsroom.views import front_page, paper_masthead, paper_sheet

handler400 = "newsroom.trouble.bad_request"
handler403 = "newsroom.trouble.forbidden"
handler404 = "newsroom.trouble.not_found"
handler500 = "newsroom.trouble.server_error"

urlpatterns = [
    path("", front_page, name="front_page"),
    path("", include("articles.urls")),
    path("", include("media.urls")),
    path("rankings/", include("tally.urls")),
    path("submit/", submit_page, name="submit_page"),
    path("my/", ask_for_link, name="ask_for_link"),
    path("my/<str:token>/", my_page, name="my_page"),
    path("search/", search_page, name="search_page"),
    path("search/suggest/", suggest, name="search_suggest"),
    path("opensearch.xml", open_search, name="open_search"),
    path("feeds/", include("newsroom.feeds.urls")),
    path("", include("newsroom.sitemaps.urls")),
    path("paper/<slug:fingerprint>.css", paper_sheet, name="paper_sheet"),
    path("paper/<int:version>/masthead", paper_masthead, name="paper_masthead"),
    path("healthz", healthz, name="healthz"),
    path("healthz/live", live, name="healthz_live"),
    path("healthz/ready", ready, name="healthz_ready"),
    path("metrics", metrics, name="metrics"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("admin/", admin.site.urls),
]
