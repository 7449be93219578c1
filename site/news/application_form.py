"""The form an applicant fills in: built of the questions, checked, and shown again with what she wrote.

Its messages are ours, in the language of the call or the closest there is, and know which that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_noop
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from core import languages
from core.languages import UiText
from news import file_kinds as kinds
from news.questions import Question

LONGEST_LINE, LONGEST_TEXT = 255, 5000
MEGABYTES: Final = kinds.MOST_BYTES // kinds.MEGABYTE

#: What is said of an answer that will not do, by Django's code for it.
FAULTS: Final = {
    "required": gettext_noop("This must be answered."),
    "invalid": gettext_noop("This is not in the form asked for."),
    "invalid_choice": gettext_noop("Choose one of the choices given."),
    "invalid_list": gettext_noop("Choose one of the choices given."),
    "max_length": gettext_noop("This is longer than %(most)s signs. Shorten it."),
    "null_characters_not_allowed": gettext_noop("There is a sign in it that cannot be stored."),
}
EMAIL_FAULT: Final = gettext_noop("Write an e-mail address such as name@example.org.")
NUMBER_FAULT: Final = gettext_noop("Write a number in digits.")
DATE_FAULT: Final = gettext_noop("Write a date such as 31.12.2026.")
TICK_FAULT: Final = gettext_noop("This must be ticked.")
#: What is said of a file; each names the file it is about.
FILE_FAULTS: Final = {
    "empty": gettext_noop("The file “%(name)s” is empty."),
    "too_large": gettext_noop("The file “%(name)s” is larger than %(most)s MB."),
    "kind": gettext_noop("The file “%(name)s” is not of a kind that is accepted here."),
    "disguised": gettext_noop(
        "The file “%(name)s” is not what its name says, is broken, or carries macros."
    ),
    "too_many": gettext_noop("There are more than %(most)s files."),
    "together": gettext_noop("The files are more than %(most)s MB together."),
}


@dataclass(frozen=True)
class SentFile:
    """A file that may be stored."""

    upload: UploadedFile[Any]
    name: str
    kind: str


class FilesInput(forms.FileInput):
    """A field for several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return all files sent under ``name``."""
        getlist = getattr(files, "getlist", None)
        return getlist(name) if getlist else files.get(name)


class FilesField(forms.Field):
    """Files of the kinds and sizes accepted; looked at, not taken by their names."""

    widget = FilesInput

    def __init__(self, *, code: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.code = code

    def clean(self, value: Any) -> list[SentFile]:
        """Return the files; raise ValidationError with everything that is wrong with them."""
        uploads = [one for one in value or () if one]
        if not uploads and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(uploads) > kinds.MOST_FILES:
            raise self._fault("too_many", most=kinds.MOST_FILES)
        found: list[SentFile] = []
        faults: list[ValidationError] = []
        for upload in uploads:
            name = kinds.shown_name(upload.name or "")
            try:
                found.append(SentFile(upload, name, self._kind_of(upload, name)))
            except ValidationError as fault:
                faults.append(fault)
        if faults:
            raise ValidationError(faults)
        return found

    def _kind_of(self, upload: UploadedFile[Any], name: str) -> str:
        """Return what the file is; raise ValidationError where it may not be stored."""
        if not upload.size:
            raise self._fault("empty", name=name)
        if upload.size > kinds.MOST_BYTES:
            raise self._fault("too_large", name=name, most=MEGABYTES)
        claimed = kinds.kind_of_name(name)
        if not claimed:
            raise self._fault("kind", name=name)
        if upload.file is None or kinds.kind_of_content(upload.file) != claimed:
            raise self._fault("disguised", name=name)
        return claimed

    def _fault(self, fault: str, **values: Any) -> ValidationError:
        return ValidationError(
            languages.say_in(self.code, FILE_FAULTS[fault], **values), code=fault
        )


class QuestionFormBuilder(FormBuilder):
    """Wagtail's form builder with our kinds of answers, our limits and our messages."""

    def __init__(self, questions: Iterable[Question], code: str) -> None:
        super().__init__(questions)
        self.code = code

    def say(self, message: str) -> UiText:
        """Return a message in the language of the form."""
        return languages.say_in(self.code, message)

    def get_field_options(self, field: Question) -> dict[str, Any]:
        """Return label, whether it must be answered, and what is said where the answer will not do."""
        is_long = field.field_type == "multiline"
        most = LONGEST_TEXT if is_long else LONGEST_LINE
        values: dict[str, dict[str, Any]] = {"max_length": {"most": most}}
        faults = {
            code: languages.say_in(self.code, message, **values.get(code, {}))
            for code, message in FAULTS.items()
        }
        return {"label": field.label, "required": field.required, "error_messages": faults}

    def get_formatted_field_choices(self, field: Question) -> list[tuple[str, str]]:
        """Return the choices: what is stored, and what is shown."""
        return [(choice.value, str(choice.label)) for choice in field.choices]

    def create_singleline_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """One line."""
        return forms.CharField(max_length=LONGEST_LINE, **options)

    def create_multiline_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """Several lines."""
        return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea, **options)

    def create_email_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """An e-mail address."""
        options["error_messages"]["invalid"] = self.say(EMAIL_FAULT)
        return forms.EmailField(max_length=254, **options)

    def create_number_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """A number, kept as it was written: nobody calculates with it here."""
        options["error_messages"]["invalid"] = self.say(NUMBER_FAULT)
        return forms.RegexField(
            r"^[-−]?[0-9](?:[0-9  ]{0,14}[0-9])?(?:[.,][0-9]{1,6})?$", **options
        )

    def create_date_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """A day."""
        options["error_messages"]["invalid"] = self.say(DATE_FAULT)
        return forms.DateField(input_formats=["%Y-%m-%d", "%d.%m.%Y"], **options)

    def create_checkbox_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """A box to tick."""
        options["error_messages"]["required"] = self.say(TICK_FAULT)
        return forms.BooleanField(**options)

    def create_checkboxes_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """Any of several choices."""
        choices = self.get_formatted_field_choices(field)
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **options
        )

    def create_file_field(self, field: Question, options: dict[str, Any]) -> forms.Field:
        """Files."""
        return FilesField(code=self.code, **options)

    def get_form_class(self) -> type[ApplicationForm]:
        """Return the class of the form."""
        made: type[ApplicationForm] = type("CallForm", (ApplicationForm,), self.formfields)
        return made


class ApplicationForm(BaseForm):
    """The answers of one applicant."""

    code = ""

    def clean(self) -> dict[str, Any]:
        """Refuse files that are too much together."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        size = sum(one.upload.size or 0 for _key, one in self.sent_files())
        if size > kinds.MOST_BYTES_TOGETHER:
            most = kinds.MOST_BYTES_TOGETHER // kinds.MEGABYTE
            first = next(key for key, _one in self.sent_files())
            fault = FILE_FAULTS["together"]
            message = languages.say_in(self.code, fault, most=most)
            self.add_error(first, ValidationError(message, code="together"))
        return cleaned

    def sent_files(self) -> list[tuple[str, SentFile]]:
        """Return the files that may be stored, each with the key of its question."""
        return [
            (key, one)
            for key, answer in self.cleaned_data.items()
            if isinstance(self.fields[key], FilesField)
            for one in answer
        ]

    def answers(self) -> list[dict[str, Any]]:
        """Return what was asked and answered, as it is stored; files stand beside it."""
        rows = []
        for key, one in self.fields.items():
            value = self.cleaned_data.get(key)
            if isinstance(one, FilesField):
                value = [sent.name for sent in value or ()]
            elif isinstance(one, forms.DateField):
                value = value.isoformat() if value else ""
            rows.append({"key": key, "label": str(one.label), "value": value})
        return rows

    def email(self) -> str:
        """Return the first e-mail address the applicant gave; an empty string where there is none."""
        keys = [key for key, one in self.fields.items() if isinstance(one, forms.EmailField)]
        return next((self.cleaned_data[key] for key in keys if self.cleaned_data.get(key)), "")


@dataclass(frozen=True)
class ShownChoice:
    """A choice as the form shows it."""

    value: str
    label: UiText
    is_chosen: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A question as the form shows it: with what she wrote, and what will not do."""

    question: Question
    value: str = ""
    choices: list[ShownChoice] = field(default_factory=list)
    faults: list[UiText] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the name of the field, which is also its id."""
        return self.question.clean_name

    @property
    def kind(self) -> str:
        """Return how it is answered."""
        return self.question.field_type

    @property
    def autocomplete(self) -> str:
        """Return what the browser may fill in."""
        return self.question.purpose or ("email" if self.kind == "email" else "")

    @property
    def described_by(self) -> str:
        """Return the ids of what explains the field, for ``aria-describedby``."""
        parts = []
        if self.faults:
            parts.append(f"{self.name}-fault")
        if self.question.help_text:
            parts.append(f"{self.name}-help")
        if self.kind == "file":
            parts.append(f"{self.name}-files")
        return " ".join(parts)

    @property
    def target(self) -> str:
        """Return the id that a link to it leads to: of buttons, the first one."""
        return f"{self.name}-1" if self.kind in ("radio", "checkboxes") else self.name

    @property
    def written(self) -> list[str]:
        """Return what she wrote or chose, as lines; nothing for files and for a box to tick."""
        if self.kind in ("file", "checkbox"):
            return []
        if self.choices:
            return [str(choice.label) for choice in self.choices if choice.is_chosen]
        return [self.value] if self.value.strip() else []


def shown_questions(
    questions: Iterable[Question], form: ApplicationForm | None, data: MultiValueDict[str, str]
) -> list[ShownQuestion]:
    """Return the questions with what ``data`` holds, and what ``form``, where given, finds wrong."""
    found = form.errors.as_data() if form is not None else {}
    shown = []
    for question in questions:
        given = data.getlist(question.clean_name)
        shown.append(
            ShownQuestion(
                question,
                given[-1] if given else "",
                [ShownChoice(c.value, c.label, c.value in given) for c in question.choices],
                [error.message for error in found.get(question.clean_name, ())],
            )
        )
    return shown
