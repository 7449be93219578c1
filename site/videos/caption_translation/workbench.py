"""The translation of one film's captions into one language: read, saved as one types, finished.

Residents see nothing of what is only begun. Whatever is written goes through a lock on the
translation's row, so two people at one film wait for each other for the moment it takes; and whoever
saves a text says which text she had before her (``Change.base``), so that nobody's is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from wagtail.log_actions import log

from videos import cues
from videos.caption_translation import alignment, wording
from videos.caption_translation.alignment import SPEAKER, Alignment, Entry, Written
from videos.caption_translation.wording import Words
from videos.models import TranslatedCue, VideoTrack

#: What the finishing and the checking of a translation are called in the site's history.
FINISHED, CHECKED = "videos.finish_captions", "videos.check_captions"


@dataclass(frozen=True)
class Change:
    """What somebody wants a text to be.

    ``base`` is the token of the text she had before her; ``confirms`` says that she finds it right as
    it stands, though the source has changed or a machine made it.
    """

    key: str
    text: str
    base: str
    confirms: bool = False


@dataclass(frozen=True)
class Conflict:
    """Two people have changed the same text: hers and what somebody else saved meanwhile."""

    mine: str
    entry: Entry

    @property
    def theirs(self) -> str:
        """Return what the other has saved."""
        return self.entry.text


@dataclass
class Outcome:
    """What became of a number of changes."""

    saved: list[str] = field(default_factory=list)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    #: Captions the film does not have any more: keys with the texts written for them.
    unknown: dict[str, str] = field(default_factory=dict)


class NotFinishedError(Exception):
    """A translation cannot be finished yet; ``entries`` are the captions that need something."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__(f"{len(entries)} captions need something")
        self.entries = entries


class Workbench:
    """One film's captions (``source``) and their translation into the language ``code``.

    ``target`` is None until something is saved.
    """

    def __init__(self, source: VideoTrack, code: str, target: VideoTrack | None) -> None:
        self.source = source
        self.code = code
        self.target = target

    @classmethod
    def open(cls, source_pk: int, code: str) -> Workbench:
        """Return the workbench for a track and a language.

        Raises Http404 for a track that is not the film's original of its kind, and for a language that
        the site does not have or that is spoken in the film: its captions are written, not translated.
        """
        source = VideoTrack.objects.filter(pk=source_pk).select_related("video").first()
        if source is None or code not in dict(settings.LANGUAGES):
            raise Http404
        tracks = list(VideoTrack.objects.filter(video=source.video_id, kind=source.kind))
        original = original_of(tracks, source.video.spoken_language)
        if original is None or original.pk != source.pk or not may_be_target(source, code):
            raise Http404
        target = next((track for track in tracks if track.language == code), None)
        return cls(source, code, target)

    @cached_property
    def alignment(self) -> Alignment:
        """Return the captions with what is written of each, as it is in the database now."""
        rows: list[TranslatedCue] = []
        if self.target is not None:
            rows = list(self.target.written.select_related("saved_by").order_by("pk"))
        return align_track(self.source, self.target, rows)

    @property
    def is_public(self) -> bool:
        """Tell whether residents see a translation, be it an older one."""
        return self.target is not None and self.target.is_ready

    @property
    def is_outdated(self) -> bool:
        """Tell whether the film's captions have changed since the translation was finished."""
        return self.target is not None and is_outdated(self.source, self.target)

    @property
    def is_machine_made(self) -> bool:
        """Tell whether a machine made the translation residents see."""
        return bool(self.is_public and self.target and self.target.origin == VideoTrack.MACHINE)

    @property
    def differs_from_public(self) -> bool:
        """Tell whether something is written that residents do not see yet."""
        return any(
            entry.text != entry.shown
            for entry in (*self.alignment.entries, *self.alignment.speakers)
        )

    @property
    def can_check(self) -> bool:
        """Tell whether the machine's translation is found right as it stands: nothing rewritten."""
        return (
            self.is_machine_made
            and self.alignment.is_complete
            and not self.is_outdated
            and not self.differs_from_public
        )

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing is left to do: residents see all that is written, and it is current."""
        return (
            self.is_public
            and self.alignment.is_complete
            and not self.is_outdated
            and not self.differs_from_public
            and not (self.is_machine_made and self.target and self.target.reviewed_at is None)
        )

    # Saving ---------------------------------------------------------------------------------------

    def save(self, changes: Iterable[Change], user: Any) -> Outcome:
        """Keep the changes that conflict with nobody's; residents see nothing of it yet."""
        with transaction.atomic():
            self._lock()
            outcome = Outcome()
            now = timezone.now()
            for change in changes:
                self._take(change, outcome, user, now)
        self.__dict__.pop("alignment", None)
        return outcome

    def _lock(self) -> None:
        """Read source and target anew and hold the target until the transaction ends.

        Raises Http404 if the source is gone by now.
        """
        source = VideoTrack.objects.filter(pk=self.source.pk).select_related("video").first()
        if source is None or not source.is_ready:
            raise Http404
        self.source = source
        self.target, _created = VideoTrack.objects.get_or_create(
            video_id=self.source.video_id,
            kind=self.source.kind,
            language=self.code,
            defaults={"translated_from": self.source},
        )
        self.target = VideoTrack.objects.select_for_update().get(pk=self.target.pk)
        self.__dict__.pop("alignment", None)

    def _take(self, change: Change, outcome: Outcome, user: Any, now: datetime) -> None:
        entry = self.alignment.by_key.get(change.key)
        text = wording.tidy(change.text)
        if change.key.startswith(SPEAKER):
            text = " ".join(text.split())[: alignment.MAX_NAME]
        if entry is None:
            if text:
                outcome.unknown[change.key] = text
            return
        written_by_her = alignment.token_of(text) != change.base and text != entry.text
        confirmed = change.confirms and entry.needs_confirming
        if not written_by_her and not confirmed:
            return
        if change.base != entry.token and text != entry.text:
            outcome.conflicts[entry.key] = Conflict(text, entry)
            return
        self._write(entry, text, user, now)
        outcome.saved.append(entry.key)

    def _write(self, entry: Entry, text: str, user: Any, now: datetime) -> None:
        """Write one text for the source as it is now."""
        values = {
            "key": entry.key,
            "source": entry.source,
            "text": text,
            "saved_at": now,
            "saved_by": user,
        }
        written = entry.written
        if written is not None and written.pk is not None:
            TranslatedCue.objects.filter(pk=written.pk).update(**values)
        else:
            TranslatedCue.objects.create(
                track=self._locked_target(),
                shown_key=written.key if written else "",
                shown_text=written.shown if written else "",
                **values,
            )

    # Finishing ------------------------------------------------------------------------------------

    def finish(self, user: Any) -> VideoTrack:
        """Show the translation to residents; return its track.

        Raises NotFinishedError while a caption has no text, waits for confirmation or cannot be shown,
        CueError for more than a track may hold, and leaves everything as it was.
        """
        with transaction.atomic():
            self._lock()
            lacking = [entry for entry in self.alignment.entries if entry.needs_work]
            if lacking or not self.alignment.entries:
                raise NotFinishedError(lacking)
            target = self._locked_target()
            content = cues.write(self.alignment.translation())
            shown = {cue.key: wording.words_of(cue).text for cue in cues.parse(content)}
            if target.origin == VideoTrack.MACHINE:
                target.reviewed_at, target.reviewed_by = timezone.now(), user
            target.content = content
            target.origin = VideoTrack.HUMAN
            target.translated_from = self.source
            target.source_digest = self.source.digest
            self._keep_as_shown(shown, user)
            target.save()
            log(instance=target, action=FINISHED, user=user, content_changed=True)
        self.__dict__.pop("alignment", None)
        return target

    def check(self, user: Any) -> VideoTrack:
        """Say that the machine's translation is right as it stands; residents are told so.

        It stays the machine's. Raises NotFinishedError while a caption is not confirmed, or where one
        was rewritten: that is ``finish``'s.
        """
        with transaction.atomic():
            self._lock()
            target = self._locked_target()
            if not self.can_check:
                raise NotFinishedError([e for e in self.alignment.entries if e.needs_work])
            target.reviewed_at, target.reviewed_by = timezone.now(), user
            if target.translated_from_id is None:
                target.translated_from, target.source_digest = self.source, self.source.digest
            target.save()
            log(instance=target, action=CHECKED, user=user)
        return target

    def _locked_target(self) -> VideoTrack:
        if self.target is None:
            raise RuntimeError("the target is locked before it is written to")
        return self.target

    def _keep_as_shown(self, shown: dict[str, str], user: Any) -> None:
        """Keep every text with its source and as residents are shown it, and nothing else."""
        now = timezone.now()
        rows = []
        for entry in (*self.alignment.entries, *self.alignment.speakers):
            written = entry.written
            if written is None or not entry.text:
                continue
            rows.append(
                TranslatedCue(
                    track=self._locked_target(),
                    key=entry.key,
                    source=entry.source,
                    text=shown.get(entry.key, entry.text),
                    shown_key=entry.key,
                    shown_text=shown.get(entry.key, entry.text),
                    saved_at=written.saved_at or now,
                    saved_by_id=written.saved_by_id if written.saved_at else user.pk,
                )
            )
        TranslatedCue.objects.filter(track=self.target).delete()
        TranslatedCue.objects.bulk_create(rows, batch_size=500)


# What is written of a track -----------------------------------------------------------------------


def original_of(tracks: Iterable[VideoTrack], spoken: str) -> VideoTrack | None:
    """Return which of a film's tracks of one kind the others are translated from; None if none is ready.

    The one in the spoken language; for a signed film, the first that is no translation itself.
    """
    order = [spoken, *dict(settings.LANGUAGES)]
    ready = [
        track
        for track in tracks
        if track.is_ready and (track.language == spoken or track.translated_from_id is None)
    ]
    return min(
        ready,
        key=lambda track: order.index(track.language) if track.language in order else len(order),
        default=None,
    )


def may_be_target(source: VideoTrack, code: str) -> bool:
    """Tell whether captions in the language ``code`` are made by translating ``source``."""
    return code not in (source.language, source.video.spoken_language)


def is_outdated(source: VideoTrack, target: VideoTrack) -> bool:
    """Tell whether ``target`` was finished against other captions than ``source`` holds now."""
    return bool(target.is_ready and target.source_digest and target.source_digest != source.digest)


def name_of(user: Any) -> str:
    """Return what colleagues call somebody; empty for nobody."""
    return (user.get_full_name() or user.get_username()) if user is not None else ""


def align_track(
    source: VideoTrack, target: VideoTrack | None, rows: Sequence[TranslatedCue]
) -> Alignment:
    """Return the captions of ``source`` with what is written of each.

    ``rows`` are those of ``target``. Where residents are shown something that did not come from the
    rows (a file was uploaded in their place, a machine made it), what is shown counts.
    """
    written = list(_written(source, target, rows)) if target is not None else []
    return alignment.align(cues.parse(source.content), written)


def _written(
    source: VideoTrack, target: VideoTrack, rows: Sequence[TranslatedCue]
) -> Iterable[Written]:
    words = (
        {cue.key: wording.words_of(cue) for cue in cues.parse(target.content)}
        if target.is_ready
        else {}
    )
    unclaimed = dict(words)
    for row in rows:
        is_name = row.key.startswith(SPEAKER)
        is_shown = is_name or (
            row.shown_key in words and words[row.shown_key].text == row.shown_text
        )
        is_pending = row.text != row.shown_text
        if not is_shown and not is_pending:
            continue
        unclaimed.pop(row.shown_key if is_shown else row.key, None)
        yield Written(
            key=row.key,
            source=row.source,
            text=row.text,
            shown=row.shown_text if is_shown else "",
            pk=row.pk,
            saved_at=row.saved_at,
            saved_by_id=row.saved_by_id,
            saved_by=name_of(row.saved_by),
        )
    yield from _only_shown(source, target, unclaimed)
    named = {row.key for row in rows if row.key.startswith(SPEAKER)}
    for name, other in _names_shown(source, words).items():
        if SPEAKER + name not in named:
            yield Written(SPEAKER + name, source=name, text=other, shown=other)


def _only_shown(
    source: VideoTrack, target: VideoTrack, words: dict[str, Words]
) -> Iterator[Written]:
    """Yield what residents are shown that no person wrote here; ``words`` by key of the cue."""
    # Unless it was finished against other captions, it is taken to fit these.
    fits = target.source_digest in ("", source.digest)
    sources = {cue.key: wording.words_of(cue).text for cue in cues.parse(source.content)}
    by_machine = target.origin == VideoTrack.MACHINE and target.reviewed_at is None
    for key, word in words.items():
        yield Written(
            key=key,
            source=sources.get(key) if fits else None,
            text=word.text,
            shown=word.text,
            by_machine=by_machine,
        )


def _names_shown(source: VideoTrack, words: dict[str, Words]) -> dict[str, str]:
    """Return what the speakers are called in the translation residents see, where it differs."""
    names: dict[str, str] = {}
    for cue in cues.parse(source.content) if words else ():
        name = wording.words_of(cue).speaker
        other = words[cue.key].speaker if cue.key in words else ""
        if name and other and other != name:
            names.setdefault(name, other)
    return names
