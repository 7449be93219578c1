"""Files go with their row: after the commit, all of them, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import transaction
from wagtailmedia.views import media

from tests import films
from tests.videos.test_transcoding import film_of, folder
from videos import transcoding
from videos.forms import FilmForm
from videos.models import Video, VideoRendition, VideoStill

pytestmark = pytest.mark.django_db
OTHER = (256, 144)


@pytest.fixture
def made() -> Video:
    """A film with its file and stills made."""
    video = film_of(films.film(1))
    transcoding.encode_all(video)
    return video


def replaced(video: Video, path: Path) -> FilmForm:
    """Return a form that replaces the file of a film."""

    class Form(FilmForm):
        class Meta:
            model = Video
            fields = ("file",)

    return Form({}, {"file": films.upload(path)}, instance=Video.objects.get(pk=video.pk))


def test_deleting_a_film_deletes_its_files_and_its_folder(made, django_capture_on_commit_callbacks):
    place = Path(made.file.path).parent
    assert len(folder(made)) >= 3
    with django_capture_on_commit_callbacks(execute=True):
        made.delete()
    assert not place.exists()


def test_a_deletion_that_is_rolled_back_deletes_nothing(made, django_capture_on_commit_callbacks):
    before = folder(made)
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        Video.objects.get(pk=made.pk).delete()
        transaction.set_rollback(True)
    assert folder(made) == before


def test_replacing_the_film_takes_what_was_made_of_it(made, django_capture_on_commit_callbacks):
    old = folder(made)
    form = replaced(made, films.film(1, OTHER))
    assert form.is_valid(), form.errors
    with django_capture_on_commit_callbacks(execute=True):
        video = form.save()
        assert old <= folder(video)  # nothing goes before the commit
    assert not folder(video) & old
    assert folder(video) == {Path(video.file.name).name}
    assert (video.width, video.height) == OTHER
    assert video.checksum == films.checksum(films.film(1, OTHER))
    assert [row.state for row in video.renditions.all()] == [VideoRendition.WAITING]
    assert not VideoStill.objects.exists()


def test_while_another_film_takes_its_place_the_player_offers_nothing_of_the_old_one(made):
    form = replaced(made, films.film(1, OTHER))
    assert form.is_valid()
    form.save()
    made.refresh_from_db()
    assert made.manifest["sources"] == []


def test_the_same_film_uploaded_again_keeps_what_was_made(made, django_capture_on_commit_callbacks):
    row = made.renditions.get()
    form = replaced(made, films.film(1))
    assert form.is_valid()
    with django_capture_on_commit_callbacks(execute=True):
        video = form.save()
    assert video.renditions.get() == row
    assert Path(row.file.path).is_file()
    assert Path(video.file.path).is_file()
    assert len([name for name in folder(video) if name.startswith("source-")]) == 1


def test_when_replacing_fails_the_old_film_stays_and_the_new_one_goes(made, monkeypatch):
    before = folder(made)

    def broken(video: Video) -> None:
        raise RuntimeError

    monkeypatch.setattr(transcoding, "plan", broken)
    form = replaced(made, films.film(1, OTHER))
    assert form.is_valid()
    with pytest.raises(RuntimeError):
        form.save()
    assert folder(made) == before
    assert Video.objects.get(pk=made.pk).checksum == made.checksum


def test_a_refused_replacement_changes_nothing(made):
    before = folder(made)
    form = replaced(made, films.film(1, (48, 32)))
    assert not form.is_valid()
    video = Video.objects.get(pk=made.pk)
    assert folder(video) == before
    assert (video.checksum, video.width) == (made.checksum, made.width)


def test_wagtailmedias_own_view_does_not_delete_the_old_film_before_the_new_one_is_saved(
    made, admin_user, rf, monkeypatch
):
    """wagtailmedia deletes the old file, then saves; where saving fails, the film would be lost."""

    def broken(video: Video) -> None:
        raise RuntimeError

    monkeypatch.setattr(transcoding, "plan", broken)
    before = folder(made)
    fields = {"title": "Uusi nimi", "spoken_language": "sv", "collection": "1", "tags": ""}
    request = rf.post("/", {**fields, "file": films.upload(films.film(1, OTHER))})
    request.user = admin_user
    with pytest.raises(RuntimeError):
        media.edit(request, made.pk)
    assert folder(made) == before


def test_saving_without_a_new_file_keeps_everything(made):
    before = folder(made)

    class Form(FilmForm):
        class Meta:
            model = Video
            fields = ("title", "file")

    form = Form({"title": "Uusi nimi"}, {}, instance=made)
    assert form.is_valid(), form.errors
    form.save()
    assert folder(made) == before
    assert made.renditions.get().state == VideoRendition.DONE


def test_a_large_upload_is_looked_into_where_it_lies():
    path = films.film(1)
    upload = TemporaryUploadedFile("film.mp4", "video/mp4", path.stat().st_size, None)
    upload.write(path.read_bytes())
    upload.seek(0)

    class Form(FilmForm):
        class Meta:
            model = Video
            fields = ("title", "file")

    form = Form({"title": "Iso"}, {"file": upload})
    assert form.is_valid(), form.errors
    video = form.save()
    upload.close()
    assert video.checksum == films.checksum(path)
    assert Path(video.file.path).read_bytes() == path.read_bytes()
    assert video.file_size == path.stat().st_size
