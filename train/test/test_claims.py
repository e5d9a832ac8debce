import random
import unittest

from claims import (
    DIFFERS,
    SUPPORTS,
    another_number,
    answers_by_kind,
    changed,
    changes,
    claim_of,
    kind_of,
    shortened,
    statement,
)

from .made import rows_of, window

TEXT = "The mill of Agnes Rowe burned down in March 1911, and all of its 1,200 sacks were lost."


class Changes(unittest.TestCase):
    def setUp(self):
        random.seed(1)

    def test_another_number_is_a_number_in_the_same_form(self):
        for number, form in [("1911", r"\d{4}"), ("7", r"\d+"), ("12,400", r"[\d,]+"), ("3.5", r"\d+\.\d"), ("400", r"\d+")]:
            for _ in range(50):
                self.assertRegex(another_number(number), f"^{form}$")

    def test_a_sentence_that_is_changed_says_something_else(self):
        for _ in range(200):
            self.assertNotEqual(changed(TEXT, ["Bo", "Lind"]), TEXT)

    def test_numbers_months_names_turns_and_denials_are_ways_to_change_one(self):
        found = {match[0] for match, _ in changes(TEXT, ["Bo"])}
        self.assertLessEqual({"March", "1911", "1,200", "Agnes", "Rowe", "all", "were"}, found)
        self.assertNotIn("mill", found)

    def test_where_nothing_can_be_changed_there_is_no_other_sentence(self):
        self.assertIsNone(changed("Nobody came.", ["Bo"]))

    def test_a_shortened_sentence_has_no_words_of_its_own(self):
        text = "The mill (built of oak), which stood for years, by the river, burned down."
        for _ in range(50):
            self.assertLessEqual(set(shortened(text).replace(",", "").split()), set(text.replace(",", "").replace(".", "").split()))


class Statements(unittest.TestCase):
    def test_questions_with_their_answers(self):
        for question, answer, claims in [
            ("When was the mill built?", "1887", ["the mill built in 1887"]),
            ("Where did Agnes sell eggs?", "at the fair", ["Agnes sell eggs at the fair"]),
            ("Who sold the eggs?", "Agnes", ["Agnes sold the eggs"]),
            ("Who is the mayor?", "Agnes", ["the mayor is Agnes", "Agnes is the mayor"]),
            ("What did Agnes sell?", "eggs", ["Agnes sell eggs"]),
            ("How many sacks were lost?", "1,200", ["lost 1,200 sacks"]),
            ("In what year was the mill built?", "1887", ["the mill built in 1887"]),
        ]:
            with self.subTest(question):
                self.assertIn(statement(question, answer), claims)

    def test_what_begins_otherwise_makes_none(self):
        self.assertIsNone(statement("Is it open?", "yes"))
        self.assertIsNone(statement("Why did it burn?", "an oven"))
        self.assertIsNone(statement("Who came?", "a" * 81))


class Answers(unittest.TestCase):
    def test_kinds(self):
        kinds = [kind_of(answer) for answer in ("in 1911", "nine of 12", "the Mill", "by the river")]
        self.assertEqual(kinds, ["year", "number", "name", "words"])

    def test_answers_of_a_text_by_their_kind(self):
        rows = rows_of(
            [{"doc": "a", "answer": "1911"}, {"doc": "a", "answer": "Agnes"}, {"doc": "b", "answer": "1912"}, {"doc": "b"}],
            [window("a", [TEXT])],
        )
        self.assertEqual(
            answers_by_kind(rows), {("a", "year"): ["1911"], ("a", "name"): ["Agnes"], ("b", "year"): ["1912"]}
        )

    def test_a_claim_of_a_question_has_the_answer_where_it_is_supported_and_none_of_it_where_it_differs(self):
        random.seed(1)
        labels = set()
        for _ in range(100):
            claim, label = claim_of({"question": "Who sold the eggs?", "answer": "Agnes"}, ["Bo", "Agnes"], TEXT)
            labels.add(label)
            self.assertEqual("Agnes" in claim, label == SUPPORTS)
        self.assertEqual(labels, {SUPPORTS, DIFFERS})

    def test_without_another_answer_nothing_differs(self):
        random.seed(1)
        row = {"question": "Who sold the eggs?", "answer": "Agnes"}
        made = [claim_of(row, ["Agnes"], TEXT) for _ in range(50)]
        self.assertEqual({claim and claim[1] for claim in made}, {None, SUPPORTS})
