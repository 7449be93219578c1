"""Pages that stay: about the site, and the privacy notice."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.shape import Standing, Words, heading

ABOUT = Standing(
    key="about",
    in_menus=True,
    contacts=("sanni",),
    scene="lake_town",
    words={
        "fi": Words(
            "Tietoa sivustosta",
            "Kohtaamo kertoo työstä, jolla kunnat ja alueet edistävät yhdenvertaisuutta, kotoutumista ja "
            "hyviä väestösuhteita.",
            body=(
                heading("Kenelle sivusto on"),
                "Kirjoitamme asukkaille, jotka haluavat tietää, mitä omassa kunnassa tapahtuu ja miten siihen "
                "voi vaikuttaa. Kirjoitamme myös niille, jotka tekevät samaa työtä muualla.",
                heading("Kielet"),
                "Uutiset julkaistaan suomeksi ja usein ruotsiksi, joskus ensin ruotsiksi. Tärkeimmät käännetään "
                "englanniksi ja muille kielille. Jos jotakin kohtaa ei ole vielä käännetty, näet sen "
                "alkukielellä, ja kohta on merkitty.",
                heading("Tämä on esittelysivusto"),
                "Sivuston henkilöt, puhelinnumerot ja sähköpostiosoitteet ovat keksittyjä, samoin Suvisalmen "
                "kaupunki. Kuvat on piirretty tätä sivustoa varten. Muutaman uutisen tosiasiat on poimittu "
                "julkisista tiedotteista, mutta lauseet ja lainaukset ovat meidän.",
            ),
        ),
        "sv": Words(
            "Om webbplatsen",
            "Kohtaamo berättar om det arbete som kommuner och regioner gör för likabehandling, integration "
            "och goda befolkningsrelationer.",
            body=(
                heading("För vem?"),
                "Vi skriver för invånare som vill veta vad som händer i den egna kommunen och hur man kan "
                "påverka. Vi skriver också för dem som gör samma arbete på annat håll.",
                heading("Språk"),
                "Nyheterna publiceras på finska och ofta på svenska, ibland först på svenska. De viktigaste "
                "översätts till engelska och andra språk. Om något ännu inte är översatt visas det på "
                "originalspråket, och stället är markerat.",
                heading("Det här är en demonstrationswebbplats"),
                "Personerna, telefonnumren och e-postadresserna är påhittade, liksom Sommarsunds stad. "
                "Bilderna är tecknade för den här webbplatsen. Fakta i några av nyheterna kommer från "
                "offentliga meddelanden, men meningarna och citaten är våra.",
            ),
        ),
        "en": Words(
            "About this site",
            "Kohtaamo tells about the work that municipalities and regions do for non-discrimination, "
            "integration and good relations.",
            body=(
                heading("Who it is for"),
                "We write for residents who want to know what happens in their municipality and how to have a "
                "say. We also write for those who do the same work elsewhere.",
                heading("Languages"),
                "News come out in Finnish and often in Swedish, sometimes in Swedish first. The most important "
                "items are translated into English and other languages. Where something is not translated yet, "
                "you see it in its original language, and it is marked.",
                heading("This is a demonstration"),
                "The people, phone numbers and e-mail addresses are invented, and so is the city of Suvisalmi. "
                "The pictures were drawn for this site. The facts of some news come from public announcements, "
                "but the sentences and quotations are ours.",
            ),
        ),
    },
)

PRIVACY = Standing(
    key="privacy",
    words={
        "fi": Words(
            "Tietosuojaseloste",
            "Näin käsittelemme henkilötietoja tällä sivustolla. Sivuston lukeminen ei jätä sinusta "
            "tietoja evästeisiin.",
            body=(
                heading("Rekisterinpitäjä"),
                "Suvisalmen kaupunki, viestintä. Tietosuojavastaavan tavoitat osoitteesta "
                "tietosuoja@example.org.",
                heading("Mihin tietoja käytetään"),
                "<ul><li>Yhteyshenkilöiden nimi, tehtävä, puhelinnumero ja sähköposti julkaistaan, jotta asukkaat "
                "tietävät, keneltä kysyä.</li><li>Palautteen lähettäjän yhteystietoja käytetään vastaamiseen.</li>"
                "<li>Hakemuslomakkeella annettuja tietoja käytetään hakijoiden valintaan.</li>"
                "<li>Sivuston tekijöiden käyttäjätiedoilla valvotaan, kuka on muuttanut mitäkin.</li></ul>",
                heading("Millä perusteella"),
                "Käsittely perustuu yleistä etua koskevaan tehtävään ja lakisääteiseen velvoitteeseen "
                "(tietosuoja-asetuksen 6 artiklan 1 kohdan e ja c alakohta).",
                heading("Evästeet ja lokit"),
                "Sivuston lukijoille ei aseteta evästeitä, eikä sivuja hakiessasi oteta yhteyttä kolmansiin "
                "osapuoliin. Muun palvelun video avautuu vasta, kun itse käynnistät sen. Palvelin kirjaa "
                "pyynnöt lokiin tietoturvan vuoksi. Eväste tarvitaan vain sivuston tekijöiden kirjautumiseen ja "
                "hakulomakkeen suojaamiseen väärennöksiltä.",
                heading("Kuinka kauan"),
                "Palautteet poistetaan vuoden ja lokit kolmen kuukauden kuluttua. Hakemukset poistetaan viimeistään "
                "lomakkeessa kerrottuna päivänä. Yhteyshenkilön tiedot "
                "poistetaan, kun tehtävä päättyy. Tietoja ei luovuteta muille eikä siirretä EU:n tai "
                "ETA-alueen ulkopuolelle.",
                heading("Oikeutesi"),
                "Sinulla on oikeus saada tietää, mitä tietoja sinusta on, pyytää niiden oikaisemista tai "
                "poistamista, rajoittaa käsittelyä ja vastustaa sitä. Kirjoita tietosuojavastaavalle.",
                heading("Valvontaviranomainen"),
                'Voit tehdä valituksen tietosuojavaltuutetulle: <a href="https://tietosuoja.fi/">tietosuoja.fi</a>.',
            ),
        ),
        "sv": Words(
            "Dataskyddsbeskrivning",
            "Så behandlar vi personuppgifter på den här webbplatsen. När du läser den sparas inga uppgifter "
            "om dig i kakor.",
            body=(
                heading("Personuppgiftsansvarig"),
                "Sommarsunds stad, kommunikationen. Du når dataskyddsombudet på adressen "
                "tietosuoja@example.org.",
                heading("Vad uppgifterna används till"),
                "<ul><li>Kontaktpersonernas namn, uppgift, telefonnummer och e-post publiceras för att invånarna "
                "ska veta vem de kan fråga.</li><li>Kontaktuppgifterna till den som ger respons används för att svara.</li>"
                "<li>Uppgifterna i en ansökan används för att välja bland de sökande.</li>"
                "<li>Med redaktörernas användaruppgifter övervakas vem som har ändrat vad.</li></ul>",
                heading("På vilken grund"),
                "Behandlingen grundar sig på en uppgift av allmänt intresse och på en lagstadgad skyldighet "
                "(artikel 6.1 e och c i dataskyddsförordningen).",
                heading("Kakor och loggar"),
                "Inga kakor sätts för läsare, och inga tredje parter kontaktas när du öppnar en sida. En video "
                "på en annan tjänst öppnas först när du själv startar den. Servern loggar anrop av säkerhetsskäl. "
                "En kaka behövs bara för redaktörernas inloggning och för att skydda ansökningsformulär mot förfalskning.",
                heading("Hur länge"),
                "Respons raderas efter ett år och loggar efter tre månader. Ansökningar raderas senast den dag som "
                "anges i formuläret. En kontaktpersons uppgifter tas bort "
                "när uppdraget upphör. Uppgifter lämnas inte ut till andra och överförs inte utanför EU eller EES.",
                heading("Dina rättigheter"),
                "Du har rätt att få veta vilka uppgifter som finns om dig, att be att de rättas eller raderas, att "
                "begränsa behandlingen och att invända mot den. Skriv till dataskyddsombudet.",
                heading("Tillsynsmyndighet"),
                'Du kan lämna ett klagomål till dataskyddsombudsmannen: <a href="https://tietosuoja.fi/">tietosuoja.fi</a>.',
            ),
        ),
        "en": Words(
            "Privacy notice",
            "How we handle personal data on this site. Reading it leaves nothing about you in cookies.",
            body=(
                heading("Controller"),
                "City of Suvisalmi, communications. The data protection officer answers at "
                "tietosuoja@example.org.",
                heading("What the data is for"),
                "<ul><li>The name, title, phone number and e-mail of contact persons are published so that residents "
                "know whom to ask.</li><li>The contact details of those who send feedback are used to answer.</li>"
                "<li>What is given in an application form is used to choose among the applicants.</li>"
                "<li>Editors’ user details show who has changed what.</li></ul>",
                heading("Legal basis"),
                "Processing is based on a task in the public interest and on a legal obligation (General Data "
                "Protection Regulation, Article 6(1)(e) and (c)).",
                heading("Cookies and logs"),
                "Readers get no cookies, and no third party is contacted when you open a page. A video on another "
                "service opens only when you start it. The server logs requests for security. A cookie is needed only "
                "for editors to sign in and to protect application forms against forgery.",
                heading("How long"),
                "Feedback is deleted after a year, logs after three months. Applications are deleted on the day given "
                "in the form at the latest. A contact person’s details are removed "
                "when the task ends. Data is not handed to others, nor transferred outside the EU or the EEA.",
                heading("Your rights"),
                "You have the right to know what data there is about you, to ask for it to be corrected or erased, to "
                "restrict processing and to object to it. Write to the data protection officer.",
                heading("Supervisory authority"),
                'You can complain to the Data Protection Ombudsman: <a href="https://tietosuoja.fi/">tietosuoja.fi</a>.',
            ),
        ),
    },
)

PAGES: tuple[Standing, ...] = (ABOUT, PRIVACY)
