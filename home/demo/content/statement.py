"""The accessibility statement, with the parts the law asks for (Act 306/2019, section 9)."""
# ruff: noqa: E501  (a sentence stays whole)

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PREPARED_ON = date(2026, 9, 1)
REVIEWED_ON = date(2026, 11, 2)


@dataclass(frozen=True)
class Defect:
    """Something that is not accessible."""

    what: str
    why: str
    alternative: str
    criterion: str


@dataclass(frozen=True)
class Statement:
    """The statement in one language."""

    title: str
    service_name: str
    service_owner: str
    feedback_unit: str
    authority: str
    defects: tuple[Defect, ...]


STATEMENT: dict[str, Statement] = {
    "fi": Statement(
        title="Saavutettavuusseloste",
        service_name="Kohtaamo",
        service_owner="Suvisalmen kaupunki",
        feedback_unit="Suvisalmen kaupungin viestintä",
        authority=(
            "<p><b>Liikenne- ja viestintävirasto Traficom</b><br/>Digitaalisen esteettömyyden ja "
            "saavutettavuuden valvontayksikkö</p>"
            '<p><a href="https://www.saavutettavuusvaatimukset.fi/">saavutettavuusvaatimukset.fi</a></p>'
        ),
        defects=(
            Defect(
                "Ennen vuotta 2023 liitetyistä PDF-tiedostoista osa ei ole merkitty rakenteeltaan, joten "
                "ruudunlukija ei löydä niistä otsikoita.",
                "Tiedostot on tehty ohjelmalla, joka ei osannut merkitä rakennetta. Korvaamme ne "
                "verkkosivuilla vuoden 2027 loppuun mennessä.",
                "Pyydä tiedosto saavutettavassa muodossa viestinnästä.",
                "1.3.1",
            ),
            Defect(
                "Muissa palveluissa olevista videoista osalta puuttuu kuvailutulkkaus.",
                "Videot on hankittu ennen nykyistä sopimusta. Uusiin videoihin se tehdään aina.",
                "Videon alla on tekstivastine, jossa kerrotaan, mitä kuvassa tapahtuu.",
                "1.2.5",
            ),
        ),
    ),
    "sv": Statement(
        title="Tillgänglighetsutlåtande",
        service_name="Kohtaamo",
        service_owner="Sommarsunds stad",
        feedback_unit="Kommunikationen vid Sommarsunds stad",
        authority=(
            "<p><b>Transport- och kommunikationsverket Traficom</b><br/>Enheten för tillsyn över digital "
            "tillgänglighet</p>"
            '<p><a href="https://www.tillganglighetskrav.fi/">tillganglighetskrav.fi</a></p>'
        ),
        defects=(
            Defect(
                "En del av PDF-filerna från tiden före 2023 saknar märkt struktur, så skärmläsare hittar inte "
                "rubrikerna.",
                "Filerna är gjorda med ett program som inte kunde märka strukturen. Vi ersätter dem med "
                "webbsidor före utgången av 2027.",
                "Be kommunikationen om filen i tillgänglig form.",
                "1.3.1",
            ),
            Defect(
                "En del videor på andra tjänster saknar syntolkning.",
                "Videorna skaffades före det nuvarande avtalet. Nya videor syntolkas alltid.",
                "Under videon finns en text som berättar vad som händer i bilden.",
                "1.2.5",
            ),
        ),
    ),
    "en": Statement(
        title="Accessibility statement",
        service_name="Kohtaamo",
        service_owner="City of Suvisalmi",
        feedback_unit="Communications, City of Suvisalmi",
        authority=(
            "<p><b>Finnish Transport and Communications Agency Traficom</b><br/>Digital Accessibility "
            "Supervision Unit</p>"
            '<p><a href="https://www.webaccessibility.fi/">webaccessibility.fi</a></p>'
        ),
        defects=(
            Defect(
                "Some PDF files from before 2023 have no tagged structure, so screen readers find no headings in "
                "them.",
                "They were made with a program that could not tag. We replace them with web pages by the end of "
                "2027.",
                "Ask communications for the file in an accessible form.",
                "1.3.1",
            ),
            Defect(
                "Some videos on other services have no audio description.",
                "They were bought before the present contract. New videos always have it.",
                "Under the video there is a text that tells what happens in the picture.",
                "1.2.5",
            ),
        ),
    ),
}
