"""A film's pictures, one after the other.

What does not change is drawn once: the set of a shot, each look of a head, each pose of the arms. A
frame is those laid over one another, and where nothing moved it is the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageFilter

from core.drawing import people as small
from home.demo.films import figures
from home.demo.films.acting import Moment, moment
from home.demo.films.cards import card
from home.demo.films.cast import CAST
from home.demo.films.cel import Cel
from home.demo.films.figures import HEAD, STAGE, Look, Pose
from home.demo.films.script import DISSOLVE, RATE, Box, Film, Place, Shot, Walk
from home.demo.films.sets import SETS

CARDS = frozenset({"title", "end"})
#: A camera that sees less than this is near somebody, and what is behind is out of focus.
NEAR = 1000
WHOLE = (0.0, 0.0, float(STAGE[0]), float(STAGE[1]))
#: How people look who are seen from afar, as in the drawings of the news.
AFAR = {"oivi": small.Person("#edbd98", "curls", "#4b2f45", "#f2a33a", "#2b3a55")}


@dataclass(frozen=True)
class Sprite:
    """A drawn thing, and where it lies on its stage, in pixels."""

    image: Image.Image
    left: int
    top: int


def frames(film: Film, size: tuple[int, int], rate: int = RATE) -> Iterator[Image.Image]:
    """Yield the film's pictures, ``rate`` a second; a picture that did not change is the same object."""
    ends = [shot.start for shot in film.shots[1:]] + [film.length]
    soft = max(1, round(DISSOLVE * rate))
    before: Image.Image | None = None
    last: Image.Image | None = None
    total = round(film.length * rate)
    number = 0
    for shot, end in zip(film.shots, ends, strict=True):
        take = Take(film, shot, end, size)
        first = number
        before = last
        while number < total and number / rate < end - 1e-6:
            picture = take.at(number / rate)
            step = number - first + 1
            if before is not None and step <= soft:
                picture = Image.blend(before, picture, step / (soft + 1))
            last = picture
            yield picture
            number += 1


def still(film: Film, size: tuple[int, int], time: float) -> Image.Image:
    """Return the film's picture at ``time``, in the middle of a shot."""
    ends = [shot.start for shot in film.shots[1:]] + [film.length]
    shot, end = next(pair for pair in zip(film.shots, ends, strict=True) if time < pair[1])
    return Take(film, shot, end, size).at(time)


class Take:
    """One shot, ready to be looked at in `size` pixels at any of its times."""

    def __init__(self, film: Film, shot: Shot, end: float, size: tuple[int, int]) -> None:
        self.film, self.shot, self.end, self.size = film, shot, end, size
        to = shot.to or shot.camera
        self.scale = size[0] / min(shot.camera.w, to.w)
        self._key: Hashable = None
        self._picture: Image.Image | None = None
        self._front: tuple[float, Sprite | None] | None = None
        if shot.scene not in CARDS:
            # Only what the camera ever sees of the set is kept.
            x, y = min(shot.camera.x, to.x), min(shot.camera.y, to.y)
            right = max(shot.camera.x + shot.camera.w, to.x + to.w)
            foot = max(shot.camera.y + shot.camera.h, to.y + to.h)
            self.x, self.y = x, y
            self._area = (x, y, right - x, foot - y)
            self._background = self._set()

    def at(self, time: float) -> Image.Image:
        """Return the picture at ``time``; the same object as long as nothing changes."""
        shot = self.shot
        part = (time - shot.start) / (self.end - shot.start)
        if shot.scene in CARDS:
            shown = min(1.0, round(part * 36) / 24)
            last = shot.scene == "end"
            return self._kept(shown, lambda: card(self.film, self.size, shown, last=last))
        moments = [moment(self.film, each.who, each.facing, time) for each in shot.places]
        camera = self._camera(part)
        moves = SETS[shot.scene].moves
        drawn = round(part * 30) / 30 if moves else 0.0
        key = (camera, drawn, self._state(moments), round(part * 60) if shot.walk else 0)
        return self._kept(key, lambda: self._composed(camera, drawn, moments, part))

    def _kept(self, key: Hashable, draw: Callable[[], Image.Image]) -> Image.Image:
        if self._picture is None or key != self._key:
            self._key, self._picture = key, draw()
        return self._picture

    def _camera(self, part: float) -> Box:
        shot = self.shot
        if shot.to is None:
            return shot.camera
        soft = part * part * (3 - 2 * part)
        one, other = shot.camera, shot.to
        return Box(
            one.x + (other.x - one.x) * soft,
            one.y + (other.y - one.y) * soft,
            one.w + (other.w - one.w) * soft,
        )

    def _state(self, moments: list[Moment]) -> tuple[Hashable, ...]:
        return tuple((each.look, each.pose, self._offsets(each, place))
                     for each, place in zip(moments, self.shot.places, strict=True))  # fmt: skip

    def _offsets(self, now: Moment, place: Place) -> tuple[int, int, int]:
        """Return in pixels how far head and body are from their places."""
        k = self.scale * place.scale
        return (
            round(now.sway[0] * k),
            round((now.sway[1] + now.breath) * k),
            round(now.breath * 0.6 * k),
        )

    def _composed(
        self, camera: Box, drawn: float, moments: list[Moment], part: float
    ) -> Image.Image:
        sheet = self._background.copy()
        if self.shot.walk:
            self._walk(sheet, self.shot.walk, part)
        figures_here = list(zip(self.shot.places, moments, strict=True))
        for place, now in figures_here:
            if not place.back:
                self._figure(sheet, place, now)
        self._lay(sheet, self._foreground(drawn), -self.x * self.scale, -self.y * self.scale)
        for place, now in figures_here:
            if place.back:
                self._figure(sheet, place, now)
        return self._cut(sheet, camera)

    def _cut(self, sheet: Image.Image, camera: Box) -> Image.Image:
        if self.shot.to is None:
            return sheet if sheet.size == self.size else sheet.resize(self.size)
        k = self.scale
        left, top = (camera.x - self.x) * k, (camera.y - self.y) * k
        right = min(float(sheet.width), left + camera.w * k)
        foot = min(float(sheet.height), top + camera.h * k)
        box = (max(0.0, left), max(0.0, top), right, foot)
        # The camera sees at most a quarter more than the picture is sharp for: no need to filter.
        return sheet.transform(self.size, Image.Transform.EXTENT, box, Image.Resampling.BILINEAR)

    def _set(self) -> Image.Image:
        """Draw the set, once; out of focus where the camera is near somebody."""
        cel = Cel(self._area, self.scale)
        SETS[self.shot.scene].behind(cel, 0)
        seen = cel.solid()
        if self.shot.places and self.shot.camera.w < NEAR:
            seen = seen.filter(ImageFilter.BoxBlur(self.size[0] / 420))
        return seen

    def _foreground(self, drawn: float) -> Sprite | None:
        if self._front is None or self._front[0] != drawn:
            scenery = SETS[self.shot.scene]
            sprite = None
            if scenery.before is not None:
                cel = Cel(self._area, self.scale)
                scenery.before(cel, drawn)
                sprite = _trimmed(cel)
            self._front = (drawn, sprite)
        return self._front[1]

    @staticmethod
    def _lay(sheet: Image.Image, sprite: Sprite | None, x: float, y: float) -> None:
        """Lay a sprite whose stage begins at (`x`, `y`) pixels of the sheet."""
        if sprite is not None:
            sheet.paste(sprite.image, (round(x) + sprite.left, round(y) + sprite.top), sprite.image)

    def _figure(self, sheet: Image.Image, place: Place, now: Moment) -> None:
        k = self.scale * place.scale
        left = (place.x - self.x) * self.scale - figures.X * k
        top = (place.y - self.y) * self.scale - figures.Y * k
        dx, dy, breath = self._offsets(now, place)
        if place.back:
            self._lay(sheet, _back(place.who, k), left, top + breath)
            return
        turned = round(now.look.facing * 2) / 2
        hangs = Pose(now.pose.left and (0, 0), now.pose.right and (0, 0))
        self._lay(sheet, _torso(place.who, hangs, turned, k), left, top + breath)
        self._lay(sheet, _head(place.who, now.look, k), left + dx, top + dy)
        if now.pose.left or now.pose.right:
            self._lay(sheet, _arms(place.who, now.pose, turned, k), left, top + breath)

    def _walk(self, sheet: Image.Image, walk: Walk, part: float) -> None:
        x = walk.start[0] + (walk.end[0] - walk.start[0]) * part
        y = walk.start[1] + (walk.end[1] - walk.start[1]) * part
        step = abs(((x / walk.height * 2.6) % 2) - 1)
        sprite = _walker(walk, round(step * 6) / 6, self.scale)
        self._lay(sheet, sprite, (x - self.x) * self.scale, (y - self.y) * self.scale)


def _trimmed(cel: Cel) -> Sprite | None:
    """Return what is drawn on a cel, without the empty rest; None for an empty one."""
    found = cel.drawn()
    if found is None:
        return None
    image, left, top = found
    return Sprite(image, left, top)


@lru_cache(maxsize=12)
def _torso(who: str, hangs: Pose, facing: float, k: float) -> Sprite | None:
    cel = Cel(WHOLE, k)
    figures.torso(cel, CAST[who], hangs, facing)
    return _trimmed(cel)


@lru_cache(maxsize=80)
def _head(who: str, look: Look, k: float) -> Sprite | None:
    cel = Cel(HEAD, k)
    figures.head(cel, CAST[who], look)
    return _trimmed(cel)


@lru_cache(maxsize=24)
def _arms(who: str, pose: Pose, facing: float, k: float) -> Sprite | None:
    cel = Cel(WHOLE, k)
    figures.arms(cel, CAST[who], pose, facing)
    return _trimmed(cel)


@lru_cache(maxsize=4)
def _back(who: str, k: float) -> Sprite | None:
    cel = Cel(WHOLE, k)
    figures.back(cel, CAST[who])
    return _trimmed(cel)


@lru_cache(maxsize=16)
def _walker(walk: Walk, step: float, k: float) -> Sprite | None:
    h = walk.height
    cel = Cel((-h * 0.5, -h * 1.1, h, h * 1.3), k)
    way = 0.9 if walk.end[0] >= walk.start[0] else -0.9
    swing = 0.13 * (step - 0.5)
    small.stand(cel, AFAR[walk.who], 0, 0, h, facing=way, stride=step * 0.08, bag=walk.bag, reach=0.3,
                hands=((-0.1 + swing, 0.44), (0.12 - swing, 0.44)))  # fmt: skip
    return _trimmed(cel)
