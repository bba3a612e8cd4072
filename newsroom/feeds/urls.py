from django.urls import path

from newsroom.feeds import views

urlpatterns = [
    path("", views.feed_index, name="feed_index"),
    path("latest.atom", views.latest_feed, name="latest_feed"),
    path("regions/<code:code>.atom", views.region_feed, name="region_feed"),
    path("contributors/<number:pk>.atom", views.contributor_feed, name="contributor_feed"),
    path("channels/<word:slug>.atom", views.channel_feed, name="channel_feed"),
    path("columns/<word:slug>.atom", views.column_feed, name="column_feed"),
    path("tags/<word:slug>.atom", views.tag_feed, name="tag_feed"),
    path("corrections.atom", views.corrections_feed, name="corrections_feed"),
]
