"""Rows made up for the tests."""

import json
import os
import tempfile

import numpy as np
import torch

from rows import Rows, pieces

SENTENCES = ["The mill burned down in 1911.", "Agnes Rowe sold nine hundred eggs at the fair.", "Nobody was hurt."]


def window(doc, texts):
    return {
        "doc": doc,
        "context": pieces("The fair"),
        "sentences": [{"text": text, "ids": pieces(text), "answers": text != "Nobody was hurt."} for text in texts],
    }


def rows_of(rows, windows):
    """`Rows` of a file with these, whose sentences have the vectors (1, 0, …), (0, 1, …) and so on."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.jsonl")
        with open(path, "w", encoding="utf8") as file:
            for line in [{"windows": windows}, *rows]:
                file.write(json.dumps(line) + "\n")
        read = Rows(path)
    read.vectors = np.eye(384, dtype=np.float16)[: read.firsts[-1]]
    return read


def nowhere(ids, mask):
    """An embedder that has one vector for everything."""
    return torch.ones((len(ids), 384)) / 384**0.5
