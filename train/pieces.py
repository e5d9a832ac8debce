"""Writes test/fixtures/pieces.json, so that the bot's tokenizer can be held against this one: python train/pieces.py"""

import json

from rows import pieces

TEXTS = [
    "how many jobs did SoftBank promise?", "Wal-Mart’s 2.3 million associates", "CAFÉ naïve Zürich", "他来了。東京", "مرحبا",
    "don't (really) e.g. U.S. $1,000.50 — 50%", "antidisestablishmentarianism", "x" * 150, "🙂 👩‍👩‍👧", "a\tb\u00a0c\u200bd",
    "<details> **bold** `code_name` [link](https://example.org/a_b)", "İstanbul ẞ ﬁne", "\u0301\u0301", "", "   ",
    "[CLS] [SEP] [MASK]", "v1.2.3-rc.1 C++ C# node.js", "The Straße is closed.", "a long line of words " * 60,
]  # fmt: skip

with open("test/fixtures/pieces.json", "w", encoding="utf8") as file:
    json.dump([{"text": text, "ids": pieces(text)[:180]} for text in TEXTS], file, ensure_ascii=False, indent=1)
