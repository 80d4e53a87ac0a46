"""Which articles tell one story: copies found, strangers left apart."""

import csv
import json
import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from analytics.fingerprints import fingerprint
from analytics.stories import Grouping, group, story_id
from analytics.tellings import Telling

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
WORDS = [
    f"{a}{b}{c}"
    for a in ("bar", "cor", "den", "fal", "gor", "hul", "jen", "kol", "mar", "nor", "pel", "ros")
    for b in ("a", "e", "i", "o", "u")
    for c in ("ban", "dil", "fer", "gan", "lit", "mon", "ner", "sto", "tar", "vik", "wen", "zor")
]


def invented(seed: int, paragraphs: int = 6, words: int = 30) -> list[str]:
    """Paragraphs that no other seed gives."""
    rng = random.Random(seed)
    return [" ".join(rng.choices(WORDS, k=words)).capitalize() + "." for _ in range(paragraphs)]


def telling(key: str, *paragraphs: str, **more: object) -> Telling:
    return Telling(key, "\n\n".join(paragraphs), **more)  # type: ignore[arg-type]


def together(grouping: Grouping, *keys: str) -> bool:
    return len({grouping.members[key].story for key in keys}) == 1


def noised(text: list[str], share: float) -> list[str]:
    rng = random.Random(5)
    return [
        " ".join(rng.choice(WORDS) if rng.random() < share else w for w in p.split()) for p in text
    ]


STORY = invented(1)
COPIES = {
    "word for word": STORY,
    "other quotation marks, case and spaces": [p.upper().replace(" ", "  ") for p in STORY],
    "its first third": STORY[:2],
    "its last half": STORY[3:],
    "local paragraphs added": [*STORY[:2], *invented(2, 2), *STORY[2:]],
    "a new lead": [*invented(3, 1), *STORY[1:]],
    "a new lead and local paragraphs": [*invented(4, 1), *STORY[1:], *invented(5, 2)],
    "a third of the paragraphs dropped": [*STORY[:2], *STORY[4:]],
    "one word in eight changed": noised(STORY, 0.12),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy_is_found(copy: list[str]) -> None:
    grouping = group([telling("a", *STORY), telling("b", *copy), telling("c", *invented(9))])

    assert together(grouping, "a", "b")
    assert not together(grouping, "a", "c")


def test_two_copies_each_with_paragraphs_of_its_own_are_one_story() -> None:
    one = telling("a", *invented(40, 2), *STORY[1:], *invented(41, 1))
    other = telling("b", *invented(42, 1), *STORY[1:], *invented(43, 2))
    plain = telling("c", *STORY[1:])

    assert together(group([one, other, plain]), "a", "b", "c")


def test_a_brief_between_shared_paragraphs_is_found() -> None:
    furniture = invented(50, 2, words=45)
    strangers = [telling(f"s{n}", *invented(60 + n), *furniture) for n in range(9)]
    brief = invented(51, 1, words=36)
    whole = telling("whole", *brief, *invented(52, 3))

    grouping = group([*strangers, whole, telling("cut", *brief, *furniture)])

    assert together(grouping, "whole", "cut")
    assert not together(grouping, "cut", "s0")


def test_a_brief_printed_whole_amid_much_else_is_found() -> None:
    brief = invented(80, 1, words=40)
    one = telling("local", *invented(81, 2, words=60), *brief, *invented(82, 1, words=40))
    other = telling("county", *brief, *invented(83, 3, words=60))

    grouping = group([telling("brief", *brief), one, other, telling("c", *invented(84, 9))])

    assert together(grouping, "brief", "local", "county")
    assert not together(grouping, "brief", "c")


def test_the_first_sentence_of_a_brief_is_a_copy() -> None:
    brief = invented(85, 3, words=16)

    assert together(group([telling("a", *brief), telling("b", brief[0])]), "a", "b")


def test_a_cut_brief_amid_shared_paragraphs_hangs_on_the_brief() -> None:
    furniture = invented(86, 2, words=45)
    strangers = [telling(f"s{n}", *invented(300 + n), *furniture) for n in range(9)]
    brief = invented(87, 3, words=24)

    grouping = group([*strangers, telling("brief", *brief), telling("cut", brief[0], *furniture)])

    assert together(grouping, "brief", "cut")
    assert not together(grouping, "cut", "s0")


def test_a_round_up_of_briefs_belongs_to_none() -> None:
    briefs = [invented(seed, 1, words=30) for seed in (88, 89, 90)]
    tellings = [telling(f"b{n}", *brief) for n, brief in enumerate(briefs)]

    assert len(group([*tellings, telling("all", *(p for b in briefs for p in b))]).stories) == 4


def test_two_short_reports_made_to_one_form_are_two() -> None:
    opening = "A combined patrol captured a network leader during an operation in"
    one = f"{opening} Marbar, where two guards were held and rifles lay under the floor of a mill."
    other = f"{opening} Kolsto; he had hidden since spring, a neighbor told the police, in a barn."

    assert not together(group([telling("a", one), telling("b", other)]), "a", "b")


def test_the_same_event_told_independently_is_another_story() -> None:
    quotation = invented(11, 1, words=25)
    one = telling("a", *invented(12, 3), *quotation, *invented(13, 2))
    other = telling("b", *invented(14, 2), *quotation, *invented(15, 3))

    assert not together(group([one, other]), "a", "b")


def test_a_round_up_joins_no_stories_and_belongs_to_none() -> None:
    stories = [invented(seed) for seed in (21, 22, 23)]
    round_up = [p for story in stories for p in story[:3]]
    grouping = group(
        [
            *(telling(f"s{n}", *story) for n, story in enumerate(stories)),
            *(telling(f"c{n}", *story[:4]) for n, story in enumerate(stories)),
            telling("round-up", *round_up),
        ]
    )

    assert len(grouping.stories) == 4
    assert grouping.members["round-up"].parent is None
    assert all(together(grouping, f"s{n}", f"c{n}") for n in range(3))


def test_shared_background_joins_nothing() -> None:
    background = invented(30, 2)
    tellings = [telling(f"a{n}", *invented(31 + n, 3), *background) for n in range(20)]

    assert len(group(tellings).stories) == 20


def test_a_story_that_many_print_stays_one() -> None:
    tellings = [telling(f"a{n}", *STORY, *invented(100 + n, 1)) for n in range(150)]

    assert len(group(tellings).stories) == 1


def test_a_form_filled_with_other_numbers_is_another_story() -> None:
    def report(day: int) -> Telling:
        figures = random.Random(day).sample(range(10, 990), 6)
        lines = [f"{p[:-1]}, {n} in all." for p, n in zip(invented(40), figures, strict=True)]
        return telling(f"day{day}", *lines)

    assert len(group([report(day) for day in range(5)]).stories) == 5


def test_short_texts_are_copies_only_if_equal() -> None:
    line = "Two frigates left the harbor at dawn for a drill."
    grouping = group(
        [
            telling("a", line),
            telling("b", line.upper()),
            telling("c", line.replace("Two", "Three")),
        ]
    )

    assert together(grouping, "a", "b")
    assert not together(grouping, "a", "c")


def test_titles_stand_in_for_texts_that_are_missing() -> None:
    title = "Two frigates leave harbor for drill"
    grouping = group(
        [
            Telling("a", "", title=title),
            Telling("b", " ", title=title + "!"),
            Telling("c", "", title="Opinion"),
            Telling("d", "", title="Opinion"),
            Telling("e", title),
        ]
    )

    assert together(grouping, "a", "b")
    assert len(grouping.stories) == 4


def test_equal_texts_long_apart_are_two_stories() -> None:
    first = date(2024, 1, 1)
    grouping = group(
        [
            telling("a", *STORY, day=first),
            telling("b", *STORY, day=first + timedelta(3)),
            telling("c", *STORY, crawled=first + timedelta(100)),
            telling("d", *STORY[:4], day=first + timedelta(101)),
        ]
    )

    assert together(grouping, "a", "b")
    assert together(grouping, "c", "d")
    assert not together(grouping, "a", "c")


def test_copies_are_found_on_either_side_of_a_block_of_days() -> None:
    first = date(2024, 1, 1)
    for shift in range(0, 30, 3):
        day = first + timedelta(shift)
        one, other = telling("a", *STORY, day=day), telling("b", *STORY[:4], day=day + timedelta(5))

        assert together(group([one, other]), "a", "b")


def test_what_a_copy_kept_and_added() -> None:
    grouping = group(
        [
            telling("a", *STORY, day=date(2024, 1, 1)),
            telling("b", *STORY[:3], *invented(50, 1), day=date(2024, 1, 2)),
        ]
    )
    copy = grouping.members["b"]

    assert (copy.parent, copy.role) == ("a", "copy")
    assert copy.kept == pytest.approx(0.5, abs=0.03)
    assert copy.added == pytest.approx(0.25, abs=0.03)


def test_the_lead_is_the_first_seen() -> None:
    day = date(2024, 1, 2)
    grouping = group(
        [
            telling("late", *STORY, day=day, at=datetime(2024, 1, 2, 9, tzinfo=UTC)),
            telling("unknown hour", *STORY, day=day),
            telling("early", *STORY[:5], day=day, at=datetime(2024, 1, 2, 8, tzinfo=UTC)),
            telling("undated", *STORY),
        ]
    )

    assert [s.members for s in grouping.stories] == [("early", "late", "unknown hour", "undated")]
    assert grouping.stories[0].id == story_id("early")


def test_the_wires_own_print_leads() -> None:
    grouping = group(
        [
            telling("paper", *STORY, day=date(2024, 1, 1), wire="Ardent"),
            telling("wire", *STORY, day=date(2024, 1, 2), wire="Ardent", agency=True),
        ]
    )

    assert grouping.stories[0].lead == "wire"
    assert grouping.stories[0].wire == "Ardent"


def test_an_edition_is_a_copy_within_one_house() -> None:
    days = [date(2024, 1, day) for day in range(1, 5)]
    grouping = group(
        [
            telling("a", *STORY, outlet="North Post", family="Post House", day=days[0]),
            telling("b", *STORY, outlet="South Post", family="Post House", day=days[1]),
            telling("c", *STORY, outlet="Mercury", day=days[2]),
            telling("d", *STORY, day=days[3]),
        ]
    )

    roles = [grouping.members[key].role for key in "abcd"]
    assert roles == ["original", "edition", "copy", "copy"]


def test_an_id_once_published_resolves_when_an_earlier_article_arrives() -> None:
    late = telling("late", *STORY, day=date(2024, 1, 2))
    before = group([late]).stories[0].id
    after = group([late, telling("early", *STORY, day=date(2024, 1, 1))])

    assert after.aliases[before] == after.stories[0].id == story_id("early")


def test_an_id_resolves_when_its_lead_was_withdrawn() -> None:
    tellings = [telling(k, *STORY, day=date(2024, 1, n + 1)) for n, k in enumerate("abc")]
    before = group(tellings)
    after = group(tellings[1:], {m.key: m.story for m in before.members.values()})

    assert after.aliases[story_id("a")] == story_id("b")


def test_no_tellings_no_stories() -> None:
    assert group([]) == Grouping({}, (), {})


def test_hostile_texts_are_grouped_like_any() -> None:
    texts = ["", "\x00", "\ud800 lone", "a " * 200_000, "é" * 50_000, "1 2 " * 9_000, "𝔘 " * 99]
    grouping = group([Telling(str(n), text) for n, text in enumerate(texts)])

    assert len(grouping.members) == len(texts)


def test_a_print_does_not_depend_on_case_accents_or_marks() -> None:
    one = fingerprint("Zelenský’s 3 “tanks” left\u00a0Kyiv")
    other = fingerprint("ZELENSKY'S 3 tanks, left: Kyiv")

    assert one.digest == other.digest
    assert one.words == 6
    assert one.numbers.tolist() == [2]


def test_the_planted_copies_of_the_sample_are_found_and_nothing_else_is_joined() -> None:
    with (SAMPLE / "articles.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    with (SAMPLE / "copies.csv").open(encoding="utf-8", newline="") as file:
        planted: dict[str, set[str]] = defaultdict(set)
        for row in csv.DictReader(file):
            planted[row["story"]].add(row["article_id"])
    grouping = group(
        [
            Telling(r["id"], r["text"], r.get("title"), crawled=date.fromisoformat(r["crawled"]))
            for r in rows
        ]
    )
    found = {frozenset(story.members) for story in grouping.stories if len(story.members) > 1}

    assert found == {frozenset(keys) for keys in planted.values()}
