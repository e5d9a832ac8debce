"""What a reader is worth on rows of texts that it has not seen: python evaluate.py WEIGHTS ROWS.jsonl …"""

import sys

import numpy as np
import torch

from network import Embedder, Reader, load
from rows import Rows, batch, pieces, vectors

READ = 8


def auroc(higher, lower):
    """Probability that one of `higher` lies above one of `lower`."""
    if not higher or not lower:
        return float("nan")
    both = np.array(higher + lower)
    _, ranks, counts = np.unique(both, return_inverse=True, return_counts=True)
    places = (np.cumsum(counts) - (counts - 1) / 2)[ranks]
    return float((places[: len(higher)].sum() - len(higher) * (len(higher) + 1) / 2) / (len(higher) * len(lower)))


@torch.no_grad()
def scores_of(model, rows, embedder, chosen):
    """For each chosen row: [(score, window, sentence)], best first."""
    asked = vectors([row["question"] for row in chosen], embedder)
    jobs = [(i, window) for i, row in enumerate(chosen) for window in row["windows"][:READ]]
    jobs.sort(key=lambda job: sum(len(s["ids"]) for s in rows.windows[job[1]]["sentences"]))
    ranked = [[] for _ in chosen]
    for first in range(0, len(jobs), 32):
        part = jobs[first : first + 32]
        inputs, there = batch([(pieces(chosen[i]["question"]), asked[i], rows, window, True) for i, window in part])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(*inputs).float()
        for (i, window), own, real in zip(part, scores, there):
            ranked[i] += [(score, window, s) for s, score in enumerate(own.tolist()) if real[s]]
    return [sorted(one, reverse=True) for one in ranked]


def evaluate(model, rows, embedder, limit=1500):
    """R@1 and R@5 in percent, how well right answers are told from wrong ones and from near misses, R@1 by kind."""
    was = model.training
    model.eval()
    chosen = rows.rows[:: max(1, len(rows.rows) // limit)]
    right, wrong, near, ranks, kinds = [], [], [], [], {}
    for row, ranked in zip(chosen, scores_of(model, rows, embedder, chosen)):
        scores = np.array([score for score, _, _ in ranked] or [-20.0])
        first = float(np.exp(scores[0]) / (1 + np.exp(scores).sum()))
        if row["abstain"]:
            near.append(first)
            continue
        gold = {tuple(place) for place in row["gold"]}
        rank = next((i for i, (_, window, s) in enumerate(ranked) if (window, s) in gold), 99)
        ranks.append(rank)
        (right if rank == 0 else wrong).append(first)
        kinds.setdefault(row["kind"], []).append(rank == 0)
    model.train(was)
    bar = np.quantile(near, 0.8) if near else 0.5
    percent = lambda hits: round(100 * float(np.mean(list(hits))), 1)
    share = lambda sure: round(100 * sum(p > bar for p in sure) / len(ranks), 1)
    return {
        "n": len(ranks),
        "R@1": percent(rank < 1 for rank in ranks),
        "R@5": percent(rank < 5 for rank in ranks),
        "right/wrong": round(auroc(right, wrong), 3),
        "right/near": round(auroc(right, near), 3),
        "at 80 % of near misses declined": {"right": share(right), "wrong": share(wrong)},
        "kinds": {kind: f"{sum(hits)}/{len(hits)}" for kind, hits in sorted(kinds.items())},
    }


if __name__ == "__main__":
    model, embedder = Reader(), Embedder().eval()
    load(model, sys.argv[1])
    for path in sys.argv[2:]:
        print(path, evaluate(model, Rows(path), embedder))
