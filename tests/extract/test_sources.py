"""Who published an article and whose text it carries, one case a kind of evidence."""

import pytest

from analytics.errors import LexiconError
from analytics.extract.layout import find_blocks
from analytics.extract.sources import find_source
from analytics.lexicons.sources import load_sources
from analytics.model import Article

SOURCES = load_sources()
STORY = "The hangar burned down on Friday. Nobody was hurt, the fire service said."


def source(text=STORY, lexicon=SOURCES, **given):
    article = Article(identity="id:t/1", text=text, sha256="", id="1", collection="t", **given)
    return find_source(article, find_blocks(article, lexicon), lexicon)


# what is given → outlet, evidence
OUTLETS = {
    "domain": ({"url": "https://www.bbc.com/news/1"}, ("BBC News", "domain")),
    "a host under the domain": ({"url": "https://edition.cnn.com/a"}, ("CNN", "domain")),
    "a longer domain before its parent": (
        {"url": "https://timesofindia.indiatimes.com/a"},
        ("Times of India", "domain"),
    ),
    "the domain outweighs a wrong field": (
        {"url": "https://www.rt.com/news/1", "outlet": "Reuters"},
        ("RT", "domain"),
    ),
    "an address inside an archive's": (
        {"url": "https://web.archive.org/web/2020/https://www.nytimes.com/2020/01/01/a.html"},
        ("New York Times", "url"),
    ),
    "an accelerated page": (
        {"url": "https://www.google.com/amp/s/www.vox.com/a"},
        ("Vox", "url"),
    ),
    "a host that no row lists, spelled by the title": (
        {"url": "https://harborpost.example.net/a", "title": "Hangar burns - Harbor Post"},
        ("Harbor Post", "url"),
    ),
    "a host that nothing spells": ({"url": "https://www.qzx.example/a"}, ("qzx.example", "url")),
    "a field alone": ({"outlet": "Fox Online News"}, ("Fox News", "given")),
    "a field with a note": ({"outlet": "ISAF (press release)"}, ("ISAF Joint Command", "given")),
    "a field that is a domain": ({"outlet": "taipeitimes.com"}, ("Taipei Times", "given")),
    "a field that no row lists": ({"outlet": "The Harbor Post"}, ("The Harbor Post", "given")),
    "an own mark opens the text": ({"text": "CNN — The hangar burned."}, ("CNN", "text")),
    "an own mark in brackets": ({"text": "Brno (CNN) -- The hangar burned."}, ("CNN", "text")),
    "a title's suffix": ({"title": "Hangar burns | Breitbart"}, ("Breitbart", "text")),
    "copyright": (
        {"text": f"{STORY}\n\nIt was empty.\n\nCopyright © 2019 The Washington Times, LLC."},
        ("Washington Times", "text"),
    ),
    "its staff contributed": (
        {"text": f"{STORY}\n\nIt was old.\n\nABC News' Eva Mala contributed to this report."},
        ("ABC News", "text"),
    ),
    "a letterhead": (
        {"text": f"Patrol finds cache\nISAF Joint Command - Afghanistan\n\n{STORY}"},
        ("ISAF Joint Command", "text"),
    ),
    "a byline": (
        {"text": f"Hangar burns down on Friday night\nBy Eva Mala | Fox News\n{STORY}"},
        ("Fox News", "byline"),
    ),
    "an appeal for its own app": (
        {"text": f"{STORY}\n\nIt was empty.\n\nCLICK HERE TO GET THE FOX NEWS APP\n\nIt was old."},
        ("Fox News", "text"),
    ),
    "its own correspondent": (
        {"text": f"{STORY} As NPR's Eva Mala reports, it was old."},
        ("NPR", "text"),
    ),
    "whom its author writes for": (
        {"text": f"{STORY}\n\nIt was old.\n\nEva Mala is a staff writer at The Atlantic."},
        ("The Atlantic", "text"),
    ),
    "another's correspondent was told": (
        {"text": f"{STORY} The mayor told CNN's Eva Mala in Atlanta so."},
        (None, None),
    ),
    "a former writer of another": (
        {"text": f"{STORY}\n\nIt was old.\n\nEva Mala is a former reporter for CNN."},
        (None, None),
    ),
    "an agency's dateline names no site": (
        {"text": "SEOUL, April 6 (Yonhap) -- The hangar burned."},
        (None, None),
    ),
    "an agency opens": ({"text": "AFP - The hangar burned."}, (None, None)),
    "nothing": ({}, (None, None)),
    "no URL at all": ({"url": "http://[broken", "outlet": None}, (None, None)),
}


@pytest.mark.parametrize(
    ("given", "expected"), [pytest.param(*case, id=name) for name, case in OUTLETS.items()]
)
def test_the_outlet_is_told_by_its_evidence(given, expected):
    found = source(**given)

    assert (found.outlet, found.outlet_evidence) == expected


# text (and what is given) → wires, evidence
WIRES = {
    "dateline": ("SEOUL, April 6 (Yonhap) -- The hangar burned.", (("Yonhap",), "dateline")),
    "dateline with a slash": ("MOSCOW, May 3. /TASS/. It burned.", (("TASS",), "dateline")),
    "dateline without a place": ("(Reuters) – The hangar burned.", (("Reuters",), "dateline")),
    "an agency opens": ("AFP - The hangar burned.", (("AFP",), "dateline")),
    "two in a dateline": ("KYIV (AFP/Reuters) — It burned.", (("AFP", "Reuters"), "dateline")),
    "tail in brackets": (f"{STORY} (Yonhap)", (("Yonhap",), "tail")),
    "tail behind a dash": (f"{STORY} – IANS", (("IANS",), "tail")),
    "tail source": (f"{STORY}\nIt was old.\nSource: Xinhua", (("Xinhua",), "tail")),
    "byline": (f"Hangar burns down at night\nBy Yonhap\n{STORY}", (("Yonhap",), "byline")),
    "a name and an agency": (
        f"Hangar burns down at night\nBy Eva Mala, Associated Press\n{STORY}",
        (("AP",), "byline"),
    ),
    "an agency in capitals on a line of its own": (
        f"Hangar burns down at night\nTHE ASSOCIATED PRESS\n{STORY}",
        (("AP",), "byline"),
    ),
    "a name over its agency": (
        f"Hangar burns down at night\nEva Mala\nAssociated Press\n{STORY}",
        (("AP",), "byline"),
    ),
    "an agency's desk and town": (
        f"Hangar burns down at night\nPress Trust of India | New Delhi\n{STORY}",
        (("PTI",), "byline"),
    ),
    "two agencies' joint tail": (f"{STORY} – NNN-YONHAP", (("Yonhap",), "tail")),
    "a dateline that the agency ends": (
        "MOSCOW, May 16 - RIA Novosti. The hangar burned.",
        (("RIA Novosti",), "dateline"),
    ),
    "based on others": (
        f"{STORY}\nIt was old.\nIt was empty.\nBased on reporting by AFP, Interfax, and TASS",
        (("AFP", "Interfax", "TASS"), "credit"),
    ),
    "contributed": (
        f"{STORY}\n\nIt was old.\n\nThe Associated Press contributed to this report.",
        (("AP",), "credit"),
    ),
    "contributed, in one line": (
        f"{STORY} Reuters contributed to this report.",
        (("Reuters",), "credit"),
    ),
    "an agency's own form of credits": (
        f"{STORY} (Reporting by Eva Mala; Editing by Jan Novy)",
        (("Reuters",), "credit"),
    ),
    "the dateline outweighs the credit": (
        "BRNO (AFP) — It burned.\n\nIt was old.\n\nReuters contributed to this report.",
        (("AFP",), "dateline"),
    ),
    "a caption's credit is no wire": (
        f"{STORY}\nFiremen at the hangar near Brno. (Eva Mala/Reuters)\nIt was old.",
        ((), None),
    ),
    "a caption in brackets is no wire": (f"(AFP-Yonhap)\n(AFP-Yonhap)\n{STORY}", ((), None)),
    "whom a story quotes is no wire": (f"{STORY} An officer told Reuters so.", ((), None)),
    "an outlet's own mark is no wire": ("CNN — The hangar burned.", ((), None)),
    "unnamed services": (f"{STORY}\n\nIt was old.\n\nwire service reports", ((), None)),
}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=name) for name, case in WIRES.items()]
)
def test_the_wire_is_told_by_its_evidence(text, expected):
    found = source(text)

    assert (found.wires, found.wire_evidence) == expected


def test_an_agencys_own_page_has_it_as_its_wire():
    found = source(url="https://apnews.com/article/1")

    assert (found.outlet, found.wires, found.wire_evidence) == (
        "Associated Press",
        ("AP",),
        "outlet",
    )


def test_editions_of_one_house_share_a_family():
    army, defense = source(url="https://armytimes.com/1"), source(url="https://defensenews.com/1")

    assert army.outlet != defense.outlet
    assert army.family == defense.family == "Sightline Media Group"


def test_the_byline_is_given_without_by():
    assert source(f"Hangar burns down at night\nBy Eva Mala\n{STORY}").byline == "Eva Mala"
    assert source().byline is None


def test_the_given_title_is_kept_and_one_in_the_text_is_found():
    text = f"Hangar burns down at night\nBy Eva Mala\n{STORY}"

    assert source(text, title=" Fire at Brno ").title == "Fire at Brno"
    assert source(text).title == "Hangar burns down at night"
    assert source().title is None


def test_further_outlets_and_wires_may_be_given_beside_the_lexicon(tmp_path):
    (tmp_path / "outlets.csv").write_text(
        "outlet,domain,family,country,kind\nThe Harbor Post,harborpost.example,,CZE,local\n",
        "utf-8",
    )
    (tmp_path / "wires.csv").write_text("wire,marks\nBrnopress,BRP|Brnopress Agency\n", "utf-8")
    lexicon = load_sources(extra=[tmp_path])

    found = source("BRNO (BRP) — It burned.", lexicon, url="https://harborpost.example/1")

    assert (found.outlet, found.family, found.wires) == (
        "The Harbor Post",
        "The Harbor Post",
        ("Brnopress",),
    )


REFUSED = {
    "a kind that is none": ("A,a.example,,CZE,daily", "outlets.csv:2: unknown kind: daily"),
    "a country that is none": ("A,a.example,,Czechia,local", "outlets.csv:2: not ISO 3166"),
    "a blank domain": ("A,,,CZE,local", "outlets.csv:2: blank cell: domain"),
    "a listed domain": ("A,bbc.com,,CZE,local", "outlets.csv:2: domain listed twice: bbc.com"),
    "a listed outlet": ("CNN,a.example,,CZE,local", "outlets.csv:2: outlet listed twice: CNN"),
}


@pytest.mark.parametrize(
    ("row", "message"), [pytest.param(*case, id=name) for name, case in REFUSED.items()]
)
def test_a_row_that_cannot_be_is_refused_with_file_and_line(tmp_path, row, message):
    (tmp_path / "outlets.csv").write_text(f"outlet,domain,family,country,kind\n{row}\n", "utf-8")
    (tmp_path / "wires.csv").write_text("wire,marks\n", "utf-8")

    with pytest.raises(LexiconError) as error:
        load_sources(extra=[tmp_path])

    assert message in str(error.value)


def test_the_lexicon_is_as_wide_as_promised():
    outlets = {outlet.name for outlet in SOURCES.outlet_by_name.values()}
    wires = {wire.name for wire in SOURCES.wire_by_mark.values()}

    assert len(outlets) >= 400
    assert len(wires) >= 40
    assert {o.kind for o in SOURCES.outlet_by_name.values()} == {
        "general", "trade", "state", "official", "local", "wire",
    }  # fmt: skip
