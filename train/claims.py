"""Training rows of claims: those that were written, those made from questions with their answers, those made from sentences."""

import random
import re

from rows import NAME, OPPOSITES

# What a sentence of a text is to a claim.
NOTHING, SUPPORTS, DIFFERS = range(3)

NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# Beyond the words of OPPOSITES: what turns a statement round.
TURNS = {
    "all": ["some", "few", "none of the"], "some": ["all", "none of the"], "always": ["never", "sometimes"], "never": ["always", "often"],
    "every": ["no", "only one"], "only": ["not only", "also"], "without": ["with"], "with": ["without"], "can": ["cannot"], "must": ["need not", "must not"],
    "cannot": ["can"], "inside": ["outside"], "above": ["below"], "below": ["above"], "early": ["late"], "late": ["early"], "free": ["paid"],
    "higher": ["lower"], "lower": ["higher"], "longer": ["shorter"], "larger": ["smaller"], "smaller": ["larger"], "faster": ["slower"], "rose": ["fell"],
    "fell": ["rose"], "gained": ["lost"], "accepted": ["rejected"], "rejected": ["accepted"], "public": ["private"], "private": ["public"], "same": ["different"],
    "at least": ["at most"], "at most": ["at least"], "more than": ["less than"], "less than": ["more than"], "required": ["optional"], "optional": ["required"],
}  # fmt: skip
TURN = re.compile(r"\b(" + "|".join(sorted(map(re.escape, list(TURNS) + list(OPPOSITES)), key=len, reverse=True)) + r")\b", re.I)
AUXILIARY = re.compile(r"\b(is|was|are|were|can|will|has|have|had|could|would|should|must|may|do|does|did)\b( not\b|n't\b)?", re.I)
QUESTION_WORDS = re.compile(r"\b(who|whom|what|which|when|where|how many|how much|how long|how old|how often)\b", re.I)


def another_number(text):
    """The number written otherwise by a believable error."""
    digits = text.replace(",", "")
    if "." in digits:
        return f"{float(digits) * random.choice([0.5, 0.8, 1.2, 1.5, 2]):.1f}"
    value = int(digits)
    if 1000 <= value <= 2100 and "," not in text:
        return str(value + random.choice([-30, -10, -5, -2, -1, 1, 2, 3, 10, 20]))
    if value <= 20:
        return str(max(0, value + random.choice([-3, -2, -1, 1, 2, 3, 5])))
    other = round(value * random.choice([0.1, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 2, 10]))
    return f"{other:,}" if "," in text else str(other)


def changes(text, names):
    """(match, what stands there instead) of all the ways to make a sentence say something else."""
    found = [(m, another_number(m[0])) for m in NUMBER.finditer(text)] * 2
    for words in (MONTHS, DAYS):
        found += [(m, random.choice([w for w in words if w != m[0]])) for m in re.finditer(r"\b(" + "|".join(words) + r")\b", text)] * 2
    found += [(m, random.choice([w for w in NUMBER_WORDS if w != m[0]])) for m in re.finditer(r"\b(" + "|".join(NUMBER_WORDS) + r")\b", text)]
    found += [(m, random.choice(names)) for m in NAME.finditer(text)]
    found += [(m, random.choice(TURNS.get(m[0].lower()) or [OPPOSITES[m[0].lower()]])) for m in TURN.finditer(text) if m[0].lower() in TURNS or m[0].lower() in OPPOSITES] * 2
    found += [(m, m[1] if m[2] else m[1] + " not") for m in list(AUXILIARY.finditer(text))[:1]] * 2
    return [(m, other) for m, other in found if m[0] != other]


def changed(text, names):
    """A sentence with one thing changed, swapped or denied; None where there is nothing to change."""
    named = [m for m in NAME.finditer(text)]
    if len(named) > 1 and named[0][0] != named[-1][0] and random.random() < 0.2:
        a, b = named[0], named[-1]
        return text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]
    found = changes(text, names)
    if not found:
        return None
    match, other = random.choice(found)
    return text[: match.start()] + other + text[match.end() :]


def shortened(text):
    """A sentence without what it says in brackets, or without one of its later clauses: it still says what is left."""
    text = re.sub(r" ?\([^()]*\)", "", text) if random.random() < 0.7 else text
    parts = re.split(r"(?<=\w), (?=\w)", text.rstrip("."))
    if len(parts) > 2 and random.random() < 0.4:
        parts.pop(random.randrange(1, len(parts) - 1))
    return ", ".join(parts)


def statement(question, answer):
    """
    A question with its answer as a statement, in the clipped way of a headline: `When was X built?` and `1887` make
    `X built in 1887`. None for questions that begin otherwise.
    """
    asked = QUESTION_WORDS.search(question)
    text = question.strip().rstrip("?").strip()
    if not asked or len(answer) > 80:
        return None
    word, rest = asked[0].lower(), text[asked.end() :].strip()
    lead = text[: asked.start()].strip()
    if lead and not re.fullmatch(r"(?:in|on|at|for|to|by|with|from|of|about|during|under|through)", lead, re.I):
        # The question word comes last: `X was built in what year`.
        return f"{lead} {answer}" if rest.count(" ") < 2 else None
    aux = re.match(r"(?:\w+ ){0,3}?\b(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must)\b ", rest + " ", re.I)
    place = {"when": "in", "where": "in"}.get(word, lead.lower())
    if word in ("who", "what") and not lead:
        begins = re.match(r"(is|are|was|were|did|does|do|can|could|has|have|had|will|would|should) (.*)", rest, re.I)
        if not begins:
            return f"{answer} {rest}"
        verb, body = begins[1].lower(), begins[2]
        if verb in ("did", "does", "do", "can", "could", "has", "have", "had", "will", "would", "should"):
            return f"{body} {answer}"
        return random.choice([f"{body} {verb} {answer}", f"{answer} {verb} {body}"])
    if not aux:
        return f"{answer} {rest}" if word.startswith("how") else re.sub(r"^\w+ ?", f"{answer} ", rest, count=1)
    noun, body = rest[: aux.start(1)].strip(), rest[aux.end() :].strip()
    kept = f" {noun}" if noun and word.startswith("how") and noun.lower() not in answer.lower() else ""
    joint = f" {place}" if place and not answer.lower().startswith(("in ", "on ", "at ", "during ", "from ")) else ""
    return f"{body}{joint} {answer}{kept}"


def kind_of(answer):
    """What an answer is, as far as its form tells, so that another of the same kind can be put in its place."""
    if re.search(r"\b(1[0-9]{3}|20[0-9]{2})\b", answer):
        return "year"
    if NUMBER.search(answer):
        return "number"
    return "name" if re.match(r"(?:the )?[A-Z]", answer) else "words"


def answers_by_kind(rows):
    """The short answers of each text: {(text, kind): [answer]}."""
    found = {}
    for row in rows.rows:
        if row.get("answer"):
            found.setdefault((row["doc"], kind_of(row["answer"])), []).append(row["answer"])
    return found


def claim_of(row, others, text):
    """
    (claim, label) of a question: with its answer it is supported; with the answer to another question of the same text,
    of the same kind, it differs. None where that makes no statement.
    """
    answer = row["answer"]
    if random.random() < 0.5:
        claim = statement(row["question"], answer)
        return claim and (claim, SUPPORTS)
    low = answer.lower()
    if kind_of(answer) in ("year", "number") and random.random() < 0.5:
        match = random.choice(list(NUMBER.finditer(answer)))
        other = answer[: match.start()] + another_number(match[0]) + answer[match.end() :]
    else:
        choices = [o for o in random.sample(others, min(8, len(others))) if o.lower() not in low and low not in o.lower()]
        # One that stands beside the right answer is the harder one.
        near = [o for o in choices if o in text]
        if not choices:
            return None
        other = random.choice(near or choices)
    claim = statement(row["question"], other)
    return claim and other != answer and (claim, DIFFERS)
