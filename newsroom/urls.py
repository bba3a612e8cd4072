from django.contrib import admin
from django.urls import include, path

from newsroom.health import healthz
from newsroom.robots import robots
from newsroom.views import bad_request, front_page, paper_masthead, paper_sheet

handler400 = bad_request

urlpatterns = [
    path("", front_page, name="front_page"),
    path("", include("articles.urls")),
    path("", include("media.urls")),
    path("feeds/", include("newsroom.feeds.urls")),
    path("", include("newsroom.sitemaps.urls")),
    path("paper/<slug:fingerprint>.css", paper_sheet, name="paper_sheet"),
    path("paper/<int:version>/masthead", paper_masthead, name="paper_masthead"),
    path("healthz", healthz),
    path("robots.txt", robots, name="robots"),
    path("admin/", admin.site.urls),
]
