"""The admin as an app of its own: beside NewsroomConfig Django could not tell which of two is the default."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "newsroom.admin_site.NewsroomAdminSite"
