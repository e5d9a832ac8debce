import type { Forest, Tree } from '../src/answer/trees.js';

/** Rows in groups (the candidates of a question), with the labels to learn. */
export interface Rows {
  readonly features: readonly string[];
  readonly rows: readonly Float32Array[];
  /** 1 for a right row, 0 for a wrong one. */
  readonly labels: Uint8Array;
  /** Where each group starts, and at last the number of rows. */
  readonly groups: readonly number[];
}

export interface Settings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Ridge on the leaves. */
  readonly ridge: number;
  /** Share of the features that each tree may use, */
  readonly featureShare: number;
  /** and of the groups that it is fitted on (J. Friedman, "Stochastic gradient boosting", 2002). */
  readonly groupShare: number;
  /** Whether groups compete (softmax), or each row stands for itself (logistic). */
  readonly objective: 'softmax' | 'logistic';
}

const BINS = 64;

/** Rows with a smaller gradient are settled; leaving them out changes little and saves most of the time. */
const SETTLED = 0.004;

/** Fits boosted trees by Newton steps on histograms (J. Friedman, 2001; T. Chen and C. Guestrin, 2016). */
export function boost(data: Rows, settings: Settings): Forest {
  const { labels, groups } = data;
  const size = labels.length;
  const binned = data.features.map((_, f) => binFeature(data.rows, f));
  const scores = new Float64Array(size);
  const gradient = new Float32Array(size);
  const hessian = new Float32Array(size);
  const random = generator(1);
  const trees: Tree[] = [];
  const gains = data.features.map(() => 0);
  for (let t = 0; t < settings.trees; t++) {
    if (settings.objective === 'softmax') softmaxSteps(scores, labels, groups, gradient, hessian);
    else logisticSteps(scores, labels, gradient, hessian);
    leaveOut(groups, 1 - settings.groupShare, gradient, random);
    const usable = binned.map((bin) => bin.edges.length > 0 && random() < settings.featureShare);
    trees.push(growTree(binned, usable, gradient, hessian, scores, gains, settings));
  }
  const all = gains.reduce((sum, gain) => sum + gain, 0);
  const importance = gains.map((gain) => rounded(gain / all));
  return { features: data.features, importance, depth: settings.depth, trees };
}

function softmaxSteps(
  scores: Float64Array,
  labels: Uint8Array,
  groups: readonly number[],
  gradient: Float32Array,
  hessian: Float32Array,
): void {
  for (let g = 0; g + 1 < groups.length; g++) {
    const start = groups[g] as number;
    const end = groups[g + 1] as number;
    let most = Number.NEGATIVE_INFINITY;
    let right = 0;
    for (let r = start; r < end; r++) {
      most = Math.max(most, scores[r] as number);
      right += labels[r] as number;
    }
    let sum = 0;
    for (let r = start; r < end; r++) sum += Math.exp((scores[r] as number) - most);
    for (let r = start; r < end; r++) {
      const share = Math.exp((scores[r] as number) - most) / sum;
      gradient[r] = right === 0 ? 0 : share - (labels[r] as number) / right;
      hessian[r] = right === 0 ? 0 : Math.max(share * (1 - share), 1e-4);
    }
  }
}

function logisticSteps(
  scores: Float64Array,
  labels: Uint8Array,
  gradient: Float32Array,
  hessian: Float32Array,
): void {
  for (let r = 0; r < scores.length; r++) {
    const share = 1 / (1 + Math.exp(-(scores[r] as number)));
    gradient[r] = share - (labels[r] as number);
    hessian[r] = Math.max(share * (1 - share), 1e-4);
  }
}

/** Takes a share of the groups out of the next tree's sight: a row without a gradient counts as settled. */
function leaveOut(
  groups: readonly number[],
  share: number,
  gradient: Float32Array,
  random: () => number,
): void {
  for (let g = 0; g + 1 < groups.length; g++) {
    if (random() < share) gradient.fill(0, groups[g], groups[g + 1]);
  }
}

interface BinnedFeature {
  readonly bins: Uint8Array;
  /** `edges[b]` is the largest value of bin `b`; the last bin has none. */
  readonly edges: readonly number[];
}

function binFeature(rows: readonly Float32Array[], feature: number): BinnedFeature {
  const step = Math.max(1, Math.floor(rows.length / 50_000));
  const sample: number[] = [];
  for (let r = 0; r < rows.length; r += step) sample.push((rows[r] as Float32Array)[feature] as number);
  sample.sort((a, b) => a - b);
  const edges: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const edge = rounded(sample[Math.floor((b * sample.length) / BINS)] as number);
    if (edge > (edges.at(-1) ?? Number.NEGATIVE_INFINITY) && edge < (sample.at(-1) as number))
      edges.push(edge);
  }
  const bins = new Uint8Array(rows.length);
  for (let r = 0; r < rows.length; r++) bins[r] = binOf((rows[r] as Float32Array)[feature] as number, edges);
  return { bins, edges };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function binOf(value: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Grows one tree level by level and adds it to the scores. */
function growTree(
  binned: readonly BinnedFeature[],
  usable: readonly boolean[],
  gradient: Float32Array,
  hessian: Float32Array,
  scores: Float64Array,
  gains: number[],
  { depth, rate, ridge }: Settings,
): Tree {
  const size = scores.length;
  const node = new Uint8Array(size);
  const open = openRows(gradient);
  const features: number[] = [];
  const thresholds: number[] = [];
  for (let level = 0; level < depth; level++) {
    const splits = bestSplits(binned, usable, open, node, 1 << level, gradient, hessian, ridge);
    for (const { feature, bin, gain } of splits) {
      (gains[feature] as number) += gain;
      features.push(feature);
      thresholds.push(binned[feature]?.edges[bin] ?? Number.MAX_SAFE_INTEGER);
    }
    for (let r = 0; r < size; r++) {
      const { feature, bin } = splits[node[r] as number] as Split;
      const right = ((binned[feature] as BinnedFeature).bins[r] as number) > bin;
      node[r] = 2 * (node[r] as number) + (right ? 1 : 0);
    }
  }
  const sums = new Float64Array(1 << depth);
  const weights = new Float64Array(1 << depth);
  for (const r of open) {
    (sums[node[r] as number] as number) += gradient[r] as number;
    (weights[node[r] as number] as number) += hessian[r] as number;
  }
  const leaves = Array.from(sums, (sum, leaf) =>
    rounded((-rate * sum) / ((weights[leaf] as number) + ridge)),
  );
  for (let r = 0; r < size; r++) (scores[r] as number) += leaves[node[r] as number] as number;
  return { features, thresholds, leaves };
}

function openRows(gradient: Float32Array): Uint32Array {
  const open = new Uint32Array(gradient.length);
  let count = 0;
  for (let r = 0; r < gradient.length; r++) if (Math.abs(gradient[r] as number) > SETTLED) open[count++] = r;
  return open.subarray(0, count);
}

interface Split {
  readonly feature: number;
  /** Rows whose bin is at most this go left. */
  readonly bin: number;
  readonly gain: number;
}

function bestSplits(
  binned: readonly BinnedFeature[],
  usable: readonly boolean[],
  open: Uint32Array,
  node: Uint8Array,
  nodes: number,
  gradient: Float32Array,
  hessian: Float32Array,
  ridge: number,
): Split[] {
  const best = Array.from({ length: nodes }, () => ({ feature: 0, bin: BINS, gain: 1e-6 }));
  const sums = new Float64Array(nodes * BINS * 2);
  for (const [feature, { bins }] of binned.entries()) {
    if (!usable[feature]) continue;
    sums.fill(0);
    for (let i = 0; i < open.length; i++) {
      const r = open[i] as number;
      const at = 2 * ((node[r] as number) * BINS + (bins[r] as number));
      (sums[at] as number) += gradient[r] as number;
      (sums[at + 1] as number) += hessian[r] as number;
    }
    for (let n = 0; n < nodes; n++) {
      const found = bestBin(sums.subarray(n * BINS * 2, (n + 1) * BINS * 2), ridge);
      if (found.gain > (best[n]?.gain ?? 0)) best[n] = { feature, ...found };
    }
  }
  return best;
}

/** The best split of a node, whose bins alternate the sums of gradients and of hessians. */
function bestBin(sums: Float64Array, ridge: number): { bin: number; gain: number } {
  let allG = 0;
  let allH = 0;
  for (let at = 0; at < sums.length; at += 2) {
    allG += sums[at] as number;
    allH += sums[at + 1] as number;
  }
  const without = (allG * allG) / (allH + ridge);
  let best = { bin: BINS, gain: 0 };
  let leftG = 0;
  let leftH = 0;
  for (let bin = 0; bin < BINS - 1; bin++) {
    leftG += sums[2 * bin] as number;
    leftH += sums[2 * bin + 1] as number;
    if (leftH < 1 || allH - leftH < 1) continue;
    const gain = leftG ** 2 / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge) - without;
    if (gain > best.gain) best = { bin, gain };
  }
  return best;
}

/** A small random number generator (mulberry32), so that training can be repeated. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
