"""
Trains the reader: python train.py ROWS_FOLDER OUT.safetensors [--start WEIGHTS] [--hours H] …

A listwise softmax over all sentences of some windows of a question and one "none of these"; what answers has to carry the
mass. The windows are the right one and others that the finder took for it. In a share of the questions the right window is
left out, or a name, year or opposite is swapped in, and nothing answers.
"""

import argparse
import os
import random
import time

import torch
import torch.nn.functional as F

from evaluate import evaluate
from network import FROZEN, Embedder, Reader, load, save, trained
from rows import NAME, Rows, as_typed, batch, pieces, vectors, with_another

MEAN_DECAY = 0.998


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("out")
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--hours", type=float, default=1.0, help="of processor time on each thread, so that what else runs does not count")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--least", type=float, default=0.02, help="share of the rate at the end")
    parser.add_argument("--mix", default="written:2,own:3,squad:0.4,qed:2", help="how often each set is read an epoch")
    parser.add_argument("--questions", type=int, default=6, help="questions a step")
    parser.add_argument("--windows", type=int, default=4, help="windows a question")
    parser.add_argument("--swapped", type=float, default=0.12)
    parser.add_argument("--missing", type=float, default=0.12)
    parser.add_argument("--no-context", type=float, default=0.15)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


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
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    mix = {name: float(share) for name, share in (part.split(":") for part in options.mix.split(","))}
    sets = {name: Rows(f"{options.folder}/{name}.jsonl") for name in mix if os.path.exists(f"{options.folder}/{name}.jsonl")}
    held = {name: rows for name, rows in ((f, Rows(f"{options.folder}/held/{f}.jsonl")) for f in ("written", "own", "chat", "qed") if os.path.exists(f"{options.folder}/held/{f}.jsonl"))}
    names = sorted({name for rows in sets.values() for row in rows.rows for name in NAME.findall(row["question"])})
    model, embedder = Reader(), Embedder().eval()
    if options.start:
        load(model, options.start)
    for name, weight in model.named_parameters():
        weight.requires_grad = not name.startswith(FROZEN)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=options.rate, weight_decay=0.01, fused=True)
    mean = {name: value.clone() for name, value in trained(model).items()}
    start, step, recent, queue = time.process_time(), 0, [], []
    spent = lambda: (time.process_time() - start) / options.threads
    model.train()
    while (done := spent() / 3600 / options.hours) < 1:
        if len(queue) < options.questions:
            queue = tasks(sets, mix)
            print(len(queue), "questions an epoch", flush=True)
        group, queue = queue[: options.questions], queue[options.questions :]
        rate = options.rate * min(1, (step + 1) / 100) * max(options.least, 1 - done)
        for part in optimizer.param_groups:
            part["lr"] = rate
        loss = loss_of(model, group, sets, embedder, names, options)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        recent.append(loss.item())
        with torch.no_grad():
            for name, value in trained(model).items():
                mean[name].lerp_(value, 1 - min(MEAN_DECAY, (step + 1) / (step + 10)))
        if step % 100 == 0:
            print(f"{step} loss {sum(recent[-100:]) / 100:.3f} rate {rate:.1e} {spent() / step:.2f} s a step, {100 * done:.0f} %", flush=True)
        if step % 500 == 0:
            save(mean, options.out)
    save(mean, options.out)
    save(trained(model), options.out.replace(".safetensors", ".last.safetensors"))
    model.load_state_dict(mean, strict=False)
    for name, rows in held.items():
        print("held back:", name, evaluate(model, rows, embedder), flush=True)


if __name__ == "__main__":
    main()
