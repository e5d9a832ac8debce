import random
import unittest

import numpy as np

from rows import CLS, SEP, as_typed, batch, inputs_of, pieces, vectors, with_another

from .made import SENTENCES, nowhere, rows_of, window


class Reading(unittest.TestCase):
    def test_windows_and_rows_of_a_file(self):
        rows = rows_of([{"question": "who?"}], [window("a", SENTENCES[:2]), window("b", SENTENCES[2:])])
        self.assertEqual([row["question"] for row in rows.rows], ["who?"])
        self.assertEqual(rows.text(0), " ".join(SENTENCES[:2]))
        self.assertEqual(list(rows.firsts), [0, 2, 3])
        self.assertEqual(rows.vectors_of(1)[0, 2], 1)

    def test_vectors_come_in_the_order_of_the_texts(self):
        lengths = lambda ids, mask: mask.sum(1, keepdim=True).expand(-1, 384)
        got = vectors(["a long text of several words", "short", ""], lengths)
        self.assertEqual(got[:, 0].tolist(), [2 + len(pieces("a long text of several words")), 3, 2])


class Batches(unittest.TestCase):
    def test_each_piece_belongs_to_its_sentence_alone(self):
        question, context, sentences = [5, 6], [7], [[8, 9], [10]]
        ids, types, mask, member = inputs_of([(question, context, sentences), ([5], [], [[8]])])
        self.assertEqual(ids.tolist(), [[CLS, 5, 6, SEP, 7, 8, 9, 10, SEP], [CLS, 5, SEP, 8, SEP, 0, 0, 0, 0]])
        self.assertEqual(types.tolist(), [[0] * 4 + [1] * 5, [0] * 3 + [1] * 2 + [0] * 4])
        self.assertEqual(mask.tolist(), [[1] * 9, [1] * 5 + [0] * 4])
        self.assertEqual(member[0].tolist(), [[0] * 5 + [1, 1, 0, 0], [0] * 7 + [1, 0]])
        self.assertEqual(member[1].tolist(), [[0] * 3 + [1] + [0] * 5, [0] * 9])

    def test_a_question_is_cut(self):
        ids = inputs_of([(list(range(1, 100)), [], [[200]])], 10)[0]
        self.assertEqual(ids[0].tolist(), [CLS, *range(1, 11), SEP, 200, SEP])

    def test_what_may_not_answer_is_not_there(self):
        rows = rows_of([], [window("a", SENTENCES)])
        vector = np.zeros(384, np.float16)
        vector[1] = 1
        (_, _, _, _, cosine), there = batch([(pieces("who sold eggs?"), vector, rows, 0, True)])
        self.assertEqual(cosine.tolist(), [[0, 1, 0]])
        self.assertEqual(there.tolist(), [[True, True, False]])

    def test_a_context_that_is_hidden_is_not_read(self):
        rows = rows_of([], [window("a", SENTENCES)])
        vector = np.zeros(384, np.float16)
        shown, hidden = (batch([([5], vector, rows, 0, context)])[0][0] for context in (True, False))
        self.assertEqual(shown.shape[1] - hidden.shape[1], len(pieces("The fair")))


class Questions(unittest.TestCase):
    def setUp(self):
        random.seed(1)

    def test_another_name_year_or_opposite_is_one_that_the_text_has_not(self):
        text = "In 1911 the first mill of Agnes burned down."
        names = ["Agnes", *(f"Name{letter}" for letter in "abcdefghijklmn")]
        for _ in range(50):
            other = with_another("what did Agnes lose first in 1911", text, names)
            changed = set(other.split()) - set("what did Agnes lose first in 1911".split())
            self.assertEqual(len(changed), 1)
            self.assertNotIn(changed.pop().lower(), text.lower())

    def test_where_nothing_can_be_swapped_there_is_no_other_question(self):
        self.assertIsNone(with_another("who came?", "Nobody came.", ["Agnes"] * 12))

    def test_a_question_as_typed_keeps_its_letters_but_one(self):
        question = "When did the mill of Orrin burn down?"
        for _ in range(300):
            typed = as_typed(question)
            self.assertTrue(typed)
            self.assertLessEqual(len(typed), len(question) + 1)
            self.assertLessEqual(set(typed.lower()), set(question.lower()))


