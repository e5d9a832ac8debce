"""Sentences of texts said otherwise, and what one clause of them says: for true claims that are near to the text, and false ones."""

import random
import re

from claims import NUMBER
from rows import NAME

# Words and numbers of which one may stand for the other, a line a group.
SAME = """
    allowed|permitted
    not allowed|forbidden|prohibited
    can't|cannot|can not
    isn't|is not
    aren't|are not
    doesn't|does not
    don't|do not
    didn't|did not
    wasn't|was not
    won't|will not
    couldn't|could not
    about|around|roughly|approximately
    every day|daily
    every week|weekly|once a week
    every month|monthly
    every year|yearly|annually|each year
    a week|per week|each week
    every|each
    however|but
    also|too|as well
    must|has to|needs to
    begins|starts
    began|started
    ends|finishes
    ended|finished
    big|large
    small|little
    buy|purchase
    bought|purchased
    build|construct
    built|constructed
    help|assist
    show|display
    shown|displayed
    use|utilise
    get|receive
    gets|receives
    got|received
    need|require
    needs|requires
    many|a lot of|lots of
    biggest|largest
    quickly|fast
    whole|entire
    kids|children
    near|close to
    more than|over
    less than|under|below
    at least|no fewer than
    at most|no more than
    7 days|a week|one week|seven days
    14 days|two weeks|a fortnight
    24 hours|a day|one day
    48 hours|two days
    60 minutes|an hour|one hour
    30 minutes|half an hour
    12 months|a year|one year
    12|twelve|a dozen
    2|two
    3|three
    4|four
    5|five
    6|six
    7|seven
    8|eight
    9|nine
    10|ten
    percent|per cent|%
    euros|EUR
    dollars|USD
    January|Jan
    February|Feb
    September|Sept
    December|Dec
    until|till
    before|prior to
    maybe|perhaps
    called|named
    person|individual
    people|persons
    company|firm
    job|position
    jobs|positions
    price|cost
    photo|picture
    movie|film
    doctor|physician
"""
WAYS = {word.lower(): [other for other in group if other != word] for group in (line.strip().split("|") for line in SAME.strip().splitlines()) for word in group}
WAY = re.compile(r"(?<![\w-])(?<!\d[,.])(" + "|".join(sorted(map(re.escape, WAYS), key=len, reverse=True)) + r")(?![\w-]|[,.]\d)", re.I)
LEADING = re.compile(r"^((?:In|On|At|During|Since|After|Before|For|From|By|Within|Until) [^,]{3,40}), (?=\w)")
SMALL_WORDS = re.compile(r" (?:already|also|however|just|very|really|only recently|recently|usually|currently|simply|quite|generally|actually|therefore|then)(?= )")


def retold(text):
    """The same with other words: synonyms, numbers spelled, what leads put last, small words left out."""
    ways = list(WAY.finditer(text))
    for match in sorted(random.sample(ways, min(len(ways), random.choice([0, 1, 1, 2, 3]))), key=lambda m: -m.start()):
        other = random.choice(WAYS[match[0].lower()])
        text = text[: match.start()] + (other.capitalize() if match[0][0].isupper() and match.start() == 0 else other) + text[match.end() :]
    leading = LEADING.match(text)
    if leading and random.random() < 0.5:
        rest = text[leading.end() :].rstrip(".")
        text = rest[:1].upper() + rest[1:] + " " + leading[1][0].lower() + leading[1][1:] + "."
    return SMALL_WORDS.sub("", text) if random.random() < 0.3 else text


def said(subject, predicate):
    """A clause by itself."""
    return f"{subject[:1].upper()}{subject[1:]} {predicate}."


def crossed(clauses):
    """
    What one clause of a sentence says, of what another is about or with a name or number of the other; None where both have the
    same subject and nothing to exchange.
    """
    (subject, predicate), (other_subject, other_predicate) = random.sample(clauses, 2)
    pattern = random.choice([NUMBER, NAME])
    own = [m for m in pattern.finditer(predicate) if m[0] not in other_predicate]
    others = [m[0] for m in pattern.finditer(other_predicate) if m[0] not in predicate]
    if subject != other_subject and (random.random() < 0.6 or not own or not others):
        return said(other_subject, predicate)
    if not own or not others:
        return None
    match = random.choice(own)
    return said(subject, predicate[: match.start()] + random.choice(others) + predicate[match.end() :])
