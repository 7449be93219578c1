"""What happened to language versions since: texts that changed, and translations that are not public yet."""
# ruff: noqa: E501  (a sentence stays whole)

from __future__ import annotations

#: The language walks move to another day: old Finnish text, new Finnish text.
WALKS_MOVED: dict[str, str] = {
    "Tiistai-iltaisin kävellään parin kilometrin lenkki metsässä ja puhutaan suomea hitaasti. Mukaan "
    "tarvitaan sekä oppijoita että juttelijoita.": (
        "Keskiviikkoiltaisin kävellään parin kilometrin lenkki metsässä ja puhutaan suomea hitaasti. Mukaan "
        "tarvitaan sekä oppijoita että juttelijoita."
    ),
    "Reitti on esteetön ja valaistu. Lähtö on kirjaston portailta kello 18, satoi tai paistoi.": (
        "Reitti on esteetön ja valaistu. Lähtö on kirjaston portailta kello 17.30, satoi tai paistoi."
    ),
}
#: The same in English, by the new Finnish texts, in their order.
WALKS_MOVED_IN_ENGLISH: dict[str, str] = dict(
    zip(
        WALKS_MOVED.values(),
        (
            "On Wednesday evenings we walk two kilometres in the forest and speak slow Finnish. We need both "
            "learners and people who like to talk.",
            "The route is step-free and lit. We start from the library steps at 17.30, rain or shine.",
        ),
        strict=True,
    )
)
#: A word set right at the service point: no news to anybody.
WORD_SET_RIGHT: dict[str, str] = {
    "Keskiviikkoisin kello 9–10 valot ovat himmeämmät, musiikkia ei soiteta eikä jonoa ole. Tunti sopii "
    "kaikille, jotka kaipaavat hiljaisempaa asiointia.": (
        "Keskiviikkoisin kello 9–10 valot ovat himmeämmät, musiikkia ei soiteta, eikä jonoa ole. Tunti sopii "
        "kaikille, jotka kaipaavat hiljaisempaa asiointia."
    ),
}
#: The grants in English, by the Finnish texts: done, and submitted for review.
GRANTS_IN_ENGLISH: dict[str, str] = {
    "Avustusta yhdistyksille, jotka tuovat ihmisiä yhteen": "Grants for associations that bring people together",
    "Suvisalmi jakaa 40 000 euroa toiminnalle, jossa eri taustoista tulevat asukkaat tekevät jotakin yhdessä. "
    "Hakuaika päättyy 30. marraskuuta.": (
        "Suvisalmi gives 40,000 euros to activities in which residents of different backgrounds do something "
        "together. Apply by 30 November."
    ),
    "Avustusta voi hakea rekisteröity yhdistys tai vähintään viiden asukkaan työryhmä. Summa on enintään "
    "3 000 euroa.": (
        "A registered association or a group of at least five residents can apply. The sum is at most 3,000 "
        "euros."
    ),
    "Miten hakemukset arvioidaan": "How applications are assessed",
    "Kenelle toiminta on, ja miten he ovat olleet mukana suunnittelemassa?": (
        "Who is the activity for, and how have they taken part in planning it?"
    ),
    "Mitä jää jäljelle, kun raha loppuu?": "What is left when the money has been spent?",
    "Pääseekö mukaan ilman rahaa ja kielitaitoa?": (
        "Can one join without money and without speaking the language?"
    ),
    "Täytä hakemus": "Fill in the application",
    "Hakemuksen voi tehdä suomeksi, ruotsiksi tai englanniksi.": (
        "You can apply in Finnish, Swedish or English."
    ),
}
#: The school guide in English: begun, and not finished.
SCHOOL_IN_ENGLISH: dict[str, str] = {
    "Koulun aloitus ilman arvauksia: opas huoltajille yhdeksällä kielellä": (
        "Starting school without guessing: a guide for guardians in nine languages"
    ),
    "Mikä on Wilma, milloin syödään ja mitä ovat kuravaatteet? Uusi opas vastaa kysymyksiin, joita kukaan ei "
    "kehtaa kysyä.": (
        "What is Wilma, when is lunch, and what are mud clothes? A new guide answers the questions that nobody "
        "dares to ask."
    ),
}
