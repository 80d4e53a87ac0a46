"""Where a figure is: one rule a text."""

import pytest

from analytics.extract.article import read_article
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()


def read(text):
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    return [(text[f.start : f.end], f) for f in read_article(article, LEXICONS).figures]


# text → the country of each figure
PLACES = {
    "where they will be": ("Britain will send 200 soldiers to Estonia.", ["EST"]),
    "where the bomb was": ("A bomb in Kabul killed 12 people and wounded 30.", ["AFG", "AFG"]),
    "at whom they were fired": ("Militants fired 40 rockets at Israel.", ["ISR"]),
    "a nationality is no place": (
        "Two American soldiers were killed in a blast near Mosul.",
        ["IRQ"],
    ),
    "each its own in a list": (
        "The US has 28,500 troops in South Korea, about 54,000 in Japan and 35,000 in Germany.",
        ["KOR", "JPN", "DEU"],
    ),
    "several countries are none": (
        "The alliance moved 4,000 soldiers to Iraq and Syria.",
        [None],
    ),
    "a region of many countries is none": ("France has 900 soldiers in the Sahel.", [None]),
    "the country named before": (
        "Poland passed its budget. The United States keeps 10,000 troops in the country.",
        ["POL"],
    ),
    "what is left is where it left": ("The U.S. withdrew 2,000 troops from Syria.", ["SYR"]),
    "a buyer gets the jets": ("Argentina ordered 12 jets from Denmark.", ["ARG"]),
    "aid is the receiver's": (
        "The Senate approved a $3 billion aid package for Ukraine.",
        ["UKR"],
    ),
    "a budget is whose it is": ("India's defence budget is $70 billion.", ["IND"]),
    "a share of nothing named is nowhere": ("Some 40 percent of the crew were new.", [None]),
    "where they are based": (
        "Some 9,000 airmen are based in Japan, and 700 sailors based in Guam train in Peru.",
        ["JPN", "PER"],
    ),
    "a distance inside one country": ("The reef lies 20 miles from Palawan.", ["PHL"]),
    "a distance between two": ("The reef in Vietnam lies 20 miles from Palawan.", [None]),
    "the two that were named": ("Peru is at odds. A rift between the two leaders grew.", [None]),
    "an unknown town with its country": (
        "A strike on the village of Qarbul, southern Lebanon, wounded 11 people.",
        ["LBN"],
    ),
    "a brigade away from home": (
        "Some 300 soldiers from a brigade based in Vicenza, Italy, arrived in Latvia.",
        ["LVA"],
    ),
    "what the claimant does elsewhere": (
        "The Afghan south was calm, as was the rest of Afghanistan. At least 14 guards were killed "
        "by the group, "
        "which holds talks in Doha, Qatar.",
        ["AFG"],
    ),
    "where somebody speaks of it": (
        "Peru asks for help. At a meeting with aides in Oslo he said that floods in Peru drowned "
        "nine people.",
        ["PER"],
    ),
    "who reports it is not where it is": (
        "The military command in Amman announced that a raid in Syria killed four men.",
        ["SYR"],
    ),
    "a country in the name of a body": (
        "A blast in Gaza killed nine people suspected of spying for the Israel Defense Forces.",
        ["PSE"],
    ),
    "nobody is killed to a place": (
        "A mine in Mali killed six drivers on the road to Niger.",
        ["MLI"],
    ),
    "the harmed are at home": ("A U.S. jet hit 24 Pakistani guards.", ["PAK"]),
    "the harmed of a nation that goes abroad": (
        "The base in Iraq burns. Iraq mourns. Two American cooks died.",
        ["IRQ"],
    ),
    "where a plane is shot down": (
        "Rebels in Yemen fired 30 rockets, most of which were shot down by Oman.",
        ["OMN"],
    ),
    "sent to a range near another's border": (
        "Drills in Chad began. Chad hosts them. China sent 3,200 soldiers and 30 helicopters to "
        "the Lado range near the Libyan frontier.",
        ["TCD", "TCD"],
    ),
    "two places with a year each": (
        "He recalled two raids, in Iraq in 1983 and Syria in 2009.",
        [None],
    ),
    "from one country to another": ("A plane from Chile to Peru lost two crew.", [None]),
    "through the strait": ("Germany sailed two ships through the strait.", [None]),
    "a strait is between countries": ("Oman watches the 30-mile strait.", [None]),
    "given to forces": ("The U.S. gave three balloons to the Iraqi army.", ["IRQ"]),
    "a nationality before a jail": ("He spent 20 days in Peruvian jails.", ["PER"]),
    "a nationality before a town": ("A car bomb in the Afghan capital hurt 12 people.", ["AFG"]),
    "a share of what is there": ("Some 40 percent of Gaza's wells are dry.", ["PSE"]),
    "a share of those of a nation": ("A poll found that 52 percent of Danes want it.", ["DNK"]),
    "a share of the world's": ("Oman lies where a fifth of the world's oil goes.", [None]),
    "the two": ("Peru and Chile met. The two countries agreed.", [None]),
    "a few who are cited": ("Three officials in blue spoke of Peru.", [None]),
    "days are where the story is": (
        "Floods hit Peru. Towns in Peru are cut off. It rained for three days.",
        ["PER"],
    ),
    "years are history": (
        "Floods hit Peru. Towns in Peru are cut off, and towns in Chile. He had trained for three "
        "years.",
        [None],
    ),
    "years of a story about one country": (
        "Floods hit Peru. Towns in Peru are cut off. He had trained for three years.",
        [None],
    ),
    "years where the sentence speaks of the story only": (
        "Floods hit Peru and Mali. Peru and its towns are cut off. Peru had three years to build.",
        [None],
    ),
    "a share of a story about one country": (
        "Floods hit Peru. Towns in Peru are cut off. The number of fires rose 20 percent.",
        ["PER"],
    ),
    "a share that is only a degree": (
        "Floods hit Peru. Towns in Peru are cut off. She was 100 percent sure.",
        [None],
    ),
    "stocks in a row": (
        "Peru builds. Towns in Peru are calm. Its stock fell 2%. Acme was up 3%.",
        [None, None],
    ),
    "a share of ships at sea": (
        "Peru builds. Peru will send 60 percent of its ships to the Pacific.",
        [None],
    ),
    "what is only said": (
        "Floods hit Peru. Towns in Peru are cut off. She wrote in one email that it was late.",
        [None],
    ),
    "how fast a thing is": (
        "Floods hit Peru. Towns in Peru are cut off. The boat does 40 knots.",
        [None],
    ),
    "a leader who is hit": (
        "Floods hit Peru. Towns in Peru are cut off. The raid killed two rebel leaders.",
        ["PER"],
    ),
    "whose own ministry counts them": (
        "Raids hit Mali. Towns in Mali burn. The Peruvian health ministry said nine people died.",
        ["PER"],
    ),
    "whose forces they train": (
        "Peru waits. Congress heard the Pentagon. Some 300 Marines are training Malian troops.",
        ["MLI"],
    ),
    "a world war": (
        "Peru mourns. Peru lost nine men in Mali, and 40 in World War II.",
        ["MLI", None],
    ),
    "in an enclave": (
        "Peru mourns. The raids killed nine people in the Palestinian enclave.",
        ["PSE"],
    ),
    "bases of a nation": (
        "Floods hit Peru. Towns in Peru are cut off. A rocket hit two Iraqi bases.",
        ["IRQ"],
    ),
    "the weight of a navy's ship": (
        "Peru builds. Towns in Peru are calm. The Chilean Navy sails a 3,000-ton frigate.",
        [None],
    ),
    "in the country that is named before it": (
        "Peru has an agency, which will write to nine people in the country.",
        ["PER"],
    ),
    "the country in which others keep troops": (
        "Peru passed its budget. Chile keeps 9,000 troops in the country; Mali has 350.",
        ["PER", "PER"],
    ),
    "a length of a missile's way": (
        "Tokyo watched. Japan is near, and towns in Japan took cover. North Korea fired a missile, "
        "and then two missiles. They flew 300 miles.",
        ["PRK", None],
    ),
    "how far a missile reaches": (
        "Peru and Chile arm. Towns in Peru and in Chile wait. Its missile has a range of 90 miles.",
        [None],
    ),
    "so far from a border": (
        "Peru mourns. Towns in Peru and a town in Chile wait. A depot inside Chile 40 miles from "
        "the border burns.",
        ["CHL"],
    ),
    "on the other side of a border": (
        "Raids hit Mali. Towns in Mali burn. The camp is 40 miles from the Nigerien border.",
        ["MLI"],
    ),
    "so far from a town": (
        "Raids hit Mali. Towns in Mali burn. The camp is 40 miles from Bamako.",
        ["MLI"],
    ),
    "the price of one": (
        "Peru buys. Towns in Peru are calm. The unit cost is $78 million.",
        [None],
    ),
    "how long they talked": (
        "Peru met Chile. Towns in Peru are calm. They held a 35-minute telephone call.",
        [None],
    ),
    "how long in office": (
        "Raids go on in Mali. Towns in Mali burn. In Trump's first six months in office they grew.",
        [None],
    ),
    "of the south of a country": (
        "Chile looks on. Rockets sent people of southern Peru to shelters, wounding dozens.",
        ["PER"],
    ),
    "from an enclave at a country": (
        "Peru mourns. About 90 rockets flew from the Palestinian enclave into Israel.",
        ["ISR"],
    ),
    "according to a country's own ministry": (
        "Raids hit Mali. Towns in Mali burn. Nine died, according to Peru's health ministry.",
        ["PER"],
    ),
    "people who are counted by their nation": (
        "Chile looks on. Chile and its towns are calm. Some 300 Peruvians came to the fence.",
        ["PER"],
    ),
    "families": (
        "Peru and Chile talk. Towns in Peru are calm. There live 350 families.",
        ["PER"],
    ),
    "meetings of two countries": (
        "Peru and Chile talk. Towns in Peru are calm. Their presidents have met three times.",
        [None],
    ),
    "a meeting in a country": (
        "Peru and Chile talk. Towns in Peru are calm. They held two summits in Oman.",
        ["OMN"],
    ),
    "a length told again in miles": (
        "Peru and Chile arm. Towns in Peru and in Chile wait. Its missile has a range of 90 km "
        "(56 miles).",
        [None, None],
    ),
    "Georgia, where nothing of the east of Europe is": (
        "A boat based in Georgia left. A fire in Georgia killed two men.",
        ["USA"],
    ),
    "where an agreement was signed": (
        "Raids hit Mali. Towns in Mali burn. The truce signed in Oman was broken 40 times.",
        ["MLI"],
    ),
    "a ship in port": (
        "Towns in Chile wait. The tanker lies at the quay in Lima. One member of the crew was ill. "
        "A storm is over the Red Sea.",
        ["PER"],
    ),
    "one site": (
        "Raids hit Mali and Chile. Towns in Mali burn. The men hold one base.",
        ["MLI"],
    ),
    "who is cited owns nothing": (
        "Raids hit Mali. Towns in Mali burn. According to Peru, nine missiles were seen.",
        ["MLI"],
    ),
    "who acts before a semicolon owns nothing after it": (
        "Raids hit Mali. Towns in Mali burn. Few know Chile or Peru; some 90 guns lie about.",
        ["MLI"],
    ),
    "whom the country of the story killed": (
        "Peru and Peru struck. Towns in Peru and in Chile burn. The Peruvian raid killed nine.",
        ["CHL"],
    ),
    "a sea of which the end of a sentence speaks": (
        "Raids hit Mali. Towns in Mali burn. A raid killed nine men, and then the head of the "
        "country told all of his men to go and to wait for weeks on ships in the Mediterranean.",
        ["MLI"],
    ),
    "a war that is named for who wages it": (
        "Raids hit Mali. Towns in Mali burn. After Peru's five-day war the raids went on.",
        ["MLI"],
    ),
    "a war's years": (
        "Floods hit Mali. Towns in Mali are cut off. The six-year war goes on.",
        ["MLI"],
    ),
    "a body is at home": (
        "The Pentagon wants more. Congress heard the Pentagon. It may cost $3 billion.",
        ["USA"],
    ),
    "troops that are withdrawn are not at home": (
        "The Pentagon said the White House had asked Congress. A brigade is in Syria. "
        "The Pentagon will withdraw 900 troops.",
        ["SYR"],
    ),
    "who is killed away from home": (
        "The Pentagon mourns, the White House said. Congress stood. A war goes on in Mali. "
        "Some 300 American soldiers have died.",
        ["MLI"],
    ),
    "a zone outside which things fall": (
        "Peru fired two rockets. They fell outside Chile's zone. Nine men saw it in Peru.",
        ["PER", "PER"],
    ),
    "what is launched is not at home": (
        "Peru and the towns in Peru woke. Peru launched 101 drones.",
        [None],
    ),
    "a receiver who is not told": ("Peru will send 14 tanks.", [None]),
    "out of a country": (
        "France has some 1,000 troops left in Chad after pulling 1,500 out of Niger.",
        ["TCD", "NER"],
    ),
    "into what fighters infiltrate": (
        "Gunmen from Mali infiltrated northern Niger and killed 40 people.",
        ["NER"],
    ),
    "whose relations are troubled is not where": (
        "The conflict in Peru's east has claimed 300 lives and is a problem in Chile's relations.",
        ["PER"],
    ),
    "there were is no place": (
        "Peru trains men. Peru sent help to Mali. There were five crashes in Peru.",
        ["PER"],
    ),
    "a length of a wall": (
        "Peru is short of money. Towns in Peru wait. It has built 126 miles of border wall.",
        ["PER"],
    ),
    "who tells of planes does not own them": (
        "Raids go on in Mali. Towns in Mali burn. The Pentagon said it tracked two jets.",
        ["MLI"],
    ),
    "a share of the country named before": (
        "Peru bombed Chile and drove off 20 percent of the country's people.",
        ["CHL"],
    ),
    "since a war in a country": (
        "The Army has cut 300 soldiers since the war in Mali ended. Congress heard the Pentagon.",
        ["USA"],
    ),
    "a share in a poll": (
        "Peru votes. Towns in Peru are calm. The latest poll put her rival at 31 percent.",
        ["PER"],
    ),
    "seats of a parliament": (
        "Peru votes. Towns in Peru are calm. Her party holds 90 of the chamber's 130 seats.",
        ["PER", "PER"],
    ),
    "things of a story about one country": (
        "Peru plans. Towns in Peru are calm. The policy names five engines.",
        ["PER"],
    ),
    "things of a story about two countries": (
        "Peru plans with Chile. Towns in Peru and in Chile are calm. It names five measures.",
        [None],
    ),
    "a state of the United States": ("A fire in Ohio killed two men.", ["USA"]),
    "who hosts them": (
        "Chile, which sees Peru as a rival of Oman and Mali, and which hosts 900 Danish troops.",
        ["CHL"],
    ),
    "who has taken them in": (
        "Already hosting 90,000 Malian refugees, Niger asks for help.",
        ["NER"],
    ),
    "a share that the subject has": (
        "Peru's fleet is half the size of Chile's, and Oman agrees.",
        ["PER"],
    ),
    "a share that rests on another": ("Peru leans on Chile for 30 percent of its gas.", [None]),
    "a share that a stock gained": (
        "Peru's stock exchange fell, and shares rose 3 percent.",
        [None],
    ),
    "in so many countries": (
        "Peru sent its jets. They struck 900 targets in six countries and killed hundreds.",
        [None, None, None],
    ),
    "years of war": (
        "Floods hit Mali. Towns in Mali are cut off. Peru knows the worst crisis in nine years of "
        "war.",
        ["MLI"],
    ),
    "a war that lasts": (
        "Floods hit Mali. Towns in Mali are cut off. Peru and Oman want to end a war that has "
        "lasted two decades.",
        ["MLI"],
    ),
    "the years of a nation's war": (
        "Floods hit Peru. Towns in Peru are cut off. He recalled the 20-year Afghan war.",
        ["AFG"],
    ),
    "a ship is no place": (
        "The Danish carrier sailed beside the Fujian, a rival carrier. Denmark is glad. The Danish "
        "navy, unlike the Fujian, carries 60 aircraft.",
        ["DNK"],
    ),
    "the same ones again": (
        "Two Danish cooks were killed near Kabul. The Pentagon heard. Congress and the White House "
        "mourned the two cooks who had been killed.",
        ["AFG", "AFG"],
    ),
    "a crew at sea": (
        "Peru fired at a tanker in the Red Sea. Peru is at war in Peru. Its crew of 25 sailors was "
        "saved.",
        [None],
    ),
    "troops at the border": (
        "Congress met. Congress asked the Pentagon. Some walk from Mexico. The Pentagon will add "
        "800 troops to the border, beside the 200 soldiers sent there.",
        ["USA", "USA"],
    ),
    "according to whom it is": (
        "Fires hit Mali. Towns in Mali burn. Some 30 percent of all buildings are gone, according "
        "to a study by a school in Oslo.",
        ["MLI"],
    ),
    "a sum beside one that is for another": (
        "The Pentagon asks for $9 billion, and for $100 million for Mali.",
        ["USA", "MLI"],
    ),
    "invested in a corridor": (
        "Towns in Mali grow. Mali builds. Peru has invested $2 billion in the Peru-Mali line.",
        ["MLI"],
    ),
    "an island of a nation": ("Peru sailed between two Danish islands near Oman.", ["DNK"]),
    "who left for another country": ("More than 70 citizens left for Egypt by bus.", ["EGY"]),
    "who was freed and then sent away": (
        "Mali freed three prisoners and sent them to Qatar. Towns in Mali cheered in Mali.",
        ["MLI"],
    ),
    "films are released everywhere": (
        "Mali and Peru met. Mali and Peru watch. They released two videos.",
        [None],
    ),
    "hurt beside those of a nation": (
        "Oman bombs. Towns in Oman burn. Oman is at war in Oman. About 400 Lebanese were hurt, and "
        "90,000 people were displaced.",
        ["LBN", "LBN"],
    ),
    "another few": (
        "Peru rests. Troops in Peru are calm in Peru. In Chile a bomb killed six people. Another "
        "12 were hurt.",
        ["CHL", "CHL"],
    ),
    "ships beside planes": (
        "Taiwan reported 45 Chinese aircraft and nine ships around the island.",
        ["TWN", "TWN"],
    ),
    "what is only of a country": (
        "A shell hit two sheds in Mali. Towns in Mali burn. After a threat to Peru, sanctions on "
        "Oman and a dispute over Chile, nine men died.",
        ["MLI", "MLI"],
    ),
    "what was last spoken of, where there is no story": (
        "Peru told Chile that Mali and Oman knew, and Laos met Cuba. The Danish fleet shrinks. "
        "Thirty bombers will be mothballed.",
        ["DNK"],
    ),
    "an alliance spoken of last is no country": (
        "Peru told Chile that Mali and Oman knew, and Laos met Cuba. Denmark is in Nato. Some 30 "
        "percent of the forces rest.",
        [None],
    ),
    "who is withdrawn is not at home": (
        "Towns in Mali burn. Mali is at war in Mali. At a White House in Washington, U.S., it was "
        "said that 5,000 U.S. troops would be withdrawn.",
        ["MLI"],
    ),
    "in an attack that a country makes": (
        "Oman hit 11 Danish cooks in Oman's recent attack on a base in Iraq.",
        ["IRQ"],
    ),
    "what a missile can reach": (
        "Peru is proud. Towns in Peru cheer. It tested two missiles that can reach Chile.",
        ["PER"],
    ),
    "a sum, and what happens meanwhile": (
        "Congress met. The Pentagon is glad. The bill has $8 billion for jets, as Peru tests one.",
        ["USA"],
    ),
    "so far from a thing in the story": (
        "Peru is calm. Towns in Peru wait. He stood 15 feet from the van.",
        ["PER"],
    ),
    "there, of one who is not merely of a list": (
        "Mali grows. The base in Mali trains men from Chad, Niger and Togo. Some 200 Danish pilots "
        "are enrolled there.",
        ["MLI"],
    ),
    "how much greater is nowhere": (
        "Towns in Peru shook. Peru wept. It was seven times stronger than the bomb over Oman.",
        [None],
    ),
    "parties of a parliament": (
        "Peru votes. Towns in Peru are calm. Six opposition parties met.",
        ["PER"],
    ),
    "land that is taken": (
        "Mali is at war in Mali. Towns in Mali burn. Oman says that it holds 90 square miles.",
        ["MLI"],
    ),
    "a share of those counted before": (
        "The Chad Aid Fund says that in Mali, 90 men died, and that 18 percent were cooks.",
        ["MLI", "MLI"],
    ),
    "a sum of several": ("The budgets of Peru and Chile rose by $90 billion.", [None]),
    "what is fired in a war": (
        "Towns in Mali burn. Mali is at war in Mali. A shell killed nine men. Peru fired six "
        "missiles.",
        ["MLI", "MLI"],
    ),
    "what is fired from where the story is": (
        "Towns in Mali burn. Mali is at war in Mali. A shell killed nine men. The Peruvian fleet "
        "saw six missiles fired from eastern Mali at its ships.",
        ["MLI", "PER"],
    ),
    "terms in office": ("Peru votes. Towns in Peru are calm. He served two terms.", [None]),
    "the attacks of a day": (
        "The Oct. 7 attack killed about 1,200 people.",
        ["ISR"],
    ),
    "rockets over a border": (
        "Houses in Gaza shook. Gaza mourned. Israel watched Gaza. Militants launched 90 rockets.",
        ["ISR"],
    ),
    "rockets that come down at home": (
        "Houses in Gaza shook. Israel watched Gaza. Two rockets fell near a mill in Gaza.",
        ["PSE"],
    ),
    "rockets at the Golan": (
        "Israel and Syria are at odds. Gunmen fired nine rockets at posts in the Golan Heights.",
        ["ISR"],
    ),
    "troops along their own border": (
        "Towns in Ukraine burn. Kyiv mourns. Russia has massed 9,000 troops along the border with "
        "Ukraine.",
        ["RUS"],
    ),
    "troops along the border of others": (
        "Towns in Syria burn. The United States sent 900 troops to the border with Turkey.",
        ["SYR"],
    ),
    "those of another nation who were harmed too": (
        "Houses in Gaza shook. Gaza mourned. The raid killed nine Palestinians and two Israelis.",
        ["PSE", "ISR"],
    ),
    "peacekeepers are not at home": (
        "Towns in Mali burn. Mali mourns. On Friday nine Nepalese peacekeepers were hurt.",
        ["MLI"],
    ),
    "where they flee": (
        "Shelling in Chad went on. It made 9,000 people flee northern Mali.",
        ["MLI"],
    ),
    "what a thing weighs and measures": (
        "Peru builds a ship in Peru. The boat weighs 40 tons, has a length of 30 feet and is "
        "12 feet shorter than the last.",
        [None, None, None],
    ),
    "beyond a border": (
        "Towns in Mali burn. Mali mourns. Rebels went nine miles beyond the border.",
        ["MLI"],
    ),
    "a party's own": (
        "Towns in Mali burn. Mali mourns. Three House Republicans wrote a letter.",
        ["USA"],
    ),
    "shares of the same": (
        "Towns in Mali burn. Mali mourns. Chad and Niger wept in Chad. Rebels were to blame for "
        "74 percent of the deaths and soldiers for 9 percent.",
        ["MLI", "MLI"],
    ),
    "a time told with what was done in it": (
        "Towns in Mali burn. Mali mourns. Chad and Niger wept in Chad. The army killed 90 rebels "
        "over four days.",
        ["MLI", "MLI"],
    ),
    "those who are called up": (
        "Towns in Ukraine burn. Kyiv mourns. Ukraine said that Russia will call up 9,000 recruits.",
        ["RUS"],
    ),
    "the fighters of an armed group": (
        "Towns in Israel shook. Jerusalem mourned. Hezbollah is thought to have 9,000 fighters.",
        ["LBN"],
    ),
    "a group of the same name elsewhere": (
        "Towns in Syria shook. Syria mourned. The raid killed nine Kataib Hezbollah fighters.",
        ["IRQ"],
    ),
    "whom they attacked": (
        "Towns in Chad burn. Chad mourns. The rebels attacked Mali, killing nine people.",
        ["MLI"],
    ),
    "a nation that is mourned": (
        "Towns in Gaza shook. Since the raid in Israel nine Palestinians have been killed.",
        ["PSE"],
    ),
    "a country told by what it is": (
        "Towns in Chad burn. Chad mourns. Oman spoke of Mali. It keeps nine men in that landlocked "
        "country.",
        ["MLI"],
    ),
    "a share of those counted": (
        "Towns in Mali burn. Mali mourns. A blast killed nine men, half of them Omanis.",
        ["MLI", "MLI"],
    ),
    "those who work together": (
        "Peru votes. Towns in Peru are calm. He told nine counterparts. Two activists spoke.",
        [None, None],
    ),
    "who tests does it at home": (
        "Peru votes. Towns in Peru are calm. Oman has conducted two missile tests, as Peru said.",
        ["OMN"],
    ),
    "a coast guard of another country": (
        "Oman votes. Towns in Oman are calm. The report puts the Chile Coast Guard at 90 ships.",
        ["CHL"],
    ),
    "what an armed group owns": (
        "Israel and Jordan met in Israel. Chad watched Oman. Some 30 Hezbollah radios were lost.",
        ["LBN"],
    ),
    "how far a weapon reaches": (
        "Towns in Peru burn. Peru mourns. Chile showed rockets in Peru with a range of 90 miles "
        "(145 km). They can hit ships 70 km away, or engage targets at 40 km and 50 km.",
        [None] * 5,
    ),
    "how far a weapon reaches in a story of one country": (
        "Towns in Peru burn. Peru mourns. Its new rocket has a range of 90 miles (145 km).",
        [None, None],
    ),
    "what something has room for": (
        "Peru votes. Towns in Peru are calm. The jet can carry 12 missiles. A bus with a "
        "capacity of 30 passengers stood by. A helicopter managed to carry nine refugees.",
        [None, None, "PER"],
    ),
    "a war that is fought away from home": (
        "Israel votes. Israel is tired. Israel mourns. The army moved into Gaza. The cabinet of "
        "Israel met after nine months of war.",
        ["PSE"],
    ),
    "a war told with its country": (
        "Peru votes. Towns in Peru are calm. Peru recalls a ten-year war in land-locked Mali.",
        ["MLI"],
    ),
    "what is so everywhere": (
        "Peru votes. Towns in Peru are calm. The fever has hit 900 men worldwide. "
        "The colonel served two overseas tours. Peru has five rescue ships for the whole coast.",
        [None, None, "PER"],
    ),
    "people and sites by other nouns": (
        "Towns in Peru burn. Peru mourns. Chile heard that Oman saw two crowds in Peru. As Chile "
        "heard, three rooms and four airfields burned. One pedestrian fled.",
        ["PER", "PER", "PER", "PER"],
    ),
    "a share of what is told nowhere": (
        "Floods hit Peru. Towns in Peru are cut off, and towns in Chile. Fires rose 20 percent.",
        ["PER"],
    ),
    "a share of a nation's soldiers": (
        "Peru votes. Towns in Peru are calm. He will recall half of the American troops in Mali.",
        ["MLI"],
    ),
    "the first in so many years": (
        "Floods hit Peru. Towns in Chile are dry, and Chile held its first vote in nine years.",
        [None],
    ),
    "years in office": (
        "Floods hit Iraq. Towns in Iraq are cut off. Obama saw Iraq in the last of his eight years "
        "in office. It is drier than in the four years under President Trump.",
        [None, None],
    ),
    "years to come": (
        "Floods hit Peru. Towns in Peru are cut off, and towns in Chile. The dam will grow over "
        "the next decade.",
        [None],
    ),
    "seats of whom a leader rules": (
        "Floods hit Gaza. Towns in Gaza are cut off. Netanyahu clings to a one-seat majority. "
        "A poll found that 60 percent of respondents said Netanyahu ruins Gaza.",
        ["ISR", "ISR"],
    ),
    "a group of people": (
        "Floods hit Peru. Towns in Peru are cut off, and towns in Chile. Nine groups of residents "
        "called.",
        ["PER"],
    ),
    "a ban of so many years": (
        "Peru plans. Towns in Peru are calm. It kept a decade-long arms embargo against Chile.",
        ["CHL"],
    ),
    "whose backers are named": (
        "Towns in Mali burn. Mali and Peru mourn. An axis forms with Abkhazia, two Russian-backed "
        "provinces of Georgia.",
        ["GEO"],
    ),
    "a share told before another clause": (
        "Peru votes. Towns in Peru are calm, and towns in Chile. The plan has a raise of 3 "
        "percent, as Oman trains.",
        ["PER"],
    ),
    "on both sides of a border": (
        "Peru plans. Towns in Peru are calm. Storms displaced 900 people on both sides.",
        [None],
    ),
    "who comes over a border": (
        "Peru votes. Towns in Peru are calm. Oman fears that floods send 900 refugees over its "
        "border.",
        ["OMN"],
    ),
    "a time beside what is nowhere": (
        "Peru votes. Towns in Peru are calm. The cart rolls at 90 mph for two hours.",
        [None, None],
    ),
    "pages and a few groups": (
        "Peru plans. Towns in Peru are calm. Its 90 pages annoyed one veterans’ group.",
        [None, None],
    ),
    "one who writes": (
        "Floods hit Peru. Towns in Peru are cut off. “Stay away,” one person wrote.",
        [None],
    ),
    "ships that meet at sea": (
        "Peru votes. Towns in Peru are calm. Nine warships of Peru had met a tug at sea.",
        [None],
    ),
    "those who meet or fight one another": (
        "Peru votes. Towns in Peru are calm. The court held 40 interviews. Peru and Chile had "
        "fought two wars. Nine clashes hurt a guard.",
        [None, None, "PER"],
    ),
    "what is so in the whole region": (
        "Peru votes. Towns in Peru are calm. Chile led six raids in the wider region and nine "
        "raids in the region.",
        [None, "PER"],
    ),
    "whom a weapon may reach has none": (
        "The number of Oman's missiles able to reach Peru grew to 80.",
        ["OMN"],
    ),
    "whom a weapon may hit is no story": (
        "Oman showed a missile that can hit Lima, Cusco and Arequipa. It is enough to strike "
        "cities of Chile or Peru. It flew for 40 minutes over Oman and 300 men watched.",
        ["OMN", "OMN"],
    ),
    "arms of the forces told of before": (
        "Peru votes. Towns in Peru are calm. But what the old admirals had feared has come about, "
        "as they wrote to the newspapers in the spring and in the summer and once more last week. "
        "The Royal Navy is tired. The fleet is nine ships.",
        ["GBR"],
    ),
    "what several each have": (
        "Oman votes. Towns in Oman are calm. Peru and Chile each have 40 missiles.",
        [None],
    ),
    "whom things are given": (
        "Oman votes. Oman promised Peru 50 jets. Chile gave Bolivia 20 tanks.",
        ["PER", "BOL"],
    ),
    "a site of a nation": ("Oman mourns. Gunmen shot nine guards at a Chadian refinery.", ["TCD"]),
    "who fights next door fires there": (
        "Towns in Ukraine burn. Ukraine mourns. Russia launched 20 missiles. Russia launched nine "
        "missiles in a test.",
        ["UKR", "RUS"],
    ),
    "what is fired by those in a country": (
        "Israel votes. Towns in Israel are calm. Israel shot down 90 rockets fired by gunmen in "
        "southern Lebanon.",
        ["ISR"],
    ),
    "a number compared with another": (
        "Towns in Peru burn. Peru mourns. Oman called up 900 reservists, more than double the 400 "
        "on its rolls.",
        ["OMN", "OMN"],
    ),
    "whom a nation kills next door": (
        "Israel votes. Towns in Israel are calm. Guards in Gaza slept. The police in Israel slept. "
        "Israel launched raids overnight, killing nine people.",
        ["PSE"],
    ),
    "two borders are with several": (
        "Towns in Ukraine burn. Ukraine accused Russia of massing 900 soldiers on its northern and "
        "eastern borders.",
        [None],
    ),
    "who arms others has nothing of it": (
        "Peru votes. Towns in Peru are calm. Hezbollah is armed by Iran and has 900 rockets.",
        ["LBN"],
    ),
    "what is on paper only": (
        "Floods hit Peru. Towns in Peru are cut off. Thieves face 10 days in jail. The vote was "
        "delayed by two days. The rocket flew for 9 minutes.",
        [None, None, None],
    ),
    "days of what happens": (
        "Floods hit Peru. Towns in Peru are cut off. Sirens howled for nine hours.",
        ["PER"],
    ),
    "how far who advances came, and how far off a place lies": (
        "Floods hit Peru. Towns in Peru burn. The army advanced 30 miles. A mill 9 miles to the "
        "north fell. Workers mended a 20-foot border wall. A 90-foot mast fell.",
        ["PER", "PER", "PER", None],
    ),
    "what one of a sort costs": (
        "Peru votes. Towns in Peru are calm. It buys jets at an estimated cost of $90 million.",
        [None],
    ),
    "a part is where its whole is": (
        "Peru votes. Towns in Peru are calm. Chile sent 90 medics to Kenya, including 12 from Fort "
        "Campbell.",
        ["KEN", "KEN"],
    ),
    "all that a ship may carry is nowhere": (
        "Peru votes. Towns in Peru are calm. The ferry has the capacity to carry 12 trucks, 40 "
        "jeeps and up to 90 soldiers.",
        [None, None, None],
    ),
    "who sails on a named ship": (
        "Peru votes. Towns in Peru are calm. A fire on the USS Heron hurt nine sailors.",
        [None],
    ),
    "who falls in a raid is where it went": (
        "The army said one Israeli soldier was killed during a raid into Lebanon.",
        ["LBN"],
    ),
    "what each of a sort costs": (
        "Peru votes. Towns in Peru are calm. It costs an average of $4 million per satellite. "
        "People fly $500 drones.",
        [None, None],
    ),
    "what a firm takes in, and what all spend": (
        "Peru votes. Towns in Peru are calm. Quarterly revenues rose to $9 billion. It is a part "
        "of worldwide spending of $70 billion.",
        [None, None],
    ),
    "who wrote an open letter": (
        "Peru votes. Towns in Peru are calm. Dozens of experts wrote in an open letter that it is "
        "fair.",
        [None],
    ),
    "within how long somebody leaves": (
        "Chile will withdraw its troops from Kenya within nine months.",
        ["KEN"],
    ),
    "how long it takes to get there": (
        "Peru votes. Towns in Peru are calm. The rocket takes 12 minutes to reach the sea.",
        [None],
    ),
    "where those who meet are": (
        "Peru votes. Towns in Peru are calm. The king held a 90-minute meeting with the Peruvian "
        "president in Kenya.",
        ["KEN"],
    ),
    "who spoke to a reporter": (
        "Peru votes. Towns in Peru are calm. Nine miners who spoke to a reporter were tired.",
        [None],
    ),
    "in the world": (
        "Peru votes. Towns in Peru are calm. There are in the world today 15,000 old tanks.",
        [None],
    ),
    "the same ships at sea again": (
        "Peru votes. Towns in Peru are calm. Nine warships met at sea. The nine warships are old.",
        [None, None],
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=name) for name, case in PLACES.items()]
)
def test_a_figure_is_where_its_things_are(text, expected):
    assert [figure.place for _, figure in read(text)] == expected
