"""Whether a number adds to or takes from a stock: one rule a text."""

import pytest

from analytics.extract.article import read_article
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()


def changes_in(text):
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    return [figure.change for figure in read_article(article, LEXICONS).figures]


# rule → text, the change of each figure
CASES = {
    "ships that join a fleet": ("Four frigates joined the carrier at sea.", ["up"]),
    "men who join an army": ("Eleven soldiers joined the army in May.", [None]),
    "money saved": ("The plan would save $5 billion next year.", ["down"]),
    "money saved by a cut": ("It means saving $2 billion by closing bases.", ["down"]),
    "jets saved": ("The crew saved 12 jets from the flames.", [None]),
    "missiles devised": ("The agency plans to develop two new missiles.", [None]),
    "all that are there": ("All 22 boats sent to Malta have leaked.", [None]),
    "spies who enter": ("Two Mossad agents had entered the villa.", [None]),
    "more like": ("It looks more like 30 tanks.", [None]),
    "sent": ("Britain will send 200 soldiers to Estonia.", ["up"]),
    "withdrawn": ("The U.S. withdrew 2,000 troops from Syria.", ["down"]),
    "a level to come down to": ("The president will draw down to 6,000 troops in Iraq.", [None]),
    "a level withdrawn to": ("The force is to be withdrawn to 8,600.", [None]),
    "the level it falls from": ("The army will shrink from a peak of 570,000 soldiers.", [None]),
    "left where they are": ("Canada will leave 500 troops in Latvia.", [None]),
    "left for a place": ("Some 900 sailors left for Malta.", ["up"]),
    "left a place": ("The last 2,500 soldiers left Mali in August.", ["down"]),
    "cut by": ("France cut its force in Mali by 1,200 soldiers.", ["down"]),
    "cut in half": ("The ministry cut the fund in half.", ["down"]),
    "posts cut": ("The army will cut 24,000 posts.", ["down"]),
    "laid off": ("The yard will lay off 1,200 workers.", ["down"]),
    "an increase of": ("Norway announced an increase of 3,000 soldiers.", ["up"]),
    "a budget raised by": ("Oslo raised its defense budget by 7.2 percent.", ["up"]),
    "raised to": ("Oslo raised its defense budget to 7.2 percent.", [None]),
    "a rise in percent": ("Spending rose 12.2 percent.", ["up"]),
    "percent higher": ("The request is 3 percent higher than last year.", ["up"]),
    "bridges blown up": ("They blew up three bridges.", [None]),
    "women make up": ("Women make up 7 percent of the corps.", [None]),
    "shot down is no cut": ("Its crews shot down two enemy planes.", [None]),
    "more rockets fired": ("The group fired 30 more rockets.", [None]),
    "an aid package": ("The Senate approved a $3 billion aid package for Ukraine.", ["up"]),
    "a package includes": ("The package includes 30 vehicles.", ["up"]),
    "a package worth": ("Rome announced an aid package worth $90 million.", ["up"]),
    "aid so far": ("Rome has given $90 million in aid since 2014.", [None]),
    "aid cut": ("Rome cuts $90 million in aid.", ["down"]),
    "aid held back": ("Rome suspended $90 million in aid.", ["down"]),
    "a price": ("He bought the truck for $4,000.", [None]),
    "a contract's sum": ("The yard won a $4 billion contract for frigates.", ["up"]),
    "an old contract's sum": ("It sails under a $4 billion contract of 1995.", [None]),
    "a contract for things": ("Warsaw signed a contract for 250 tanks.", ["up"]),
    "requested": ("Taipei has requested 66 jets.", ["up"]),
    "handed over": ("The ministry said 31 tanks would be handed over by autumn.", ["up"]),
    "expected to be delivered": ("Ten drones are expected to be delivered by March.", ["up"]),
    "will be going": ("Up to 3,200 soldiers from several bases will be going to Liberia.", ["up"]),
    "past a unit's ordinal": ("Some 150 soldiers from the 9th Brigade are arriving.", ["up"]),
    "called up": ("Israel called up two brigades.", ["up"]),
    "brought home": ("Canada is bringing home 200 soldiers.", ["down"]),
    "a compound's deployment": ("News of a 5,000-troop deployment spread.", ["up"]),
    "a compound's drawdown": ("The 2,000-soldier drawdown has begun.", ["down"]),
    "reinforced with": ("Germany reinforced Lithuania with 350 soldiers.", ["up"]),
    "those deployed there": ("The move affects the 900 troops deployed in Syria.", [None]),
    "deployed now": ("Three destroyers are currently deployed in the area.", [None]),
    "retired generals": (
        "The mayor named five retired generals and one retired admiral.",
        [None] * 2,
    ),
    "what the ships do": ("Four Russian ships fired 26 missiles.", [None, None]),
    "flying about": ("Two jets flew within sight of the island.", [None]),
    "not promised": ("The minister would not commit 500 troops.", [None]),
    "another clause's verb": (
        "Rome wants to pull out, but the ministry thinks that Daesh has 17,000 fighters.",
        [None],
    ),
    "said again in another unit": ("Minis were up 9 points, or 0.01%.", ["up", "up"]),
    "and in brackets": (
        "It fell by 2 to 2.5 degrees Celsius (3.6 to 4.5 Fahrenheit).",
        ["down"] * 2,
    ),
    "half of them withdrawn": ("Rome will withdraw half of its soldiers.", ["down"]),
    "a share drawn": ("A pensioner might withdraw 2.7 percent, or more.", [None]),
    "a budget raised without by": ("Oslo will increase its budget 8.2 percent.", ["up"]),
    "signed up": ("The army signed up 5,300 recruits.", ["up"]),
    "sailors of a ship that sank": ("The cruiser sank with 510 sailors aboard.", [None]),
    "more withdrawn": ("Rome ordered the withdrawal of 500 more soldiers.", ["down"]),
    "more of the enemy": ("The patrol found two more insurgents.", [None]),
    "more besides": ("It has 2,500 soldiers, with 1,500 more in reserve.", [None, None]),
    "built": ("Riga will build 12 boats.", ["up"]),
    "built so far": ("The yard has built 500 boats.", [None]),
    "money to build with": ("The fund gave the yard $15 million to produce boats.", ["up"]),
    "fall by": ("He said numbers would drop by more than 80 percent.", ["down"]),
    "taken off": ("Nearly 900 sailors were taken off the ship.", ["down"]),
    "posts lost": ("The base could lose 700 soldiers.", ["down"]),
    "a bill includes": ("The bill included $16 million for the wall.", ["up"]),
    "a bill with money for": ("The Senate passed a bill with $14 billion for Israel.", ["up"]),
    "a bill is not a sum": ("The bill angered 12 senators.", [None]),
    "beginning to arrive": ("Some 900 troops began arriving in Syria.", ["up"]),
    "entering": ("Nearly 1,000 soldiers entered Mali on Monday.", ["up"]),
    "brought there": ("The carrier brought 75 aircraft to the Gulf.", ["up"]),
    "brought to safety": ("They brought 12 boats to safety.", [None]),
    "returning home": ("The 1,200 troops will return home in May.", ["down"]),
    "fewer": ("The plan foresees 4,000 fewer soldiers.", ["down"]),
    "no fewer than": ("No fewer than 400 soldiers slept there.", [None]),
    "due": ("Some 42 guns are due in June.", ["up"]),
    "reinforced by": ("The force has been reinforced by 400 soldiers.", ["up"]),
    "going up by": ("The budget goes up by 3.1 billion euros.", ["up"]),
    "lent": ("The bank lent Kyiv $3 billion.", ["up"]),
    "casualties are no stock": ("The raid killed nine soldiers.", [None]),
    "bombs dropped": ("In May the pilots dropped over 900 bombs.", [None]),
    "drones that aim": ("Two drones targeting the base were lost.", [None]),
    "has more": ("The coast guard has hundreds of more vessels.", [None]),
    "a bailout worth": ("Lisbon asked for a bailout worth upwards of $7 billion.", ["up"]),
    "plunged into darkness": ("The strikes plunged millions into darkness.", [None]),
    "brought down": ("They fired two missiles that brought down the jet.", [None]),
    "visas for officers": ("Rome requested visas for the envoy and seven officers.", [None]),
    "goods sold in a time": ("March saw sales of 5,200 units.", [None]),
    "fitted with something": ("It flies 17 jets that were provided with a radar.", [None]),
    "sums diverted": ("The ministry is diverting $2 billion to the wall.", ["up"]),
    "a list of what is sold": (
        "Rome approved a sale of 30 missiles for $4 million, 12 radars and gear worth $9 million.",
        ["up"] * 4,
    ),
    "a sum after a sum in a list": (
        "Rome approved a sale of 30 missiles for $4 million; and of gear for $2 million.",
        ["up"] * 3,
    ),
    "a list of what is sent": (
        "Rome will send 20 tanks, as well as 300 shells, and 500 soldiers to Latvia.",
        ["up"] * 3,
    ),
    "a list ends with its clause": (
        "Rome will send 20 tanks to Latvia, where 900 troops are based.",
        ["up", None],
    ),
    "a list of what is lost": ("The base could lose 500 soldiers and 40 from Ohio.", ["down"] * 2),
    "the rest of a sum": ("Rome will provide the full $3 million, plus $2 million.", ["up"] * 2),
    "sales totaling": ("Rome approved sales totaling $20 billion.", ["up"]),
    "sales announced": ("In total, the sales announced Monday include up to 50 jets.", ["up"]),
    "a total to be sent": ("Rome will send a total of 900 troops.", ["up"]),
    "a total sent so far": ("Rome has sent a total of 900 troops.", [None]),
    "past an aside": ("Some 900 sailors - one fifth - were taken off the ship.", ["down", None]),
    "past those who go with them": (
        "Four jets accompanied by 100 soldiers will deploy to Latvia.",
        ["up", "up"],
    ),
    "cuts across the board": ("They let $500 billion in across-the-board cuts stand.", ["down"]),
    "withheld": ("Rome withheld $50 million.", ["down"]),
    "taken from": ("The plan could take $90 billion a year from the fund.", ["down"]),
    "a presence reduced": ("The order cuts the troop presence in Mali by 900.", ["down"]),
    "a further number that is": ("A further 5,000 soldiers are in debt.", [None]),
    "one or more": ("One or more jets can be heard.", [None]),
    "an output": ("Northland is producing 5 million drones.", [None]),
    "to be developed": ("Riga wants to develop six boats.", ["up"]),
    "staff dismissed": ("In May nine staff members were dismissed.", ["down"]),
    "investing": ("Rome is investing billions in the port.", ["up"]),
    "invested so far": ("Rome has invested billions in the port.", [None]),
    "a total invested": ("They praised the total $9 million investment.", [None]),
    "those who sell": ("It trades with a dozen firms selling arms.", [None]),
    "what a thing costs": ("The sheriff bought a $300,000 drone.", [None]),
    "a gift": ("The $30 million gift raised questions.", ["up"]),
    "a share deployed": ("The plan is to deploy 60 percent of the fleet there.", [None]),
    "an aim delivered": ("The premier failed to deliver two war aims.", [None]),
    "support for a year": ("It pays $2 billion in support annually.", [None]),
    "half of them": ("Half the 9,800 soldiers will leave by May.", [None, None]),
    "so many of the whole": ("The first 10 of the 32 jets arrived on Monday.", ["up", None]),
    "fallen by": ("Prices have fallen by more than 5 percent.", ["down"]),
    "to station": ("They agreed to station 4,000 troops there.", ["up"]),
    "followed by more": (
        "Rome will send 500 troops. Up to 700 more could follow in May.",
        ["up", "up"],
    ),
    "part of those sent": (
        "Up to 600 soldiers will be going to Peru, including 80 from Fort Bell.",
        ["up", "up"],
    ),
    "called for": ("The plan calls for 12 ships.", ["up"]),
    "called otherwise": ("One soldier called the guards lazy.", [None]),
    "as well as": (
        "Moscow has deployed an advanced radar to Syria, as well as dozens of interceptors.",
        ["up"],
    ),
    "worth so much": ("The firm will sell 120 jets worth $9 billion.", ["up", "up"]),
    "worth so much each": ("The firm will sell 120 jets for $9 million each.", ["up", None]),
    "another lot on its way": ("Another 40 tanks are on their way there.", ["up"]),
    "an order of magnitude": ("It is an order of magnitude above the 40 tanks there.", [None]),
    "a requirement for things": ("The navy has requirements for six boats.", ["up"]),
    "wanted": ("The army wanted nearly 200 trucks.", ["up"]),
    "to be invested": ("Its plan is to invest over $3 billion in boats.", ["up"]),
    "fielded so far": ("They've fielded more than 150 drones.", [None]),
    "a budget cut by a share": (
        "He moved to cut the $740 billion budget by 10 percent.",
        [None, "down"],
    ),
    "tons shipped": ("The airlift shipped 22,395 tons of gear.", ["up"]),
    "a bill passed": ("The Senate passed a $700 billion defense policy bill.", ["up"]),
    "a sum requested": ("The army's $267 million request is late.", ["up"]),
    "a list past its examples": (
        "The bill provides $640 billion for basics, such as buying arms, and $60 billion for wars.",
        ["up", "up"],
    ),
    "crossing": ("Some 30 tanks and up to 1,200 troops did manage to cross.", ["up", "up"]),
    "passing": ("Some 36 aircraft crossed into the zone.", [None]),
    "arms sales": ("It is worth billions of dollars in weapons sales.", ["up"]),
    "aid blocked": ("The premier blocked millions in foreign aid.", ["down"]),
    "money for troops": ("He approved funding for up to 4,000 troops.", ["up"]),
    "a bill of last month": (
        "A law on arms, a bill of May, and a bill of hers included $4bn (£3bn) for huts.",
        ["up", "up"],
    ),
    "a sum sought": ("It is less than the $7bn that Riga sought.", ["up"]),
    "a list past a length": (
        "Riga appropriated $40 million for nine miles of fence and $20 million for roads.",
        ["up", None, "up"],
    ),
    "relinquished": ("He must relinquish $1,000 of his pay.", ["down"]),
    "weakening": ("It fell after weakening as much as 0.8 percent.", ["down"]),
    "required": ("The navy requires eight jets; it takes nine soldiers.", ["up", None]),
    "taken from the front": ("It saw thousands of soldiers taken from the front.", ["down"]),
    "votes received": ("She received 24 of the 100 votes.", [None, None]),
    "deployed by description": (
        "Northland has 1,550 deployed warheads, Southland 1,420.",
        [None, None],
    ),
    "added to those there": (
        "Rome will send 400 troops to add to the roughly 700 already in Mali.",
        ["up", None],
    ),
    "a force cut to a level": ("The force of 35,000 troops will be cut to 9,800.", [None, None]),
    "there are so many deployed": ("There are 230 troops deployed for it.", [None]),
    "receiving help": ("A further 5,000 troops are currently receiving help.", [None]),
    "cut in half of late": ("We cut our flying budget roughly in half.", ["down"]),
    "a toll that rose": ("The death toll rose 17 percent.", ["up"]),
    "a list that left": (
        "Six jets and hundreds of Border Forces personnel left for Mali.",
        ["up"] * 2,
    ),
    "in a deal": ("Riga bought jets in a $10 billion deal.", ["up"]),
    "a contract's modification": ("The yard got a contract modification for 18 jets.", ["up"]),
    "asked for": ("Kyiv has asked for 200 jets.", ["up"]),
    "a deployment announced": ("The deployment of 800 paratroopers was announced.", ["up"]),
    "left the base": ("The last 900 troops left the base on Friday.", ["down"]),
    "jobs lost": ("The base will lose 900 jobs.", ["down"]),
    "since of another clause": (
        "Doubts about the plan grew since he decided to withdraw 900 troops from Syria.",
        ["down"],
    ),
}

KNOWN_GAPS = {
    "hosts to be": ("Riga will host 9,000 allied troops.", ["up"]),
    "an order told before a colon": ("It is the largest order yet: 180 tanks.", ["up"]),
    "cash brought": ("The envoy brought cash totaling $15 million.", ["up"]),
    "those who go with what is sent": ("Rome will send radars manned by 90 soldiers.", ["up"]),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_change_adds_to_a_stock_or_takes_from_it(rule):
    text, expected = CASES[rule]
    assert changes_in(text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("rule", KNOWN_GAPS)
def test_a_gap_is_still_open(rule):
    text, expected = KNOWN_GAPS[rule]
    assert changes_in(text) == expected
