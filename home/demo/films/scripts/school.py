"""At school: Oivi begins upper secondary school, and the list of names has the wrong name."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.films.script import Act, Box, Film, Line, Place, Seen, Shot, Walk

OIVI = Place("oivi", 500, 352, 0.74, facing=0.7)
HEAD = Place("head", 1100, 338, 0.76, facing=-0.7)
OVER_HEAD = Place("head", 1010, 470, 1.15, back=True)
OVER_OIVI = Place("oivi", 590, 480, 1.15, back=True)
AT_OIVI = Box(110, 168, 860)
AT_HEAD = Box(640, 158, 860)
BOTH = Box(0, 0, 1600)
CHORD = {
    "fi": "kaksi säveltä kohtaa",
    "sv": "två toner möts",
    "en": "two notes meet",
    "ar": "نغمتان تلتقيان",
}

FILM = Film(
    key="school",
    names={"fi": "Koulussa", "sv": "I skolan", "en": "At school"},
    length=39.0,
    poster=8.6,
    shots=(
        Shot(0, "title"),
        Shot(2.8, "yard", camera=Box(100, 200, 1400), to=Box(250, 330, 1120),
             walk=Walk("oivi", (380, 955), (720, 930), 250, "#b0163f")),
        Shot(6.2, "room", (OIVI, HEAD), BOTH, Box(60, 34, 1480)),
        Shot(9.8, "room", (OIVI, OVER_HEAD), AT_OIVI),
        Shot(11.8, "list_wrong"),
        Shot(13.9, "room", (HEAD, OVER_OIVI), AT_HEAD),
        Shot(17.3, "room", (OIVI, OVER_HEAD), AT_OIVI),
        Shot(19.7, "room", (HEAD, OVER_OIVI), AT_HEAD),
        Shot(22.5, "list_right", camera=Box(100, 40, 1400), to=Box(260, 130, 1200)),
        Shot(26.6, "room", (OIVI, HEAD), BOTH),
        Shot(28.6, "room", (OIVI, OVER_HEAD), AT_OIVI),
        Shot(31.1, "room", (HEAD, OVER_OIVI), AT_HEAD),
        Shot(33.6, "room", (OIVI, HEAD), Box(120, 60, 1360), Box(240, 90, 1120)),
        Shot(36.2, "end"),
    ),
    lines=(
        Line(0.3, 2.4, "", CHORD, "chord"),
        Line(3.2, 5.8, "", {
            "fi": "koulun kello soi", "sv": "skolklockan ringer", "en": "the school bell rings",
            "ar": "جرس المدرسة يرن"}, "bell"),
        Line(6.5, 9.7, "head", {
            "fi": "Hei ja tervetuloa lukioon!\nMinä olen rehtori.",
            "sv": "Hej och välkommen till gymnasiet!\nJag är rektor.",
            "en": "Hello and welcome!\nI'm the head teacher.",
            "ar": "أهلاً وسهلاً في مدرستنا!\nأنا المديرة."}),
        Line(10.0, 13.2, "oivi", {
            "fi": "Kiitos. Tuossa listassa\non minulla väärä nimi.",
            "sv": "Tack. Mitt namn är fel\npå den där listan.",
            "en": "Thank you. My name is wrong\non that list.",
            "ar": "شكراً. اسمي في هذه القائمة\nليس صحيحاً."}),
        Line(14.0, 17.3, "head", {
            "fi": "Anteeksi. Miten haluat,\nettä sinua kutsutaan?",
            "sv": "Förlåt för det. Vad vill du\natt vi ska kalla dig?",
            "en": "I'm sorry. What would you\nlike us to call you?",
            "ar": "نعتذر عن ذلك.\nبأي اسم نناديك؟"}),
        Line(17.6, 19.6, "oivi", {
            "fi": "Oivi. Ihan vain Oivi.", "sv": "Oivi. Bara Oivi.", "en": "Oivi. Just Oivi.",
            "ar": "أويفي. أويفي فقط."}),
        Line(19.8, 22.6, "head", {
            "fi": "Hauska tutustua, Oivi.\nKorjaan listan heti.",
            "sv": "Fint att träffas, Oivi.\nJag rättar listan nu.",
            "en": "Nice to meet you, Oivi.\nI'll fix the list now.",
            "ar": "تشرفنا يا أويفي.\nأصحح القائمة الآن."}),
        Line(22.8, 24.4, "", {
            "fi": "kynä rapisee", "sv": "pennan raspar", "en": "a pen scratches",
            "ar": "صوت القلم"}, "pen"),
        Line(24.9, 28.5, "head", {
            "fi": "Noin. Opettaja saa uuden listan\nennen ensimmäistä tuntia.",
            "sv": "Så där. Läraren får nya listan\nföre första lektionen.",
            "en": "There. The teacher gets it\nbefore the first lesson.",
            "ar": "تم. تصل القائمة الجديدة\nإلى المعلم قبل أول درس."}),
        Line(28.8, 31.1, "oivi", {
            "fi": "Entä jos joku sanoo väärin?",
            "sv": "Och om någon ändå säger fel?",
            "en": "And if someone gets it wrong?",
            "ar": "وإذا أخطأ أحد في اسمي؟"}),
        Line(31.3, 33.7, "head", {
            "fi": "Tule silloin luokseni.\nTässä olen.",
            "sv": "Kom till mig då.\nHär är jag.",
            "en": "Then come to me.\nHere I am.",
            "ar": "بابي مفتوح.\nأنا هنا."}),
        Line(33.9, 36.0, "oivi", {
            "fi": "Niin minäkin.\nTässä olen.", "sv": "Jag också.\nHär är jag.",
            "en": "So am I.\nHere I am.", "ar": "وأنا أيضاً.\nأنا هنا."}),
        Line(36.5, 38.7, "", CHORD, "chord"),
    ),
    acts=(
        Act(0, "oivi", smile=0.1, brows=-0.3),
        Act(6.4, "head", pose="wave_left", smile=0.9),
        Act(8.2, "head", pose="rest", smile=0.6),
        Act(9.9, "oivi", gaze=1),
        Act(10.6, "oivi", pose="offer"),
        Act(13.8, "head", pose="heart", smile=0.3, brows=0.5),
        Act(15.2, "head", pose="open", smile=0.6),
        Act(16.9, "oivi", pose="rest", gaze=0),
        Act(17.5, "oivi", smile=0.7, brows=0.5, nod=True),
        Act(19.7, "head", pose="rest", smile=1, nod=True),
        Act(26.8, "head", pose="offer_left"),
        Act(27.4, "oivi", smile=0.9),
        Act(28.6, "oivi", smile=0.2, brows=-0.5, gaze=0.5),
        Act(28.6, "head", pose="rest"),
        Act(31.3, "head", brows=0.3, smile=0.7),
        Act(32.3, "head", pose="heart", nod=True),
        Act(33.6, "oivi", smile=1, brows=0.3, gaze=0, nod=True),
        Act(34.6, "oivi", pose="heart"),
    ),
    chapters=(
        (0.0, {"fi": "Alku", "sv": "Inledning", "en": "Opening"}),
        (6.2, {"fi": "Väärä nimi", "sv": "Fel namn", "en": "The wrong name"}),
        (19.7, {"fi": "Lista korjataan", "sv": "Listan rättas", "en": "The list is corrected"}),
        (28.6, {"fi": "Tässä olen", "sv": "Här är jag", "en": "Here I am"}),
    ),
    seen=(
        Seen(0, {
            "fi": "Kaksi ympyrää lähestyy toisiaan ja kohtaa. Otsikko: Tässä olen. Koulussa.",
            "sv": "Två cirklar närmar sig varandra och möts. Titel: Här är jag. I skolan.",
            "en": "Two circles come closer and meet. Title: Here I am. At school.",
            "ar": "دائرتان تقتربان وتلتقيان. العنوان: أنا هنا. في المدرسة."}),
        Seen(2.9, {
            "fi": "Aamu koulun pihalla. Oivi, kiharatukkainen nuori keltaisessa hupparissa, kävelee pihan poikki reppu selässä.",
            "sv": "Morgon på skolgården. Oivi, en lockig ungdom i gul huvtröja, går över gården med ryggsäck.",
            "en": "Morning in the school yard. Oivi, a young person with curly hair and a yellow hoodie, walks across it with a backpack.",
            "ar": "صباح في ساحة المدرسة. أويفي، شعر مجعد وسترة صفراء وحقيبة على الظهر."}),
        Seen(6.3, {
            "fi": "Rehtorin huone. Pöydän toisella puolella istuu rehtori, silmälasipäinen nainen vihreässä neuleessa. Hän tervehtii kättä heilauttaen.",
            "sv": "Rektorns rum. På andra sidan bordet sitter rektorn, en kvinna med glasögon och grön tröja. Hon vinkar till hälsning.",
            "en": "The head teacher's room. Across the desk sits the head teacher, a woman with glasses and a green jumper. She waves hello.",
            "ar": "غرفة المديرة. المديرة امرأة بنظارات وكنزة خضراء. تلوّح بيدها للتحية."}),
        Seen(9.9, {
            "fi": "Nimilista läheltä. Sormi pysähtyy yhden rivin kohdalle.",
            "sv": "Namnlistan på nära håll. Ett finger stannar vid en av raderna.",
            "en": "The list of names, close. A finger stops at one of the rows.",
            "ar": "قائمة الأسماء من قرب. إصبع يتوقف عند أحد الأسماء."}),
        Seen(22.7, {
            "fi": "Rehtorin kynä vetää viivan väärän nimen yli ja kirjoittaa uuden sen viereen.",
            "sv": "Rektorns penna stryker det felaktiga namnet och skriver ett nytt bredvid.",
            "en": "The head teacher's pen strikes out the wrong name and writes a new one beside it.",
            "ar": "قلم المديرة يشطب الاسم الخطأ ويكتب الاسم الصحيح بجانبه."}),
        Seen(33.8, {
            "fi": "Oivi hymyilee ja laskee käden sydämelleen. Rehtori tekee samoin.",
            "sv": "Oivi ler och lägger handen på hjärtat. Rektorn gör likadant.",
            "en": "Oivi smiles and puts a hand on the heart. The head teacher does the same.",
            "ar": "ابتسامة من أويفي، ويد على القلب. والمديرة أيضاً."}),
        Seen(36.3, {
            "fi": "Ympyrät kohtaavat taas. Teksti: Tässä olen.",
            "sv": "Cirklarna möts igen. Text: Här är jag.",
            "en": "The circles meet again. Text: Here I am.",
            "ar": "الدائرتان تلتقيان من جديد. النص: أنا هنا."}),
    ),
)  # fmt: skip
