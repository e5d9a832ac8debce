import { focusOf } from '../src/answer/question-type.js';
import { relatedWords } from '../src/text/related.js';
import { formsOf, stem, termsOf, type Word, wordsOf } from '../src/text/tokens.js';
import type { Asked, Task } from './squad.js';

/**
 * Near misses made from questions that have an answer: they ask about the same thing for something else, the noun or
 * the question word of another question in place of their own ("the *mayor* of Warsaw", "*why* was it built"). A few
 * of them have an answer after all; most have none.
 */
export function nearMissesOf(task: Task, random: () => number): Task {
  const answerable = task.questions.filter(({ kind }) => kind === 'answerable');
  const nouns = answerable.flatMap(({ text }) => askedNounOf(text)?.text ?? []);
  const questions = answerable.flatMap((asked) => [
    ...withOtherNoun(asked, nouns, passageOf(task, asked), random),
    ...withOtherQuestionWord(asked, random),
  ]);
  return { articles: task.articles, questions };
}

function replaced(asked: Asked, start: number, end: number, words: string): Asked {
  const text = asked.text.slice(0, start) + words + asked.text.slice(end);
  return { ...asked, text, kind: 'near miss', article: -1, answers: [] };
}

const DRAWS = 10;

function withOtherNoun(
  asked: Asked,
  nouns: readonly string[],
  passage: string,
  random: () => number,
): Asked[] {
  const noun = askedNounOf(asked.text);
  if (noun === null) return [];
  const known = new Set(termsOf(`${asked.text} ${passage}`));
  for (let draw = 0; draw < DRAWS; draw++) {
    const other = nouns[Math.floor(random() * nouns.length)] as string;
    if (isOtherThing(other, noun.text, known)) return [replaced(asked, noun.start, noun.end, other)];
  }
  return [];
}

function askedNounOf(question: string): Word | null {
  const words = wordsOf(question);
  const forms = words.map(({ text }) => formsOf(text)[0] ?? '');
  const isName = (position: number): boolean => position > 0 && /^\p{Lu}/u.test(words[position]?.text ?? '');
  return words[focusOf(forms, isName)] ?? null;
}

/** The paragraph that answers. */
function passageOf({ articles }: Task, { article, answers }: Asked): string {
  const { text = '', paragraphs = [] } = articles[article] ?? {};
  const at = answers[0]?.[0] ?? 0;
  const found = paragraphs.find(({ end }) => end > at);
  return found ? text.slice(found.start, found.end) : '';
}

/** Whether a noun of the same number asks for something that the passage does not name. */
function isOtherThing(noun: string, old: string, known: ReadonlySet<string>): boolean {
  const [one, other] = [noun, old].map((word) => stem(formsOf(word)[0] ?? '')) as [string, string];
  return (
    noun.endsWith('s') === old.endsWith('s') &&
    !termsOf(noun).some((term) => known.has(term)) &&
    !isRelated(one, other) &&
    !isRelated(other, one)
  );
}

function isRelated(one: string, other: string): boolean {
  const { derived, synonyms, hypernyms } = relatedWords(one);
  return [...derived, ...synonyms, ...hypernyms].includes(other);
}

const QUESTION_WORDS = /\b(?:who|when|where|why|how (?:many|much|long|old)|(?:in )?(?:what|which) year)\b/i;

/** Question words by what they ask for, so that the other one asks for something else. */
const ASKING: readonly (readonly [RegExp, string])[] = [
  [/who/i, 'who'],
  [/when|year/i, 'when'],
  [/where/i, 'where'],
  [/why/i, 'why'],
  [/many/i, 'how many people'],
  [/much/i, 'how much money'],
  [/old/i, 'how old'],
  [/long/i, 'how long'],
];

function withOtherQuestionWord(asked: Asked, random: () => number): Asked[] {
  const found = QUESTION_WORDS.exec(asked.text);
  const [own, other] = ASKING[Math.floor(random() * ASKING.length)] as (typeof ASKING)[number];
  if (!found || own.test(found[0])) return [];
  return [replaced(asked, found.index, found.index + found[0].length, other)];
}
