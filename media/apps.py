from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Photos")

    def ready(self):
        from datetime import timedelta

        from desk.duties import DUTIES, Duty
        from desk.models import Paper
        from desk.watching import watch
        from media.closing import close_expired
        from media.finishing import sweep
        from media.keepers import KEEPERS, Keeper, kept_in_field
        from media.learning import learn_likenesses
        from media.models import FormerOriginal, Photo
        from media.public import OF_PHOTOS

        # An original keeps the name of its first key, public files move from key to key.
        KEEPERS.append(Keeper("originals", *kept_in_field(Photo.objects.only("original").all, "original")))
        formers = FormerOriginal.objects.only("file").all
        KEEPERS.append(Keeper("originals", *kept_in_field(formers, "file")))
        KEEPERS.append(OF_PHOTOS)
        # The desk lies below and knows of no keepers.
        KEEPERS.append(Keeper("paper", *kept_in_field(Paper.objects.all, "masthead")))
        DUTIES.append(Duty("expired photos", timedelta(minutes=1), close_expired))
        DUTIES.append(Duty("likenesses of photos", timedelta(minutes=10), learn_likenesses))
        DUTIES.append(Duty("unfinished photos", timedelta(minutes=1), sweep))
        watch(Photo, arrivals=False)
