"""What part each run of a text plays, over invented pages in the shapes that real ones have."""

import pytest

from analytics.extract.layout import body_spans, find_blocks
from analytics.lexicons.sources import load_sources
from analytics.model import Article

SOURCES = load_sources()


def an_article(text, **given):
    return Article(identity="id:t/1", text=text, sha256="", id="1", collection="t", **given)


def parts(text, **given):
    """The blocks as (kind, text), white space aside."""
    blocks = find_blocks(an_article(text, **given), SOURCES)
    return [(b.kind, text[b.start : b.end].strip()) for b in blocks]


def body(text, **given):
    blocks = find_blocks(an_article(text, **given), SOURCES)
    return " ".join(" ".join(text[a:b] for a, b in body_spans(blocks)).split())


HEADED = """ date 2022-05-03  Back To Top
National

Frigate returns to Busan after six months at sea

By Yonhap
Published : May 3, 2022 - 10:02       Updated : May 3, 2022 - 11:40
(AFP-Yonhap)
(AFP-Yonhap)
The frigate returned on Tuesday after six months away, the navy said in a note to reporters.

Some 200 sailors were met by their families. (Yonhap)"""


def test_a_headed_text_is_read_whole():
    assert parts(HEADED) == [
        ("prefix", "date 2022-05-03"),
        ("navigation", "Back To Top"),
        ("section", "National"),
        ("title", "Frigate returns to Busan after six months at sea"),
        ("byline", "By Yonhap"),
        ("dates", "Published : May 3, 2022 - 10:02       Updated : May 3, 2022 - 11:40"),
        ("caption", "(AFP-Yonhap)\n(AFP-Yonhap)"),
        (
            "body",
            "The frigate returned on Tuesday after six months away, the navy said in a note to "
            "reporters.\n\nSome 200 sailors were met by their families.",
        ),
        ("tail", "(Yonhap)"),
    ]


def test_a_title_under_a_page_head_gives_no_figures_but_one_that_opens_the_text_does():
    bare = "Six frigates return to Busan after a year\nThe navy said on Tuesday that all are well."

    assert "six months at sea" not in body(HEADED)
    assert body(bare).startswith("Six frigates return")


# what surrounds or interrupts the story → the story alone
STORIES = {
    "one line is body": (
        "Two divers found the mine on Friday. It was made safe.",
        "Two divers found the mine on Friday. It was made safe.",
    ),
    "an appeal in capitals inside a line": (
        "The pair were freed on Friday.CLICK HERE TO GET THE FOX NEWS APPThe army gave no details.",
        "The pair were freed on Friday. The army gave no details.",
    ),
    "another story's headline in capitals": (
        "They fled in 1998.NAVY SENDS 30 SHIPS NORTH AS STORM NEARS COASTNobody was left.",
        "They fled in 1998. Nobody was left.",
    ),
    "a caption credited in brackets inside a line": (
        "The bridge held.A tank crosses the bridge near Ostrava on May 3, 2021.(AP Photo/Jan Novy)"
        "It was built in a week.",
        "The bridge held. It was built in a week.",
    ),
    "a caption line that ends in a credit": (
        "Rain fell all day on the camp, and all the roads were closed until the evening.\n"
        "Soldiers carry 40 sacks of sand near Brno. (Eva Mala/Reuters)\n"
        "By night the river had fallen by a metre, and the first families came back.",
        "Rain fell all day on the camp, and all the roads were closed until the evening. "
        "By night the river had fallen by a metre, and the first families came back.",
    ),
    "a line that names a caption": (
        "Image copyright AFP Image caption The 300 recruits marched in step\n\nThe march was long.",
        "The march was long.",
    ),
    "a link to another story": (
        "The talks failed on Monday, both of the delegations said.\n\n"
        "READ MORE: Ten killed in raid\n\nThey will meet again in May.",
        "The talks failed on Monday, both of the delegations said. They will meet again in May.",
    ),
    "a list under a heading": (
        "The talks failed on Monday, both of the delegations said.\n\nRelated articles\n\n"
        "Ten killed in raid on border post\n\nFive questions about the truce\n\n"
        "They will meet again in May, the mediator told reporters.",
        "The talks failed on Monday, both of the delegations said. They will meet again "
        "in May, the mediator told reporters.",
    ),
    "a story named in brackets": (
        "The bill passed. (RELATED: 40 Senators Object) It goes to the president now.",
        "The bill passed. It goes to the president now.",
    ),
    "the date line of a post, not its words": (
        "We lost 3 boats today. — Jan Novy (@jannovy) May 4, 2021\n\nIt was deleted at once.",
        "We lost 3 boats today. It was deleted at once.",
    ),
    "advertisement and age of the article": (
        "This article is more than 2 years old\n\nThe corps wants more trucks.\n\nAdvertisement\n\n"
        "It has asked for 400 of them this year.",
        "The corps wants more trucks. It has asked for 400 of them this year.",
    ),
    "who contributed, and copyright": (
        "The hangar burned down on Friday night.\n\nNobody was hurt, the fire service said.\n\n"
        "The Associated Press contributed to this report.\n\nCopyright 2019 Harbor Post. "
        "All rights reserved.",
        "The hangar burned down on Friday night. Nobody was hurt, the fire service said.",
    ),
    "who reported, at the end of a line": (
        "The hangar burned down on Friday. Nobody was hurt. (Reporting by Eva Mala in Brno; "
        "Editing by Jan Novy)",
        "The hangar burned down on Friday. Nobody was hurt.",
    ),
    "a dateline": ("BRNO, May 3 (Reuters) - The hangar burned.", "The hangar burned."),
    "a dateline with slashes": ("MOSCOW, May 3. /TASS/. The hangar burned.", "The hangar burned."),
    "a dateline without an agency": (
        "KUNDUZ, Afghanistan — The hangar burned.",
        "The hangar burned.",
    ),
    "a dateline with a whole date": (
        "KABUL, Afghanistan (June 2, 2011)\nThe patrol found nothing.",
        "The patrol found nothing.",
    ),
    "an own mark": ("CNN — The hangar burned.", "The hangar burned."),
    "no dateline: a label": ("UPDATE: The hangar burned.", "UPDATE: The hangar burned."),
    "a wrapped line": (
        "The hangar burned\ndown on Friday night,\nwitnesses said.",
        "The hangar burned down on Friday night, witnesses said.",
    ),
    "a video's headline glued to the story": (
        "The talks failed.Watch: Ten days that shook a townThey will meet again.",
        "The talks failed. They will meet again.",
    ),
    "a video's headline that begins with a quotation": (
        "The talks failed.Watch: 'Where are they?' ask those who stayThey will meet again.",
        "The talks failed. They will meet again.",
    ),
    "whom it is based on": (
        "The talks failed.\nThey lasted a day.\nA second round is planned.\n"
        "Based on reporting by AFP, Interfax, and TASS",
        "The talks failed. They lasted a day. A second round is planned.",
    ),
    "a dateline with a bare agency": (
        "MOSCOW, May 16 - RIA Novosti. The hangar burned.",
        "The hangar burned.",
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=name) for name, case in STORIES.items()]
)
def test_the_body_is_the_story_alone(text, expected):
    assert body(text) == expected


MENU = "\n".join(("Home", "World", "Europe", "Asia", "Africa", "Sport", "Culture", "Travel",
                  "Video", "Podcasts", "Weather", "Jobs", "Shop", "Log in"))  # fmt: skip
PARAGRAPHS = [
    f"On day {n} of the exercise the brigade crossed another river, and the umpires said that it "
    f"had taken all of its objectives before noon without the loss of a single vehicle."
    for n in ("one", "two", "three", "four", "five", "six")
]
FOOT = "\n".join((
    "Most popular", "Mayor resigns over harbor deal", "1", "Cup final moved to Sunday night", "2",
    "About us", "Contact us", "Careers", "Terms of use", "Privacy policy",
    "We use cookies to give you the best experience, and you agree to our cookie policy.",
    "© 2021 The Harbor Post. All rights reserved.",
))  # fmt: skip


def a_page(*inside):
    head = "Brigade crosses six rivers in six days\nBy Eva Mala\nMay 4, 2021 6:37 PM EST"
    return "\n".join((MENU, head, *inside, FOOT))


def test_the_body_of_a_raw_page_starts_under_its_head_and_ends_above_its_foot():
    assert body(a_page(*PARAGRAPHS)) == " ".join(PARAGRAPHS)


def test_the_head_of_a_raw_page_is_named():
    kinds = dict(reversed(parts(a_page(*PARAGRAPHS))))

    assert kinds["title"] == "Brigade crosses six rivers in six days"
    assert kinds["byline"] == "By Eva Mala"
    assert kinds["dates"] == "May 4, 2021 6:37 PM EST"


@pytest.mark.parametrize(
    "furniture",
    [
        "Story continues below advertisement",
        "2:34\nTwelve boats lost in storm off the northern coast",
        "READ MORE: Twelve boats lost in storm",
        "Related\nTwelve boats lost in storm\nFerry service back after 3 days",
        "A tank of the brigade stands by the Morava. Photograph: Eva Mala/AFP/Getty Images",
        "Get daily national news\nBy providing your email address, you agree to the terms.",
        "— Eva Mala (@evamala) May 3, 2021",
    ],
)
def test_furniture_inside_the_body_of_a_raw_page_is_left_out(furniture):
    page = a_page(*PARAGRAPHS[:3], furniture, *PARAGRAPHS[3:])

    assert body(page) == " ".join(PARAGRAPHS)


def test_a_heading_of_the_story_stays_with_the_body():
    page = a_page(*PARAGRAPHS[:3], "A river too far", *PARAGRAPHS[3:])

    assert "A river too far" in body(page)


def test_a_standfirst_between_title_and_byline_is_no_body():
    page = a_page(*PARAGRAPHS).replace(
        "\nBy Eva Mala",
        "\nThe army says that the crossing went better than it had dared to hope.\nBy Eva Mala",
    )

    assert body(page) == " ".join(PARAGRAPHS)


def test_paragraphs_that_mail_has_wrapped_are_found():
    wrapped = [
        f"{line} {n}".strip() if line[0].isupper() else line
        for n in ("one", "two", "three")
        for line in (
            "The old depot by lake", f"was closed in year {n} after the last",
            "of the shells had been taken", f"to range {n} and blown up by a",
            f"team of {n} dozen engineers, who", f"had worked there for {n} whole months.",
        )
    ]  # fmt: skip

    found = body("\n".join((MENU, *wrapped, FOOT)))

    assert found.startswith("The old depot by lake one was closed")
    assert found.endswith("for three whole months.")


def test_a_text_without_a_line_has_no_body():
    assert find_blocks(an_article(""), SOURCES) == ()
    assert body(" \n ") == ""


def test_every_block_names_its_rule():
    assert all(b.rule for b in find_blocks(an_article(a_page(*PARAGRAPHS)), SOURCES))
