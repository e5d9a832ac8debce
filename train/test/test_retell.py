import random
import unittest

from check import DIFFERS, SUPPORTS, copy_of
from retell import WAYS, crossed, retold, said

CLAUSES = [["the mill", "was built in 1887 in Harl"], ["the mill", "moved to Lund in 1911"]]
TWO = [["Agnes Rowe", "maintains the mill"], ["Tom Lind", "sells the eggs"]]


class Retold(unittest.TestCase):
    def setUp(self):
        random.seed(1)

    def test_each_word_can_be_said_in_the_other_ways_of_its_line(self):
        for word, others in WAYS.items():
            self.assertNotIn(word, others)
            self.assertTrue(others)

    def test_other_words_numbers_and_order(self):
        told = {retold("In 1911, seven people were allowed in.") for _ in range(200)}
        self.assertIn("In 1911, 7 people were permitted in.", told)
        self.assertIn("Seven people were allowed in in 1911.", told)
        self.assertNotIn("In 1911, eight people were allowed in.", told)

    def test_a_number_with_more_digits_is_no_word(self):
        for _ in range(50):
            self.assertIn("3,000", retold("It took 3,000 boats."))


class Clauses(unittest.TestCase):
    def setUp(self):
        random.seed(1)

    def test_a_clause_by_itself(self):
        self.assertEqual(said(*CLAUSES[1]), "The mill moved to Lund in 1911.")

    def test_clauses_of_two_subjects_exchange_them(self):
        self.assertEqual({crossed(TWO) for _ in range(50)}, {"Tom Lind maintains the mill.", "Agnes Rowe sells the eggs."})

    def test_clauses_of_one_subject_exchange_a_number_or_a_name(self):
        made = {crossed(CLAUSES) for _ in range(100)}
        self.assertIn("The mill was built in 1911 in Harl.", made)
        self.assertIn("The mill moved to Harl in 1911.", made)
        self.assertNotIn("The mill moved to Lund in 1911.", made)

    def test_a_copy_is_true_until_something_is_changed_or_crossed(self):
        text = "The mill was built in 1887 in Harl and moved to Lund in 1911."
        for _ in range(300):
            claim, label = copy_of(text, CLAUSES, ["Lind"])
            self.assertIn(label, (SUPPORTS, DIFFERS))
            if label == SUPPORTS:
                self.assertNotIn("Lind", claim)
