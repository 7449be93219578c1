"""The player as its template needs it: what is shown of a film, in which language, and what is not.

Everything comes from the film's manifest (``videos.manifest``), so a page with thirty films asks the
database nothing more. A text that is not in the page's language carries the ``lang`` it is in.

Sources of the rules: WCAG 2.2, 1.2.2, 1.2.5, 1.2.8 and 3.1.2; EN 301 549, 7.1 to 7.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.utils import timezone
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Locale

from core import languages
from videos.languages import NO_SPEECH, lang_of_name, name_of
from videos.manifest import Line, Source, Text, Track
from videos.models import Video, VideoTrack, VideoVersion
from videos.wording import written_code

#: Seconds by which two versions may differ and still be the same film, moment for moment.
SAME_LENGTH = 0.5
#: Speeds to choose from: as scripts write them, and as numbers that templates write by language.
RATES = tuple((f"{rate:g}", rate) for rate in (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0))
POSTER = "max-1280x1280|format-webp"
#: Which files are for which screens; the browser takes the first it can play whose query holds.
LARGE_SCREEN, SMALL_SCREEN = "(min-width: 75rem)", "(max-width: 40rem)"
#: Captions tell more than subtitles: of two in one language they are the ones shown.
_CAPTION_KINDS = (VideoTrack.CAPTIONS, VideoTrack.SUBTITLES)


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and the ``lang`` its element needs; empty where it is in the page's own language."""

    text: str = ""
    lang: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class PlayerSource:
    """A file for the browser to choose from; ``media`` is the screen it is meant for."""

    url: str
    type: str
    media: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """The film as a file to keep: ``lines`` is its height in the words people know, ``size`` in bytes."""

    url: str
    lines: int
    size: int
    is_smallest: bool


@dataclass(frozen=True, slots=True)
class PlayerTrack:
    """A timed text for ``<track>``; ``language`` is the site's code, ``lang`` the tag browsers know."""

    kind: str
    language: str
    lang: str
    direction: str
    name: Words
    url: str
    is_default: bool = False
    is_machine: bool = False
    is_outdated: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the transcript, or a chapter: when it begins (``at`` in seconds, written for scripts)."""

    start: float
    at: str
    clock: str
    text: str
    speaker: str = ""
    is_description: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """The film as text in one language: what somebody wrote of it, and its captions line by line."""

    language: str
    lang: str
    name: Words
    paragraphs: tuple[str, ...] = ()
    lines: tuple[Moment, ...] = ()
    is_machine: bool = False
    is_outdated: bool = False


@dataclass(frozen=True, slots=True)
class Film:
    """What one ``<video>`` plays."""

    sources: tuple[PlayerSource, ...] = ()
    downloads: tuple[Download, ...] = ()
    tracks: tuple[PlayerTrack, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    width: int = 0
    height: int = 0

    @property
    def captions(self) -> tuple[PlayerTrack, ...]:
        """Return the captions and subtitles, one a language."""
        return tuple(track for track in self.tracks if track.kind in _CAPTION_KINDS)

    @property
    def describes(self) -> bool:
        """Tell whether there are descriptions for a screen reader to read."""
        return any(track.kind == VideoTrack.DESCRIPTIONS for track in self.tracks)


@dataclass(frozen=True, slots=True)
class PlayerVersion:
    """The film told otherwise. ``is_aligned``: the same moments are at the same time in both."""

    number: str
    kind: str
    name: Words
    film: Film
    is_aligned: bool
    #: Whether its language must be named, because it is not the one the page is in.
    names_language: bool


@dataclass(frozen=True, slots=True)
class Player:
    """One film on a page, in that page's language. ``anchor`` begins every id in its markup."""

    key: str
    anchor: str
    language: str
    title: Words = Words()
    summary: Words = Words()
    poster_alt: Words = Words()
    poster: Any = None
    spoken: Words = Words()
    clock: str = ""
    film: Film = Film()
    chapters: tuple[Moment, ...] = ()
    chapters_lang: str = ""
    versions: tuple[PlayerVersion, ...] = ()
    is_withdrawn: bool = False

    #: The speeds a reader can choose.
    rates: ClassVar = RATES

    @property
    def is_ready(self) -> bool:
        """Tell whether there is a file to play."""
        return bool(self.film.sources)

    @property
    def captions(self) -> tuple[PlayerTrack, ...]:
        """Return one track for each language that the film or a version of it is captioned in."""
        films = (self.film, *(version.film for version in self.versions))
        found: dict[str, PlayerTrack] = {}
        for track in (track for film in films for track in film.captions):
            found.setdefault(track.language, track)
        return tuple(found.values())

    def placed_at(self, anchor: str) -> Player:
        """Return the same player with other ids, for a page that shows a film twice."""
        return replace(self, anchor=anchor)


def players_for(videos: Iterable[Video], locale: Locale) -> dict[int, Player]:
    """Return a player for each of ``videos``, by primary key, in the language of ``locale``.

    The videos come from ``VideoQuerySet.for_display``; then nothing is asked of the database here.
    """
    code = str(locale.language_code)
    today = timezone.localdate()
    return {video.pk: _player(video, code, today) for video in videos}


def clock(seconds: float) -> str:
    """Return ``seconds`` as players write a time: 0:04, 12:30, 1:02:03."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _player(video: Video, code: str, today: date) -> Player:
    key = str(video.key)
    anchor = f"film-{key[:8]}"
    if video.is_withdrawn(today):
        return Player(key, anchor, code, is_withdrawn=True)
    told = video.manifest
    wanted = _wanted(code, video.spoken_language)
    texts: dict[str, Text] = told.get("texts", {})
    tracks: list[Track] = told.get("tracks", [])
    page_lang = languages.tag_of(code)

    def said(field: str) -> Words:
        found = next((c for c in _ordered(texts, wanted) if _field(texts[c], field)), "")
        return _words(_field(texts[found], field), found, page_lang) if found else Words()

    chapters = _first([t for t in tracks if t["kind"] == VideoTrack.CHAPTERS], wanted)
    return Player(
        key,
        anchor,
        code,
        title=said("title") or _words(video.title, _written(video.spoken_language), page_lang),
        summary=said("summary"),
        poster_alt=said("poster_alt"),
        poster=_poster(video),
        spoken=_name(video.spoken_language, page_lang) if video.has_speech else Words(),
        clock=clock(video.duration) if video.duration else "",
        film=_film(video, told.get("sources", []), tracks, texts, wanted, page_lang),
        chapters=tuple(map(_moment, chapters["lines"])) if chapters else (),
        chapters_lang=_unless(languages.tag_of(chapters["language"]), page_lang)
        if chapters
        else "",
        versions=_versions(video, told, wanted, page_lang, today),
    )


def _versions(
    video: Video, told: Mapping[str, Any], wanted: Sequence[str], page_lang: str, today: date
) -> tuple[PlayerVersion, ...]:
    """Return the versions that may be shown and can be played."""
    found: list[PlayerVersion] = []
    for version in told.get("versions", []):
        end = version["ends_on"]
        if not version["sources"] or (end and date.fromisoformat(end) < today):
            continue
        is_aligned = abs(version["duration"] - (video.duration or 0)) <= SAME_LENGTH
        own: list[Track] = version["tracks"]
        is_captioned = any(track["kind"] in _CAPTION_KINDS for track in own)
        lent = [] if is_captioned or not is_aligned else _lent(told.get("tracks", []))
        film = _film(video, version["sources"], [*own, *lent], {}, wanted, page_lang)
        found.append(
            PlayerVersion(
                number=str(len(found) + 1),
                kind=version["kind"],
                name=_name(version["language"], page_lang),
                film=film if is_captioned else replace(film, transcripts=()),
                is_aligned=is_aligned,
                names_language=version["kind"] != VideoVersion.DESCRIBED
                or version["language"] != wanted[0],
            )
        )
    return tuple(found)


def _lent(tracks: Iterable[Track]) -> list[Track]:
    """Return what a version of the same length takes from the film itself."""
    return [track for track in tracks if track["kind"] in (*_CAPTION_KINDS, VideoTrack.CHAPTERS)]


def _film(
    video: Video,
    sources: Sequence[Source],
    tracks: Sequence[Track],
    texts: Mapping[str, Text],
    wanted: Sequence[str],
    page_lang: str,
) -> Film:
    captions = _by_language(tracks, _CAPTION_KINDS)
    ordered = _ordered(captions, wanted)
    default = next((code for code in wanted if code in captions), "")
    shown = [_track(captions[code], page_lang, is_default=code == default) for code in ordered]
    descriptions = _by_language(tracks, (VideoTrack.DESCRIPTIONS,))
    for others in (descriptions, _by_language(tracks, (VideoTrack.CHAPTERS,))):
        shown += [_track(others[code], page_lang) for code in _ordered(others, wanted)]
    written = {code for code in texts if _field(texts[code], "transcript")}
    readable = _ordered({**captions, **dict.fromkeys(written)}, wanted)
    return Film(
        sources=_sources(sources),
        downloads=_downloads(sources),
        tracks=tuple(shown),
        transcripts=tuple(
            _transcript(code, captions.get(code), descriptions.get(code), texts, page_lang)
            for code in readable
        ),
        width=sources[0]["width"] if sources else video.width or 0,
        height=sources[0]["height"] if sources else video.height or 0,
    )


def _sources(sources: Sequence[Source]) -> tuple[PlayerSource, ...]:
    """Return the files, AV1 first; of the others the large one for large screens, the small for small."""
    presets = {source["preset"] for source in sources}
    media: dict[str, str] = {}
    if presets & {"720p", "480p"}:
        media["1080p"] = LARGE_SCREEN
    if "720p" in presets:
        media["480p"] = SMALL_SCREEN
    # The one without a condition comes last: whoever meets no condition gets it.
    offered = sorted(
        sources, key=lambda s: (not s["type"].startswith("video/webm"), not media.get(s["preset"]))
    )
    return tuple(PlayerSource(s["url"], s["type"], media.get(s["preset"], "")) for s in offered)


def _downloads(sources: Iterable[Source]) -> tuple[Download, ...]:
    """Return the smallest and the best of the files that every device plays."""
    files = sorted(
        (s for s in sources if s["type"].startswith("video/mp4")),
        key=lambda source: (source["height"] * source["width"], source["size"]),
    )
    chosen = [files[0], files[-1]] if len(files) > 1 else files
    return tuple(
        Download(
            s["url"], min(s["width"], s["height"]), s["size"], s is files[0] and len(files) > 1
        )
        for s in chosen
    )


def _track(track: Track, page_lang: str, *, is_default: bool = False) -> PlayerTrack:
    return PlayerTrack(
        kind=track["kind"],
        language=track["language"],
        lang=languages.tag_of(track["language"]),
        direction=languages.direction_of(track["language"]),
        name=_name(track["language"], page_lang),
        url=track["url"],
        is_default=is_default,
        is_machine=_is_machine(track),
        is_outdated=track["outdated"],
    )


def _transcript(
    code: str,
    captions: Track | None,
    descriptions: Track | None,
    texts: Mapping[str, Text],
    page_lang: str,
) -> Transcript:
    """Return the text of the film in one language, what is described in its place among the speech."""
    lines = [_moment(line) for line in captions["lines"]] if captions else []
    if lines and descriptions:
        lines += [replace(_moment(line), is_description=True) for line in descriptions["lines"]]
        lines.sort(key=lambda line: line.start)
    written = _field(texts[code], "transcript") if code in texts else ""
    return Transcript(
        language=code,
        lang=_unless(languages.tag_of(code), page_lang),
        name=_name(code, page_lang),
        paragraphs=tuple(part.strip() for part in written.splitlines() if part.strip()),
        lines=tuple(lines),
        is_machine=captions is not None and _is_machine(captions),
        is_outdated=captions is not None and captions["outdated"],
    )


def _is_machine(track: Track) -> bool:
    """Tell whether nobody has looked at what a machine made."""
    return track["origin"] == VideoTrack.MACHINE and not track["reviewed"]


def _moment(line: Line) -> Moment:
    start = line["start"]
    return Moment(start, f"{start:.3f}", clock(start), line["text"], line["speaker"])


def _poster(video: Video) -> Any:
    """Return the still as the browser gets it; None where there is none, or its file is lost."""
    if video.poster is None:
        return None
    try:
        return video.poster.get_rendition(POSTER)
    except (SourceImageIOError, InvalidFilterSpecError):
        return None


# Which language -----------------------------------------------------------------------------------


def _wanted(code: str, spoken: str) -> list[str]:
    """Return the languages to look in, in order: the page's, the film's, the site's."""
    own = [code]
    if code in languages.KNOWN and languages.KNOWN[code].fallback:
        own.append(str(languages.KNOWN[code].fallback))
    return list(dict.fromkeys([*own, _written(spoken), settings.LANGUAGE_CODE]))


def _written(spoken: str) -> str:
    """Return the code of the language a film is written of in: the site's, where nothing is said."""
    return str(settings.LANGUAGE_CODE) if spoken == NO_SPEECH else written_code(spoken)


def _ordered(codes: Iterable[str], wanted: Sequence[str]) -> list[str]:
    """Return ``codes`` with the wanted ones first, the others in the order of the site's table."""
    rest = [*languages.KNOWN]
    place = {code: number for number, code in enumerate(dict.fromkeys([*wanted, *rest]))}
    return sorted(codes, key=lambda code: (place.get(code, len(place)), code))


def _by_language(tracks: Iterable[Track], kinds: Sequence[str]) -> dict[str, Track]:
    """Return one track a language; of two, the one whose kind is named first in ``kinds``."""
    chosen = sorted((t for t in tracks if t["kind"] in kinds), key=lambda t: kinds.index(t["kind"]))
    found: dict[str, Track] = {}
    for track in chosen:
        found.setdefault(track["language"], track)
    return found


def _first(tracks: Sequence[Track], wanted: Sequence[str]) -> Track | None:
    by_language = {track["language"]: track for track in tracks}
    return next((by_language[code] for code in _ordered(by_language, wanted)), None)


def _field(text: Text, name: str) -> str:
    return str(text.get(name, "")).strip()


def _words(text: str, code: str, page_lang: str) -> Words:
    return Words(text, _unless(languages.tag_of(code), page_lang))


def _name(code: str, page_lang: str) -> Words:
    """Return the name of a language in that language."""
    return Words(name_of(code), _unless(lang_of_name(code), page_lang))


def _unless(lang: str, page_lang: str) -> str:
    return "" if lang == page_lang else lang
