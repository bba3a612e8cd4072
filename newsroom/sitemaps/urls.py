from django.urls import path
from django.views.generic import RedirectView

from newsroom.sitemaps import views

urlpatterns = [
    path("sitemap.xml", views.sitemap_index, name="sitemap_index"),
    path("sitemap-news.xml", views.news_sitemap, name="news_sitemap"),
    path("sitemaps/paper.xml", views.fixed_sitemap, name="fixed_sitemap"),
    path("sitemaps/stories-<number:part>.xml", views.story_sitemap, name="story_sitemap"),
    path("sitemaps/issues-<number:year>.xml", views.issue_sitemap, name="issue_sitemap"),
    # Named by the index while issues lay in files by month: robots come back to them for years.
    path(
        "sitemaps/issues-<int:year>-<int:month>.xml",
        RedirectView.as_view(url="/sitemaps/issues-%(year)s.xml", permanent=True),
    ),
    path("sitemaps/<slug:kind>-<number:part>.xml", views.list_sitemap, name="list_sitemap"),
]
