from django.contrib import admin
from django.urls import include, path

from newsroom.health import healthz
from newsroom.views import bad_request, front_page, paper_colours, paper_masthead

handler400 = bad_request

urlpatterns = [
    path("", front_page, name="front_page"),
    path("", include("articles.urls")),
    path("", include("media.urls")),
    path("paper/<int:version>.css", paper_colours, name="paper_colours"),
    path("paper/<int:version>/masthead", paper_masthead, name="paper_masthead"),
    path("healthz", healthz),
    path("admin/", admin.site.urls),
]
