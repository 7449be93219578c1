"""Two films that stand in for versions the demo does not have: one signed, one audio-described.

They show where such a version has its place, and say on screen that they are samples. The figure that
signs makes no signs of any language: Finnish Sign Language is not for us to invent.
"""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageDraw

from core.drawing.palette import CLOUDBERRY, PAPER, SPRUCE, Dice, mix
from home.demo.films import figures
from home.demo.films.acting import blend
from home.demo.films.cards import DESCRIBED_SAMPLE, SIGNED_SAMPLE, notice
from home.demo.films.cast import CAST
from home.demo.films.cel import Cel
from home.demo.films.figures import Look, Pose
from home.demo.films.script import Film

#: Lays something over a picture of the film; the second argument is the time in seconds.
Overlay = Callable[[Image.Image, float], Image.Image]
#: Parts of the picture: of its width the film beside the signer, of its height the strip on top. The
#: foot is left to the captions.
_FILM, _STRIP = 0.68, 0.16
_SURROUND = mix(SPRUCE, "#000000", 0.35)
#: What is seen of the stage of the signing figure, and how long one of her gestures takes, in seconds.
_SIGNER = (0.0, 0.0, 800.0, 800.0)
_GESTURE = 0.5
_RESTING = Pose((330, 690), (470, 690), open_left=False, open_right=False)


class Signed:
    """The film, smaller, and beside it somebody who signs."""

    def __init__(self, film: Film, size: tuple[int, int]) -> None:
        self.film = film
        wide, high = size
        self.inner = (round(wide * _FILM), round(high * _FILM))
        strip = notice((wide, round(high * _STRIP)), SIGNED_SAMPLE)
        self.sheet = Image.new("RGB", size, _SURROUND)
        self.sheet.paste(strip, (0, 0))
        room = high - strip.height
        self.at = (0, strip.height + (room - self.inner[1]) // 2)
        panel = Image.new("RGB", (wide - self.inner[0], room), "#dfece6")
        side = panel.width
        top = round(room * 0.12)
        ImageDraw.Draw(panel).ellipse(
            (side * -0.08, top, side * 1.08, top + side * 1.16), fill="#c3dccf"
        )
        self.sheet.paste(panel, (self.inner[0], strip.height))
        self.scale = side / 620
        self.corner = (
            self.inner[0] + round(side / 2 - figures.X * self.scale),
            round(high - _SIGNER[3] * self.scale),
        )
        self._figure: tuple[Pose, Image.Image] | None = None

    def __call__(self, picture: Image.Image, time: float) -> Image.Image:
        """Return the film's picture with the figure beside it."""
        sheet = self.sheet.copy()
        sheet.paste(picture.resize(self.inner, Image.Resampling.BILINEAR), self.at)
        pose = self._pose(time)
        if self._figure is None or self._figure[0] != pose:
            self._figure = (pose, _signer(pose, self.scale))
        figure = self._figure[1]
        sheet.paste(figure, self.corner, figure)
        return sheet

    def _pose(self, time: float) -> Pose:
        """Return how the hands are: they move while somebody speaks, and rest otherwise."""
        for number, line in enumerate(self.film.lines):
            if line.who and line.start <= time < line.end:
                step = (time - line.start) / _GESTURE
                part = min(1.0, (step - int(step)) * 1.7)
                one, other = (_hands(f"{number} {int(step) + add}") for add in (0, 1))
                return blend(one, other, round(part * 6) / 6)
        return _RESTING


def _signer(pose: Pose, scale: float) -> Image.Image:
    cel = Cel(_SIGNER, scale)
    actor = CAST["signer"]
    figures.torso(cel, actor, pose, 0)
    figures.head(cel, actor, Look(smile=0.6))
    figures.arms(cel, actor, pose, 0)
    return cel.whole()


def _hands(word: str) -> Pose:
    """Return a pose of both hands in front of the body, thrown from a word."""
    dice = Dice(f"hands {word}")
    left = (dice.span(210, 360), dice.span(470, 680))
    right = (dice.span(440, 590), dice.span(470, 680))
    return Pose(left, right, dice.share() < 0.6, dice.share() < 0.6)


class Described:
    """The film below a strip that says what this is, with a mark while the describer speaks."""

    def __init__(self, film: Film, size: tuple[int, int]) -> None:
        self.film = film
        wide, high = size
        strip = notice((wide, round(high * _STRIP)), DESCRIBED_SAMPLE)
        self.quiet = Image.new("RGB", size, _SURROUND)
        self.quiet.paste(strip, (0, 0))
        self.speaking = self.quiet.copy()
        _speaker(self.speaking, wide - strip.height * 0.75, strip.height / 2, strip.height)
        room = high - strip.height
        self.inner = (round(wide * room / high), room)
        self.at = ((wide - self.inner[0]) // 2, strip.height)

    def __call__(self, picture: Image.Image, time: float) -> Image.Image:
        """Return the film's picture below the strip."""
        is_speaking = any(note.start <= time < note.end for note in self.film.notes)
        sheet = (self.speaking if is_speaking else self.quiet).copy()
        sheet.paste(picture.resize(self.inner, Image.Resampling.BILINEAR), self.at)
        return sheet


def _speaker(sheet: Image.Image, x: float, y: float, side: float) -> None:
    """Draw a voice: a disc, and waves to both sides."""
    pen = ImageDraw.Draw(sheet)
    dot = side * 0.16
    pen.ellipse((x - dot, y - dot, x + dot, y + dot), fill=CLOUDBERRY)
    for ring in (0.27, 0.38):
        box = (x - side * ring, y - side * ring, x + side * ring, y + side * ring)
        for start, end in ((-50, 50), (130, 230)):
            pen.arc(box, start, end, fill=PAPER, width=max(1, round(side * 0.035)))
