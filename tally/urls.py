"""What readers see of the statistics; below /rankings/."""

from django.urls import path

from tally.views.ranking import ranking_page

urlpatterns = [
    path("", ranking_page, name="ranking_page"),
    path("<number:year>/", ranking_page, name="ranking_page"),
]
