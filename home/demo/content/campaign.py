"""A campaign about three encounters (2019). Its name, its people and its city are invented."""
# ruff: noqa: E501  (a sentence stays whole)

from datetime import date

from home.demo.shape import Item, Words, documents, heading, picture, quote

ITEM = Item(
    key="campaign",
    day=date(2019, 3, 14),
    organisation="suvisalmi",
    themes=("gender", "equality"),
    contacts=("sanni", "amina"),
    scene="school",
    funder="eu",
    words={
        "fi": Words(
            "Tässä olen: kolme kohtaamista koulussa, kotona ja virastossa",
            "Suvisalmi on mukana kampanjassa, joka muistuttaa: jokaisella on oikeus tulla kohdatuksi "
            "omana itsenään. Kolme lyhyttä tarinaa näyttää, miten vähästä hyvä kohtaaminen on kiinni.",
            place="Suvisalmi",
            body=(
                "Kampanjan iskulause <b>Tässä olen</b> toimii kahteen suuntaan. Asukas sanoo sen, kun "
                "hän haluaa tulla nähdyksi. Ammattilainen sanoo sen, kun hän on valmis kuuntelemaan. "
                "Kampanja rohkaisee kumpaakin ottamaan yhdenvertaisuuden puheeksi.",
                heading("Kolme kohtaamista"),
                heading("Koulussa", 3),
                "<b>Oivi</b> on muunsukupuolinen ja aloittaa lukion. Nimilistassa lukee väärä nimi. Rehtori "
                "kysyy, miten Oivi haluaa itseään kutsuttavan, ja korjaa listan ennen ensimmäistä tuntia.",
                heading("Kotihoidossa", 3),
                "<b>Kerttu</b> on 81-vuotias ja saanut uuden hoitajan. Seinällä on kuva kahdesta naisesta "
                "laiturilla. Kun hoitaja kysyy, kuka kuvassa on, Kerttu kertoo ensi kertaa puolisostaan.",
                picture(
                    "homecare",
                    "Piirros: kotihoidon työntekijä ja vanha ihminen kahvilla keittiön pöydän ääressä.",
                    "Kahvikupin ääressä on aikaa kysyä.",
                ),
                heading("Virastossa", 3),
                "<b>Miska</b> on transmies ja uusii asiakirjojaan. Virkailija ei kysy ylimääräistä eikä "
                "puhu kovaan ääneen, vaan kertoo, mitä papereita tarvitaan. Asia hoituu kymmenessä minuutissa.",
                quote(
                    "Kenenkään ei tarvitse osata kaikkia sanoja. Riittää, että kysyy ystävällisesti ja "
                    "uskoo vastauksen.",
                    "Amina Warsame",
                    "osallisuuskoordinaattori",
                ),
                heading("Missä kampanja näkyy"),
                "Tarinoihin törmää kouluissa, nuorisotaloilla, kirjastossa ja kaupungin toimistoissa. "
                "Kampanja on osa sateenkaari-ihmisten oikeuksia edistävää eurooppalaista hanketta, ja se "
                "toteuttaa kaupunkistrategiaa 2018–2021, jossa hyvä arki luvataan kaikille.",
                documents("Aineistoa keskusteluun", "questions"),
            ),
        ),
        "sv": Words(
            "Här är jag: tre möten i skolan, hemma och på ämbetsverket",
            "Sommarsund är med i en kampanj som påminner om att var och en har rätt att bli bemött som "
            "sig själv. Tre korta berättelser visar hur lite som behövs för ett gott möte.",
            place="Sommarsund",
            body=(
                "Kampanjens slogan <b>Här är jag</b> fungerar i två riktningar. Invånaren säger så för att "
                "bli sedd. Den anställda säger så när hon eller han är redo att lyssna. Kampanjen "
                "uppmuntrar båda att föra likabehandling på tal.",
                heading("Tre möten"),
                heading("I skolan", 3),
                "<b>Oivi</b> är ickebinär och börjar gymnasiet. I namnlistan står fel namn. Rektorn frågar "
                "vad Oivi vill kallas och rättar listan före den första lektionen.",
                heading("I hemvården", 3),
                "<b>Kerttu</b> är 81 år och har fått en ny vårdare. På väggen hänger en bild av två kvinnor "
                "på en brygga. När vårdaren frågar vem det är berättar Kerttu för första gången om sin maka.",
                picture(
                    "homecare",
                    "Teckning: en hemvårdare och en gammal människa dricker kaffe vid köksbordet.",
                    "Över en kopp kaffe finns det tid att fråga.",
                ),
                heading("På ämbetsverket", 3),
                "<b>Miska</b> är transman och förnyar sina handlingar. Tjänstemannen frågar inget onödigt "
                "och talar inte högt, utan berättar vilka papper som behövs. Ärendet är klart på tio minuter.",
                quote(
                    "Ingen behöver kunna alla ord. Det räcker att fråga vänligt och att tro på svaret.",
                    "Amina Warsame",
                    "delaktighetskoordinator",
                ),
                heading("Här syns kampanjen"),
                "Du möter berättelserna i skolorna, på ungdomsgårdarna, i biblioteket och på stadens "
                "kontor. Kampanjen ingår i ett europeiskt projekt för regnbågspersoners rättigheter och "
                "förverkligar stadsstrategin 2018–2021, som lovar alla en god vardag.",
                documents("Material för diskussion (på finska)", "questions"),
            ),
        ),
    },
)
