"""Tell how a mention of a place stands in its words: where something is, or who acts.

"in Kyiv", "strikes on Hodeidah", "the Afghan capital": there something is, happens or goes.
"Kyiv said", "American troops", "the US-led coalition": somebody acts. "told reporters in Brussels":
somebody speaks there, and what is spoken of is elsewhere.
"""

import re
from collections.abc import Sequence
from typing import Literal

from analytics.model import Place

Stance = Literal["there", "of", "named"]

_ADJECTIVES = (
    r"(?:(?:the|northern|southern|eastern|western|central|northwest|northeast|southwest|southeast"
    r"|northwestern|northeastern|southwestern|southeastern|north|south|east|west|nearby"
    r"|neighbou?ring|all of|most of|parts of|occupied|mainland|downtown|rural|remote|war-torn"
    r"|(?:north|south|east|west)ern and) ){0,4}"
)
# Right before a place each of these alone tells that something is there: it is in ``_GROUND``.
_SURE = frozenset(
    """in at on upon near into inside across outside around within throughout over through off onto
    to toward towards against targeting bombing bombed shelled striking hitting enter enters
    entered entering reach reaches reached reaching invades invaded invading infiltrate
    infiltrated infiltrating attacked attacking flee fled fleeing leave leaves leaving
    left""".split()
)
# What may stand right before a place that one of the patterns below finds; else none is tried.
_LEADS = _SURE | frozenset(
    """the northern southern eastern western central northwest northeast southwest southeast
    northwestern northeastern southwestern southeastern north south east west nearby neighboring
    neighbouring of occupied mainland downtown rural remote war-torn and for""".split()
)
# What may stand before one of these, and the sides of a country besides.
_BEFORE_LEADS = _LEADS | frozenset(
    """invasion occupation bombardment siege shelling capital outskirts province city town village
    region district rest whole part parts most all government coast airspace skies headed
    bound""".split()
)
_SIDES = ("north", "south", "east", "west", "central")
# After which of these words, and what may then follow, somebody is told to speak.
_AT = frozenset(("in", "at", "to", "on", "near"))
_ADJECTIVE_WORDS = _LEADS - _SURE - {"for"} | frozenset(("all", "most", "parts"))
_GROUND = re.compile(
    r"\b(?:in|at|on|upon|near|into|inside|across|outside|around|within|throughout|over|through|off"
    r"|onto|of (?:the )?(?:north|south|east|west|central)[a-z]{0,8}"
    r"|to|toward|towards|invasion of|occupation of|bombardment of|siege of|bombing of|shelling of"
    r"|capital of|(?:north|south|east|west|outskirts|province|city|town|village|region|district"
    r"|rest|whole|parts?|most|all|government|coast|airspace|skies) of"
    r"|against|targeting|bomb(?:ing|ed)|shelled|striking|hitting|enter(?:s|ed|ing)?|reach(?:es|ed|ing)?"
    r"|(?:left|leaves?|leaving|headed|bound|fled|set off) for"
    rf"|invad(?:es|ed|ing)|infiltrat(?:e|ed|ing)|attack(?:ed|ing)|flee(?:ing)?|fled|inside of"
    rf"|leav(?:e|es|ing)|left) {_ADJECTIVES}$"
)
_RECEIVER = re.compile(
    r"\b(?:to|for|toward|towards|in|on|give|gives|giving|provide|providing|sell|offered|arm"
    rf"|arming|help|helps|helping|support|supporting|assist) {_ADJECTIVES}$"
)
_NOUN_NEXT = re.compile(
    r"[ -](?!(?:and|or|has|have|had|is|was|were|are|to|in|on|for|by|with|over|as|at"
    r"|from|after|since|during|before|will|would|that|which|who|while|when|where|but|last|this"
    r"|next|could|should|may|said|says|alone|itself|again|than|not|more|if|because|until|between"
    r"|under|into|through|about|against|amid|despite|every|each|today|yesterday|so|than)\b)[a-z]"
)
# "the Afghan capital", "an Iraqi border town", "Russian airspace": a nationality that is a place.
_ITS_GROUND = re.compile(
    r" (?:(?:border|port|coastal|frontier|mountain|resort|industrial|eastern|western|northern"
    r"|southern|military|air|naval|army|nuclear|missile|test) ){0,2}"
    r"(?:capital|city|cities|town|towns|village|villages|province|provinces|region|enclave|soil"
    r"|territory|territories"
    r"|airspace|waters|coast|coastline|mainland|countryside|island|islands|side|base|bases"
    r"|airfield|airport|port|outposts?|positions|peninsula|desert|district|oblast|jails?|prisons?"
    r"|hospitals?|schools?|depots?|refiner(?:y|ies))\b"
)
_WHENCE = re.compile(r"\bfrom (?:the )?$")
_SAYS = re.compile(
    r"(?: (?:on )?[a-z]{3,6}day)? (?:said|says|announced|reported|told|confirmed|warned|tweeted)\b"
)
_REGION = re.compile(r" (?:region|area|province|oblast|suburbs?|district)\b")
_TOWN = re.compile(
    r"\b(?:in|near|at|on|of) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[a-z’'-]{3,20}"
    rf"(?: [a-z’'-]{{3,20}})?, {_ADJECTIVES}$"
)
_SPOKEN = re.compile(
    r"\b(?:(?:said|told|says|tells|speaking|spoke)(?: (?:reporters|journalists|lawmakers|them))?"
    r"|(?:speech|statement|interview|briefing|conference|reporters|journalists|summit|talks|meeting"
    r"|met|meet|forum|visit|trip|hearing|signed|brokered|negotiated|accords?|treaty)"
    r"(?: [a-z’'-]{1,14}){0,5})"
    rf" (?:in|at|to|on|near) {_ADJECTIVES}$"
)
# "threats to Iran", "sanctions on Iran", "a deterrent against Iran": of it, and not there.
_ABOUT = {
    "to": frozenset(
        """ambassador ambassadors envoy envoys threat threats threaten threatened according response
        responses reference references refer refers referred referring respond responds responded
        responding close closer closest warning warnings message messages belong belongs belonged
        belonging link links linked signal signals commitment commitments committed ties opposed
        opposition regard regards clear salute ultimatum loyal loyalty allied relates related
        relating alluding alluded connected connection connections concession concessions compared
        similar due thanks add adds addition assurances appeal appealed aligned friendly hostile
        attributed owed point points pointed pointing talk talked talking talks speak speaks
        speaking spoke said says dedicated important vital critical adviser obligation obligations
        apology apologize apologized attention alternative alternatives comes answer answers
        contrast approach attitude right rights challenge challenges""".split()
    ),
    "on": frozenset(
        """sanction sanctions pressure call called calling calls expert experts blame blamed blames
        blaming policy policies focus focused focuses focusing advice stance cooperation option
        options report reports reporting decision decisions restriction restrictions briefed
        briefing briefings differences impact effect effects dependence dependent rely relies
        relied reliance reliant relying revenge vengeance embargo ban tariff tariffs view views
        position bet bets eye eyes intelligence information influence emphasis divided debate
        debates bill resolution resolutions agreement deal discussion discussions talks
        negotiations statement remarks comment comments tough tougher hard harder spy spied spying
        burden concentrate concentrated concentrating depend depends depended impose imposed
        imposes imposing nightmare hopes speech lean leans leaned leaning count counts
        counting""".split()
    ),
    "against": frozenset(
        """sanction sanctions fight fights fighting fought campaign campaigns case cases stand
        complaint complaints evidence deter deterrent deterrents deterrence bulwark defense
        defenses defence defences defend defends defended defending protect protects protected
        protecting protection hedge balance ally allies alliance alliances coalition vote votes
        voted measure measures warn warned warning warnings grudge embargo threat threats retaliate
        retaliated retaliating retaliation allegation allegations charge charges war wars""".split()
    ),
    "over": frozenset(
        """concern concerns concerned tension tensions dispute disputes disagreement disagreements
        alarm anger enraged outrage fear fears split claim claims sovereignty retaliate regret
        resigned influence advantage victory superiority sanctions pressure row crisis war wars
        talks criticism worry worries worried""".split()
    ),
    "toward": frozenset(
        "policy policies strategy attitude hostility step steps stance approach posture".split()
    ),
}
_REACHING = frozenset("reach reaching hitting striking targeting".split())
_MAY = frozenset("to can could may might would of".split())
# "able to hit the cities of Peru and Chile": what may be reached, in a row as well.
_HITTING = _REACHING | frozenset("hit strike target".split())
_ABLE = frozenset("can could may might able capable enough designed".split())
_LINKS = frozenset(("to", "of", "potentially", "theoretically"))
_SOMEWHERE = frozenset("in at from near with by".split())
_ABOUT["towards"] = _ABOUT["toward"]
# "in America's longest war", "in Iran's favour": not there.
_MEASURED = re.compile(
    r" (?:[a-z]{3,9}est|first|second|third|history|wars?|favou?r|interests?|name|view|eyes|place"
    r"|hands|case|relations|ties|orbit|defen[cs]e|budget|plans?|strategy|modern|insistence|request"
    r"|behest|urging|invitation|expense|bidding|instigation|mercy)\b"
    r"| (?:[a-z-]{3,14} ){0,2}(?:attacks?|strikes?|air ?strikes|bombardment|offensive|campaigns?"
    r"|operations?|invasion|assault|raids?|shelling|bombing|incursion|onslaught|retaliation)\b"
)
_WAR = frozenset(("war", "wars"))
_WARS = re.compile(r"\b(?:since|after|of|from|during) (?:the |a |two )?(?:long )?wars? in $")
_IN = re.compile(rf"\b(?:in|at|near|across|inside|within|throughout|over|into) {_ADJECTIVES}$")
_TO = re.compile(r"\b(?:to|for) (?:the )?$")
_GETS = re.compile(
    r" (?:government|military|army|navy|air force|armed forces|forces|people|authorities|authority"
    r"|troops|enclave|territor(?:y|ies)|president|rebels|opposition)\b"
)
# "Sgt. Ann Lee, 34, of Tampa": where somebody is from.
_HOME_OF = re.compile(r", (?:[0-9]{2}, )?(?:of|from) (?:[a-z.’'-]{3,20}, )?$|\bfrom $")


def stance_of(lowered: str, place: Place) -> Stance:
    """Tell how a mention stands: something is there, is of it ("sanctions on"), or it is named."""
    if not _may_be_ground(lowered, place):
        return "named"
    return "of" if _is_about(lowered, place.start) else "there"


def _may_be_ground(lowered: str, place: Place) -> bool:
    start, end, _, _, kind, form, government = place
    after = lowered[end : end + 1]
    if kind == "organisation" or after == "-" or lowered[start - 1 : start] == "-":
        return False
    if form == "demonym":
        return bool(
            _ITS_GROUND.match(lowered, end)
            and not _WHENCE.search(lowered, max(0, start - 10), start)
        )
    if government and not _REGION.match(lowered, end):
        return False
    if form == "abbreviation" and _NOUN_NEXT.match(lowered, end):
        return False
    if lowered[end : end + 2] in ("'s", "’s") and (
        _MEASURED.match(lowered, end + 2) or not _IN.search(lowered, max(0, start - 24), start)
    ):
        return False
    led, prior = _words_before(lowered, start)
    before = max(0, start - 60)
    if kind in ("city", "base", "region", "territory") and form != "capital":
        if _HOME_OF.search(lowered, max(0, start - 24), start):
            return False
    elif not (led in _SURE or (_may_lead(led, prior) and _GROUND.search(lowered, before, start))):
        closed = after in (",", ".", ";", ")", "")
        led_by_town = led in _LEADS or led.endswith(",")
        if not (closed and led_by_town and _TOWN.search(lowered, before, start)):
            return False
    if led == "in" and prior in _WAR and _WARS.search(lowered, before, start):
        return False
    if led in _AT or (led in _ADJECTIVE_WORDS and (prior in _AT or prior in _ADJECTIVE_WORDS)):
        if _SPOKEN.search(lowered, before, start):
            return False
    return not _SAYS.match(lowered, end)


def _words_before(lowered: str, start: int) -> tuple[str, str]:
    """Give the word that stands right before, where a space parts them, and the one before it."""
    end = start - 1
    if end < 1 or lowered[end] != " ":
        return "", ""
    words = lowered[max(0, end - 32) : end].rsplit(None, 2)
    return words[-1] if words else "", words[-2] if len(words) > 1 else ""


def _may_lead(led: str, prior: str) -> bool:
    """Tell the two words before a place with which ``_GROUND`` may end, a look far quicker."""
    if led not in _LEADS:
        return False
    return prior in _BEFORE_LEADS or not prior.isalpha() or prior.startswith(_SIDES)


def _is_about(lowered: str, start: int) -> bool:
    """Tell what is only of a country from what is there: "sanctions on", "a threat to"."""
    words = lowered[max(0, start - 72) : start].split()
    if words and words[-1] == "the":
        words.pop()
    if not _HITTING.isdisjoint(words) and _may_be_reached(words):
        return True
    return len(words) > 1 and words[-2].strip("\"'“”‘’(") in _ABOUT.get(words[-1], ())


def _may_be_reached(words: list[str]) -> bool:
    """Tell what something is able to hit from what it hits."""
    if len(words) > 1 and words[-1] in _REACHING and words[-2] in _MAY:
        return True  # "capable of reaching Peru"
    last = max(i for i, word in enumerate(words) if word in _HITTING)
    lead, after = words[max(0, last - 2) : last], words[last + 1 :]
    able = lead and (lead[-1] in _ABLE or (lead[-1] in _LINKS and lead[0] in _ABLE))
    return bool(able) and _SOMEWHERE.isdisjoint(after) and not any(w[-1] in ".;:" for w in after)


def is_receiver(lowered: str, place: Place) -> bool:
    """Tell whether a sum is said to be for that country."""
    if place.form == "demonym":
        return bool(
            _GETS.match(lowered, place.end)
            and _TO.search(lowered, max(0, place.start - 10), place.start)
        )
    if place.form == "abbreviation" and _NOUN_NEXT.match(lowered, place.end):
        return False
    if lowered[place.end : place.end + 1] == "-":  # "in the China-Pakistan corridor"
        return False
    return bool(_RECEIVER.search(lowered, max(0, place.start - 50), place.start))


def first_of_each(places: Sequence[Place]) -> list[Place]:
    """Leave out what only says a place again: in "Doha, Qatar" the country."""
    kept: list[Place] = []
    end = -9
    for place in places:
        if place.start - end > 3:
            kept.append(place)
        end = place.end
    return kept
