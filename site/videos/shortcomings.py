"""What a film lacks, by the rules of the law.

Sources: Act 306/2019, section 3 (which carries Directive (EU) 2016/2102, article 1(4)(c): a recording of
a live broadcast has 14 days, any other film none), EN 301 549 V3.2.1, clause 9, and WCAG 2.2: 1.1.1
(the poster's description), 1.2.1 (films without sound), 1.2.2 (captions) and 1.2.5 (audio description).
Each rule below names its own. What is only a translation of something, and what is only good practice,
is reported and never blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, cast

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from videos.languages import NO_SPEECH, name_of
from videos.models import Video, VideoRendition, VideoTrack, VideoVersion
from videos.parts import Parts, gather
from videos.wording import written_code

#: Seconds by which a version may be longer or shorter than the film whose captions it shares.
SAME_LENGTH = 0.5
#: How long before its end a consent is spoken of.
CONSENT_NOTICE = timedelta(days=30)
CAPTIONS = (VideoTrack.CAPTIONS,)
WORDS = (VideoTrack.CAPTIONS, VideoTrack.SUBTITLES)

#: The success criterion of WCAG that a shortcoming breaks; other shortcomings break none.
CRITERIA = {
    "captions": "1.2.2",
    "captions_unreviewed": "1.2.2",
    "version_captions": "1.2.2",
    "text_alternative": "1.2.1",
    "description": "1.2.5",
    "description_reason": "1.2.5",
    "description_integrated": "1.2.5",
    "description_version": "1.2.5",
    "description_text": "1.2.5",
    "poster_alt": "1.1.1",
}


@dataclass(frozen=True)
class Shortcoming:
    """One thing a film lacks.

    ``blocks``: whether a page with the film may not go out; ``due``: when it must be mended, or since
    when it is wrong, where the law or a consent sets a time; ``href``: where an editor mends it.
    """

    code: str
    message: str | Promise
    blocks: bool
    due: datetime | None
    href: str

    @property
    def criterion(self) -> str:
        """Return the success criterion of WCAG it breaks, if any."""
        return CRITERIA.get(self.code, "") if self.blocks else ""


def shortcomings(
    video: Video,
    code: str = "",
    *,
    is_translation: bool = False,
    now: datetime | None = None,
    parts: Parts | None = None,
) -> list[Shortcoming]:
    """Return what ``video`` lacks for a page in the language ``code``, what blocks first.

    ``is_translation``: the page was written first in another language, so what the film lacks in this
    one does not keep it back. Without a code any language will do. ``parts`` are gathered here where
    the caller has not done so for many films at once.
    """
    rules = _Rules(
        parts or gather([video])[video.pk], code, is_translation or not code, now or timezone.now()
    )
    return sorted(rules.found(), key=lambda found: not found.blocks)


def _fill(text: str | Promise, **values: Any) -> Promise:
    """Return a text with its values filled in when it is shown, in the language of whoever sees it."""
    return _later(lambda: str(text) % values)


def _later(say: Callable[[], str]) -> Promise:
    return cast(Promise, lazy(say, str)())


def is_in_grace(video: Video, now: datetime) -> bool:
    """Tell whether ``video`` is a live recording within its 14 days.

    Source: Directive (EU) 2016/2102, article 1(4)(c) and recital 27. The days are counted in hours, so
    that a change to summer time makes nobody late. A broadcast still to come is no recording yet.
    """
    # In UTC: two times of one zone are otherwise told apart by their clocks, which jump.
    now = now.astimezone(UTC)
    begun = video.broadcast_at is not None and video.broadcast_at.astimezone(UTC) <= now
    return begun and video.is_in_grace(now)


@dataclass(frozen=True)
class _Rules:
    """The rules, asked of one film for one language."""

    parts: Parts
    code: str
    is_translation: bool
    now: datetime

    @property
    def video(self) -> Video:
        return self.parts.video

    @property
    def spoken(self) -> str:
        """Return the written language of what is spoken or signed."""
        return written_code(self.video.spoken_language)

    def found(self) -> Iterator[Shortcoming]:
        """Ask every rule."""
        yield from self.may_be_shown()
        yield from self.files()
        for_time_based_media = [*self.sound(), *self.description()]
        if not is_in_grace(self.video, self.now):
            yield from for_time_based_media
        elif for_time_based_media:
            yield self.countdown()
        yield from self.poster()
        yield from self.versions()
        yield from self.advice()

    # Making shortcomings ------------------------------------------------------------------------

    def lack(self, code: str, text: str | Promise, to: str = "", **more: Any) -> Shortcoming:
        """Return something that blocks; ``to`` is the part of the film's page where it is mended."""
        return self._make(code, text, True, to, more)

    def note(self, code: str, text: str | Promise, to: str = "", **more: Any) -> Shortcoming:
        """Return something to be seen to, which never blocks."""
        return self._make(code, text, False, to, more)

    def _make(
        self, code: str, text: str | Promise, blocks: bool, to: str, more: dict[str, Any]
    ) -> Shortcoming:
        due, href = more.pop("due", None), more.pop("href", "")
        href = href or reverse("videos:edit", args=[self.video.pk]) + (f"#{to}" if to else "")
        return Shortcoming(code, _fill(text, film=self.video.title, **more), blocks, due, href)

    # Rights and files ---------------------------------------------------------------------------

    def may_be_shown(self) -> Iterator[Shortcoming]:
        """Ask for rights and consent that have not ended (General Data Protection Regulation, 7(3))."""
        video, today = self.video, timezone.localdate(self.now)
        end = video.ends_on()
        if end is None:
            return
        due = timezone.make_aware(datetime.combine(end + timedelta(days=1), time.min))
        day = _later(lambda: date_format(end, "SHORT_DATE_FORMAT"))
        is_consent = video.consent_until == end
        if end < today:
            text = (
                _("“%(film)s”: the consent of those who appear ended on %(day)s.")
                if is_consent
                else _("“%(film)s”: the rights to show it ended on %(day)s.")
            )
            yield self.lack("withdrawn", text, day=day, due=due)
        elif end - today <= CONSENT_NOTICE:
            text = (
                _("“%(film)s”: the consent of those who appear ends on %(day)s.")
                if is_consent
                else _("“%(film)s”: the rights to show it end on %(day)s.")
            )
            yield self.note("ends_soon", text, day=day, due=due)

    def files(self) -> Iterator[Shortcoming]:
        """Ask for at least one finished file: a player without one shows nothing to anybody."""
        if self.parts.has_files:
            return
        rows = self.parts.current_renditions
        failed = [row for row in rows if row.state == VideoRendition.FAILED]
        if failed and len(failed) == len(rows):
            yield self.lack(
                "files_failed",
                _("“%(film)s”: no file for viewers could be made. See the reason, and try again."),
                "files",
            )
        else:
            yield self.lack(
                "files_pending",
                _("“%(film)s”: the files for viewers are still being made."),
                "files",
            )

    # Sound --------------------------------------------------------------------------------------

    def sound(self) -> Iterator[Shortcoming]:
        """Ask for captions, or for what a film without sound must have in their place."""
        if self.video.has_audio:
            yield from self.captions()
        else:
            yield from self.silent()

    def captions(self) -> Iterator[Shortcoming]:
        """Ask for captions in the spoken language, which a person has made or checked.

        Source: WCAG 2.2, 1.2.2. Captions nobody has read are no equivalent (W3C, Understanding 1.2.2).
        A signed film with sound is captioned in the written language of its country; one with sounds
        and no speech in any language.
        """
        lacking = _captions_lacking(self.parts)
        if lacking is None:
            return
        if lacking.track is not None:
            yield self.lack(
                "captions_unreviewed",
                _(
                    "“%(film)s”: a machine made the captions (%(language)s); somebody must check them."
                ),
                language=name_of(lacking.track.language),
                href=reverse("videos:track_edit", args=[lacking.track.pk]),
                due=self.video.captions_due_at,
            )
        else:
            text = (
                _("“%(film)s” has no captions.")
                if self.video.spoken_language == NO_SPEECH
                else _("“%(film)s” has no captions in its spoken language (%(language)s).")
            )
            yield self.lack(
                "captions",
                text,
                language=name_of(self.spoken),
                href=reverse("videos:track_add", args=[self.video.pk]),
                due=self.video.captions_due_at,
            )

    def countdown(self) -> Shortcoming:
        """Return how long a live recording may still be without."""
        due = self.video.captions_due_at
        assert due is not None  # noqa: S101  (only live recordings are in grace)
        days = -((self.now - due) // timedelta(days=1))
        film = self.video.title

        def say() -> str:
            text = ngettext(
                "“%(film)s” is a recording of a live broadcast: captions and audio description are due "
                "on %(day)s, %(count)s day left.",
                "“%(film)s” is a recording of a live broadcast: captions and audio description are due "
                "on %(day)s, %(count)s days left.",
                days,
            )
            day = date_format(timezone.localtime(due), "SHORT_DATETIME_FORMAT")
            return text % {"film": film, "day": day, "count": days}

        href = reverse("videos:edit", args=[self.video.pk]) + "#captions"
        return Shortcoming("captions_due", _later(say), False, due, href)

    @property
    def has_text_alternative(self) -> bool:
        """Tell whether what is seen and heard is written in the film's language or the page's."""
        texts = self.parts.texts
        if self.video.spoken_language == NO_SPEECH or not self.code:
            return any(text.transcript.strip() for text in texts.values())
        return any(
            code in texts and texts[code].transcript.strip() for code in (self.spoken, self.code)
        )

    @property
    def described_version(self) -> Parts | None:
        """Return the audio-described version that can be shown, if there is one."""
        return next(
            (
                parts
                for row, parts in self.parts.versions
                if row.kind == VideoVersion.DESCRIBED
                and parts.has_files
                and not parts.video.is_withdrawn(timezone.localdate(self.now))
            ),
            None,
        )

    def silent(self) -> Iterator[Shortcoming]:
        """Ask a film without sound for a text alternative or a described version (WCAG 2.2, 1.2.1)."""
        decided = self.video.description_decision in (Video.VERSION, Video.TEXT)
        if not decided and not self.has_text_alternative and not self.described_version:
            yield self.lack(
                "text_alternative",
                _("“%(film)s” has no sound, and no text that tells what is seen in it."),
                "texts",
                due=self.video.captions_due_at,
            )

    # Audio description --------------------------------------------------------------------------

    def description(self) -> Iterator[Shortcoming]:
        """Ask how somebody who cannot see the film is told what is seen and not said.

        Source: WCAG 2.2, 1.2.5, and its techniques G226 and G173.
        """
        rules: dict[str, Callable[[], Iterator[Shortcoming]]] = {
            Video.NOT_NEEDED: self._not_needed,
            Video.INTEGRATED: self._integrated,
            Video.VERSION: self._version,
            Video.TEXT: self._text,
        }
        rule = rules.get(self.video.description_decision)
        if rule is not None:
            yield from rule()
        else:
            yield self._undescribed(
                "description", _("“%(film)s”: it is not decided how it is audio-described.")
            )

    def _undescribed(self, code: str, text: str | Promise, to: str = "description") -> Shortcoming:
        return self.lack(code, text, to, due=self.video.captions_due_at)

    def _not_needed(self) -> Iterator[Shortcoming]:
        if not self.video.description_reason.strip():
            yield self._undescribed(
                "description_reason", _("“%(film)s”: say why it needs no audio description.")
            )

    def _integrated(self) -> Iterator[Shortcoming]:
        if not self.video.has_audio:
            yield self._undescribed(
                "description_integrated",
                _("“%(film)s” has no sound, so no narration can tell what is seen in it."),
            )

    def _version(self) -> Iterator[Shortcoming]:
        if self.described_version:
            return
        has_one = any(row.kind == VideoVersion.DESCRIBED for row, _parts in self.parts.versions)
        yield self._undescribed(
            "description_version",
            _("“%(film)s”: its audio-described version cannot be shown, or is not ready yet.")
            if has_one
            else _("“%(film)s”: its audio-described version is missing."),
        )

    def _text(self) -> Iterator[Shortcoming]:
        """A text is enough for a film without sound (1.2.1) or one talking head (technique G203)."""
        if self.video.has_audio and len(self.parts.speakers) > 1:
            yield self._undescribed(
                "description_text",
                _(
                    "“%(film)s”: a text alternative is enough for one person talking to the camera, "
                    "and the captions name several."
                ),
            )
        elif not self.has_text_alternative:
            yield self._undescribed(
                "text_alternative" if not self.video.has_audio else "description_text",
                _("“%(film)s”: its text alternative is missing."),
                "texts",
            )

    # Poster, versions ---------------------------------------------------------------------------

    def poster(self) -> Iterator[Shortcoming]:
        """Ask for a poster, and for what it shows in words (WCAG 2.2, 1.1.1)."""
        if self.video.poster_id is None:
            yield self.lack("poster", _("“%(film)s” has no poster."), "poster")
        texts = self.parts.texts
        if self.code in texts and texts[self.code].poster_alt.strip():
            return
        has_any = any(text.poster_alt.strip() for text in texts.values())
        if not has_any:
            yield self.lack(
                "poster_alt", _("“%(film)s”: what its poster shows is not described."), "texts"
            )
        elif self.code:
            text = _("“%(film)s”: what its poster shows is not described in %(language)s.")
            say = self.note if self.is_translation else self.lack
            code = "poster_alt_translation" if self.is_translation else "poster_alt"
            yield say(code, text, "texts", language=name_of(self.code))

    def versions(self) -> Iterator[Shortcoming]:
        """Ask captions of each version too: whoever needs the version may need them (WCAG 2.2, 1.2.2).

        A version as long as the film shares its captions.
        """
        today = timezone.localdate(self.now)
        for row, parts in self.parts.versions:
            film = parts.video
            is_same_length = abs(film.duration - self.video.duration) <= SAME_LENGTH
            if (
                is_same_length
                and self.video.has_audio
                and self.spoken == written_code(film.spoken_language)
            ):
                continue
            if film.is_withdrawn(today) or any(
                is_in_grace(f, self.now) for f in (film, self.video)
            ):
                continue
            if film.has_audio and _captions_lacking(parts) is not None:
                yield self.lack(
                    "version_captions",
                    _("“%(film)s”: its version “%(version)s” has no checked captions (%(kind)s)."),
                    version=film.title,
                    kind=row.get_kind_display(),
                    href=reverse("videos:track_add", args=[film.pk]),
                )

    # Advice -------------------------------------------------------------------------------------

    def advice(self) -> Iterator[Shortcoming]:
        """Report what is missing of translations, and what had better be looked at."""
        has_words = self.video.has_audio and self.video.has_speech
        words = self.parts.written(*WORDS)
        if has_words and self.code and self.code not in {*(t.language for t in words), self.spoken}:
            yield self._untranslated()
        for track in words:
            href = reverse("videos:track_edit", args=[track.pk])
            is_machine = track.origin == VideoTrack.MACHINE and track.reviewed_at is None
            if is_machine and track.language != self.spoken:
                yield self.note(
                    "machine_made",
                    _(
                        "“%(film)s”: a machine made the captions in %(language)s; nobody has checked them."
                    ),
                    language=name_of(track.language),
                    href=href,
                )
            if track.is_outdated:
                yield self.note(
                    "outdated",
                    _("“%(film)s”: the captions in %(language)s are a translation of older ones."),
                    language=name_of(track.language),
                    href=href,
                )
        if not self.video.flashes_checked:
            yield self.note(
                "flashes", _("“%(film)s”: nobody has checked it for flashes."), "description"
            )

    def _untranslated(self) -> Shortcoming:
        source = next((t for t in self.parts.written(*CAPTIONS) if t.language == self.spoken), None)
        return self.note(
            "captions_translation",
            _("“%(film)s” has no captions in %(language)s."),
            language=name_of(self.code),
            href=reverse("videos:track_translate", args=[source.pk, self.code])
            if source
            else reverse("videos:track_add", args=[self.video.pk]),
        )


@dataclass(frozen=True)
class _Lacking:
    """No captions that count; ``track``: the ones that only need checking."""

    track: Any = None


def _captions_lacking(parts: Parts) -> _Lacking | None:
    """Return what is missing of the captions a film with sound must have; None if nothing is."""
    spoken = written_code(parts.video.spoken_language)
    found = [track for track in parts.written(*CAPTIONS) if spoken in (track.language, NO_SPEECH)]
    if any(t.origin != VideoTrack.MACHINE or t.reviewed_at is not None for t in found):
        return None
    return _Lacking(found[0] if found else None)
