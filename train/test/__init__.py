"""
Tests of the training: `python3 -m unittest` in train/. They need the packages of requirements.txt but no weights: the
tokenizer is the one that the bot reads, the networks are as they begin by chance.
"""

import os
import unittest

try:
    import numpy, safetensors, tokenizers, torch  # noqa: F401, E401
except ImportError as missing:
    raise unittest.SkipTest(f"the training is not installed (pip install -r train/requirements.txt): {missing}") from missing

import network

MODEL = os.path.join(os.path.dirname(__file__), "..", "..", "data", "model")

# Before anything of the training is loaded that looks for the base model.
network.base_folder = lambda: MODEL
network.load_base = lambda encoder: encoder

# One is enough for what is so small, and leaves the others to what else runs.
torch.set_num_threads(1)
