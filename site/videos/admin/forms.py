"""The forms of a film's page and of its timed texts."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.collections import CollectionChoiceField
from wagtail.permissions import policy_registry

from core.forms import OneRowALanguageForm
from videos import cues
from videos.cues import Cue, CueError
from videos.models import Video, VideoStill, VideoTrack
from videos.stills import choose_still


class StillField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """The stills of a film, as pictures to choose the poster from."""

    widget = forms.RadioSelect

    def label_from_instance(self, obj: Any) -> str:
        """Return the moment of the still: the picture beside it is seen."""
        from videos.player import clock

        return str(_("The picture at %(time)s") % {"time": clock(obj.second)})


class VideoForm(OneRowALanguageForm):
    """The form of a film's page: what an editor decides, and one text a language."""

    rows_by_language = ("texts",)
    # A film is a file: its collection says who may change it.
    says_it_in_all = False

    still = StillField(
        VideoStill.objects.none(),
        label=_("A picture of the film"),
        required=False,
        blank=True,
        empty_label=_("Keep the poster as it is"),
    )

    class Meta(OneRowALanguageForm.Meta):  # type: ignore[name-defined]  # Wagtail ships no types
        field_classes: ClassVar = {"collection": CollectionChoiceField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["still"].queryset = VideoStill.objects.filter(video=self.instance)
        collections = policy_registry.get_by_type(Video).collections_user_has_any_permission_for(
            self.for_user, ["add"]
        )
        mine = collections | collections.model.objects.filter(pk=self.instance.collection_id)
        if mine.distinct().count() < 2:
            del self.fields["collection"]
        else:
            self.fields["collection"].queryset = mine.distinct()

    def is_valid(self) -> bool:
        """Let a new text take the language of one that is deleted in the same form."""
        texts = self.formsets["texts"]
        leaving = frozenset(
            form.instance.pk for form in texts.initial_forms if form["DELETE"].value()
        )
        for form in texts.forms:
            form.instance.leaving = leaving
        return super().is_valid()

    def save(self, commit: bool = True) -> Video:
        """Save the film; a chosen still becomes an image of the library, and the poster."""
        with transaction.atomic():
            video: Video = super().save(commit=commit)
            still = self.cleaned_data.get("still")
            if commit and still is not None:
                still.video = video
                choose_still(still, self.for_user)
        return video


class TrackForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A timed text: a file, or typed; whatever is wrong with it, what was sent is shown again."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_(
            "WebVTT (.vtt) or SubRip (.srt), at most 1 MB. It takes the place of the text below."
        ),
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_("Times and words as WebVTT or SubRip. You can paste here, and mend faults."),
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "true", "dir": "auto"}),
    )
    reviewed = forms.BooleanField(
        label=_("I have watched the film with this text, and it is right"),
        required=False,
        help_text=_("What a machine made must be checked by a person before a page goes out."),
    )

    class Meta:
        model = VideoTrack
        fields: ClassVar = ["language", "kind", "origin"]
        widgets: ClassVar = {"kind": forms.RadioSelect, "origin": forms.RadioSelect}

    def __init__(
        self, *args: Any, languages: list[tuple[str, str]], video: Video, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.video = video
        self.instance.video = video
        self.cues: list[Cue] = []
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"), choices=languages, initial=self.initial.get("language")
        )
        self.order_fields(["language", "kind", "file", "text", "origin", "reviewed"])
        self.fields["text"].initial = self.instance.content
        self.fields["reviewed"].initial = self.instance.reviewed_at is not None

    def clean(self) -> dict[str, Any]:
        """Read the file, or else the text; a fault is told at the field it is in."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        file = data.get("file")
        try:
            text = data.get("text", "")
            if file is not None:
                text = self._decoded(file)
            if not text.strip():
                self.add_error("file", _("Choose a file, or write the text below."))
            else:
                self.cues = cues.parse(text)
        except CueError as error:
            self.add_error("file" if file is not None else "text", str(error.message))
        self._check_twice(data)
        return data

    def _decoded(self, file: Any) -> str:
        """Return the text of the file, and show it in the text field, where it can be mended."""
        if file.size > cues.MAX_SIZE:
            raise CueError(_("The file is too large for captions: at most 1 MB."))
        text = cues.decode(file.read())
        self.data = {**self.data.dict(), self.add_prefix("text"): text.replace("\x00", "")}  # type: ignore[attr-defined]  # a QueryDict
        return text

    def _check_twice(self, data: dict[str, Any]) -> None:
        """Refuse a second timed text of a kind in one language, and say where the first is mended."""
        same = VideoTrack.objects.filter(
            video=self.video, kind=data.get("kind"), language=data.get("language")
        )
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error(
                "language",
                _("The film has such a text in this language already. Edit or replace that one."),
            )
