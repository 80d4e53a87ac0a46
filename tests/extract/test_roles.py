"""What became of the counted things, over which time, and whether it is so: one rule a text."""

import pytest

from analytics.extract.article import read_article
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()


def figures_in(text):
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    return read_article(article, LEXICONS).figures


# rule → text, the role of each figure
ROLES = {
    "sent": ("Britain will send 200 soldiers to Estonia.", ["deployed"]),
    "recruited": ("The army hired 300 soldiers.", ["recruited"]),
    "there are": ("There are 900 troops in Mali.", ["stationed"]),
    "they have": ("Hezbollah has some 30,000 fighters.", ["stationed"]),
    "those who stay behind": ("The ship left, leaving 40 sailors ashore.", ["stationed"]),
    "some lost of all": ("It lost 12 of its 40 tanks.", ["destroyed", None]),
    "jets lost": ("The air force lost 46 jets.", ["destroyed"]),
    "people lost": ("The army lost 46 soldiers.", ["killed"]),
    "killed or wounded, untold": ("The raid caused 40 casualties.", [None]),
    "the dead among them": ("It counts 600 deaths among 4,700 casualties.", ["killed", None]),
    "some of them dead": ("The raid caused 40 casualties, 12 of them dead.", [None, "killed"]),
    "rockets that hit": ("Two missiles hit the port.", ["launched"]),
    "ships that fire are not fired": ("Four ships fired 26 missiles.", [None, "launched"]),
    "a cost is no soldier's": (
        "Leaving could cost dear, as most of the 12,000 troops train there.",
        [None],
    ),
    "money sent": ("Rome will send $90 million to Kabul.", ["delivered"]),
    "money is not deployed": ("It costs $9,000 to move one soldier.", ["spent", "deployed"]),
    "a death ordered": ("The chief ordered the execution of two soldiers.", [None]),
    "a level risen to": ("The army grew to 300,000 soldiers.", [None]),
    "an army of": ("It has an army of 30,000 soldiers.", ["stationed"]),
    "in a place": ("Some 900 soldiers in Mali were told.", ["stationed"]),
    "charged with murder": ("Four soldiers are charged with murder.", [None]),
    "listed with the last": (
        "Some 90,000 troops, 1,200 tanks and 330 planes are massed near the border.",
        ["stationed"] * 3,
    ),
    "taking part": ("Some 900 troops and 60 vehicles were taking part.", ["taking_part"] * 2),
    "listed as destroyed": (
        "It listed 586 tanks, 94 trucks and 23 aircraft as destroyed.",
        ["destroyed"] * 3,
    ),
    "who did it": ("The cruiser was sunk by two missiles.", ["launched"]),
    "going back": ("About 6,400 soldiers would go back to Ohio.", ["withdrawn"]),
    "a drill with": (
        "They opened the drill with 900 American and 500 Italian troops.",
        ["taking_part"] * 2,
    ),
    "a drill that brings together": ("The exercise brings together 900 troops.", ["taking_part"]),
    "from so many countries": (
        "Some 900 troops from nine countries are taking part.",
        ["taking_part"] * 2,
    ),
    "a barrage of": ("The barrage of 40 rockets did no harm.", ["launched"]),
    "a barrage consisted of": ("The barrage consisted of 40 missiles.", ["launched"]),
    "attacked with": ("They attacked the port with 40 drones.", ["launched"]),
    "those sent, without which": (
        "Rome shot down 31 of the 40 drones Riga sent overnight.",
        ["destroyed", "launched"],
    ),
    "those ordered, without which": (
        "Of the 40 tanks Warsaw ordered in 2021, 12 have been delivered.",
        ["ordered", "delivered"],
    ),
    "freed": ("Riga is to free 40 hostages.", ["released"]),
    "freed in return": ("They left in return for 90 prisoners.", ["released"]),
    "swapped": ("The sides swapped 90 prisoners.", ["released"]),
    "handed over": ("Each side handed over 90 prisoners.", ["released"]),
    "forced from their homes": ("It has driven 900 people from their homes.", ["displaced"]),
    "were driven out": ("Some 900 people have been driven from the town.", ["displaced"]),
    "left their homes": ("Some 900 families left their homes.", ["displaced"]),
    "home to": ("The base is home to 900 sailors.", ["stationed"]),
    "parked": ("Rome parked four jets at the field.", ["stationed"]),
    "trained": ("The mission has trained 900 soldiers.", ["trained"]),
    "those who train": ("Some 900 soldiers train there.", [None]),
    "burnt": ("The raiders burnt 40 huts.", ["destroyed"]),
    "shipped": ("Riga has shipped 900 containers to Kyiv.", ["delivered"]),
    "a strength": ("It has an authorised strength of 900 soldiers.", [None]),
    "a toll that rose": (
        "The toll of the blast in Mogul rose to 47 from 39 after some of the wounded died.",
        ["killed", "killed"],
    ),
    "the wounded who died": ("Eight of the wounded died.", ["killed"]),
    "arms recovered": ("Troops recovered nine rifles.", ["captured"]),
    "soldiers who recovered": ("Nine soldiers recovered at home.", [None]),
    "drawn in": ("The hunt had drawn in 900 soldiers.", ["deployed"]),
    "a wave of drones": ("The city was hit by a wave of 40 drones.", ["launched"]),
    "shot down, without which": ("The 12 drones Rome shot down were old.", ["destroyed"]),
    "soldiers freed": ("He pledged to free 40 soldiers.", ["released"]),
    "a drill that includes": ("The drill includes 12 ships.", ["taking_part"]),
    "strikes carried out": ("The army carried out 60 strikes.", ["launched"]),
    "raids carried out": ("The police carried out 36 raids.", [None]),
    "participants": ("The drill will gather 900 participants.", ["taking_part"]),
    "joining a fleet": ("Two destroyers will join the carrier.", ["deployed"]),
    "some of those sent": (
        "Rome sent 900 soldiers, of whom 40 were killed or wounded.",
        ["deployed", "killed"],
    ),
    "missiles that fell": ("Two missiles fell into the sea.", ["launched"]),
    "tested": ("Riga tested two missiles.", ["launched"]),
    "test-fired": ("Two missiles were test-fired.", ["launched"]),
    "knocked out": ("Riga knocked out 40 tanks.", ["destroyed"]),
    "worth of arms": ("Rome sent $3 billion worth of arms.", ["delivered"]),
    "struck with jets": ("Riga struck 40 sites with 200 jets.", ["hit", "taking_part"]),
    "sailing with": ("The carrier left Malta with 900 sailors.", ["deployed"]),
    "on order": ("The yard has four boats on order.", ["ordered"]),
    "some of the whole": ("Two of the three ships in the bay will head home.", ["withdrawn", None]),
    "some elsewhere": (
        "Rome is to deliver five boats, of which two are at sea.",
        ["delivered", None],
    ),
    "a goal missed": ("The army missed its goal, missing it by 900 recruits.", [None]),
    "what is replaced": ("Riga is to buy 60 jets to replace its 62 Falcons.", ["ordered", None]),
    "in a drill": (
        "The drill, in which 40 ships and 900 troops took part, is over.",
        ["taking_part"] * 2,
    ),
    "leaving no place": ("Three submarines left their last overhaul late.", [None]),
    "arrest warrants": ("Warrants were issued for 48 officers.", [None]),
}


@pytest.mark.parametrize("rule", ROLES)
def test_a_role_says_what_became_of_them(rule):
    text, expected = ROLES[rule]
    assert [figure.role for figure in figures_in(text)] == expected


# rule → text, the aspect of each figure
ASPECTS = {
    "a level": ("Poland has 900 tanks.", ["level"]),
    "a change": ("Poland ordered 250 tanks.", ["change"]),
    "so far": ("So far 300 soldiers have been killed.", ["cumulative"]),
    "killed since": ("Since May, some 40 sailors have been killed.", ["cumulative"]),
    "the strongest since": (
        "They hold 40 percent of the land, the strongest since 2001.",
        ["level"],
    ),
    "so far of the next": (
        "About 900 soldiers will stay, against up to 1,700 so far.",
        ["level", "cumulative"],
    ),
    "the biggest since": (
        "They drill with some 900 troops, the biggest exercise since the war.",
        ["level"],
    ),
    "new": ("The raid killed nine soldiers.", ["new"]),
    "a year": ("The army spends $2 billion a year.", ["rate"]),
    "an annual budget": ("It has an annual budget of $700 million.", ["rate"]),
    "by so many to a total": (
        "The army will be raised by 9,000 soldiers to a total of 80,000.",
        ["change", "cumulative"],
    ),
    "a week earlier": ("Its share was 19 percent a week earlier.", ["level"]),
    "within a month": ("They lost 300 soldiers in a month.", ["new"]),
    "a daily paper": ("The daily paper said 40 tanks were seen.", ["level"]),
    "how far it can go": ("The missile has a range of 900 km.", ["capacity"]),
    "what came about": ("The crew was able to free 12 sailors.", ["level"]),
    "what follows the thing": (
        "They bought 400 missiles with a range of 900 km.",
        ["change", "capacity"],
    ),
}

# rule → text, the modality of each figure
MODALITIES = {
    "told": ("Poland has 900 tanks.", ["reported"]),
    "will": ("Poland will buy 250 tanks.", ["planned"]),
    "if": ("If war comes, Poland could call up 90,000 men.", ["hypothetical"]),
    "denied": ("Rome denied that it had lost 12 jets.", ["denied"]),
    "not to be": ("The minister said Rome will not send 500 soldiers.", ["denied"]),
    "a denial of something else": ("Rome denies its $9 million drone was there.", ["reported"]),
    "in a month of spring": ("About 52 percent in May backed it.", ["reported"]),
    "of another clause": (
        "As the force was preparing to leave, a group of 11 soldiers came in.",
        ["reported"],
    ),
    "aboard what was spared": (
        "He praised the decision to spare a plane carrying 30 people.",
        ["reported"],
    ),
}


@pytest.mark.parametrize("rule", ASPECTS)
def test_an_aspect_says_over_which_time(rule):
    text, expected = ASPECTS[rule]
    assert [figure.aspect for figure in figures_in(text)] == expected


@pytest.mark.parametrize("rule", MODALITIES)
def test_a_modality_says_whether_it_is_so(rule):
    text, expected = MODALITIES[rule]
    assert [figure.modality for figure in figures_in(text)] == expected
