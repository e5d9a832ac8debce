import type { TextIndex } from '../search/text-index.js';
import { fold } from '../text/fold.js';
import { relatedForms } from '../text/related.js';
import type { Spelling } from '../text/spelling.js';
import { CHAT_WORDS } from '../text/stop-words.js';
import { formsOf, termOfForm, wordsOf } from '../text/tokens.js';

/** How closely a word of the texts stands for a word of the question; higher is closer. */
export const Relation = { none: 0, related: 1, corrected: 2, stem: 3, form: 4 } as const;

/** A term that would match a word of the question. */
export interface Alternative {
  readonly term: number;
  readonly relation: number;
}

/** A content word of the question. */
export interface Concept {
  readonly form: string;
  /** Number of the form in the texts, -1 when it does not occur. */
  readonly formId: number;
  readonly alternatives: readonly Alternative[];
  /** How telling the word is: BM25's inverse document frequency over sentences; highest for an unknown word. */
  readonly idf: number;
}

export type AnswerType = 'person' | 'time' | 'number' | 'money' | 'place' | 'reason' | 'other';

/** A question as ranking reads it. */
export interface Question {
  readonly text: string;
  readonly concepts: readonly Concept[];
  readonly type: AnswerType;
  /** The concept that says what is asked for ("how many *employees*"), or -1. */
  readonly focus: number;
  /** Words between quotation marks, folded, that the answer must hold; `null` without any. */
  readonly phrase: string | null;
}

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  ['money', /\bhow much\b|\bwhat (?:price|cost|sales|revenue|salary)\b/],
  [
    'number',
    /\bhow (?:many|often|old|far|long|large|big|tall|high|fast)\b|\bwhat (?:percentage|number|percent|share)\b/,
  ],
  ['person', /\bwho(?:m|se)?\b|\bwhich (?:person|man|woman)\b/],
  ['time', /\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|decade|century)\b/],
  ['place', /\bwhere\b|\b(?:what|which) (?:city|country|place|town|state|location|region)\b/],
  ['reason', /\bwhy\b|\bwhat (?:reason|caused|causes)\b|\bhow come\b/],
];

const FOCUS = /\b(?:how (?:many|much)|what|which|whose)\s+((?:[\p{L}\p{N}'-]+\s*){1,4})/u;
const PHRASE = /["“”„«]([^"“”„«»]*[\p{L}\p{N}][^"“”„«»]*)["“”»]/u;

/** The country in lower case, which the pronoun ("tell us") is only after a verb or preposition that takes it. */
const LOWER_CASE_COUNTRY =
  /(?<!\b(?:tell|give|show|let|help|for|with|to|about) )\b(?:us|usa|u\.s\.a?)\b(?!\.)/g;

/** Reads a question against the words of the texts. */
export function parseQuestion(text: string, index: TextIndex, spelling: Spelling): Question {
  const folded = fold(text);
  const words = contentWords(text);
  const concepts = words.map((word) => conceptOf(word, index, spelling));
  const focusWords = wordsOf(FOCUS.exec(folded)?.[1] ?? '').map(({ text: word }) => word);
  const focus = concepts.findIndex(({ form }) => focusWords.includes(form));
  return {
    text,
    concepts,
    type: TYPES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other',
    focus,
    phrase: foldedPhrase(PHRASE.exec(text)?.[1] ?? null),
  };
}

/** Folded, with single spaces, so that line breaks of a text do not matter. */
const foldedPhrase = (phrase: string | null): string | null =>
  phrase === null ? null : fold(phrase).replace(/\s+/g, ' ').trim();

/** The words that carry the question, each once; words about the asking only if there is nothing else. */
function contentWords(text: string): string[] {
  const words = wordsOf(text.replace(LOWER_CASE_COUNTRY, 'US')).map(({ text: word }) => word);
  const content = words.filter((word) => formsOf(word).some((form) => termOfForm(form) !== null));
  const telling = content.filter((word) => !CHAT_WORDS.has(fold(word)));
  return [...new Map((telling.length > 0 ? telling : content).map((word) => [fold(word), word])).values()];
}

function conceptOf(word: string, index: TextIndex, spelling: Spelling): Concept {
  const [form = '', ...parts] = formsOf(word);
  const { forms, vocabulary } = index.tokens;
  const alternatives = new Map<number, number>();
  const add = (other: string, relation: number): void => {
    const term = vocabulary.idOf(termOfForm(other) ?? '');
    if (term && (alternatives.get(term) ?? 0) < relation) alternatives.set(term, relation);
  };
  add(form, Relation.stem);
  for (const part of parts) add(part, Relation.related);
  if (alternatives.size === 0) {
    const corrected = spelling.correct(form);
    if (corrected !== null) add(corrected, Relation.corrected);
  }
  for (const other of relatedForms(form)) add(other, Relation.related);
  return {
    form,
    formId: forms.idOf(form) ?? -1,
    alternatives: [...alternatives].map(([term, relation]) => ({ term, relation })),
    idf: inverseFrequency(index, alternatives),
  };
}

/** Of the most frequent word that is meant; highest when the texts have none. */
function inverseFrequency(index: TextIndex, alternatives: ReadonlyMap<number, number>): number {
  const meant = [...alternatives].filter(([, relation]) => relation >= Relation.corrected);
  const frequency = Math.max(0, ...meant.map(([term]) => index.sentenceFrequency[term] ?? 0));
  return index.inverseFrequency(frequency);
}
