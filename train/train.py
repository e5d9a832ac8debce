"""
Trains the reader: python train.py ROWS_FOLDER OUT.safetensors [--start WEIGHTS] [--hours H] …

A listwise softmax over all sentences of some windows of a question and one "none of these"; what answers has to carry the
mass. The windows are the right one and others that the finder took for it. In a share of the questions the right window is
left out, or a name, year or opposite is swapped in, and nothing answers.
"""

import random

import torch

from evaluate import evaluate
from loop import begin, held_back, learn, parser
from network import Embedder, Reader
from rows import NAME, as_typed, batch, pieces, vectors, with_another


def arguments():
    options = parser()
    options.add_argument("--mix", default="written:2,own:3,squad:0.4,qed:2", help="how often each set is read an epoch")
    options.add_argument("--questions", type=int, default=6, help="questions a step")
    options.add_argument("--windows", type=int, default=4, help="windows a question")
    options.add_argument("--swapped", type=float, default=0.12)
    options.add_argument("--missing", type=float, default=0.12)
    options.add_argument("--no-context", type=float, default=0.15)
    return options.parse_args()


def tasks(sets, mix):
    """(set, row) for one epoch, in random order; a share below one is a sample."""
    chosen = []
    for name, share in mix.items():
        rows = sets[name].rows if name in sets else []
        chosen += [(name, row) for _ in range(int(share)) for row in rows]
        chosen += [(name, row) for row in random.sample(rows, int(share % 1 * len(rows)))]
    random.shuffle(chosen)
    return chosen


def example(rows, row, names, options):
    """(question, windows, {window: sentences that answer}) as it is read this time."""
    gold = {}
    for window, sentence in row["gold"]:
        gold.setdefault(window, set()).add(sentence)
    others = [window for window in row["windows"] if window not in gold]
    hard = random.sample(others, len(others))
    if not gold:
        return row["question"], hard[: options.windows], {}
    right = random.choice(sorted(gold))
    if random.random() < options.swapped:
        question = with_another(row["question"], rows.text(right), names)
        if question:
            return question, [right] + hard[: options.windows - 1], {}
    if random.random() < options.missing and len(hard) >= options.windows:
        return row["question"], hard[: options.windows], {}
    return row["question"], [right] + hard[: options.windows - 1], gold


def loss_of(model, group, sets, embedder, names, options):
    """Mean loss of some tasks, all in one batch."""
    chosen = []
    for name, row in group:
        question, windows, gold = example(sets[name], row, names, options)
        if windows:
            chosen.append((sets[name], row, as_typed(question) or question, windows, gold))
    pairs, owners, golds = [], [], []
    asked = vectors([question for _, _, question, _, _ in chosen], embedder)
    for (rows, row, question, windows, gold), vector in zip(chosen, asked):
        ids = pieces(question)
        shown = random.random() >= options.no_context
        pairs += [(ids, vector, rows, window, shown) for window in windows]
        owners += [len(golds)] * len(windows)
        golds.append({len(owners) - len(windows) + i: gold[window] for i, window in enumerate(windows) if window in gold})
    inputs, there = batch(pairs)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(*inputs)
    scores, owners = scores.float(), torch.tensor(owners)
    total = 0
    for i, gold in enumerate(golds):
        mine = (owners == i).nonzero().squeeze(1)
        everything = torch.cat([torch.zeros(1), scores[mine][there[mine]]]).logsumexp(0)
        answering = [(place, sentence) for place, sentences in gold.items() for sentence in sentences]
        if not answering:
            total = total + everything
            continue
        total = total + everything - torch.stack([scores[at] for at in answering]).logsumexp(0)
    return total / len(golds)


def main():
    options = arguments()
    mix, sets = begin(options)
    names = sorted({name for rows in sets.values() for row in rows.rows for name in NAME.findall(row["question"])})
    model, embedder = Reader(), Embedder().eval()
    learn(model, options, options.questions, lambda: tasks(sets, mix), lambda group: loss_of(model, group, sets, embedder, names, options))
    for name, rows in held_back(options).items():
        print("held back:", name, evaluate(model, rows, embedder), flush=True)


if __name__ == "__main__":
    main()
