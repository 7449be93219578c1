"""Campaigns: one that runs, with three films; one that is over; one to come. Days count from sowing."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.shape import Campaign, CampaignWords, EncounterWords, call_to_action, heading

INDEX: dict[str, tuple[str, str]] = {
    "fi": (
        "Kampanjat",
        "Kampanjamme alkavat siitä, että kaksi ihmistä kohtaa. Elokuvissa on tekstitys, ja kaiken voi myös lukea.",
    ),
    "sv": (
        "Kampanjer",
        "Våra kampanjer börjar med att två människor möts. Filmerna är textade, och allt går också att läsa.",
    ),
    "en": (
        "Campaigns",
        "Our campaigns begin where two people meet. The films are captioned, and everything can be read as well.",
    ),
    "ar": ("الحملات", "تبدأ حملاتنا حين يلتقي شخصان. في الأفلام ترجمة مكتوبة."),
}


def _list(*questions: str) -> str:
    return f"<ul>{''.join(f'<li>{question}</li>' for question in questions)}</ul>"


HERE_I_AM = Campaign(
    key="here-i-am",
    begins=-40,
    ends=80,
    organisers=("suvisalmi", "relations"),
    contacts=("sanni", "amina"),
    films=("school", "homecare", "office"),
    materials=("poster", "questions", "questions-sv", "questions-en"),
    related=("campaign", "open-house-2026"),
    scene="school",
    funder="eu",
    project_url="https://vaestosuhteet.example.org/sateenkaariarki",
    addresses=(
        "Rantatie 4, Suvisalmi",
        "Kello-oja 2, Suvisalmi",
        "Torikatu 11, Suvisalmi",
        "Lyseonmäki 1, Suvisalmi",
    ),
    words={
        "fi": CampaignWords(
            "Tässä olen",
            slogan="Sano se, kun haluat tulla nähdyksi. Sano se, kun olet valmis kuuntelemaan.",
            lead="Kolme lyhyttä elokuvaa koulusta, kodista ja virastosta. Niissä kaksi ihmistä tapaa, ja hyvään "
            "kohtaamiseen riittää yksi ystävällinen kysymys.",
            alt="Piirros: lapsia ja nuoria saapuu aamulla koulun pihalle, opettaja odottaa ovella.",
            project="Sateenkaariarki",
            encounters=(
                EncounterWords(
                    "Koulussa",
                    "Oivi tapaa rehtorin",
                    "Suvisalmen lukio",
                    "<p>Uusi koulu, uusi lista ja heti väärä nimi. Oivi on muunsukupuolinen ja pelkää joutuvansa "
                    "selittämään. Rehtori ei pyydä selitystä vaan nimen.</p>",
                    _list(
                        "Mistä Oivi huomaa, että rehtori kuuntelee?",
                        "Kuka meillä korjaa nimilistat, ja kuinka nopeasti?",
                        "Mitä voit sanoa, kun joku käyttää väärää nimeä?",
                    ),
                ),
                EncounterWords(
                    "Kotihoidossa",
                    "Kerttu tapaa uuden hoitajan",
                    "Kertun keittiö",
                    "<p>Kerttu on 81-vuotias ja tottunut olemaan hiljaa. Yusuf kysyy kuvasta seinällä ja jää "
                    "kuuntelemaan. Viisikymmentä yhteistä vuotta mahtuu yhteen aamukahviin.</p>",
                    _list(
                        "Mitä Yusuf jättää olettamatta?",
                        "Millainen kysymys antaa tilaa vastata omin sanoin?",
                        "Mistä asukas näkee meillä, että kotiin saa tulla omana itsenään?",
                    ),
                ),
                EncounterWords(
                    "Virastossa",
                    "Miska tapaa virkailijan",
                    "Palvelupiste torin laidalla",
                    "<p>Miska on transmies ja uusii asiakirjojaan. Hän on varautunut kysymyksiin, joita ei "
                    "tulekaan. Kymmenen minuuttia, yksi lomake, kiitos ja näkemiin.</p>",
                    _list(
                        "Missä kohdassa asiointi olisi voinut mennä pieleen?",
                        "Mitä meidän lomakkeemme kysyvät turhaan?",
                        "Kuuleeko jono, mistä tiskillä puhutaan?",
                    ),
                ),
            ),
            body=(
                heading("Miksi kampanja tehtiin"),
                "Vuonna 2019 kerroimme kolme tarinaa sanoin. Asukkaat pyysivät saada ne nähdä ja kuulla omalla "
                "tavallaan. Siksi elokuvat on piirretty, ja niissä on tekstitys kolmella kielellä, "
                "tekstivastine ja paikka kuvailutulkatulle ja viittomakieliselle versiolle.",
                call_to_action(
                    "Pyydä elokuvailta omaan porukkaan",
                    "Tulemme keskustelemaan kouluun, työpaikalle tai yhdistykseen. Se ei maksa mitään.",
                    url="https://suvisalmi.example.org/tassa-olen",
                ),
            ),
            places=(
                ("Pääkirjasto", "Näyttö aulassa, kuulokkeet saa tiskiltä"),
                ("Nuorisotalo Kello", "Elokuvat ja keskustelu torstaisin kello 17"),
                ("Palvelupiste", "Odotustilan näyttö"),
                ("Suvisalmen lukio", "Ryhmänohjauksen tunnit"),
            ),
        ),
        "sv": CampaignWords(
            "Här är jag",
            slogan="Säg det när du vill bli sedd. Säg det när du är redo att lyssna.",
            lead="Tre korta filmer från skolan, hemmet och ämbetsverket. Två människor möts, och en vänlig fråga "
            "räcker för att mötet ska bli bra.",
            alt="Teckning: barn och unga kommer till skolgården på morgonen, en lärare väntar på dem.",
            project="Regnbågsvardag",
            encounters=(
                EncounterWords(
                    "I skolan",
                    "Oivi möter rektorn",
                    "Sommarsunds gymnasium",
                    "<p>En ny skola, en ny lista och genast fel namn. Oivi är ickebinär och är rädd för att "
                    "behöva förklara sig. Rektorn ber inte om en förklaring utan om ett namn.</p>",
                    _list(
                        "Hur märker Oivi att rektorn lyssnar?",
                        "Vem rättar namnlistorna hos oss, och hur snabbt?",
                        "Vad kan du säga när någon använder fel namn?",
                    ),
                ),
                EncounterWords(
                    "I hemvården",
                    "Kerttu möter sin nya vårdare",
                    "Kerttus kök",
                    "<p>Kerttu är 81 år och van vid att tiga. Yusuf frågar om bilden på väggen och stannar för "
                    "att lyssna. Femtio gemensamma år ryms i en kopp morgonkaffe.</p>",
                    _list(
                        "Vad låter Yusuf bli att anta?",
                        "Vilken fråga ger utrymme att svara med egna ord?",
                        "Hur ser man hos oss att man får vara sig själv hemma?",
                    ),
                ),
                EncounterWords(
                    "På ämbetsverket",
                    "Miska möter handläggaren",
                    "Servicepunkten vid torget",
                    "<p>Miska är transman och förnyar sina handlingar. Han har väntat sig frågor som aldrig "
                    "kommer. Tio minuter, en blankett, tack och hej.</p>",
                    _list(
                        "Var kunde ärendet ha gått snett?",
                        "Vad frågar våra blanketter i onödan?",
                        "Hör kön vad man talar om vid disken?",
                    ),
                ),
            ),
            body=(
                heading("Varför kampanjen finns"),
                "År 2019 berättade vi tre historier i ord. Invånarna bad att få se och höra dem på sitt eget "
                "sätt. Därför är filmerna tecknade, med textning på tre språk, textalternativ och plats för "
                "en syntolkad version och en version på teckenspråk.",
                call_to_action(
                    "Be om en filmkväll för er grupp",
                    "Vi kommer och diskuterar i skolan, på arbetsplatsen eller i föreningen. Det kostar inget.",
                    url="https://suvisalmi.example.org/tassa-olen",
                ),
            ),
            places=(
                ("Huvudbiblioteket", "Skärmen i aulan, hörlurar får du vid disken"),
                ("Ungdomsgården Kello", "Film och diskussion på torsdagar klockan 17"),
                ("Servicepunkten", "Skärmen i väntrummet"),
                ("Sommarsunds gymnasium", "Grupphandledarens lektioner"),
            ),
        ),
        "en": CampaignWords(
            "Here I am",
            slogan="Say it when you want to be seen. Say it when you are ready to listen.",
            lead="Three short films from a school, a home and an office. Two people meet, and one friendly "
            "question is enough for it to go well.",
            alt="Drawing: children and young people arrive in a school yard in the morning, a teacher waits.",
            project="Rainbow Everyday",
            encounters=(
                EncounterWords(
                    "At school",
                    "Oivi meets the head teacher",
                    "Suvisalmi upper secondary school",
                    "<p>A new school, a new list, and the wrong name at once. Oivi is non-binary and dreads "
                    "having to explain. The head teacher asks for no explanation, only for a name.</p>",
                    _list(
                        "How can Oivi tell that the head teacher listens?",
                        "Who corrects lists of names where we are, and how fast?",
                        "What can you say when somebody uses the wrong name?",
                    ),
                ),
                EncounterWords(
                    "Care at home",
                    "Kerttu meets her new carer",
                    "Kerttu’s kitchen",
                    "<p>Kerttu is 81 and used to keeping quiet. Yusuf asks about the picture on the wall and "
                    "stays to listen. Fifty years together fit into one morning coffee.</p>",
                    _list(
                        "What does Yusuf not assume?",
                        "What kind of question leaves room for one’s own words?",
                        "How does a resident see that she may be herself with us?",
                    ),
                ),
                EncounterWords(
                    "At the office",
                    "Miska meets the clerk",
                    "The service point by the market square",
                    "<p>Miska is a trans man and renews his papers. He is ready for questions that never come. "
                    "Ten minutes, one form, thank you and goodbye.</p>",
                    _list(
                        "Where could it have gone wrong?",
                        "What do our forms ask for no reason?",
                        "Can the queue hear what is said at the counter?",
                    ),
                ),
            ),
            body=(
                heading("Why we made it"),
                "In 2019 we told three stories in words. Residents asked to see and hear them in their own way. "
                "So the films are drawn, with captions in three languages, a text alternative, and a place for "
                "an audio-described version and one in sign language.",
                call_to_action(
                    "Ask for a film evening",
                    "We come to your school, workplace or association to talk. It is free.",
                    url="https://suvisalmi.example.org/tassa-olen",
                ),
            ),
            places=(
                ("Main library", "The screen in the hall; headphones at the desk"),
                ("Youth centre Kello", "Films and talk on Thursdays at 5 p.m."),
                ("Service point", "The screen in the waiting area"),
                ("Suvisalmi upper secondary school", "Group guidance lessons"),
            ),
        ),
        "ar": CampaignWords(
            "أنا هنا",
            slogan="قلها حين تريد أن يراك الناس. قلها حين تكون مستعداً للاستماع.",
            lead="ثلاثة أفلام قصيرة: في المدرسة وفي البيت وفي مكتب الخدمات. شخصان يلتقيان، وسؤال لطيف واحد يكفي.",
            alt="رسم: أطفال وشباب يصلون صباحاً إلى ساحة المدرسة، ومعلمة تنتظرهم.",
            project="الحياة اليومية للجميع",
            encounters=(
                EncounterWords(
                    "في المدرسة",
                    "أويفي والمديرة",
                    "مدرسة Suvisalmi الثانوية",
                    "<p>مدرسة جديدة وقائمة جديدة، والاسم فيها غير صحيح. المديرة لا تطلب شرحاً، بل تسأل عن الاسم.</p>",
                    _list(
                        "كيف نعرف أن المديرة تستمع؟",
                        "من يصحح قوائم الأسماء عندنا؟",
                        "ماذا تقول إذا سمعت اسماً غير صحيح؟",
                    ),
                ),
                EncounterWords(
                    "في الرعاية المنزلية",
                    "كيرتو والممرض الجديد",
                    "مطبخ كيرتو",
                    "<p>كيرتو عمرها 81 سنة. يسألها يوسف عن الصورة على الجدار، ويستمع إليها.</p>",
                    _list(
                        "ما الذي لا يفترضه يوسف؟",
                        "أي سؤال يترك مكاناً للجواب؟",
                        "كيف يعرف السكان أننا نستمع؟",
                    ),
                ),
                EncounterWords(
                    "في مكتب الخدمات",
                    "ميسكا والموظفة",
                    "مكتب الخدمات قرب السوق",
                    "<p>ميسكا يجدد أوراقه. الموظفة لا تسأل عن شيء زائد. عشر دقائق، وشكراً.</p>",
                    _list(
                        "أين كان يمكن أن يحدث خطأ؟",
                        "ماذا تسأل استماراتنا من دون حاجة؟",
                        "هل يسمع الآخرون ما يقال؟",
                    ),
                ),
            ),
            body=(
                heading("لماذا هذه الحملة"),
                "في عام 2019 كتبنا ثلاث قصص. الآن يمكن للجميع مشاهدتها وسماعها وقراءتها.",
                call_to_action(
                    "اطلب أمسية أفلام لمجموعتك",
                    "نأتي إلى المدرسة أو مكان العمل أو الجمعية. الخدمة مجانية.",
                    url="https://suvisalmi.example.org/tassa-olen",
                ),
            ),
            places=(
                ("المكتبة الرئيسية", "الشاشة في المدخل، والسماعات عند الموظفين"),
                ("بيت الشباب Kello", "أفلام وحوار كل يوم خميس في الساعة 17"),
                ("مكتب الخدمات", "الشاشة في مكان الانتظار"),
                ("مدرسة Suvisalmi الثانوية", "حصص التوجيه"),
            ),
        ),
    },
)

SAY_HELLO = Campaign(
    key="say-hello",
    begins=-820,
    ends=-760,
    organisers=("suvisalmi",),
    contacts=("amina",),
    related=("language-walks",),
    scene="market",
    words={
        "fi": CampaignWords(
            "Sano hei naapurille",
            slogan="Kaksi kirjainta enemmän kuin hiljaisuus.",
            lead="Kahden kuukauden ajan taloyhtiöissä jaettiin ovenripoja, joihin naapurit kirjoittivat tervehdyksen "
            "omalla kielellään. Niitä palautettiin 1 140, kolmellakymmenelläyhdellä kielellä.",
            alt="Piirros: lauantai kauppatorilla, naapurit juttelevat myyntikojujen välissä.",
            body=(
                heading("Mitä jäi jäljelle"),
                "Yhdeksän taloyhtiötä pitää nyt yhteistä kahvitusta kerran kuussa. Ovenripojen malli on vapaasti "
                "käytettävissä.",
            ),
        ),
        "sv": CampaignWords(
            "Säg hej till grannen",
            slogan="Tre bokstäver mer än tystnad.",
            lead="Under två månader delade vi ut dörrhängare i höghusen, och grannarna skrev en hälsning på sitt eget "
            "språk. Vi fick tillbaka 1 140 stycken på trettioett språk.",
            alt="Teckning: lördag på torget, grannar pratar mellan marknadsstånden.",
            body=(
                heading("Vad som blev kvar"),
                "Nio bostadsbolag ordnar nu gemensamt kaffe en gång i månaden. Dörrhängarens mall är fri att "
                "använda.",
            ),
        ),
    },
)

FIRST_WORDS = Campaign(
    key="first-words",
    begins=50,
    ends=110,
    organisers=("suvisalmi", "association"),
    contacts=("sanni",),
    scene="library",
    words={
        "fi": CampaignWords(
            "Ensimmäiset sanat",
            slogan="Kukaan ei opi kieltä yksin.",
            lead="Kysymme asukkailta, mikä oli heidän ensimmäinen sanansa uudella kielellä. Vastaukset kuullaan "
            "kirjastoissa ja linja-autoissa.",
            alt="Piirros: valoisa kirjasto, ihmisiä lukemassa pitkän pöydän ääressä.",
            body=(
                heading("Näin pääset mukaan"),
                "Kirjoita sanasi kirjaston seinälle tai kerro se meille puhelimessa. Viestin voi jättää millä "
                "kielellä tahansa, myös viittoen.",
            ),
        ),
        "sv": CampaignWords(
            "De första orden",
            slogan="Ingen lär sig ett språk ensam.",
            lead="Vi frågar invånarna vad som var deras första ord på ett nytt språk. Svaren hörs i biblioteken och på "
            "bussarna.",
            alt="Teckning: ett ljust bibliotek, människor läser vid ett långt bord.",
            body=(
                heading("Så kommer du med"),
                "Skriv ditt ord på bibliotekets vägg eller berätta det för oss per telefon. Du kan lämna ditt "
                "meddelande på vilket språk som helst, också på teckenspråk.",
            ),
        ),
    },
)

CAMPAIGNS: tuple[Campaign, ...] = (HERE_I_AM, SAY_HELLO, FIRST_WORDS)
