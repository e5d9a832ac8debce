import { foldPhrase } from '../search/phrase.js';
import type { TextIndex } from '../search/text-index.js';
import { fold } from '../text/fold.js';
import { isEnglish, meaningsOf, relatedWords } from '../text/related.js';
import type { Spelling } from '../text/spelling.js';
import { CHAT_WORDS, STOP_WORDS } from '../text/stop-words.js';
import { formsOf, shortenCountry, stem, termOfForm, wordsOf } from '../text/tokens.js';
import { answerTypeOf, focusOf } from './question-type.js';

/** How closely a word of the texts stands for a word of the question; higher is closer. */
export const Relation = {
  none: 0,
  hypernym: 1,
  synonym: 2,
  derived: 3,
  corrected: 4,
  stem: 5,
  form: 6,
} as const;

/** What an occurrence counts for, by `Relation`. */
export const RELATION_WEIGHT: readonly number[] = [0, 0.15, 0.3, 0.6, 0.9, 1, 1];

/** A term that would match a word of the question. */
export interface Alternative {
  readonly term: number;
  readonly relation: number;
  /** What an occurrence counts for: less for a looser relation, and for a word more common than the one asked for. */
  readonly weight: number;
}

/** A content word of the question. */
export interface Concept {
  readonly form: string;
  /** Number of the form in the texts, -1 when it does not occur. */
  readonly formId: number;
  /** The meant stem: of the word as written, or as corrected. */
  readonly stem: string;
  readonly alternatives: readonly Alternative[];
  /** How telling the word is: BM25's inverse document frequency over sentences; highest for an unknown word. */
  readonly idf: number;
  /** Written as a name, or mostly a name in the texts. */
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** Whether English uses it as a noun. */
  readonly isNoun: boolean;
}

/** A question as ranking reads it. */
export interface Question {
  readonly text: string;
  readonly concepts: readonly Concept[];
  /** An `AnswerType`. */
  readonly type: number;
  /** The concept that says what is asked for ("how many *employees*"), or -1. */
  readonly focus: number;
  /** The focus with the concept that stands right before it ("*share price*"), unless that is a name. */
  readonly asked: readonly number[];
  /** Whether that concept narrows the focus, and is not the subject of a verb ("how much did the *lady win*"). */
  readonly isNarrowed: boolean;
  /** Numbers of the folded words in the texts, stop words included, -1 for one that does not occur. */
  readonly forms: readonly number[];
  /** The idf of each form over sentences. */
  readonly formWeights: readonly number[];
  /** The idf of all concepts together. */
  readonly weight: number;
  /** Words between quotation marks, folded, that the answer must hold; `null` without any. */
  readonly phrase: string | null;
}

const PHRASE = /["“”„«]([^"“”„«»]*[\p{L}\p{N}][^"“”„«»]*)["“”»]/u;

/** The country in lower case, which the pronoun ("tell us") is only after a verb or preposition that takes it. */
const LOWER_CASE_COUNTRY =
  /(?<!\b(?:tell|give|show|let|help|for|with|to|about) )\b(?:us|usa|u\.s\.a?|united states)\b(?!\.)/g;

/** After one of them comes the subject, then the verb. */
const AUXILIARIES: ReadonlySet<string> = new Set('do does did will would can could should may'.split(' '));

/** Reads a question against the words of the texts. */
export function parseQuestion(text: string, index: TextIndex, spelling: Spelling): Question {
  const surfaces = wordsOf(shortenCountry(text.replace(LOWER_CASE_COUNTRY, 'US'))).map(
    ({ text: word }) => word,
  );
  const words = surfaces.map((surface) => formsOf(surface)[0] ?? '');
  const positions = contentPositions(words);
  const concepts = positions.map((position) => conceptOf(surfaces, position, index, spelling));
  const nameAt = (position: number) => concepts[positions.indexOf(position)]?.isName ?? false;
  const phrase = PHRASE.exec(text)?.[1];
  const forms = words.map((word) => index.tokens.forms.idOf(word) ?? -1);
  const focus = positions.indexOf(focusOf(words, nameAt));
  const asked =
    concepts[focus - 1]?.isName === false && isNext(positions, focus) ? [focus - 1, focus] : [focus];
  return {
    text,
    concepts,
    type: answerTypeOf(fold(text), words, concepts[focus]?.stem ?? ''),
    focus,
    asked,
    isNarrowed: asked.length > 1 && !words.slice(0, positions[focus]).some((word) => AUXILIARIES.has(word)),
    forms,
    formWeights: forms.map((form) => index.inverseFrequency(index.formFrequency[form] ?? 0)),
    weight: concepts.reduce((sum, { idf }) => sum + idf, 0),
    phrase: phrase === undefined ? null : foldPhrase(phrase),
  };
}

const isNext = (positions: readonly number[], concept: number): boolean =>
  (positions[concept - 1] as number) + 1 === positions[concept];

/** Where the words stand that carry the question, each once; words about the asking only if there is nothing else. */
function contentPositions(words: readonly string[]): number[] {
  const first = words.flatMap((word, i) =>
    words.indexOf(word) === i && termOfForm(word) !== null ? [i] : [],
  );
  const telling = first.filter((i) => !CHAT_WORDS.has(words[i] as string));
  return telling.length > 0 ? telling : first;
}

function conceptOf(
  surfaces: readonly string[],
  position: number,
  index: TextIndex,
  spelling: Spelling,
): Concept {
  const surface = surfaces[position] as string;
  const [form = '', ...parts] = formsOf(surface);
  const { forms, vocabulary } = index.tokens;
  const meant = meantStem(form, index, spelling);
  const alternatives = new Map<number, number>();
  const add = (other: string, relation: number): void => {
    const term = vocabulary.idOf(other);
    if (term && (alternatives.get(term) ?? 0) < relation) alternatives.set(term, relation);
  };
  add(meant, meant === termOfForm(form) ? Relation.stem : Relation.corrected);
  for (const part of parts) add(stem(part), Relation.derived);
  const joined = termOfForm(form + fold(surfaces[position + 1] ?? '')) ?? '';
  if (alternatives.size === 0) add(joined, Relation.corrected);
  addRelated(meant, form, add);
  for (const other of spelling.sameBeginning(form)) add(stem(other), Relation.derived);
  const isNumber = /^\d/.test(form);
  const idf = inverseFrequency(index, alternatives);
  return {
    form,
    formId: forms.idOf(form) ?? -1,
    stem: meant,
    alternatives: [...alternatives].map(([term, relation]) => {
      const rarity = index.idf(term) / idf;
      return { term, relation, weight: (RELATION_WEIGHT[relation] as number) * Math.min(1, rarity) };
    }),
    idf,
    isName:
      !isNumber && (isCapitalised(surface, position) || index.nameShare(vocabulary.idOf(meant) ?? 0) > 0.5),
    isNumber,
    isNoun: relatedWords(meant).category >= 0,
  };
}

const isCapitalised = (surface: string, position: number): boolean =>
  /^\p{Ll}.*\p{Lu}/u.test(surface) || (position > 0 && /^\p{Lu}/u.test(surface));

/** The stem of a word, of the plain word behind an informal one, or of what a misspelt word was to be. */
function meantStem(form: string, index: TextIndex, spelling: Spelling): string {
  const own = termOfForm(form) ?? form;
  if (index.tokens.vocabulary.idOf(own) !== undefined || isEnglish(own)) return own;
  const [plain] = meaningsOf(own);
  if (plain !== undefined) return plain;
  const corrected = spelling.correct(form);
  return corrected === null || STOP_WORDS.has(corrected) ? own : (termOfForm(corrected) ?? own);
}

/**
 * Adds the words near a stem: one step in WordNet, and two steps within its derivational family. A regular past
 * ("founded") is no form of an irregular verb ("find").
 */
function addRelated(word: string, form: string, add: (other: string, relation: number) => void): void {
  const isRegular = form !== word && form.endsWith('ed');
  const bases = [word, ...(isRegular ? [] : relatedWords(word).irregular)];
  for (const base of bases.slice(1)) add(base, Relation.stem);
  const addForms = (other: string, relation: number): void => {
    add(other, relation);
    for (const form of relatedWords(other).irregular) add(form, relation);
  };
  for (const base of bases) {
    const { derived, synonyms, hypernyms } = relatedWords(base);
    for (const other of meaningsOf(base)) addForms(other, Relation.derived);
    for (const other of derived) {
      addForms(other, Relation.derived);
      for (const third of relatedWords(other).derived) {
        if (third.startsWith(base.slice(0, 4))) add(third, Relation.derived);
      }
    }
    for (const other of synonyms) addForms(other, Relation.synonym);
    for (const other of hypernyms) add(other, Relation.hypernym);
  }
}

/** Of the most frequent word that is meant; highest when the texts have none. */
function inverseFrequency(index: TextIndex, alternatives: ReadonlyMap<number, number>): number {
  const meant = [...alternatives].filter(([, relation]) => relation >= Relation.corrected);
  const frequency = Math.max(0, ...meant.map(([term]) => index.sentenceFrequency[term] ?? 0));
  return index.inverseFrequency(frequency);
}
