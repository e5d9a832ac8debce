/** Why a question is answered as it is: what was found, what the reader gave it, and what the decision weighed. */

import type { Answerer } from '../src/answer/answerer.js';
import {
  CLOSEST,
  confidenceOf,
  outcomeOf,
  SAYS,
  type Signals,
  signalsOf,
  WEIGHTS,
} from '../src/answer/decision.js';
import { weighed } from '../src/answer/evidence.js';
import type { Indexed } from '../src/answer/indexed.js';
import type { Question } from '../src/answer/question.js';
import { type ReadSentence, readWindows } from '../src/answer/reading.js';
import type { Article } from '../src/corpus/article.js';
import { MAX_READ } from '../src/limits.js';
import type { FoundWindow } from '../src/search/finder.js';
import { range } from '../src/search/windows.js';
import type { Span } from '../src/text/span.js';
import type { Explanation, WindowView } from './protocol.js';

/** What each signal of the decision is. */
const MEANINGS: Readonly<Record<keyof Signals, string>> = {
  bias: 'what every question begins with',
  first: 'how far the first sentence lies above all others and “none of these”',
  numbers: 'numbers of the question that do not stand where the first sentence does',
  years: 'years of the question of which the sentence has another',
  names: 'names of the question that the text does not have',
  asked: 'the text itself asks the question right above',
  others: 'the sentence gives the number of somebody else',
};

const VERDICTS = {
  says: 'The texts say',
  closest: 'Closest passage',
  silent: 'The texts do not say',
} as const;

/** Looks a question up as the bot does when nobody else asks, and tells each step. */
export async function explain(index: Indexed, answerer: Answerer, typed: string): Promise<Explanation> {
  const answer = await answerer.answer(typed);
  const nothing = { question: typed, says: SAYS, closest: CLOSEST, confidence: answer.confidence };
  const verdict = VERDICTS[answer.outcome];
  if (answer.reason !== null)
    return { ...nothing, read: [], outcome: answer.reason, signals: [], windows: [] };
  const question = index.questions.read(typed);
  const read = readingOf(question);
  if (!question.hasSubject || !question.isEnglish)
    return { ...nothing, read, outcome: `${verdict}: no network reads this`, signals: [], windows: [] };
  const { windows, ranked } = await lookUp(index, question);
  const { read: order, evidence } = weighed(question, ranked, windows);
  const signals = evidence ? signalsOf(evidence) : null;
  const weighs =
    signals !== null && evidence !== null && outcomeOf(confidenceOf(evidence)) === answer.outcome;
  return {
    ...nothing,
    read,
    outcome: weighs ? verdict : `${verdict}: decided before anything is weighed`,
    signals: signals ? signalViews(signals) : [],
    windows: windows.map((window) => windowView(window, ranked, order[0])),
  };
}

/** The windows as `Answerer` reads them, and their sentences, best first. */
async function lookUp(
  { finder, model, questions }: Indexed,
  { text, phrase }: Question,
): Promise<{ windows: FoundWindow[]; ranked: ReadSentence[] }> {
  const found = await finder.find({ text, articles: null, phrase }, MAX_READ);
  const windows = found.windows.filter(({ window }) => questions.canRead(window.article));
  return { windows, ranked: await readWindows(model, { ...found, windows }, () => MAX_READ) };
}

function readingOf({ typed, text, names, phrase, hasSubject, isEnglish }: Question): [string, string][] {
  return [
    ...(text === typed ? [] : [['looked up as', text] satisfies [string, string]]),
    ['names', names.join(', ') || 'none'],
    ['phrase that must stand there', phrase ?? 'none'],
    ['asks about something', hasSubject ? 'yes' : 'no'],
    ['in English', isEnglish ? 'yes' : 'no'],
  ];
}

const signalViews = (signals: Signals): Explanation['signals'] =>
  (Object.keys(WEIGHTS) as (keyof Signals)[]).map((name) => ({
    name,
    meaning: MEANINGS[name],
    value: signals[name],
    weight: WEIGHTS[name],
  }));

function windowView(
  found: FoundWindow,
  ranked: readonly ReadSentence[],
  first: ReadSentence | undefined,
): WindowView {
  const { article, firstSentence, endSentence, headings } = found.window;
  const scores = new Map(ranked.flatMap((one) => (one.found === found ? [[one.sentence, one.score]] : [])));
  return {
    text: article.id,
    title: article.title,
    headings: headings.map((heading) => wordsOf(article, heading)),
    sentences: range(firstSentence, endSentence).map((sentence) => ({
      words: wordsOf(article, sentence),
      score: scores.get(sentence) ?? null,
      isFirst: first?.found === found && first.sentence === sentence,
    })),
  };
}

function wordsOf({ text, sentences }: Article, sentence: number): string {
  const { start, end } = sentences[sentence] as Span;
  return text.slice(start, end);
}
