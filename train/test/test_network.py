import contextlib
import io
import os
import tempfile
import types
import unittest

import torch
from torch import nn

from loop import learn
from network import Checker, Reader, load, save, trained
from rows import inputs_of

PAIRS = [([5, 6, 7], [8], [[9, 10], [11]]), ([5], [], [[12, 13, 14]])]


class Networks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.manual_seed(1)
        cls.reader = Reader().eval()
        cls.inputs = inputs_of(PAIRS)

    @torch.no_grad()
    def test_what_is_trained_is_what_is_exported(self):
        cosine = torch.zeros(self.inputs[3].shape[:2])
        packed = self.reader(*self.inputs, cosine)
        self.reader.packed = False
        plain = self.reader(*self.inputs, cosine)
        self.reader.packed = True
        there = self.inputs[3].sum(-1) > 0
        self.assertEqual(packed.shape, (2, 2))
        self.assertTrue(torch.allclose(packed[there], plain[there], atol=1e-4))

    @torch.no_grad()
    def test_padding_and_neighbours_in_a_batch_change_nothing(self):
        alone = inputs_of(PAIRS[1:])
        one = self.reader(*alone, torch.zeros((1, 1)))[0, 0]
        both = self.reader(*self.inputs, torch.zeros((2, 2)))[1, 0]
        self.assertAlmostEqual(one.item(), both.item(), places=4)

    @torch.no_grad()
    def test_the_nearer_sentence_scores_higher_when_all_else_is_the_same(self):
        far, near = (self.reader(*self.inputs, torch.full((2, 2), cosine)) for cosine in (0.1, 0.9))
        self.assertTrue((near > far).all())

    @torch.no_grad()
    def test_the_checker_tells_of_each_sentence_one_of_three(self):
        self.assertEqual(Checker().eval()(*self.inputs).shape, (2, 2, 3))

    def test_weights_come_back_in_half_precision_without_the_tables_of_the_base(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "weights.safetensors")
            save(trained(self.reader), path)
            other = Reader()
            load(other, path)
        for name, weight in trained(self.reader).items():
            self.assertTrue(torch.equal(weight.half().float(), other.state_dict()[name]))
        self.assertFalse(any(name.startswith("encoder.word") for name in trained(self.reader)))


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.line = nn.Linear(1, 1)


class Learning(unittest.TestCase):
    def test_the_loss_falls_and_the_mean_of_the_weights_is_kept(self):
        torch.manual_seed(1)
        model, losses = Small(), []

        def loss_of(group):
            x = torch.tensor(group, dtype=torch.float)[:, None]
            loss = ((model.line(x) - 2 * x) ** 2).mean()
            losses.append(loss.item())
            return loss

        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            path = os.path.join(folder, "weights.safetensors")
            options = types.SimpleNamespace(start=None, rate=0.05, least=0.1, threads=1, hours=0.5 / 3600, out=path)
            learn(model, options, 4, lambda: [0.5, 1.0, 1.5, 2.0], loss_of)
            kept = Small()
            load(kept, path)
        self.assertLess(losses[-1], losses[0])
        self.assertTrue(torch.equal(model.line.weight.half(), kept.line.weight.half()))


