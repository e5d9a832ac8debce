import type { Article } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { firstEndingAfter } from '../corpus/spans.js';
import { capitalisedWords } from '../english/parse.js';
import type { KnownFigure } from '../figures/figure.js';
import { figuresIn } from '../figures/figure-index.js';
import { quotationsIn } from '../quotes/quote-index.js';
import { type Clause, clauseOf } from './clause.js';
import { askedIn, askedOf, sectionBelow } from './from-headings.js';
import { saidAbout } from './from-quotations.js';
import { howBig, howMany, whatIs, when, where, whoDid, whoHolds, whoIs, why } from './from-sentences.js';

/** A question that an article may answer. */
export interface Candidate {
  readonly text: string;
  /** The sentences that it was made from, one of which must be the answer: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Questions made of one article; the corpus takes a few of each. */
const MAX_MADE = 24;

/** Longest question, in UTF-16 units: what a button holds, in Discord's count. */
const MAX_LENGTH = 80;

/** Longest sentence that is turned; of a longer one, the question takes too little. */
const MAX_SENTENCE = 250;

/**
 * Questions that the sentences of an article answer by their grammar, those of all kinds by turns, in the order of the text.
 * Articles begin with different kinds, so that there are some of each among the first of many articles.
 */
export const candidatesIn = perArticle((article): Candidate[] => {
  const made = [said(article), ...turnedFrom(article)];
  const all = [asked(article), ...made.map((kind) => kind.filter(({ text }) => isClear(text)))].map((kind) =>
    kind.filter(({ text }) => isPlain(text)),
  );
  const first = article.text.length % all.length;
  const kinds = [...all.slice(first), ...all.slice(0, first)];
  const seen = new Set<string>();
  const chosen: Candidate[] = [];
  for (let i = 0; chosen.length < MAX_MADE && kinds.some((kind) => i < kind.length); i++) {
    for (const kind of kinds) {
      const candidate = kind[i];
      const key = candidate?.text.toLowerCase() ?? '';
      if (!candidate || seen.has(key)) continue;
      seen.add(key);
      chosen.push(candidate);
    }
  }
  return chosen.slice(0, MAX_MADE);
});

/** Words and the marks within them. */
const isPlain = (text: string): boolean =>
  text.length <= MAX_LENGTH && /^[\p{L}\p{M}\p{N} ,.’'&%$€£/-]+\?$/u.test(text);

/** Whom `he` or `this` of a sentence means, the question made of it does not tell. */
const isClear = (text: string): boolean =>
  !/\b(?:he|she|it|they|him|them|his|her|its|their|this|that|these|those|we|us|our|you|your|my|such|same|other|another|latter|former)\b/.test(
    text,
  );

/** The same of a question that the text asks itself: whoever reads it knows `this server`, `you` and `it`, but not `him`. */
const isClearThere = (text: string): boolean =>
  !/\b(?:he|she|they|him|them|his|her|their|that|those|such|same|other|another|latter|former)\b/.test(
    text.replace(/.*\b(?:I|you|my|your|it)\b.*/, ''),
  );

function asked(article: Article): Candidate[] {
  return article.paragraphs.flatMap(({ kind, start, end, firstSentence, endSentence }, i) => {
    const isAlone = kind === 'heading' || endSentence - firstSentence === 1;
    if (!isAlone || end - start > MAX_LENGTH) return [];
    const words = article.text.slice(start, end);
    const text = askedIn(words) ?? (kind === 'heading' ? askedOf(words) : null);
    if (text === null || !isClearThere(text)) return [];
    const [from, to] = kind === 'heading' ? sectionBelow(article, i) : [endSentence, endSentence + REPLY];
    return from < to ? [{ text, from, to }] : [];
  });
}

/** Sentences below a question that stands in the text, of which one may be the reply. */
const REPLY = 3;

const said = (article: Article): Candidate[] =>
  quotationsIn(article).flatMap(({ item }) => {
    const text = saidAbout({ ...item, article });
    const from = firstEndingAfter(article.sentences, item.start);
    return text ? [{ text, from, to: firstEndingAfter(article.sentences, item.end - 1) + 1 }] : [];
  });

/** Kinds of questions that plain sentences are turned into. */
const KINDS = [whatIs, howMany, when, whoDid, where, howBig, whoHolds, why];

/** A sentence as it is turned. */
interface Turnable {
  readonly from: number;
  readonly words: string;
  readonly clause: Clause | null;
}

/** The questions of each kind. */
function turnedFrom(article: Article): Candidate[][] {
  const figures = figuresBySentence(article);
  const sentences = turnablesIn(article);
  const made = (text: string | null, { from }: Turnable) => (text ? [{ text, from, to: from + 1 }] : []);
  return [
    ...KINDS.map((turn) =>
      sentences.flatMap((one) => made(one.clause && turn(one.clause, figures.get(one.from) ?? []), one)),
    ),
    sentences.flatMap((one) => made(whoIs(one.words), one)),
  ];
}

function turnablesIn(article: Article): Turnable[] {
  const names = capitalisedWords(article.text);
  return article.sentences.flatMap((sentence, from) => {
    if (!/^(?:body|item)$/.test(sentence.kind) || sentence.end - sentence.start > MAX_SENTENCE) return [];
    const words = article.text.slice(sentence.start, sentence.end);
    const clause = /[“”"]/.test(words) ? null : clauseOf(article.text, sentence, names);
    return [{ from, words, clause }];
  });
}

function figuresBySentence(article: Article): Map<number, KnownFigure[]> {
  const figures = new Map<number, KnownFigure[]>();
  for (const { item } of figuresIn(article)) {
    const own = figures.get(item.sentence) ?? [];
    figures.set(item.sentence, own);
    own.push({ ...item, article });
  }
  return figures;
}
