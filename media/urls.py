from django.urls import path, register_converter

from media import converters
from media.views import public_file

register_converter(converters.KeyConverter, "file_key")
register_converter(converters.FileNameConverter, "file_name")

urlpatterns = [
    path("files/<file_key:key>/<file_name:name>", public_file, name="public_file"),
]
