"""At home: Kerttu, who is 81, tells her new carer about the woman in the picture."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.films.script import Act, Box, Film, Line, Note, Place, Seen, Shot

KERTTU = Place("kerttu", 400, 376, 0.74, facing=0.7)
YUSUF = Place("yusuf", 1200, 352, 0.76, facing=-0.7)
OVER_YUSUF = Place("yusuf", 930, 500, 1.15, back=True)
OVER_KERTTU = Place("kerttu", 680, 500, 1.15, back=True)
AT_KERTTU = Box(20, 192, 860)
AT_YUSUF = Box(736, 176, 860)
BOTH = Box(0, 0, 1600)
CHORD = {"fi": "kaksi säveltä kohtaa", "sv": "två toner möts", "en": "two notes meet"}

FILM = Film(
    key="homecare",
    names={"fi": "Kotihoidossa", "sv": "I hemvården", "en": "Care at home"},
    length=39.6,
    poster=36.9,
    shots=(
        Shot(0, "title"),
        Shot(2.6, "kitchen", (KERTTU, YUSUF), BOTH, Box(70, 40, 1460)),
        Shot(7.9, "kitchen", (KERTTU, OVER_YUSUF), AT_KERTTU),
        Shot(10.8, "kitchen", (YUSUF, OVER_KERTTU), AT_YUSUF),
        Shot(14.4, "photograph", camera=Box(60, 30, 1480), to=Box(300, 150, 1050)),
        Shot(19.2, "kitchen", (KERTTU, OVER_YUSUF), AT_KERTTU),
        Shot(22.6, "kitchen", (YUSUF, OVER_KERTTU), AT_YUSUF),
        Shot(24.9, "kitchen", (KERTTU, OVER_YUSUF), AT_KERTTU, Box(70, 200, 760)),
        Shot(31.6, "kitchen", (YUSUF, OVER_KERTTU), AT_YUSUF),
        Shot(34.2, "kitchen", (KERTTU, YUSUF), Box(90, 60, 1400), Box(40, 30, 1500)),
        Shot(37.2, "end"),
    ),
    lines=(
        Line(0.2, 2.0, "", CHORD, "chord"),
        Line(2.9, 4.6, "", {"fi": "kahvi porisee", "sv": "kaffet puttrar", "en": "coffee bubbles"},
             "coffee"),
        Line(4.9, 7.7, "yusuf", {
            "fi": "Huomenta, Kerttu!\nKahvi on valmista.",
            "sv": "God morgon, Kerttu!\nKaffet är klart.",
            "en": "Good morning, Kerttu!\nThe coffee is ready."}),
        Line(8.1, 10.7, "kerttu", {
            "fi": "Kiitos. Sinua en ole\nennen nähnytkään.",
            "sv": "Tack. Dig har jag\ninte sett förut.",
            "en": "Thank you. I haven't\nseen you before."}),
        Line(10.9, 14.3, "yusuf", {
            "fi": "Olen Yusuf, uusi hoitaja.\nKaunis kuva tuolla seinällä.",
            "sv": "Jag är Yusuf, ny vårdare.\nVilken fin bild på väggen!",
            "en": "I'm Yusuf, your new carer.\nThat's a lovely picture."}),
        Line(17.3, 19.0, "yusuf", {
            "fi": "Keitä siinä on?", "sv": "Vilka är det?", "en": "Who are they?"}),
        Line(19.6, 22.5, "kerttu", {
            "fi": "Minä ja Helmi.\nLaiturilla kesällä 1971.",
            "sv": "Jag och Helmi.\nPå bryggan sommaren 1971.",
            "en": "Helmi and me.\nOn the pier, summer of 1971."}),
        Line(22.8, 24.9, "yusuf", {
            "fi": "Kuka Helmi oli sinulle?", "sv": "Vem var Helmi för dig?",
            "en": "Who was Helmi to you?"}),
        Line(25.7, 28.4, "kerttu", {
            "fi": "Puolisoni. Viisikymmentä vuotta.",
            "sv": "Min maka. I femtio år.",
            "en": "My wife. Fifty years together."}),
        Line(28.7, 31.6, "kerttu", {
            "fi": "En ole kertonut tästä\nyhdellekään hoitajalle.",
            "sv": "Det har jag inte berättat\nför en enda vårdare.",
            "en": "I have never told\nany of the carers."}),
        Line(31.8, 34.2, "yusuf", {
            "fi": "Kiitos, että kerroit.\nTässä olen.",
            "sv": "Tack för att du berättade.\nHär är jag.",
            "en": "Thank you for telling me.\nHere I am."}),
        Line(34.3, 36.4, "kerttu", {
            "fi": "Helmin kahvi oli\naina liian vahvaa.",
            "sv": "Helmis kaffe var\nalltid för starkt.",
            "en": "Helmi's coffee was\nfar too strong."}),
        Line(36.5, 37.7, "", {
            "fi": "molemmat nauravat", "sv": "båda skrattar", "en": "both laugh"}, "laugh"),
        Line(37.9, 39.4, "", CHORD, "chord"),
    ),
    acts=(
        Act(0, "kerttu", smile=0.3),
        Act(0, "yusuf", smile=0.6),
        Act(4.9, "yusuf", pose="offer_left", smile=0.9),
        Act(6.6, "kerttu", smile=0.6, nod=True),
        Act(7.9, "yusuf", pose="rest"),
        Act(9.2, "kerttu", brows=0.6),
        Act(10.9, "yusuf", pose="heart", brows=0.4),
        Act(12.8, "yusuf", pose="point", turn=1.2, gaze=1),
        Act(14.4, "kerttu", turn=0.2, gaze=1, smile=0.2, brows=0),
        Act(19.2, "yusuf", pose="rest", turn=0, gaze=0, smile=0.5),
        Act(19.4, "kerttu", smile=0.6),
        Act(22.8, "yusuf", brows=0.5),
        Act(24.9, "kerttu", turn=-0.4, gaze=-0.5, brows=-0.5, smile=0.1),
        Act(25.6, "kerttu", turn=0, gaze=0, brows=0.3, smile=0.6),
        Act(26.2, "kerttu", pose="heart"),
        Act(29.8, "kerttu", brows=-0.3, smile=0.3),
        Act(31.0, "kerttu", smile=0.9, brows=0.3),
        Act(31.8, "yusuf", pose="heart", smile=0.8, nod=True),
        Act(34.2, "kerttu", pose="open", smile=1, brows=0.5),
        Act(35.8, "yusuf", pose="rest", smile=1, brows=0.5, nod=True),
        Act(36.2, "kerttu", pose="rest", nod=True),
    ),
    notes=(
        Note(2.1, 2.8, {"fi": "Keittiö.", "sv": "Ett kök.", "en": "A kitchen."}),
        Note(14.5, 17.2, {
            "fi": "Kaksi naista laiturilla, kädet vyötäröllä.",
            "sv": "På bilden två kvinnor på en brygga, arm om midjan.",
            "en": "In it, two women on a pier, arms round each other."}),
        Note(24.9, 25.7, {"fi": "Kerttu epäröi.", "sv": "Kerttu tvekar.", "en": "A pause."}),
    ),
    seen=(
        Seen(0, {
            "fi": "Kaksi ympyrää lähestyy toisiaan ja kohtaa. Otsikko: Tässä olen. Kotihoidossa.",
            "sv": "Två cirklar närmar sig varandra och möts. Titel: Här är jag. I hemvården.",
            "en": "Two circles come closer and meet. Title: Here I am. Care at home."}),
        Seen(2.7, {
            "fi": "Aamu keittiössä, ikkunasta näkyy järvi. Kerttu, valkohiuksinen nainen, istuu pöydän ääressä. Yusuf, nuori mies turkoosissa työpaidassa, tarjoaa kahvia. Seinällä on kehystetty valokuva.",
            "sv": "Morgon i ett kök med sjöutsikt. Kerttu, en kvinna med vitt hår, sitter vid bordet. Yusuf, en ung man i turkos arbetsskjorta, bjuder på kaffe. På väggen hänger ett inramat foto.",
            "en": "Morning in a kitchen with a view of a lake. Kerttu, a woman with white hair, sits at the table. Yusuf, a young man in a turquoise work shirt, offers coffee. On the wall hangs a framed photograph."}),
        Seen(14.4, {
            "fi": "Valokuva läheltä: kaksi nuorta naista seisoo kesäisellä laiturilla, käsivarret toistensa vyötäröllä.",
            "sv": "Fotot på nära håll: två unga kvinnor står på en brygga om sommaren med armarna om varandras midja.",
            "en": "The photograph, close: two young women on a pier in summer, their arms round each other's waists."}),
        Seen(24.95, {
            "fi": "Kerttu katsoo alas ja epäröi. Sitten hän nostaa käden sydämelleen.",
            "sv": "Kerttu ser ner och tvekar. Sedan lägger hon handen på hjärtat.",
            "en": "Kerttu looks down and hesitates. Then she puts a hand on her heart."}),
        Seen(31.7, {
            "fi": "Yusuf laskee käden rinnalleen ja nyökkää.",
            "sv": "Yusuf lägger handen på bröstet och nickar.",
            "en": "Yusuf lays a hand on his chest and nods."}),
        Seen(37.8, {
            "fi": "Ympyrät kohtaavat taas. Teksti: Tässä olen.",
            "sv": "Cirklarna möts igen. Text: Här är jag.",
            "en": "The circles meet again. Text: Here I am."}),
    ),
)  # fmt: skip
