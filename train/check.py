"""
Trains the checker: python check.py ROWS_FOLDER OUT.safetensors --start READER.safetensors [--hours H] …

For each claim one window with the sentence that speaks to it, mostly cut to a few sentences around it, and one other
that the finder took for it. A softmax over nothing, supports, differs runs for each sentence. Beside the claims that were
written there are those made from questions with short answers and from sentences, each time anew.
"""

import random

import numpy as np
import torch
import torch.nn.functional as F

from claims import DIFFERS, NOTHING, SUPPORTS, answers_by_kind, changed, claim_of, kind_of, shortened
from evaluate import auroc
from loop import begin, held_back, learn, parser
from network import Checker
from retell import crossed, retold, said
from rows import NAME, inputs_of, pieces

# As in src/model/networks.ts.
MAX_CLAIM_PIECES = 64

READ = 4


def arguments():
    options = parser()
    options.add_argument("--mix", default="open:1,own:1,squad:0.3,copies:0.1", help="how often each set is read an epoch; copies: share of sentences as claims")
    options.add_argument("--claims", type=int, default=12, help="claims a step")
    return options.parse_args()


def label_of(row):
    return NOTHING if row["abstain"] or not row["gold"] else SUPPORTS if row["agree"] else DIFFERS


def cut(sentences, at):
    """(first, end): a run of sentences around one, as a window elsewhere might hold it."""
    if random.random() < 0.1:
        return 0, len(sentences)
    before, after = (min(random.randint(0, 2), random.randint(0, 3)) for _ in range(2))
    return max(0, at - before), min(len(sentences), at + 1 + after)


class Example:
    """A claim with windows as it is read this time: `parts` (context, [sentence ids], {sentence: label}), one a window."""

    def __init__(self, rows, claim, label, gold, others):
        self.claim, self.parts = claim, []
        places = {}
        for window, sentence in gold:
            places.setdefault(window, set()).add(sentence)
        for window, said in [(w, places[w]) for w in random.sample(sorted(places), min(1, len(places)))] + [(w, set()) for w in others]:
            self.add(rows.windows[window], said, label)

    def add(self, window, said, label):
        sentences = window["sentences"]
        first, end = cut(sentences, random.choice(sorted(said)) if said else random.randrange(len(sentences)))
        context = window["context"] if random.random() > 0.15 else []
        labels = {i - first: label for i in said if first <= i < end}
        self.parts.append((context, [s["ids"] for s in sentences[first:end]], labels))


def others_of(row, gold, most):
    """Windows of the row that the claim is not about."""
    right = {window for window, _ in gold}
    wrong = [window for window in row["windows"] if window not in right]
    return random.sample(wrong[:6], min(int(most), len(wrong[:6])))


def written(rows, row):
    label = label_of(row)
    return Example(rows, row["question"], label, row["gold"], others_of(row, row["gold"], 2 if label == NOTHING else random.random() < 0.4))


def asked(rows, row, answers):
    made = claim_of(row, answers[row["doc"], kind_of(row["answer"])], rows.text(row["gold"][0][0]))
    return made and Example(rows, made[0], made[1], row["gold"][:1], others_of(row, row["gold"], random.random() < 0.4))


def copied(rows, window, names):
    """A sentence as a claim: as it stands or retold, shortened or one clause of it, half of them with one thing changed."""
    sentences = rows.windows[window]["sentences"]
    long_enough = [i for i, s in enumerate(sentences) if 8 <= len(s["ids"]) <= 50 and s["answers"] and not s["text"].endswith("?")]
    if not long_enough:
        return None
    compound = [i for i in long_enough if sentences[i].get("clauses")]
    at = random.choice(compound if compound and random.random() < 0.6 else long_enough)
    claim, label = copy_of(sentences[at]["text"], sentences[at].get("clauses", []), names)
    # Now and then another window, which has nothing of it.
    others = [random.randrange(len(rows.windows))] if random.random() < 0.3 else []
    return Example(rows, claim, label, [[window, at]], others)


def copy_of(text, clauses, names):
    """(claim, label) of a sentence and its clauses."""
    text = shortened(text)
    if clauses and random.random() < 0.75:
        other = crossed(clauses) if len(clauses) > 1 and random.random() < 0.35 else None
        if other:
            return retold(other) if random.random() < 0.4 else other, DIFFERS
        text = said(*random.choice(clauses))
    if random.random() < 0.7:
        text = retold(text)
    other = changed(text, names) if random.random() < 0.5 else None
    return other or text, DIFFERS if other else SUPPORTS


def as_typed(claim):
    """Without its full stop, in small letters or short in some cases, as in a chat."""
    if random.random() < 0.4:
        claim = claim.rstrip(".!")
    return claim.lower() if random.random() < 0.12 else claim


def epoch(sets, mix):
    """Makers of the examples of one epoch, in random order."""
    names = sorted({name for rows in sets.values() for row in rows.rows for name in NAME.findall(row["question"])})
    makers = []
    for name, rows in sets.items():
        share = mix[name]
        answers = answers_by_kind(rows)
        lists = [rows.rows] * int(share) + [random.sample(rows.rows, int(share % 1 * len(rows.rows)))]
        for row in (row for part in lists for row in part):
            if answers and row.get("answer") and row["gold"]:
                makers.append(lambda rows=rows, row=row, answers=answers: asked(rows, row, answers))
            elif not answers:
                makers.append(lambda rows=rows, row=row: written(rows, row))
        copies = random.sample(range(len(rows.windows)), int(mix.get("copies", 0) * len(rows.windows)))
        makers += [lambda rows=rows, window=window: copied(rows, window, names) for window in copies]
    random.shuffle(makers)
    return makers


def logits_of(model, examples):
    """(logits [n, 3], label) of each window of some claims."""
    pairs, labels = [], []
    for one in examples:
        ids = pieces(as_typed(one.claim))
        for context, sentences, said in one.parts:
            pairs.append((ids, context, sentences))
            labels.append(said)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        verdicts = model(*inputs_of(pairs, MAX_CLAIM_PIECES))
    return [(own[: len(pair[2])].float(), said) for own, pair, said in zip(verdicts, pairs, labels)]


def loss_of(model, examples):
    """Of what speaks to the claim and of the sentences that do not, of the latter most of the hardest."""
    total = 0
    for own, said in logits_of(model, examples):
        target = torch.tensor([said.get(i, NOTHING) for i in range(len(own))])
        each = F.cross_entropy(own, target, reduction="none")
        quiet = torch.tensor([i not in said for i in range(len(own))])
        if said:
            total = total + each[~quiet].mean()
        if quiet.any():
            others = each[quiet]
            total = total + (0.3 if said else 0.7) * (others.mean() + others.max()) / 2
    return total / len(examples)


@torch.no_grad()
def scores_of(model, rows, chosen):
    """Of each row the verdicts (probabilities) of all sentences of the first windows: [(window, sentence, [3])]."""
    jobs = [(i, window) for i, row in enumerate(chosen) for window in row["windows"][:READ]]
    jobs.sort(key=lambda job: sum(len(s["ids"]) for s in rows.windows[job[1]]["sentences"]))
    read = [[] for _ in chosen]
    for first in range(0, len(jobs), 32):
        part = jobs[first : first + 32]
        pairs = [(pieces(chosen[i]["question"]), rows.windows[w]["context"], [s["ids"] for s in rows.windows[w]["sentences"]]) for i, w in part]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            verdicts = model(*inputs_of(pairs, MAX_CLAIM_PIECES)).float().softmax(-1)
        for (i, window), own in zip(part, verdicts):
            read[i] += [(window, s, own[s].tolist()) for s, one in enumerate(rows.windows[window]["sentences"]) if one["answers"]]
    return read


def evaluate(model, rows):
    """How well the highest chance of support tells true claims from the others, and what speaks to a claim from what does not."""
    was = model.training
    model.eval()
    support = {label: [] for label in (NOTHING, SUPPORTS, DIFFERS)}
    spoken = {label: [] for label in support}
    agree, differ, right = [], [], []
    for row, read in zip(rows.rows, scores_of(model, rows, rows.rows)):
        label = label_of(row)
        window, sentence, best = min(read, key=lambda one: one[2][NOTHING], default=(0, 0, [1, 0, 0]))
        support[label].append(max((one[2][SUPPORTS] for one in read), default=0))
        spoken[label].append(1 - best[NOTHING])
        if label != NOTHING:
            right.append([window, sentence] in row["gold"])
            (agree if label == SUPPORTS else differ).append(best[SUPPORTS] / max(1e-9, best[SUPPORTS] + best[DIFFERS]))
    model.train(was)
    bar = np.quantile(support[NOTHING] + support[DIFFERS], 0.92)
    return {
        "n": {name: len(support[label]) for label, name in enumerate(("nothing", "supports", "differs"))},
        "supported/others": round(auroc(support[SUPPORTS], support[NOTHING] + support[DIFFERS]), 3),
        "speaks/nothing": round(auroc(spoken[SUPPORTS] + spoken[DIFFERS], spoken[NOTHING]), 3),
        "supports/differs": round(auroc(agree, differ), 3),
        "right sentence": round(100 * float(np.mean(right)), 1),
        "found at 8 % wrongly": round(100 * float(np.mean([s > bar for s in support[SUPPORTS]])), 1),
    }


def main():
    options = arguments()
    mix, sets = begin(options)
    model = Checker()
    made = lambda group: [one for one in (make() for make in group) if one and one.parts]
    learn(model, options, options.claims, lambda: epoch(sets, mix), lambda group: loss_of(model, made(group)))
    for name, rows in held_back(options).items():
        print("held back:", name, evaluate(model, rows), flush=True)


if __name__ == "__main__":
    main()
