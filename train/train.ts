import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { confidenceRow, SIGNAL_NAMES } from '../src/answer/confidence.js';
import { FEATURE_NAMES } from '../src/answer/features.js';
import type { Ranked } from '../src/answer/ranker.js';
import { evaluate, type Forest } from '../src/answer/trees.js';
import { boost, generator, type Rows, type Settings } from './boost.js';
import { asInChat } from './chat.js';
import { type Example, examplesOf } from './examples.js';
import { areaUnderCurve, type Outcome, reliability } from './measures.js';
import { halfTask, newsTasks, type SquadFile, wholeTask } from './squad.js';

/**
 * `npm run train -- DATA [EVERY]` fits the ranker, the confidence and the relevance on a SQuAD data file and writes
 * their weights with the data's hash and the scores of a cross-validation by article. With EVERY, only every so
 * many questions are used, for a quick look.
 */

const FOLDS = 4;
/** Candidates per question that the ranker learns from; the others are too easy. */
const LEARNT = 24;

const RANKER: Settings = {
  trees: 300,
  depth: 5,
  rate: 0.12,
  ridge: 2,
  featureShare: 0.5,
  objective: 'softmax',
};
const JUDGE: Settings = {
  trees: 150,
  depth: 4,
  rate: 0.1,
  ridge: 5,
  featureShare: 0.5,
  objective: 'logistic',
};

const [dataFile = '', every = '1'] = process.argv.slice(2);
const content = readFileSync(dataFile);
const file = thinned(JSON.parse(content.toString('utf8')) as SquadFile, Number(every));
const random = generator(7);
const log = (message: string): void => console.error(`${Math.round(performance.now() / 1000)} s ${message}`);

function thinned(data: SquadFile, step: number): SquadFile {
  return { ...data, questions: data.questions.filter((_, q) => q % step === 0) };
}

const whole = examplesOf(wholeTask(file));
log(`${whole.length} questions on the whole`);
const news = newsTasks(file).flatMap((task) =>
  examplesOf(task, (question, answer) => asInChat(question, answer, random)),
);
log(`${news.length} chat questions on pieces`);
const halves = [halfTask(file, 0), halfTask(file, 1)].flatMap((task) => examplesOf(task));
log(`${halves.length} questions on halves`);

const inFold = ({ subject }: Example, fold: number): boolean => (subject >> 1) % FOLDS === fold;

function fitRanker(examples: readonly Example[]): Forest {
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const groups = [0];
  for (const example of examples) {
    if (!example.labels.includes(1)) continue;
    for (const [i, row] of example.rows.entries()) {
      if (i >= LEARNT && example.labels[i] === 0) continue;
      rows.push(row);
      labels.push(example.labels[i] as number);
    }
    groups.push(rows.length);
  }
  return boost({ features: FEATURE_NAMES, rows, labels: Uint8Array.from(labels), groups }, RANKER);
}

/** The candidates as the ranker orders them, and whether the first is right. */
interface Judged {
  readonly row: Float32Array;
  readonly subject: number;
  /** Rank of the first right candidate from 1, 0 without one. */
  readonly rank: number;
  readonly answerable: boolean;
  readonly source: 'whole' | 'near miss' | 'news' | 'news near miss' | 'half';
}

function judge(forest: Forest, example: Example, source: Judged['source']): Judged[] {
  const { sentences, rows, labels } = source.endsWith('near miss')
    ? { ...example.nearMiss, labels: [] }
    : example;
  const order = rows
    .map((row, i) => ({ i, ranked: { sentence: sentences[i], row, score: evaluate(forest, row) } as Ranked }))
    .sort((a, b) => b.ranked.score - a.ranked.score);
  if (order.length === 0) return [];
  const row = Float32Array.from(confidenceRow(order.map(({ ranked }) => ranked)));
  const rank = order.findIndex(({ i }) => labels[i] === 1) + 1;
  return [{ row, subject: example.subject, rank, answerable: example.answerable, source }];
}

function judgeAll(forest: Forest, wanted: (example: Example) => boolean): Judged[] {
  return [
    ...whole.filter(wanted).flatMap((example) => judge(forest, example, 'whole')),
    ...whole.filter(wanted).flatMap((example) => judge(forest, example, 'near miss')),
    ...news.filter(wanted).flatMap((example) => judge(forest, example, 'news')),
    ...news.filter(wanted).flatMap((example) => judge(forest, example, 'news near miss')),
    ...halves.filter(wanted).flatMap((example) => judge(forest, example, 'half')),
  ];
}

const isRight = ({ rank }: Judged): boolean => rank === 1;

function fitJudge(judged: readonly Judged[], isPositive: (judged: Judged) => boolean): Forest {
  const rows = judged.map(({ row }) => row);
  const labels = Uint8Array.from(judged, (one) => (isPositive(one) ? 1 : 0));
  return boost({ features: SIGNAL_NAMES, rows, labels, groups: [] } satisfies Rows, JUDGE);
}

/** Judged by rankers that have not seen the subject. */
const judged: Judged[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const forest = fitRanker([...whole, ...news].filter((example) => !inFold(example, fold)));
  judged.push(...judgeAll(forest, (example) => inFold(example, fold)));
  log(`fold ${fold + 1} of ${FOLDS}`);
}

function rankScores(source: Judged['source']): Record<string, number> {
  const ranks = judged.filter((one) => one.source === source).map(({ rank }) => rank);
  const mean = (value: (rank: number) => number): number =>
    Number(((100 * ranks.reduce((sum, rank) => sum + value(rank), 0)) / ranks.length).toFixed(2));
  return {
    'R@1': mean((rank) => Number(rank === 1)),
    'R@5': mean((rank) => Number(rank > 0 && rank <= 5)),
    'MRR@10': mean((rank) => (rank > 0 && rank <= 10 ? 1 / rank : 0)),
  };
}

const forConfidence = judged;
const forRelevance = judged.filter(({ source }) => !source.endsWith('near miss'));
const isOn = ({ answerable }: Judged): boolean => answerable;

/** Probabilities by forests that have not seen the subject. */
function crossJudge(
  examples: readonly Judged[],
  isPositive: (one: Judged) => boolean,
): (Outcome & { one: Judged })[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const inside = (one: Judged): boolean => (one.subject >> 1) % FOLDS === fold;
    const forest = fitJudge(
      examples.filter((one) => !inside(one)),
      isPositive,
    );
    return examples.filter(inside).map((one) => ({
      one,
      positive: isPositive(one),
      probability: 1 / (1 + Math.exp(-evaluate(forest, one.row))),
    }));
  });
}

/** What share of each sort of question is answered from a confidence on. */
function answeredAt(outcomes: readonly (Outcome & { one: Judged })[]): string[] {
  const share = (threshold: number, wanted: (one: Judged) => boolean): string => {
    const inside = outcomes.filter(({ one }) => wanted(one));
    const answered = inside.filter(({ probability }) => probability >= threshold);
    return `${((100 * answered.length) / inside.length).toFixed(1)} %`;
  };
  return [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5].map((threshold) => {
    const of = (source: Judged['source'], answerable = true) =>
      share(threshold, (one) => one.source === source && one.answerable === answerable);
    return `${threshold}: on corpus ${of('half')}, off ${of('half', false)}, near misses ${of('near miss')}, chat ${of('news')}, chat near misses ${of('news near miss')}`;
  });
}

const confidence = crossJudge(forConfidence, isRight);
const relevance = crossJudge(forRelevance, isOn);
const only = (outcomes: readonly (Outcome & { one: Judged })[], ...sources: Judged['source'][]) =>
  outcomes.filter(({ one }) => sources.includes(one.source));
const scores = {
  ranking: rankScores('whole'),
  'ranking, chat': rankScores('news'),
  'AUROC right sentence': areaUnderCurve(only(confidence, 'whole')),
  'AUROC right sentence, half': areaUnderCurve(only(confidence, 'half')),
  'AUROC right sentence, near misses': areaUnderCurve(only(confidence, 'whole', 'near miss')),
  'AUROC right sentence, chat near misses': areaUnderCurve(only(confidence, 'news', 'news near miss')),
  'AUROC on/off corpus': areaUnderCurve(only(relevance, 'half')),
  'answered at a threshold': answeredAt(confidence),
  reliability: reliability(only(confidence, 'whole', 'half', 'near miss')),
  'reliability, chat': reliability(only(confidence, 'news', 'news near miss')),
};
console.log(JSON.stringify(scores, null, 1));

const data = createHash('sha256').update(content).digest('hex');
write('ranker', { data, every: Number(every), scores, ...fitRanker([...whole, ...news]) });
write('confidence', { data, every: Number(every), ...fitJudge(forConfidence, isRight) });
write('relevance', { data, every: Number(every), ...fitJudge(forRelevance, isOn) });

function write(name: string, weights: object): void {
  const target = path.join('src', 'answer', `${name}.weights.json`);
  writeFileSync(target, `${JSON.stringify(weights).replaceAll('{"features":', '\n{"features":')}\n`);
  log(`wrote ${target}`);
}
