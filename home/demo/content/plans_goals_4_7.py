"""Goals 4 to 7 of the good-relations programme, their actions, and what was told of them."""
# ruff: noqa: E501  (a sentence stays whole)

from home.demo.plan_shape import ActionWords, DemoAction, DemoGoal, News, TitledText

GOALS_4_7: tuple[DemoGoal, ...] = (
    DemoGoal(
        {
            "fi": TitledText(
                "Rasismi ja sen muodot tunnetaan",
                "Kun arjen rasismille on sanat, siihen voi puuttua.",
            ),
            "sv": TitledText(
                "Rasismen och dess former är kända",
                "När det finns ord för rasismen i vardagen går det att ingripa.",
            ),
            "en": TitledText(
                "Racism and its forms are known",
                "Once there are words for everyday racism, one can step in.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Oppitunti valmiine materiaaleineen yläkouluille",
                        "Aineiston ovat tehneet nuoret, joilla on omaa kokemusta.",
                        "kouluja, jotka ovat pitäneet tunnin",
                    ),
                    "sv": ActionWords(
                        "En färdig lektion för årskurserna 7–9",
                        "Materialet är gjort av unga med egna erfarenheter.",
                        "skolor som har hållit lektionen",
                    ),
                    "en": ActionWords(
                        "A ready lesson for lower secondary schools",
                        "The material was made by young people with experience of their own.",
                        "schools that have given the lesson",
                    ),
                },
                responsible="relations",
                contact="amina",
                starts=-380,
                ends=-70,
                target="50",
                told=(
                    News(
                        "done",
                        -75,
                        {
                            "fi": "Tunti pidettiin 63 koulussa. Aineisto on vapaasti käytettävissä.",
                            "sv": "Lektionen hölls i 63 skolor. Materialet får användas fritt.",
                            "en": "The lesson was given in 63 schools. The material is free to use.",
                        },
                        "63",
                    ),
                ),
            ),
        ),
    ),
    DemoGoal(
        {
            "fi": TitledText(
                "Paikallinen väestösuhdetyö lisää vuorovaikutusta ja osallisuutta",
                "Naapurit tuntevat toisensa, ja kunta kuulee heitä ennen kuin päättää.",
            ),
            "sv": TitledText(
                "Lokalt arbete för goda relationer ökar växelverkan och delaktighet",
                "Grannarna känner varandra, och kommunen hör dem innan den beslutar.",
            ),
            "en": TitledText(
                "Local good-relations work adds interaction and participation",
                "Neighbours know each other, and the municipality hears them before it decides.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Naapuruussovittelijat koulutetaan",
                        "Sovittelija auttaa, kun riita uhkaa kääntyä ihmisryhmää vastaan.",
                        "sovittelijoita",
                    ),
                    "sv": ActionWords(
                        "Grannskapsmedlare utbildas",
                        "Medlaren hjälper när en tvist hotar att vändas mot en folkgrupp.",
                        "medlare",
                    ),
                    "en": ActionWords(
                        "Neighbourhood mediators are trained",
                        "A mediator helps when a quarrel threatens to turn against a group of people.",
                        "mediators",
                    ),
                },
                responsible="relations",
                contact="amina",
                starts=-200,
                ends=240,
                baseline="3",
                target="24",
                told=(
                    News(
                        "under_way",
                        -15,
                        {
                            "fi": "Ensimmäinen ryhmä valmistui, kymmenen sovittelijaa.",
                            "sv": "Den första gruppen är klar, tio medlare.",
                            "en": "The first group has finished, ten mediators.",
                        },
                        "13",
                    ),
                ),
            ),
        ),
    ),
    DemoGoal(
        {
            "fi": TitledText(
                "Turvallisuus paranee: viharikoksiin ja vihapuheeseen puututaan ja niitä ehkäistään",
                "Jokainen voi kulkea, asioida ja puhua julkisesti ilman pelkoa.",
            ),
            "sv": TitledText(
                "Säkerheten förbättras: hatbrott och hatretorik bemöts och förebyggs",
                "Alla kan röra sig, uträtta ärenden och tala offentligt utan rädsla.",
            ),
            "en": TitledText(
                "Safety improves: hate crime and hate speech are acted against and prevented",
                "Everybody can go about, run errands and speak in public without fear.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Ilmoittaminen helpottuu",
                        "Viharikoksesta voi kertoa järjestön tilassa ja omalla kielellä.",
                        "paikkakuntia, joilla on ilmoituspiste",
                    ),
                    "sv": ActionWords(
                        "Det blir lättare att anmäla",
                        "Den som utsatts för hatbrott kan berätta om det hos en organisation och på sitt eget språk.",
                        "orter med ett anmälningsställe",
                    ),
                    "en": ActionWords(
                        "Reporting becomes easier",
                        "One can report a hate crime on an association’s premises and in one’s own language.",
                        "places with a reporting point",
                    ),
                },
                responsible="police",
                starts=-150,
                ends=300,
                target="7",
                told=(
                    News("not_started", -140),
                    News(
                        "under_way",
                        -50,
                        {
                            "fi": "Ensimmäinen ilmoituspiste avattiin kirjastoon.",
                            "sv": "Det första anmälningsstället öppnades på ett bibliotek.",
                            "en": "The first reporting point opened in a library.",
                        },
                        "1",
                    ),
                ),
            ),
            DemoAction(
                {
                    "fi": ActionWords(
                        "Puhelinpäivystys vihapuheen kohteille",
                        "Päivystyksen oli määrä toimia iltaisin.",
                    ),
                    "sv": ActionWords(
                        "Telefonjour för den som utsätts för hatretorik",
                        "Jouren skulle vara öppen på kvällarna.",
                    ),
                    "en": ActionWords(
                        "A telephone line for targets of hate speech",
                        "The line was meant to be open in the evenings.",
                    ),
                },
                responsible="police",
                starts=-320,
                ends=-100,
                told=(
                    News(
                        "dropped",
                        -190,
                        {
                            "fi": "Päivystys lopetettiin ennen alkua: sama palvelu on jo valtakunnallisesti.",
                            "sv": "Jouren ströks innan den öppnade: samma tjänst finns redan för hela landet.",
                            "en": "The line was dropped before it opened: the whole country has such a service already.",
                        },
                    ),
                ),
            ),
        ),
    ),
    DemoGoal(
        {
            "fi": TitledText(
                "Rasismista ja syrjinnästä on tutkimusta ja tietoa",
                "Tieto kerätään niin, ettei ketään voi tunnistaa, ja se julkaistaan avoimesti.",
            ),
            "sv": TitledText(
                "Det finns forskning och data om rasism och diskriminering",
                "Uppgifterna samlas in så att ingen kan identifieras och publiceras öppet.",
            ),
            "en": TitledText(
                "There is research and data on racism and discrimination",
                "Data is gathered so that nobody can be recognised, and is published openly.",
            ),
        },
        (
            DemoAction(
                {
                    "fi": ActionWords(
                        "Kysely väestösuhteista joka toinen vuosi",
                        "Sama kysely jokaisella alueella, jotta tuloksia voi verrata.",
                        "vastaajia",
                    ),
                    "sv": ActionWords(
                        "En enkät om befolkningsrelationerna vartannat år",
                        "Samma enkät i alla områden, så att resultaten kan jämföras.",
                        "svar",
                    ),
                    "en": ActionWords(
                        "A survey of good relations every other year",
                        "The same survey in every area, so that results can be compared.",
                        "answers",
                    ),
                },
                responsible="research",
                starts=30,
                ends=400,
                baseline="2100",
                target="4000",
                told=(
                    News(
                        "not_started",
                        -35,
                        {
                            "fi": "Kysymykset ovat valmiit, kysely lähtee alkuvuodesta.",
                            "sv": "Frågorna är klara, enkäten skickas ut i början av året.",
                            "en": "The questions are ready, the survey goes out early in the year.",
                        },
                    ),
                ),
            ),
        ),
    ),
)
