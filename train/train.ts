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
import { gappyTask, halfTask, type Kind, newsTasks, type SquadFile, wholeTask } from './squad.js';

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

const chatWording = (question: string, answer: string): string => asInChat(question, answer, random);

/** The tasks: of `whole` and `chat` all questions have an answer. */
const tasks = {
  whole: examplesOf(wholeTask(file)),
  half: examplesOf(halfTask(file)),
  gaps: examplesOf(gappyTask(file)),
  chat: newsTasks(file, false).flatMap((task) => examplesOf(task, chatWording)),
  'chat, gaps': newsTasks(file, true).flatMap((task) => examplesOf(task, chatWording)),
};
type Source = keyof typeof tasks;
const SOURCES = Object.keys(tasks) as Source[];
log(`${SOURCES.map((source) => `${source}: ${tasks[source].length}`).join(', ')}`);

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
  readonly kind: Kind;
  readonly source: Source;
  /** Rank of the first right candidate from 1, 0 without one. */
  readonly rank: number;
}

function judge(
  forest: Forest,
  { sentences, rows, labels, subject, kind }: Example,
  source: Source,
): Judged[] {
  const order = rows
    .map((row, i) => ({ i, ranked: { sentence: sentences[i], row, score: evaluate(forest, row) } as Ranked }))
    .sort((a, b) => b.ranked.score - a.ranked.score);
  if (order.length === 0) return [];
  const row = Float32Array.from(confidenceRow(order.map(({ ranked }) => ranked)));
  return [{ row, subject, kind, source, rank: order.findIndex(({ i }) => labels[i] === 1) + 1 }];
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
  const forest = fitRanker([...tasks.whole, ...tasks.chat].filter((example) => !inFold(example, fold)));
  for (const source of SOURCES) {
    const inside = tasks[source].filter((example) => inFold(example, fold));
    judged.push(...inside.flatMap((example) => judge(forest, example, source)));
  }
  log(`fold ${fold + 1} of ${FOLDS}`);
}

function rankScores(source: Source): Record<string, number> {
  const ranks = judged
    .filter((one) => one.source === source && one.kind === 'answerable')
    .map(({ rank }) => rank);
  const mean = (value: (rank: number) => number): number =>
    Number(((100 * ranks.reduce((sum, rank) => sum + value(rank), 0)) / ranks.length).toFixed(2));
  return {
    'R@1': mean((rank) => Number(rank === 1)),
    'R@5': mean((rank) => Number(rank > 0 && rank <= 5)),
    'MRR@10': mean((rank) => (rank > 0 && rank <= 10 ? 1 / rank : 0)),
  };
}

const forRelevance = judged.filter(({ source }) => source !== 'gaps');
const isOn = ({ kind }: Judged): boolean => kind !== 'off topic';

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

const confidence = crossJudge(judged, isRight);
const relevance = crossJudge(forRelevance, isOn);
const only = (outcomes: typeof confidence, ...sources: Source[]) =>
  outcomes.filter(({ one }) => sources.includes(one.source));

/** What share of each kind of question is answered from a confidence and a relevance on. */
function answeredAt(leastConfidence: number, leastRelevance: number): string {
  const relevances = new Map(relevance.map(({ one, probability }) => [one, probability]));
  const share = (source: Source, kind: Kind): string => {
    const inside = confidence.filter(({ one }) => one.source === source && one.kind === kind);
    const answered = inside.filter(
      ({ one, probability }) =>
        probability >= leastConfidence && (relevances.get(one) ?? 1) >= leastRelevance,
    );
    return `${((100 * answered.length) / inside.length).toFixed(1)} %`;
  };
  return [
    `on corpus ${share('half', 'answerable')}, off ${share('half', 'off topic')}`,
    `near misses ${share('gaps', 'near miss')} (answerable ${share('gaps', 'answerable')})`,
    `chat ${share('chat, gaps', 'answerable')}, near misses ${share('chat, gaps', 'near miss')}, off ${share('chat, gaps', 'off topic')}`,
  ].join('; ');
}

const scores = {
  ranking: rankScores('whole'),
  'ranking, chat': rankScores('chat'),
  'AUROC right sentence': areaUnderCurve(only(confidence, 'whole')),
  'AUROC right sentence, half': areaUnderCurve(only(confidence, 'half')),
  'AUROC right sentence, gaps': areaUnderCurve(only(confidence, 'gaps')),
  'AUROC right sentence, chat': areaUnderCurve(only(confidence, 'chat, gaps')),
  'AUROC on/off corpus': areaUnderCurve(only(relevance, 'half')),
  'AUROC on/off corpus, chat': areaUnderCurve(only(relevance, 'chat, gaps')),
  'answered from a confidence and a relevance on': Object.fromEntries(
    [0.05, 0.1, 0.15, 0.2, 0.3, 0.5].flatMap((least) =>
      [0, 0.5, 0.7, 0.8].map((relevant) => [`${least}, ${relevant}`, answeredAt(least, relevant)]),
    ),
  ),
  'how often confidence is right': reliability(only(confidence, 'whole', 'half', 'gaps')),
  'how often confidence is right, chat': reliability(only(confidence, 'chat', 'chat, gaps')),
};
console.log(JSON.stringify(scores, null, 1));

const data = createHash('sha256').update(content).digest('hex');
write('ranker', { data, every: Number(every), scores, ...fitRanker([...tasks.whole, ...tasks.chat]) });
write('confidence', { data, every: Number(every), ...fitJudge(judged, isRight) });
write('relevance', { data, every: Number(every), ...fitJudge(forRelevance, isOn) });

function write(name: string, weights: object): void {
  const target = path.join('src', 'answer', `${name}.weights.json`);
  writeFileSync(target, `${JSON.stringify(weights).replaceAll('{"features":', '\n{"features":')}\n`);
  log(`wrote ${target}`);
}
