"""The three encounters, one script a film."""

from home.demo.films.script import Film
from home.demo.films.scripts import homecare, office, school

FILMS: tuple[Film, ...] = (school.FILM, homecare.FILM, office.FILM)
