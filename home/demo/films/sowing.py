"""Put the campaign's films into the media library: filmed, described, and with a first file to play.

A film is known again by its key, which is the same in every installation. It is stored in one
transaction with all that belongs to it, after it has been filmed; a run that is interrupted leaves
whole films or none, and the next one goes on from there. Only the smallest file of each film is made
here, so that its page can go out at once; a worker makes the others while the site already serves.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Locale

from core.models import Photograph
from home.demo.content.films import (
    CONSENT,
    DECISIONS,
    NOT_NEEDED,
    RIGHTS_HOLDER,
    WORDS,
)
from home.demo.films.making import (
    DESCRIBED,
    OVERLAYS,
    PLAIN,
    SIGNED,
    TINY,
    Format,
    film_to,
)
from home.demo.films.reel import still
from home.demo.films.script import Film
from home.demo.films.scripts import FILMS
from home.demo.pictures import CREDIT
from home.demo.shape import key_of
from videos import files, jobs, probing, transcoding
from videos.models import Video, VideoRendition, VideoText, VideoTrack, VideoVersion

Say = Callable[[str], None]

#: Which sample is made of which film, and in which language it is.
SAMPLES = {
    "school": (SIGNED, VideoVersion.SIGNED_VERSION, "fse"),
    "homecare": (DESCRIBED, VideoVersion.DESCRIBED, "fi"),
}


class NoFileError(RuntimeError):
    """No file to play could be made of a film; the message tells why."""


@dataclass(frozen=True)
class Cut:
    """One film to be made of a script: the film itself (plain), or a sample that stands beside it."""

    film: Film
    kind: str

    @property
    def name(self) -> str:
        """Return the name the film has in this package."""
        return self.film.key if self.kind == PLAIN else f"{self.film.key}-{self.kind}"

    @property
    def words(self) -> dict[str, str]:
        """Return its titles by language."""
        return {code: words.title for code, words in WORDS[self.name].items()}

    @property
    def title(self) -> str:
        """Return the title editors see."""
        return self.words["fi"]


def cuts() -> list[Cut]:
    """Return all films to be made; a sample follows the film it is made of."""
    found = []
    for film in FILMS:
        found.append(Cut(film, PLAIN))
        if film.key in SAMPLES:
            found.append(Cut(film, SAMPLES[film.key][0]))
    return found


def sow_films(say: Say, *, drawn: bool = True) -> dict[str, Video]:
    """Return the demo's films by name, made where they are missing, each with a file to play.

    Without ``drawn`` they are as small as a stamp and jerk, which is much quicker. Raises FilmingError
    or NoFileError.
    """
    form = Format() if drawn else TINY
    all_cuts = cuts()
    by_key = {key_of("film", cut.name): cut for cut in all_cuts}
    videos = {by_key[video.key].name: video for video in Video.objects.filter(key__in=by_key)}
    for film in FILMS:
        missing = [cut for cut in all_cuts if cut.film is film and cut.name not in videos]
        if missing:
            videos.update(_made(film, missing, form, say))
    for cut in all_cuts:
        _join(cut, videos)
        _first_file(videos[cut.name], say)
    for video in videos.values():
        video.refresh_from_db()
    return videos


def _made(film: Film, missing: Iterable[Cut], form: Format, say: Say) -> dict[str, Video]:
    """Film what is missing of a script, and store each film with all that belongs to it."""
    with tempfile.TemporaryDirectory(prefix="kohtaamo-demo-films-") as folder:
        paths = {cut: Path(folder) / f"{cut.name}.mp4" for cut in missing}
        name = film.names["fi"]
        film_to(
            film,
            {cut.kind: path for cut, path in paths.items()},
            form,
            lambda percent: say(f"    {name}: {percent} % drawn"),
        )
        return {cut.name: _stored(cut, path, form) for cut, path in paths.items()}


def _stored(cut: Cut, path: Path, form: Format) -> Video:
    """Store one film whole: its file, facts, poster, texts and tracks."""
    video = Video(
        key=key_of("film", cut.name),
        title=cut.title,
        spoken_language="fi",
        description_decision=DECISIONS[cut.name],
        description_reason=NOT_NEEDED if DECISIONS[cut.name] == Video.NOT_NEEDED else "",
        flashes_checked=True,
        rights_holder=RIGHTS_HOLDER,
        consent_note=CONSENT,
    )
    facts = probing.probe(path)
    transcoding.record(video, facts, files.checksum(path), path.stat().st_size)
    poster = _poster(cut, form)
    try:
        with transaction.atomic(), path.open("rb") as original:
            poster.save()
            video.poster = poster
            video.file = File(original, name=path.name)
            video.full_clean(exclude=["file", "type"])
            video.save()
            _write(cut, video)
    except BaseException:
        written: list[Any] = [video.file, poster.file]
        for file in written:
            if file and file._committed:
                files.delete(file.storage, file.name)
        raise
    return video


def _poster(cut: Cut, form: Format) -> Photograph:
    """Return the picture a film begins with, not saved yet."""
    image = still(cut.film, form.size, cut.film.poster)
    if cut.kind in OVERLAYS:
        image = OVERLAYS[cut.kind](cut.film, form.size)(image, cut.film.poster)
    written = BytesIO()
    image.save(written, "JPEG", quality=88, optimize=True, progressive=True)
    file = ContentFile(written.getvalue(), name=f"{slugify(cut.title)}.jpg")
    return Photograph(title=cut.title, credit=CREDIT, file=file)


def _write(cut: Cut, video: Video) -> None:
    """Write what is read of a film: texts, captions, descriptions and chapters, by language."""
    film, is_described = cut.film, cut.kind == DESCRIBED
    for order, locale in enumerate(Locale.objects.filter(language_code__in=WORDS[cut.name])):
        code = locale.language_code
        words = WORDS[cut.name][code]
        VideoText.objects.create(
            video=video,
            locale=locale,
            sort_order=order,
            title=words.title,
            summary=words.summary,
            poster_alt=words.poster_alt,
            # Where there is none, readers get the one in the nearest language, marked as such.
            transcript=film.transcript(code, described=is_described)
            if code in film.languages
            else "",
        )
    tracks = [
        (VideoTrack.CAPTIONS, code, film.captions(code, described=is_described))
        for code in film.languages
        if code in WORDS[cut.name]
    ]
    if cut.kind == PLAIN and film.notes:
        tracks += [
            (VideoTrack.DESCRIPTIONS, code, film.descriptions(code)) for code in film.notes[0].texts
        ]
    if cut.kind == PLAIN and film.chapters:
        tracks += [
            (VideoTrack.CHAPTERS, code, film.chapter_track(code)) for code in film.chapters[0][1]
        ]
    originals: dict[str, VideoTrack] = {}
    for kind, code, content in tracks:
        original = originals.get(kind)
        track = VideoTrack.objects.create(
            video=video,
            kind=kind,
            language=code,
            content=content,
            translated_from=original,
            source_digest=original.digest if original else "",
        )
        originals.setdefault(kind, track)


def _join(cut: Cut, videos: dict[str, Video]) -> None:
    """Join a sample to the film it stands beside."""
    if cut.kind == PLAIN:
        return
    _kind, kind, language = SAMPLES[cut.film.key]
    VideoVersion.objects.get_or_create(
        video=videos[cut.film.key],
        kind=kind,
        language=language,
        defaults={"version": videos[cut.name], "sort_order": 0},
    )


def _first_file(video: Video, say: Say) -> None:
    """See to it that there is a file to play of ``video``, and that the others wait for a worker."""
    transcoding.plan(video)
    while not video.renditions.filter(state=VideoRendition.DONE).exists():
        transcoding.recover()
        try:
            row = jobs.claim(video.pk)
        except jobs.Busy:  # a worker is at another film; it will come to this one, or we do
            time.sleep(jobs.BEAT)
            continue
        if row is None:
            failed = video.renditions.filter(state=VideoRendition.FAILED).first()
            why = transcoding.describe(failed.error) if failed else "nothing waits to be made"
            raise NoFileError(f"{video}: {why}")
        transcoding.make(row, lambda text: say(f"    {text}"))
