"""The training rows: what `rows.mjs` wrote, made into batches; and questions changed so that the reader learns from them."""

import json
import os
import random
import re

import numpy as np
import torch
from tokenizers import Tokenizer

from network import Embedder, base_folder

TOKENIZER = Tokenizer.from_file(base_folder() + "/tokenizer.json")
TOKENIZER.no_truncation()
TOKENIZER.no_padding()
CLS, SEP = TOKENIZER.token_to_id("[CLS]"), TOKENIZER.token_to_id("[SEP]")

# As in src/model/networks.ts; a question of 300 characters has some 70 pieces.
MAX_QUESTION_PIECES = 48
MAX_VECTOR_PIECES = 254


def pieces(text):
    return TOKENIZER.encode(text, add_special_tokens=False).ids


class Rows:
    """
    One file of `rows.mjs`. Its first line holds the windows `{doc, context: [ids], sentences: [{text, ids, answers}]}`
    (a heading or a question is read, but answers nothing), each other line a row `{question, doc, kind, abstain,
    windows: [found, best first], gold: [[window, sentence]]}`; claims also have `agree`, 1 or 0, questions
    with a short answer `answer`.
    """

    def __init__(self, path):
        self.path, self.vectors = path, None
        with open(path, encoding="utf8") as file:
            self.windows = json.loads(file.readline())["windows"]
            self.rows = [json.loads(line) for line in file]
        self.firsts = np.cumsum([0] + [len(window["sentences"]) for window in self.windows])

    def vectors_of(self, window):
        """Of a window's sentences."""
        if self.vectors is None:
            self.vectors = sentence_vectors(self.path, self.windows)
        return self.vectors[self.firsts[window] : self.firsts[window + 1]]

    def text(self, window):
        return " ".join(sentence["text"] for sentence in self.windows[window]["sentences"])


@torch.no_grad()
def vectors(texts, embedder):
    """Texts -> [n, hidden], in half precision."""
    ids = [[CLS] + pieces(text)[:MAX_VECTOR_PIECES] + [SEP] for text in texts]
    out = np.zeros((len(ids), 384), np.float16)
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    for first in range(0, len(order), 64):
        part = order[first : first + 64]
        longest = max(len(ids[i]) for i in part)
        padded = torch.tensor([ids[i] + [0] * (longest - len(ids[i])) for i in part])
        out[part] = embedder(padded, (padded > 0).long()).float().numpy()
    return out


def sentence_vectors(path, windows):
    """Of all sentences, in the order of the windows; kept beside the rows."""
    kept = path + ".vectors.npy"
    if not os.path.exists(kept):
        embedder = Embedder().eval()
        np.save(kept, vectors([s["text"] for w in windows for s in w["sentences"]], embedder))
    return np.load(kept)


def inputs_of(pairs, most_pieces=MAX_QUESTION_PIECES):
    """`pairs`: (question ids, context ids, [sentence ids]) -> ids, types, mask [b, t] and member [b, n, t]."""
    inputs = []
    for question, context, sentences in pairs:
        ids = [CLS] + question[:most_pieces] + [SEP]
        types, owner = [0] * len(ids), [-1] * len(ids)
        for number, part in [(-1, context), *enumerate(sentences), (-1, [SEP])]:
            ids, types, owner = ids + part, types + [1] * len(part), owner + [number] * len(part)
        inputs.append((ids, types, owner))
    longest = max(len(ids) for ids, _, _ in inputs)
    most = max(len(sentences) for _, _, sentences in pairs)
    ids, types, mask, owner = (torch.zeros((len(pairs), longest), dtype=torch.long) for _ in range(4))
    owner -= 1
    for i, one in enumerate(inputs):
        length = len(one[0])
        ids[i, :length], types[i, :length], owner[i, :length] = (torch.tensor(part) for part in one)
        mask[i, :length] = 1
    return ids, types, mask, (owner[:, None, :] == torch.arange(most)[None, :, None]).float()


def batch(pairs):
    """
    `pairs`: (question ids, question vector, rows, window, whether to show its context) -> what the reader takes, and
    which sentences there are [b, n].
    """
    parts = [(rows.windows[window], shown) for _, _, rows, window, shown in pairs]
    contexts = [window["context"] if shown else [] for window, shown in parts]
    sentences = [[s["ids"] for s in window["sentences"]] for window, _ in parts]
    ids, types, mask, member = inputs_of(list(zip([pair[0] for pair in pairs], contexts, sentences)))
    shape = member.shape[:2]
    cosine, there = torch.zeros(shape), torch.zeros(shape, dtype=torch.bool)
    for i, (_, vector, rows, window, _) in enumerate(pairs):
        own = rows.vectors_of(window)
        cosine[i, : len(own)] = torch.from_numpy(own.astype(np.float32) @ vector.astype(np.float32))
        there[i, : len(own)] = torch.tensor([s.get("answers", True) for s in rows.windows[window]["sentences"]])
    return (ids, types, mask, member, cosine), there


OPPOSITES = dict(
    pair
    for one, other in [
        ("first", "last"), ("north", "south"), ("east", "west"), ("largest", "smallest"), ("highest", "lowest"),
        ("before", "after"), ("increase", "decrease"), ("most", "least"), ("oldest", "youngest"), ("more", "fewer"),
        ("win", "lose"), ("won", "lost"), ("male", "female"), ("men", "women"), ("buy", "sell"), ("bought", "sold"),
        ("enable", "disable"), ("open", "close"), ("start", "stop"), ("add", "remove"), ("minimum", "maximum"),
        ("old", "new"), ("cheaper", "dearer"), ("allowed", "forbidden"), ("import", "export"), ("up", "down"),
    ]
    for pair in ((one, other), (other, one))
)  # fmt: skip
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
WORD = re.compile(r"\b[a-z]+\b")
FUNCTION_WORDS = set("a an the is are was were do does did of to for in on at it there that so ok hey um please can could".split())


def with_another(question, text, names):
    """The question with a name, year or opposite in it that the text does not have; None where there is nothing to swap."""
    low, choices = text.lower(), []
    for match in NAME.finditer(question):
        strange = [name for name in random.sample(names, 12) if name.lower() not in low]
        if match[0].lower() in low and strange:
            choices.append((match, strange[0]))
    for match in YEAR.finditer(question):
        year = str(int(match[0]) + random.choice([-1, 1]) * random.randint(1, 30))
        if year not in low:
            choices += [(match, year)] * 2
    for match in WORD.finditer(question):
        other = OPPOSITES.get(match[0])
        if other and match[0] in low and other not in low:
            choices += [(match, other)] * 2
    if not choices:
        return None
    match, other = random.choice(choices)
    return question[: match.start()] + other + question[match.end() :]


def as_typed(question):
    """The question as a hurried person types it: lower case, short, or with a slip of a finger."""
    if random.random() < 0.25:
        question = question.lower().rstrip("?")
    if random.random() < 0.08:
        words = [word for word in question.split() if word.lower() not in FUNCTION_WORDS]
        question = " ".join(words) if len(words) > 2 else question
    if random.random() < 0.06:
        at = random.randrange(len(question))
        slip = random.choice(["drop", "double", "swap"])
        if question[at].isalpha() and slip == "drop":
            question = question[:at] + question[at + 1 :]
        elif question[at].isalpha() and slip == "double":
            question = question[:at] + question[at] + question[at:]
        elif question[at : at + 2].isalpha():
            question = question[:at] + question[at : at + 2][::-1] + question[at + 2 :]
    return question
