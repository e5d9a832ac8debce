import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { confidenceRow, SIGNAL_NAMES, sigmoid } from '../src/answer/confidence.js';
import { FEATURE_NAMES } from '../src/answer/features.js';
import type { Ranked } from '../src/answer/ranker.js';
import { evaluate, type Forest } from '../src/answer/trees.js';
import { boost, generator, type Rows, type Settings } from './boost.js';
import { asInChat } from './chat.js';
import { type Example, examplesOf, type Wording } from './examples.js';
import { areaUnderCurve, type Outcome, reliability } from './measures.js';
import { nearMissesOf } from './near-misses.js';
import { gappyTask, halfTask, type Kind, newsTasks, type SquadFile, wholeTask } from './squad.js';

/**
 * `npm run train -- DATA [EVERY]` fits the ranker, the confidence and the relevance on a SQuAD data file and writes
 * their weights with the data's hash and the scores of a cross-validation by article. With EVERY, only every so
 * many questions are used, for a quick look.
 */

const FOLDS = 4;

const RANKER: Settings = {
  trees: 800,
  depth: 4,
  rate: 0.06,
  ridge: 30,
  featureShare: 0.2,
  groupShare: 0.7,
  objective: 'softmax',
};
const JUDGE: Settings = {
  trees: 400,
  depth: 3,
  rate: 0.03,
  ridge: 20,
  featureShare: 0.2,
  groupShare: 0.5,
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

const chatWording: Wording = (question, answer, lead) => asInChat(question, answer, lead, random);

/** The tasks: of `whole` and `chat` all questions have an answer. */
const tasks = {
  whole: examplesOf(wholeTask(file)),
  half: examplesOf(halfTask(file, 0)),
  'other half': examplesOf(halfTask(file, 1)),
  gaps: examplesOf(gappyTask(file)),
  chat: newsTasks(file, false).flatMap((task) => examplesOf(task, chatWording)),
  'chat, gaps': newsTasks(file, true).flatMap((task) => examplesOf(task, chatWording)),
  'chat, missed': newsTasks(file, false).flatMap((task) =>
    examplesOf(nearMissesOf(task, random), chatWording),
  ),
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
    rows.push(...example.rows);
    labels.push(...example.labels);
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
  const groups = Array.from({ length: rows.length + 1 }, (_, row) => row);
  return boost({ features: SIGNAL_NAMES, rows, labels, groups } satisfies Rows, JUDGE);
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

const isOn = ({ kind }: Judged): boolean => kind !== 'off topic';
const from = (...sources: Source[]): Judged[] => judged.filter(({ source }) => sources.includes(source));
const forRelevance = from('half', 'other half', 'chat, gaps');
const forRight = from('half', 'other half', 'gaps', 'chat', 'chat, gaps', 'chat, missed').filter(isOn);

/** The probability of every case, by forests that have not seen its subject. */
function crossJudge(learnt: readonly Judged[], isPositive: (one: Judged) => boolean): Map<Judged, number> {
  const probabilities = new Map<Judged, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = (one: Judged): boolean => (one.subject >> 1) % FOLDS === fold;
    const forest = fitJudge(
      learnt.filter((one) => !inside(one)),
      isPositive,
    );
    for (const one of judged.filter(inside)) probabilities.set(one, sigmoid(evaluate(forest, one.row)));
  }
  return probabilities;
}

const relevances = crossJudge(forRelevance, isOn);
const rights = crossJudge(forRight, isRight);
const relevanceOf = (one: Judged): number => relevances.get(one) ?? 0;
const confidenceOf = (one: Judged): number => relevanceOf(one) * (rights.get(one) ?? 0);

const confidences = (...sources: Source[]): Outcome[] =>
  from(...sources).map((one) => ({ probability: confidenceOf(one), positive: isRight(one) }));
const onOff = (source: Source): Outcome[] =>
  from(source).map((one) => ({ probability: relevanceOf(one), positive: isOn(one) }));
const rightOrMissed = (...sources: Source[]): Outcome[] =>
  from(...sources)
    .filter((one) => isRight(one) || one.kind === 'near miss')
    .map((one) => ({ probability: confidenceOf(one), positive: isRight(one) }));

/** What share of each kind of question is answered from a confidence and a relevance on. */
function answeredAt(leastConfidence: number, leastRelevance: number): string {
  const share = (source: Source, kind: Kind): string => {
    const inside = from(source).filter((one) => one.kind === kind);
    const answered = inside.filter(
      (one) => confidenceOf(one) >= leastConfidence && relevanceOf(one) >= leastRelevance,
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
  'AUROC right sentence': areaUnderCurve(confidences('whole')),
  'AUROC right sentence, half': areaUnderCurve(confidences('half')),
  'AUROC right sentence, gaps': areaUnderCurve(confidences('gaps')),
  'AUROC right sentence, chat': areaUnderCurve(confidences('chat, gaps')),
  'AUROC right sentence or near miss': areaUnderCurve(rightOrMissed('gaps')),
  'AUROC right sentence or near miss, chat': areaUnderCurve(rightOrMissed('chat, gaps', 'chat, missed')),
  'AUROC on/off corpus': areaUnderCurve(onOff('half')),
  'AUROC on/off corpus, chat': areaUnderCurve(onOff('chat, gaps')),
  'answered from a confidence and a relevance on': Object.fromEntries(
    [0.05, 0.1, 0.15, 0.2, 0.3, 0.5].flatMap((least) =>
      [0, 0.5, 0.6, 0.7, 0.8].map((relevant) => [`${least}, ${relevant}`, answeredAt(least, relevant)]),
    ),
  ),
  'how often confidence is right': reliability(confidences('half', 'other half', 'gaps')),
  'how often confidence is right, chat': reliability(confidences('chat, gaps')),
};
console.log(JSON.stringify(scores, null, 1));

const data = createHash('sha256').update(content).digest('hex');
write('ranker', { data, every: Number(every), scores, ...fitRanker([...tasks.whole, ...tasks.chat]) });
write('right', { data, every: Number(every), ...fitJudge(forRight, isRight) });
write('relevance', { data, every: Number(every), ...fitJudge(forRelevance, isOn) });

function write(name: string, weights: object): void {
  const target = path.join('src', 'answer', `${name}.weights.json`);
  writeFileSync(target, `${JSON.stringify(weights).replaceAll('{"features":', '\n{"features":')}\n`);
  log(`wrote ${target}`);
}
