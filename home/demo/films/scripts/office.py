"""At the service point: Miska, a trans man, renews his papers. He tells it himself, and what he sees."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.films.script import Act, Box, Film, Line, Place, Seen, Shot

MISKA = Place("miska", 560, 340, 0.76, facing=0.7)
CLERK = Place("clerk", 1130, 352, 0.74, facing=-0.7)
OVER_CLERK = Place("clerk", 1060, 480, 1.15, back=True)
OVER_MISKA = Place("miska", 640, 480, 1.15, back=True)
AT_MISKA = Box(170, 160, 860)
AT_CLERK = Box(680, 170, 860)
BOTH = Box(0, 0, 1600)
CHORD = {"fi": "kaksi säveltä kohtaa", "sv": "två toner möts", "en": "two notes meet"}

FILM = Film(
    key="office",
    names={"fi": "Virastossa", "sv": "På ämbetsverket", "en": "At the office"},
    length=39.8,
    poster=18.8,
    shots=(
        Shot(0, "title"),
        Shot(2.5, "office", (MISKA, CLERK), BOTH, Box(80, 45, 1440)),
        Shot(6.2, "office", (CLERK, OVER_MISKA), AT_CLERK),
        Shot(11.2, "office", (MISKA, OVER_CLERK), AT_MISKA),
        Shot(14.2, "old_card"),
        Shot(17.7, "office", (CLERK, OVER_MISKA), AT_CLERK),
        Shot(21.4, "office", (MISKA, OVER_CLERK), AT_MISKA),
        Shot(23.1, "office", (CLERK, OVER_MISKA), AT_CLERK),
        Shot(25.0, "signature"),
        Shot(29.4, "ten_minutes"),
        Shot(32.4, "office_later", (MISKA, CLERK), Box(120, 66, 1360), Box(200, 90, 1200)),
        Shot(37.2, "end"),
    ),
    lines=(
        Line(0.2, 2.0, "", CHORD, "chord"),
        Line(2.8, 6.1, "miska_tells", {
            "fi": "Kello on kymmenen, kun astun\npalvelupisteeseen.",
            "sv": "Klockan är tio när jag kommer\ntill servicepunkten.",
            "en": "It is ten o'clock when I walk\nup to the counter."}),
        Line(6.3, 8.9, "miska_tells", {
            "fi": "Virkailija katsoo minuun\nja hymyilee.",
            "sv": "Handläggaren ser på mig\noch ler.",
            "en": "The clerk looks at me\nand smiles."}),
        Line(9.1, 11.1, "clerk", {
            "fi": "Huomenta. Miten voin auttaa?",
            "sv": "God morgon. Hur kan jag hjälpa?",
            "en": "Good morning. How can I help?"}),
        Line(11.3, 14.1, "miska", {
            "fi": "Uusin asiakirjani.\nTässä on vanha kortti.",
            "sv": "Jag ska förnya mina papper.\nHär är gamla kortet.",
            "en": "I'm renewing my papers.\nHere is the old card."}),
        Line(14.3, 17.6, "miska_tells", {
            "fi": "Kortissa on vanha nimeni.\nVirkailija ei hätkähdä.",
            "sv": "På kortet står ett gammalt namn.\nHon låtsas inte om det.",
            "en": "It has my old name on it.\nShe takes it in her stride."}),
        Line(17.9, 21.1, "clerk", {
            "fi": "Selvä. Tarvitsen tämän lomakkeen\nja allekirjoituksen.",
            "sv": "Då behöver jag den här blanketten\noch en underskrift.",
            "en": "Right. I need this form\nand a signature."}),
        Line(21.5, 22.9, "miska", {
            "fi": "Eikö muuta?", "sv": "Inget annat?", "en": "Nothing else?"}),
        Line(23.2, 24.8, "clerk", {"fi": "Ei muuta.", "sv": "Inget annat.", "en": "Nothing else."}),
        Line(25.1, 28.7, "miska_tells", {
            "fi": "Hän puhuu niin hiljaa, ettei\njono kuule. Kirjoitan nimeni.",
            "sv": "Hon talar lågt så att kön inte\nhör. Jag skriver mitt namn.",
            "en": "She speaks low, so the queue\ncannot hear. I write my name."}),
        Line(29.5, 32.3, "miska_tells", {
            "fi": "Kello on kymmenen yli.\nValmista tuli.",
            "sv": "Klockan är tio över.\nAllt är klart.",
            "en": "It is ten past ten.\nAll done."}),
        Line(32.5, 35.0, "clerk", {
            "fi": "Jos tulee kysyttävää,\ntässä olen.",
            "sv": "Om du undrar över något:\nhär är jag.",
            "en": "If you have any questions,\nhere I am."}),
        Line(35.2, 37.1, "miska", {
            "fi": "Kiitos. Niin minäkin:\ntässä olen.",
            "sv": "Tack. Och här\när jag.",
            "en": "Thank you. And\nhere I am."}),
        Line(37.5, 39.4, "", CHORD, "chord"),
    ),
    acts=(
        Act(0, "miska", smile=0.2, brows=-0.3),
        Act(0, "clerk", smile=0.2),
        Act(6.6, "clerk", smile=1, brows=0.5),
        Act(9.1, "clerk", pose="open"),
        Act(11.2, "clerk", pose="rest"),
        Act(12.6, "miska", pose="offer", smile=0.4),
        Act(14.4, "miska", pose="rest", brows=-0.5),
        Act(17.7, "clerk", smile=0.7, brows=0.2),
        Act(18.6, "clerk", pose="offer_left", turn=0.1),
        Act(21.4, "clerk", pose="rest", turn=0),
        Act(21.5, "miska", brows=0.8, smile=0.3),
        Act(23.2, "clerk", smile=0.9, nod=True),
        Act(24.2, "miska", smile=0.7, brows=0.2),
        Act(32.4, "clerk", pose="heart", smile=0.8),
        Act(32.6, "miska", smile=0.8),
        Act(35.2, "miska", pose="heart", smile=1, nod=True),
        Act(35.0, "clerk", pose="rest", smile=1),
    ),
    seen=(
        Seen(0, {
            "fi": "Kaksi ympyrää lähestyy toisiaan ja kohtaa. Otsikko: Tässä olen. Virastossa.",
            "sv": "Två cirklar närmar sig varandra och möts. Titel: Här är jag. På ämbetsverket.",
            "en": "Two circles come closer and meet. Title: Here I am. At the office."}),
        Seen(2.6, {
            "fi": "Valoisa palvelupiste. Miska, parrakas mies sinisessä hupparissa, seisoo matalan tiskin edessä. Tiskin takana istuu virkailija, jolla on punainen huivi. Muut odottavat penkillä ikkunan luona.",
            "sv": "En ljus servicepunkt. Miska, en man med skägg och blå huvtröja, står framför en låg disk. Bakom disken sitter en handläggare i röd sjal. Andra väntar på en bänk vid fönstret.",
            "en": "A light service point. Miska, a bearded man in a blue hoodie, stands at a low counter. Behind it sits a clerk in a red headscarf. Others wait on a bench by the window."}),
        Seen(14.2, {
            "fi": "Käsi työntää kortin tiskille. Nimi on suttuinen, kuvan tilalla on harmaa hahmo.",
            "sv": "En hand skjuter fram ett kort på disken. Namnet går inte att läsa och bilden är bara en grå gestalt.",
            "en": "A hand pushes a card over the counter. The name cannot be read, the picture is only a grey shape."}),
        Seen(25.05, {
            "fi": "Kynä kirjoittaa nimen lomakkeen alaosaan.",
            "sv": "En penna skriver ett namn längst ner på en blankett.",
            "en": "A pen writes a name at the foot of a form."}),
        Seen(29.45, {
            "fi": "Seinäkellon viisarit kulkevat kymmenestä kymmeneen yli.",
            "sv": "Väggklockans visare går från tio till tio över tio.",
            "en": "The hands of the wall clock go from ten to ten past."}),
        Seen(32.45, {
            "fi": "Kumpikin laskee vuorollaan käden rinnalleen ja hymyilee.",
            "sv": "De lägger i tur och ordning handen på bröstet och ler.",
            "en": "Each in turn lays a hand on the chest and smiles."}),
        Seen(37.3, {
            "fi": "Ympyrät kohtaavat taas. Teksti: Tässä olen.",
            "sv": "Cirklarna möts igen. Text: Här är jag.",
            "en": "The circles meet again. Text: Here I am."}),
    ),
)  # fmt: skip
