"""What a number counts, where that is hard to tell: one sentence a rule."""

import pytest

from analytics.extract.figures import find_figures
from analytics.lexicons.figures import load_figures
from analytics.model import Span
from analytics.text import lower

LEXICON = load_figures()


def read(sentence):
    whole = [Span(0, len(sentence))]
    return find_figures(sentence, lower(sentence), whole, whole, (), (), None, LEXICON)


def counted(sentence):
    return [
        (sentence[f.start : f.end], f.low, f.high, f.hedge, f.kind, f.unit)
        for f in read(sentence)[0]
    ]


# sentence → every figure of it: quote, low, high, hedge, kind, unit
CASES = {
    "one or more": (
        "The pact covers one or more members.",
        [("one or more members", 1, None, "at_least", "other", "members")],
    ),
    "participles apart": (
        "Moscow sent 900 fully trained, motivated troops.",
        [("900 fully trained, motivated troops", 900, 900, "exact", "personnel", "troops")],
    ),
    "adjectives before a pair": (
        "They scrapped 200 conventionally armed ballistic and cruise missiles.",
        [
            (
                "200 conventionally armed ballistic and cruise missiles",
                200,
                200,
                "exact",
                "munitions",
                "missiles",
            )
        ],
    ),
    "such": (
        "Six such crashes were counted, and another four in May.",
        [
            ("Six such crashes", 6, 6, "exact", "events", "crashes"),
            ("four", 4, 4, "exact", "events", "crashes"),
        ],
    ),
    "part of a percent": (
        "Less than one-half of a percent of them serve.",
        [("Less than one-half of a percent", None, 0.5, "at_most", "percent", "percent")],
    ),
    "parts of a million": (
        "The fund holds three-quarters of a million euros.",
        [("three-quarters of a million euros", 750_000, 750_000, "exact", "money", "EUR")],
    ),
    "a decade's worth": (
        "The panel read at least a decade's worth of letters.",
        [("at least a decade's", 1, None, "at_least", "duration", "decades")],
    ),
    "dozens counted out": (
        "They cleared two dozen villages.",
        [("two dozen villages", 24, 24, "about", "other", "villages")],
    ),
    "a hedge over a list": (
        "The flood took over 700 barns, 60 mills, and nine bridges.",
        [
            ("over 700 barns", 700, None, "at_least", "other", "barns"),
            ("60 mills", 60, None, "at_least", "other", "mills"),
            ("nine bridges", 9, None, "at_least", "other", "bridges"),
        ],
    ),
    "no hedge over the hurt": (
        "The crush left more than 70 dead and 312 injured.",
        [
            ("more than 70 dead", 70, None, "at_least", "casualties", "dead"),
            ("312 injured", 312, 312, "exact", "casualties", "injured"),
        ],
    ),
    "up to so many by now": (
        "The count is now up to 14, they said.",
        [("14", 14, 14, "exact", "other", None)],
    ),
    "a least range": (
        "It must find drones at a minimum range of 3 kilometers.",
        [("3 kilometers", 3, None, "at_least", "distance", "kilometers")],
    ),
    "bands of waves": (
        "It listens from about 300 MHz–6 GHz.",
        [
            ("about 300 MHz", 300, 300, "about", "other", "megahertz"),
            ("6 GHz", 6, 6, "about", "other", "gigahertz"),
        ],
    ),
    "the other two": (
        "One sailor steered while the other two slept.",
        [
            ("One sailor", 1, 1, "exact", "personnel", "sailor"),
            ("two", 2, 2, "exact", "personnel", "sailor"),
        ],
    ),
    "all three": (
        "They met when all three were senators.",
        [("three", 3, 3, "exact", "other", None)],
    ),
    "a name for a clause, in words": (
        "The Alder made 12 sea trials and the Birch nine before she was handed over.",
        [
            ("12 sea trials", 12, 12, "exact", "events", "trials"),
            ("nine", 9, 9, "exact", "events", "trials"),
        ],
    ),
    "names for clauses, in percent": (
        "Norway spent 1.6 percent of its income, Spain 1.05 and Malta 0.5.",
        [
            ("1.6 percent", 1.6, 1.6, "exact", "percent", "percent"),
            ("1.05", 1.05, 1.05, "exact", "percent", "percent"),
            ("0.5", 0.5, 0.5, "exact", "percent", "percent"),
        ],
    ),
    "a complement of": (
        "She carries 40 jets against a full complement of 55 at sea.",
        [
            ("40 jets", 40, 40, "exact", "weapons_platforms", "jets"),
            ("55", 55, 55, "exact", "weapons_platforms", "jets"),
        ],
    ),
    "members of an armed body": (
        "Nine members of a group linked to the militia hid there.",
        [("Nine members", 9, 9, "exact", "personnel", "members")],
    ),
    "members of a club": (
        "Nine members of the rowing club swam.",
        [("Nine members", 9, 9, "exact", "other", "members")],
    ),
    "the level of an index": (
        "The index lost 92.1 points, or 1.2%, to fall to 7,820.55.",
        [
            ("92.1 points", 92.1, 92.1, "exact", "other", "points"),
            ("1.2%", 1.2, 1.2, "exact", "percent", "percent"),
            ("7,820.55", 7820.55, 7820.55, "exact", "other", "points"),
        ],
    ),
    "the dead in another land": (
        "Some 400 died in Libya; in Tunisia, 17.",
        [
            ("Some 400", 400, 400, "about", "casualties", None),
            ("17", 17, 17, "exact", "casualties", None),
        ],
    ),
    "those who met where others were hurt": (
        "Some were hurt as two convoys met.",
        [("two convoys", 2, 2, "exact", "other", "convoys")],
    ),
    "taken hostage": (
        "Another 31 were taken to the hills as hostages.",
        [("31", 31, 31, "exact", "other", None)],
    ),
    "their own lives": (
        "Some 30 veterans take their own lives each month.",
        [("Some 30 veterans", 30, 30, "about", "casualties", "veterans")],
    ),
    "terms of office": (
        "She served two terms as mayor.",
        [("two terms", 2, 2, "exact", "duration", "terms")],
    ),
    "guns of a bore": (
        "They sent 12 155-mm howitzers, 6 105mm guns and 9,000 7.62 mm rounds.",
        [
            ("12 155-mm howitzers", 12, 12, "exact", "weapons_platforms", "howitzers"),
            ("6 105mm guns", 6, 6, "exact", "weapons_platforms", "guns"),
            ("9,000 7.62 mm rounds", 9000, 9000, "exact", "munitions", "rounds"),
        ],
    ),
    "an official's rank and country": (
        "One senior US budget official spoke.",
        [
            (
                "One senior US budget official",
                1,
                1,
                "exact",
                "other",
                "senior us budget official",
            )
        ],
    ),
    "seconds described": (
        "It lasted 30 long agonising seconds.",
        [("30 long agonising seconds", 30, 30, "exact", "duration", "seconds")],
    ),
    "plus between number and unit": (
        "It has a 900-plus-mile range.",
        [("900-plus-mile", 900, None, "at_least", "distance", "mile")],
    ),
    "more of what the sentence told": (
        "They cleared dozens of northern hamlets, adding 14 more in May.",
        [
            ("dozens of northern hamlets", 24, None, "at_least", "other", "northern hamlets"),
            ("14 more", 14, 14, "exact", "other", "hamlets"),
        ],
    ),
    "members of a committee": (
        "Seven members of the armed services committee left.",
        [("Seven members", 7, 7, "exact", "other", "members")],
    ),
    "a toll past what caused it": (
        "That raised the death toll from the strikes on the coast to 23.",
        [("23", 23, 23, "exact", "casualties", None)],
    ),
    "the hurt, said the police": (
        "The blast hit a bus, wounding 30 more, police said.",
        [("30 more", 30, 30, "exact", "casualties", None)],
    ),
    "wounds of bullets": (
        "He had nine bullet wounds.",
        [("nine bullet wounds", 9, 9, "exact", "other", "bullet wounds")],
    ),
    "driven by a rocket": (
        "They found one rocket propelled grenade launcher.",
        [
            (
                "one rocket propelled grenade launcher",
                1,
                1,
                "exact",
                "weapons_platforms",
                "launcher",
            )
        ],
    ),
    "lost their lives": (
        "Seven US sailors lost their lives.",
        [("Seven US sailors", 7, 7, "exact", "casualties", "sailors")],
    ),
    "killed along with others": (
        "Some 40 were killed, along with six soldiers and two civilians.",
        [
            ("Some 40", 40, 40, "about", "casualties", None),
            ("six soldiers", 6, 6, "exact", "casualties", "soldiers"),
            ("two civilians", 2, 2, "exact", "casualties", "civilians"),
        ],
    ),
    "injuries suffered": (
        "Injuries were suffered by 11 guards.",
        [("11 guards", 11, 11, "exact", "casualties", "guards")],
    ),
    "past a hyphen to the predicate": (
        "Some 70 militants and 50 other Harbour-linked fighters were killed.",
        [
            ("Some 70 militants", 70, 70, "about", "casualties", "militants"),
            ("50 other Harbour-linked fighters", 50, 50, "about", "casualties", "fighters"),
        ],
    ),
    "left homeless, not hurt": (
        "Some 900 islanders were killed and thousands were left homeless.",
        [
            ("Some 900 islanders", 900, 900, "about", "casualties", "islanders"),
            ("thousands", 2000, None, "at_least", "other", None),
        ],
    ),
    "a small number after a name that takes it": (
        "Rome gave Chad 3 boats.",
        [("3 boats", 3, 3, "exact", "weapons_platforms", "boats")],
    ),
    "Australia's dollars": (
        "It cost AUS$54 million.",
        [("AUS$54 million", 54e6, 54e6, "exact", "money", "AUD")],
    ),
    "planes of a model in digits": (
        "It agreed the sale of 10 737-800 planes.",
        [("10 737-800 planes", 10, 10, "exact", "weapons_platforms", "planes")],
    ),
    "high explosive": (
        "They sent 900 high explosive mortar shells.",
        [
            (
                "900 high explosive mortar shells",
                900,
                900,
                "exact",
                "munitions",
                "shells",
            )
        ],
    ),
    "so many of every": (
        "Two of every five sailors agreed.",
        [("Two of every five", 40, 40, "exact", "percent", "percent")],
    ),
    "shot up to": (
        "The count shot up to 47,000 by May.",
        [("47,000", 47_000, 47_000, "exact", "other", None)],
    ),
    "a crew of": (
        "She carries 32 missiles, two helicopters and a crew of about 145.",
        [
            ("32 missiles", 32, 32, "exact", "munitions", "missiles"),
            ("two helicopters", 2, 2, "exact", "weapons_platforms", "helicopters"),
            ("about 145", 145, 145, "about", "personnel", "crew"),
        ],
    ),
    "missing still": (
        "Two crew members were rescued and five remain missing.",
        [
            ("Two crew members", 2, 2, "exact", "personnel", "crew members"),
            ("five", 5, 5, "exact", "casualties", "crew members"),
        ],
    ),
    "among the wounded": (
        "Six people, including two children, were among the 40 wounded.",
        [
            ("Six people", 6, 6, "exact", "casualties", "people"),
            ("two children", 2, 2, "exact", "casualties", "children"),
            ("40 wounded", 40, 40, "exact", "casualties", "wounded"),
        ],
    ),
    "rain": (
        "It rained 60 millimetres overnight.",
        [("60 millimetres", 60, 60, "exact", "distance", "millimetres")],
    ),
}

# sentence → the unit of each figure
UNITS = {
    "a sum": ("They paid $90.", ["USD"]),
    "money by the month": ("They pay $90 a month.", ["dollar per month"]),
    "a price by the barrel": ("Oil rose to $61 a barrel.", ["dollar per barrel"]),
    "another land's money": (
        "It costs 9 Australian dollars per week.",
        ["australian dollar per week"],
    ),
    "each year": ("The lease is €40,000 each year.", ["euro per year"]),
    "hours a week": ("They drill 30 to 40 hours a week.", ["hour per week"]),
    "by the share": ("It lost 41 cents per share.", ["cent per share"]),
    "tests a day": ("The range ran three flight tests a day.", ["test per day"]),
    "arms keep their noun": ("The works makes 90 missiles a month.", ["missiles"]),
    "a date is no rate": ("It was $90 a year earlier.", ["USD"]),
    "the share of a thing": ("They own two thirds of a mile.", ["mile"]),
}


@pytest.mark.parametrize("rule", UNITS)
def test_a_unit_is_what_a_reader_would_name(rule):
    sentence, expected = UNITS[rule]
    assert [figure.unit for figure in read(sentence)[0]] == expected


KNOWN_GAPS = {
    "an apposition between": (
        "A total of 4,000 is to grow to 5,000 soldiers.",
        [
            ("4,000", 4000, 4000, "exact", "personnel", "soldiers"),
            ("5,000 soldiers", 5000, 5000, "exact", "personnel", "soldiers"),
        ],
    ),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_number_counts_what_the_sentence_says(rule):
    sentence, expected = CASES[rule]
    assert counted(sentence) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("rule", KNOWN_GAPS)
def test_a_gap_is_still_open(rule):
    sentence, expected = KNOWN_GAPS[rule]
    assert counted(sentence) == expected


# sentence without a figure → why each of its numbers is none
NO_FIGURES = {
    "an age before a rank": (
        "Private Ed Moss, 23 and Staff Sergeant Lee Hart, 34 fell at dawn.",
        ["age", "age"],
    ),
    "ahead of a date": ("They met the goal four years ahead of the treaty.", ["relative date"]),
    "classes of drones": (
        "It must spot Group 1 and 2 drones.",
        ["designation", "designation"],
    ),
    "a bore in full": ("A 60-millimeter mortar stood there.", ["designation"]),
    "a battalion's number": ("Men of the battalion 14 Bn arrived.", ["designation"]),
    "an alliance in quotation marks": ("The “Five Eyes” alliance met.", ["designation"]),
    "a missile is no rupee": ("The RS-18B stood there.", ["designation"]),
    "the price of a share": (
        "The stock rose to 212.35, near a 220.10 mark.",
        ["price", "price"],
    ),
    "a rate of exchange": ("It was two dollars to the pound.", ["rate"]),
    "a bore in the plural": ("A 57-millimeters gun stood there.", ["designation"]),
    "a name with a number before a plural": (
        "The start of the Bright River 2 operations was put off.",
        ["designation"],
    ),
    "two of a name": ("It fired Comet 1 and Comet 2 missiles.", ["designation", "designation"]),
    "a data sheet": ("It mounts 2 x 12.7 mm guns.", ["designation", "designation"]),
    "a minute past midnight": ("At 00.01 tonight the truce begins.", ["clock"]),
    "one vague thing": ("He left out one crucial detail about it.", ["pronoun"]),
}


@pytest.mark.parametrize("rule", NO_FIGURES)
def test_a_number_that_counts_nothing_is_turned_away(rule):
    sentence, reasons = NO_FIGURES[rule]
    figures, rejected = read(sentence)
    assert (figures, [one.reason for one in rejected]) == ((), reasons)
