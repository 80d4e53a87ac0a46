"""What is counted, and of what kind it is: one sentence a rule."""

import re
from itertools import pairwise

import pytest

from analytics.extract.figures import find_figures
from analytics.lexicons.figures import load_figures
from analytics.model import Span
from analytics.text import lower

LEXICON = load_figures()


def figures(sentence):
    whole = [Span(0, len(sentence))]
    stops = [0, *(m.end() for m in re.finditer(r"\. ", sentence)), len(sentence)]
    parts = [Span(start, end) for start, end in pairwise(stops)]
    found, _ = find_figures(sentence, lower(sentence), whole, parts, (), (), None, LEXICON)
    return [(sentence[f.start : f.end], f.kind) for f in found]


# sentence → every figure of it: quote and kind
CASES = {
    "people feared dead": (
        "Crews searched for seven sailors and four pilots, feared dead since Monday.",
        [("seven sailors", "casualties"), ("four pilots", "casualties")],
    ),
    "people presumed to be alive": (
        "Four sailors, presumed to be in port, were called.",
        [("Four sailors", "personnel")],
    ),
    "people whom fire hits": (
        "Two clerks were hit by gunfire, and a rocket hit three farmers.",
        [("Two clerks", "casualties"), ("three farmers", "casualties")],
    ),
    "people whom no fire hits": (
        "Some 40 clerks were hit by price rises.",
        [("Some 40 clerks", "other")],
    ),
    "models by their names": (
        "Oslo bought 12 Bayraktars, nine Merkavas, 40 Sidewinders and 60 Storm Shadows.",
        [
            ("12 Bayraktars", "weapons_platforms"),
            ("nine Merkavas", "weapons_platforms"),
            ("40 Sidewinders", "munitions"),
            ("60 Storm Shadows", "munitions"),
        ],
    ),
    "ships by what they do": (
        "The navy has 90 surface combatants and 14 boomers.",
        [("90 surface combatants", "weapons_platforms"), ("14 boomers", "weapons_platforms")],
    ),
    "civilians of the ministry": (
        "The ministry keeps 5,000 civilian employees.",
        [("5,000 civilian employees", "personnel")],
    ),
    "spies": ("Two Mossad agents entered the villa.", [("Two Mossad agents", "personnel")]),
    "units of a sort": (
        "It lists nine infantry companies and two air wings.",
        [("nine infantry companies", "personnel"), ("two air wings", "personnel")],
    ),
    "what was heard": (
        "There were 12 thuds and two assassination attempts.",
        [("12 thuds", "events"), ("two assassination attempts", "events")],
    ),
    "traps": (
        "They found 30 booby traps and four explosive belts.",
        [("30 booby traps", "munitions"), ("four explosive belts", "munitions")],
    ),
    "people in the street": (
        "Two pedestrians and three toddlers were killed.",
        [("Two pedestrians", "casualties"), ("three toddlers", "casualties")],
    ),
    "a weight of what is dead": (
        "The relay, an old craft weighing two tons, had been dead since spring.",
        [("two tons", "other")],
    ),
    "a measure of what was stopped": (
        "The raid on the refinery killed 12 and 5.7 million barrels of output.",
        [("12", "casualties"), ("5.7 million barrels", "other")],
    ),
    "a number that opens the next sentence": (
        "Crews fired 16 rockets at two towns. Eleven hit the harbour.",
        [("16 rockets", "munitions"), ("two towns", "other"), ("Eleven", "munitions")],
    ),
    "those there and these here": (
        "It has 32 interceptors in the north and four in the south.",
        [("32 interceptors", "munitions"), ("four", "munitions")],
    ),
    "another of the same": (
        "The navy keeps 30 frigates and will have 60 by spring.",
        [("30 frigates", "weapons_platforms"), ("60", "weapons_platforms")],
    ),
    "a country for a clause": (
        "Finland bought 64 jets and Norway 52.",
        [("64 jets", "weapons_platforms"), ("52", "weapons_platforms")],
    ),
    "two adjectives and one noun": (
        "The base employs 16,000 military and 7,400 civilian personnel.",
        [("16,000", "personnel"), ("7,400 civilian personnel", "personnel")],
    ),
    "two numbers and one unit": (
        "The shells flew 26 and 17 miles.",
        [("26", "distance"), ("17 miles", "distance")],
    ),
    "in other words": (
        "It missed its goal by 15,000, or 25 percent.",
        [("15,000", "other"), ("25 percent", "percent")],
    ),
    "a name is no noun": (
        "The Harbour Defense Forces said more than 90 were fired.",
        [("more than 90", "other")],
    ),
    "the size of a service": (
        "It cut the size of the Marine Corps to 140,000.",
        [("140,000", "personnel")],
    ),
    "civilian staff": ("It has 800 civilian staff.", [("800 civilian staff", "personnel")]),
    "defenders": ("The last 2,000 defenders held on.", [("2,000 defenders", "personnel")]),
    "the wounded of a headline": (
        "Suicide car bombing kills three, wounds seven.",
        [("three", "casualties"), ("seven", "casualties")],
    ),
    "two sorts of killed": (
        "They attacked at dusk, killing at least 12 soldiers and five police.",
        [("at least 12 soldiers", "casualties"), ("five police", "casualties")],
    ),
    "votes in quotation marks": ("It won 67 “no” votes.", [("67 “no” votes", "other")]),
    "of those, killed": (
        "It sent 700 soldiers. Of those, 23 were killed.",
        [("700 soldiers", "personnel"), ("23", "casualties")],
    ),
    "taken hostage beside the killed": (
        "About 12 people were killed and 25 taken hostage.",
        [("About 12 people", "casualties"), ("25 taken hostage", "other")],
    ),
    "policemen who point": (
        "The two policemen point their rifles.",
        [("two policemen", "personnel")],
    ),
    "smaller things": (
        "It has two other smaller devices.",
        [("two other smaller devices", "munitions")],
    ),
    "all of those killed": (
        "Four rebels fled. The aircraft struck, killing all four.",
        [("Four rebels", "personnel"), ("four", "casualties")],
    ),
    "the injured by their number": (
        "It put the injured at 12.",
        [("12", "casualties")],
    ),
    "a crew by its number": ("Each needs a crew of 90.", [("90", "personnel")]),
    "the parts of a toll": (
        "Nine people were killed in two weeks, including four soldiers and three nurses.",
        [
            ("Nine people", "casualties"),
            ("two weeks", "duration"),
            ("four soldiers", "casualties"),
            ("three nurses", "casualties"),
        ],
    ),
    "whose killing is told": (
        "He was tried for the killing of two sailors.",
        [("two sailors", "casualties")],
    ),
    "held beside the killed": (
        "Several gunmen were killed and one man was detained.",
        [("one man", "other")],
    ),
    "brigades that are eliminated": (
        "The army is eliminating 10 brigade combat teams.",
        [("10 brigade combat teams", "personnel")],
    ),
    "a father of five": (
        "The bomb hit 12 guards and a father of five.",
        [("12 guards", "casualties"), ("five", "other")],
    ),
    "a people's name before the noun": (
        "The radar saw 23 Chinese military aircraft near the strait.",
        [("23 Chinese military aircraft", "weapons_platforms")],
    ),
    "US is a name, not a pronoun": (
        "There are some 14,000 US troops in the valley.",
        [("some 14,000 US troops", "personnel")],
    ),
    "two owners of one noun": (
        "Thousands of US and Filipino troops joined.",
        [("Thousands of US and Filipino troops", "personnel")],
    ),
    "a part is of the kind of its whole": (
        "Gunners hit 14 of 18 drones.",
        [("14", "weapons_platforms"), ("18 drones", "weapons_platforms")],
    ),
    "of the same, made by": (
        "The navy wants 11 of the same Orlan-made drones.",
        [("11 of the same Orlan-made drones", "weapons_platforms")],
    ),
    "days after an adjective": (
        "Convoys crossed on the two previous days.",
        [("two previous days", "duration")],
    ),
    "strike groups are ships": (
        "The fleet sent two carrier strike groups.",
        [("two carrier strike groups", "weapons_platforms")],
    ),
    "fighters that come in batches": (
        "A first batch of 32 fighters landed on Monday.",
        [("32 fighters", "weapons_platforms")],
    ),
    "fighters who fight": (
        "Some 400 fighters held the crossing.",
        [("Some 400 fighters", "personnel")],
    ),
    "among the dead": (
        "Two children and a nurse were among the dead.",
        [("Two children", "casualties")],
    ),
    "losses put at": (
        "Analysts put losses at up to 250 soldiers.",
        [("up to 250 soldiers", "casualties")],
    ),
    "a second subject before the verb": (
        "Four teachers and their cook were killed in a raid.",
        [("Four teachers", "casualties")],
    ),
    "a number between subject and verb": (
        "At least 90 protesters in 14 towns have been killed.",
        [("At least 90 protesters", "casualties"), ("14 towns", "other")],
    ),
    "a part of the killed": (
        "The bomb killed 12 people including four Italians.",
        [("12 people", "casualties"), ("four Italians", "casualties")],
    ),
    "left injured": (
        "The blast left more than 40 soldiers on both sides injured.",
        [("more than 40 soldiers", "casualties")],
    ),
    "victims included": (
        "The victims included three men and a girl.",
        [("three men", "casualties")],
    ),
    "a bare number of killed": (
        "Some reports suggest as many as 150 have been killed.",
        [("as many as 150", "casualties")],
    ),
    "bare billions are money": (
        "The company is investing billions in roads.",
        [("billions", "money")],
    ),
    "hurt by the adjective": (
        "Dozens of critically injured Afghans were flown out.",
        [("Dozens of critically injured Afghans", "casualties")],
    ),
    "a headline's killed have no noun": (
        "Plane crash kills 25: officials",
        [("25", "casualties")],
    ),
    "things that went missing": (
        "A hundred syringes went missing in May.",
        [("A hundred syringes", "other")],
    ),
    "the fallen": (
        "Kyiv admits 46,000 fallen and 380,000 wounded.",
        [("46,000 fallen", "casualties"), ("380,000 wounded", "casualties")],
    ),
    "killed in quotation marks": (
        'He wrote that two service members were "killed in action," no more.',
        [("two service members", "casualties")],
    ),
    "gone to fight": (
        "More than 1,800 foreigners have gone to fight for the group.",
        [("More than 1,800 foreigners", "personnel")],
    ),
    "one noun for a list of numbers": (
        "You may keep 8,000 or 12,000 or 20,000 soldiers there.",
        [("8,000", "personnel"), ("12,000", "personnel"), ("20,000 soldiers", "personnel")],
    ),
    "a third by its side": (
        "The eastern third of the country fell.",
        [("eastern third", "percent")],
    ),
    "over 2000 of a long noun": (
        "There are over 2000 small and medium firms in the state.",
        [("over 2000 small and medium firms", "other")],
    ),
    "ages after a rank and after aged": (
        "The general, 57, said two girls aged 11 and 4 were hurt.",
        [("two girls", "casualties")],
    ),
    "a year before a name": ("The court cited the 1842 Harbour Act.", []),
    "personnel behind a name": (
        "It will augment the 2,000 National Guard personnel there.",
        [("2,000 National Guard personnel", "personnel")],
    ),
    "of those in the sentence before": (
        "They fired 40 drones. Of those, 29 were shot down.",
        [("40 drones", "weapons_platforms"), ("29", "weapons_platforms")],
    ),
    "a lone number before a share": (
        "It spends close to 3 or even 4% of output.",
        [("close to 3", "percent"), ("4%", "percent")],
    ),
    "hurt people without a noun": (
        "Doctors treated three critically injured.",
        [("three", "casualties")],
    ),
    "fighters before a battle's helicopters": (
        "Some 30 rebel fighters were killed by helicopters.",
        [("Some 30 rebel fighters", "casualties")],
    ),
    "captives are no longer of a force": (
        "Rebels freed 90 soldiers and detained four officers; a tanker's crew of 12 was seized.",
        [("90 soldiers", "other"), ("four officers", "other"), ("12", "personnel")],
    ),
    "rescued from a wreck": ("A trawler rescued 23 sailors.", [("23 sailors", "personnel")]),
    "who once served": ("Some 900 veterans live there.", [("Some 900 veterans", "other")]),
    "leaders who fight": (
        "Two of the rebel leaders signed, and two leaders of firms did.",
        [("Two of the rebel leaders", "personnel"), ("two leaders", "other")],
    ),
    "members of a force": (
        "It has a 900-member National Guard and a 15-member panel.",
        [("900-member", "personnel"), ("15-member", "other")],
    ),
    "gone missing": ("Some 15 activists have gone missing.", [("Some 15 activists", "casualties")]),
    "claimed by a war": (
        "The war has claimed some 700 people. The baron claimed 12 people lied.",
        [("some 700 people", "casualties"), ("12 people", "other")],
    ),
    "dead along with others": (
        "He died in May, along with five others.",
        [("five others", "casualties")],
    ),
    "taken to hospital": (
        "One man was taken to a hospital, and nine clerks were taken to the palace.",
        [("One man", "casualties"), ("nine clerks", "other")],
    ),
    "hurt by diagnosis": (
        "Four sailors were diagnosed with brain injuries. Some 30 cooks had flu.",
        [("Four sailors", "casualties"), ("Some 30 cooks", "other")],
    ),
    "a number after a sum": (
        "Spending hit $25 million and the number of employees rose from seven to 15.",
        [("$25 million", "money"), ("seven", "other"), ("15", "other")],
    ),
    "boats by their letters": ("It lost two USVs.", [("two USVs", "weapons_platforms")]),
    "those who lived": (
        "Nine sailors died in the storm; three survived.",
        [("Nine sailors", "casualties"), ("three", "personnel")],
    ),
    "still in hospital": (
        "Two sailors died; 12 others remain hospitalized.",
        [("Two sailors", "casualties"), ("12 others", "casualties")],
    ),
    "frostbite": ("Some 16 soldiers suffered frostbite.", [("Some 16 soldiers", "casualties")]),
    "the dead among those aboard": (
        "It had 92 people on board, 47 of whom died.",
        [("92 people", "other"), ("47", "casualties")],
    ),
    "part of about so many": (
        "Fewer than 20 of the roughly 200 trainees finished.",
        [("Fewer than 20", "personnel"), ("roughly 200 trainees", "personnel")],
    ),
    "fighters that escort": (
        "Two bombers flew over the strait, escorted by four fighters.",
        [("Two bombers", "weapons_platforms"), ("four fighters", "weapons_platforms")],
    ),
    "from one share to another": (
        "Spending fell from 3.2 to 2.8 percent.",
        [("3.2", "percent"), ("2.8 percent", "percent")],
    ),
    "one half and all of another": (
        "Six jets and half of the pilots came.",
        [("Six jets", "weapons_platforms"), ("half", "percent")],
    ),
    "a couple of hundred": (
        "A couple of hundred soldiers came.",
        [("A couple of hundred soldiers", "personnel")],
    ),
    "hurt by diagnosis alone": (
        "Eight troops diagnosed with brain injuries arrived.",
        [("Eight troops", "casualties")],
    ),
    "killed the day before": (
        "They mourned the 11 clerks killed the day before.",
        [("11 clerks", "casualties")],
    ),
    "a day or two to come": (
        "It may come within the next day or two.",
        [("two", "duration")],
    ),
    "a number before what it counts": (
        "It hit 20 depots, bringing to 45 the number of raids.",
        [("20 depots", "other"), ("45", "events")],
    ),
    "made by a maker": (
        "The navy has eight Alder-manufactured patrol aircraft.",
        [("eight Alder-manufactured patrol aircraft", "weapons_platforms")],
    ),
    "two sorts of units": (
        "It polled four combat and support units and nine units.",
        [("four combat and support units", "personnel"), ("nine units", "other")],
    ),
    "a unit of so many": (
        "The lab is a 13-person unit; two suicide bombers died.",
        [("13-person", "personnel"), ("two suicide bombers", "casualties")],
    ),
    "of those before": (
        "Of the 957 people killed since May 119 were women.",
        [("957 people", "casualties"), ("119", "casualties")],
    ),
    "exchanged for captives": (
        "The two were freed in a swap for three insurgents.",
        [("two", "other"), ("three insurgents", "other")],
    ),
    "a total of those before": (
        "There are 2,900 soldiers there and 2,100 guards. That combined total of 5,000 is to grow.",
        [("2,900 soldiers", "personnel"), ("2,100 guards", "personnel"), ("5,000", "personnel")],
    ),
    "hackers of a force": (
        "They charged four Chinese military hackers and two hackers.",
        [("four Chinese military hackers", "personnel"), ("two hackers", "other")],
    ),
    "land is lost": ("It lost 500 square kilometers.", [("500 square kilometers", "other")]),
    "guards and a driver": (
        "Six guards and a driver were abducted.",
        [("Six guards", "other")],
    ),
    "men under arms": (
        "It has 20,000 men under arms, and he commanded 200 men; 30 men cheered.",
        [("20,000 men", "personnel"), ("200 men", "personnel"), ("30 men", "other")],
    ),
    "past an aside to the dead": (
        "More than 100 people, most of them clerks, drowned.",
        [("More than 100 people", "casualties")],
    ),
    "suicides in a force": (
        "Suicides in the Army reached 349.",
        [("349", "casualties")],
    ),
    "a noun before a verb": (
        "The virus infected 1,156 crew and killed one sailor.",
        [("1,156 crew", "personnel"), ("one sailor", "casualties")],
    ),
    "volunteers who fight and who do not": (
        "It has 350 volunteers, and 90 volunteers fighting for the rebels.",
        [("350 volunteers", "other"), ("90 volunteers", "personnel")],
    ),
    "dead in two places": (
        "The storm left nine clerks dead in Oslo and four guests in Turku.",
        [("nine clerks", "casualties"), ("four guests", "casualties")],
    ),
    "left dead": ("Some 33 clerks were left dead.", [("Some 33 clerks", "casualties")]),
    "his age": ("When he was 16, the colonel joined.", []),
    "a day before its month": ("The parade was on 14 July last year.", []),
    "years that are a date": ("It is two years away, or 40 years down the line.", []),
    "arms given to a country": (
        "Oslo gave Chad 18 155mm guns and sent Peru 24 TB2 drones, not Leopard 2 A4 tanks.",
        [("18 155mm guns", "weapons_platforms"), ("24 TB2 drones", "weapons_platforms")],
    ),
    "a toll that is put": (
        "Envoys put the toll at 19, with 30 missing.",
        [("19", "casualties"), ("30", "casualties")],
    ),
    "what numbers so many": (
        "Its brigades now number eight; it lies on highway number nine.",
        [("eight", "personnel")],
    ),
    "what was done to some of them": (
        "They attacked 90 ships, sinking two and hurting four sailors.",
        [
            ("90 ships", "weapons_platforms"),
            ("two", "weapons_platforms"),
            ("four sailors", "casualties"),
        ],
    ),
    "out of a whole": (
        "Some 30 out of the 120 recruits fled, and Peru pulled 50 out of Chad.",
        [("Some 30", "personnel"), ("120 recruits", "personnel"), ("50", "personnel")],
    ),
    "two nations of one noun": (
        "It drew 600 Danish and 150 French troops, and 46 Apache and 23 Chinook helicopters.",
        [
            ("600 Danish", "personnel"),
            ("150 French troops", "personnel"),
            ("46 Apache", "weapons_platforms"),
            ("23 Chinook helicopters", "weapons_platforms"),
        ],
    ),
    "a list of short names": (
        "It lost 12 AFVs, 18 HIMARS and 6 ICBMs.",
        [
            ("12 AFVs", "weapons_platforms"),
            ("18 HIMARS", "weapons_platforms"),
            ("6 ICBMs", "munitions"),
        ],
    ),
    "models left out": (
        "The works built 36 F-35s, up from 29; two of them crashed.",
        [
            ("36 F-35s", "weapons_platforms"),
            ("29", "weapons_platforms"),
            ("two", "weapons_platforms"),
        ],
    ),
    "how strong a force is": (
        "Troop levels fell to 9,000. Its strength rose to 4,100. It has a strength of 6,200.",
        [("9,000", "personnel"), ("4,100", "personnel"), ("6,200", "personnel")],
    ),
    "men who serve and men who do not": (
        "Nine men ate. It sent 900 men. The regiment is down to 350 men. Of 80 troops, "
        "including 30 women, 20 left.",
        [
            ("Nine men", "other"),
            ("900 men", "personnel"),
            ("350 men", "personnel"),
            ("80 troops", "personnel"),
            ("30 women", "personnel"),
            ("20", "personnel"),
        ],
    ),
    "a crew beside an aircraft": (
        "It sails with a crew of 70 and one helicopter.",
        [("70", "personnel"), ("one helicopter", "weapons_platforms")],
    ),
    "what was burnt": ("Raiders burnt 140 huts.", [("140 huts", "other")]),
    "who tells it": ("Officials said 54 had died.", [("54", "casualties")]),
    "a day before in the same count": (
        "They logged 53 raids in nine days, down from 61.",
        [("53 raids", "events"), ("nine days", "duration"), ("61", "events")],
    ),
    "a toll since a day": (
        "It raised the toll since October 7 to 35,984 dead.",
        [("35,984 dead", "casualties")],
    ),
    "a count after a date": (
        "Since 7 October, 11 clerks fled; in the year to March, 35 fled.",
        [("11 clerks", "other"), ("35", "other")],
    ),
    "what arms were shot down": (
        "It fired 74 drones. Gunners shot down 59. The unit lost five.",
        [
            ("74 drones", "weapons_platforms"),
            ("59", "weapons_platforms"),
            ("five", "weapons_platforms"),
        ],
    ),
    "a hedge that leads": (
        "It sent 800 troops. About 690 are still there. Only 40 left.",
        [("800 troops", "personnel"), ("About 690", "personnel"), ("40", "personnel")],
    ),
    "the dead and their ages": (
        "Two clerks, aged 24 and 31, were killed; two boys, both 9, lived. The crash cost six "
        "sailors their lives.",
        [("Two clerks", "casualties"), ("two boys", "other"), ("six sailors", "casualties")],
    ),
    "submarines of a class": (
        "It has three Kilo submarines.",
        [("three Kilo submarines", "weapons_platforms")],
    ),
    "money by its sign": (
        "It cost R320 million, DKr4bn, KD 86m, Sh3.2 billion or 1.9m roubles. A $9,000 drone fell.",
        [
            ("R320 million", "money"),
            ("DKr4bn", "money"),
            ("KD 86m", "money"),
            ("Sh3.2 billion", "money"),
            ("1.9m roubles", "money"),
            ("$9,000", "money"),
        ],
    ),
    "from one level to another": (
        "It will lift the force from 250 to 370 troops.",
        [("250", "personnel"), ("370 troops", "personnel")],
    ),
    "an index of a share": (
        "It spent 2.71 percent, up from 2.54.",
        [("2.71 percent", "percent"), ("2.54", "percent")],
    ),
    "a count before a measure": (
        "It fired six 500-pound bombs and owned one or two such weapons.",
        [
            ("six", "munitions"),
            ("500-pound", "other"),
            ("one or two such weapons", "weapons_platforms"),
        ],
    ),
    "a third of the same": (
        "They killed two clerks and seized a third, Ed. Output fell by a third.",
        [("two clerks", "casualties"), ("a third", "percent")],
    ),
    "counts out of a whole, and shares": (
        "Three out of 12 tanks run; nine out of ten clerks walk.",
        [
            ("Three", "weapons_platforms"),
            ("12 tanks", "weapons_platforms"),
            ("nine out of ten", "percent"),
        ],
    ),
    "a deal under which": (
        "They came under a $2 billion deal, at an estimated cost of $9 million.",
        [("$2 billion", "money"), ("$9 million", "money")],
    ),
    "those held, and those at risk": (
        "Rebels hold 90 soldiers and clerks hostage. It risks the lives of 800 troops.",
        [("90 soldiers", "other"), ("800 troops", "personnel")],
    ),
    "two forces that meet": ("The two forces met.", [("two forces", "other")]),
    "of whose fleet": (
        "Two of the fleet's 11 destroyers sailed.",
        [("Two", "weapons_platforms"), ("11 destroyers", "weapons_platforms")],
    ),
    "civil ships and mortars that fall": (
        "Two oil tankers burned as three mortars landed.",
        [("Two oil tankers", "other"), ("three mortars", "munitions")],
    ),
    "who tells of the dead": (
        "It killed all 90 aboard, three officials told a paper.",
        [("90", "casualties"), ("three officials", "other")],
    ),
    "those aboard of whom some died": (
        "Of the 840 soldiers aboard, 27 died.",
        [("840 soldiers", "personnel"), ("27", "casualties")],
    ),
    "what is left after losses": (
        "The army lost seven members; it has about 2,600 in Mali.",
        [("seven members", "casualties"), ("about 2,600", "other")],
    ),
    "scores": (
        "It left 17 dead and scores injured. He scores 30 points.",
        [("17 dead", "casualties"), ("scores injured", "casualties"), ("30 points", "other")],
    ),
    "times that something happened": (
        "He met the king three times and spoke on two occasions.",
        [("three times", "events"), ("two occasions", "events")],
    ),
}


@pytest.mark.parametrize(
    ("sentence", "expected"), [pytest.param(*case, id=name) for name, case in CASES.items()]
)
def test_a_figure_is_given_its_kind(sentence, expected):
    assert figures(sentence) == expected
