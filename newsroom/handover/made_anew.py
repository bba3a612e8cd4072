"""What an import makes of what came in: lists, numbers, the clock's jobs, and what the worker is asked for."""

from articles.coming_out import await_hours
from articles.filing import list_first
from articles.indexing import begin_anew
from articles.models import Article
from articles.shown.coming import say_what_comes
from desk.batches import in_batches
from media.models import Photo, Unfinished
from pagecache.sweeping import start_anew

AT_ONCE = 500


def make_anew():
    """Within the transaction of the rows. The index is built behind it, and so are the renditions."""
    listed = Article.objects.exclude(published_at=None).filter(withdrawn_at=None).defer("body").order_by("pk")
    for stories in in_batches(listed.iterator(chunk_size=AT_ONCE), AT_ONCE):
        list_first(stories)
    waiting = Photo.objects.exclude(original="").order_by("pk").values_list("pk", flat=True)
    for photos in in_batches(waiting.iterator(chunk_size=AT_ONCE), AT_ONCE):
        Unfinished.objects.bulk_create([Unfinished(photo_id=pk) for pk in photos])
    await_hours()
    begin_anew()
    start_anew()
    say_what_comes()
