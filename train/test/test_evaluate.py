import unittest

from torch import nn

from evaluate import auroc, evaluate

from .made import SENTENCES, nowhere, rows_of, window


class ByLength(nn.Module):
    """Likes sentences by their number of pieces."""

    def forward(self, ids, types, mask, member, cosine):
        return member.sum(-1) - 10


class Scores(unittest.TestCase):
    def test_auroc(self):
        for higher, lower, expected in [([2, 3], [0, 1], 1), ([0], [1], 0), ([1], [1], 0.5), ([1, 3], [2], 0.5)]:
            self.assertAlmostEqual(auroc(higher, lower), expected)
        self.assertNotEqual(auroc([], [1]), auroc([], [1]))

    def test_right_first_among_five_and_near_misses(self):
        row = {"question": "who?", "kind": "who", "abstain": False, "windows": [0, 1]}
        rows = rows_of(
            [
                {**row, "gold": [[0, 1]]},
                {**row, "gold": [[0, 0]]},
                {**row, "gold": [[2, 0]], "kind": "when"},
                {**row, "gold": [], "abstain": True},
            ],
            [window("a", SENTENCES), window("b", SENTENCES[2:]), window("c", SENTENCES[:1])],
        )
        model = ByLength()
        model.train()
        scores = evaluate(model, rows, nowhere)
        self.assertTrue(model.training)
        self.assertEqual([scores["n"], scores["R@1"], scores["R@5"]], [3, 33.3, 66.7])
        self.assertEqual(scores["kinds"], {"who": "1/2", "when": "0/1"})
        self.assertEqual(scores["right/near"], 0.5)

