/** What was predicted of one case, and what is true. */
export interface Outcome {
  readonly probability: number;
  readonly positive: boolean;
}

/** Probability that a positive case is ranked above a negative one; ties count half. */
export function areaUnderCurve(outcomes: readonly Outcome[]): number {
  const sorted = [...outcomes].sort((a, b) => a.probability - b.probability);
  let ranks = 0;
  let positives = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.probability === sorted[from]?.probability) to++;
    const here = sorted.slice(from, to).filter(({ positive }) => positive).length;
    ranks += here * ((from + to + 1) / 2);
    positives += here;
    from = to;
  }
  const area = (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
  return Number(area.toFixed(4));
}

/** For each tenth of probability: how many cases, and how often it was so. */
export function reliability(outcomes: readonly Outcome[]): string[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const inside = outcomes.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth);
    const positive = inside.filter((outcome) => outcome.positive).length;
    const share = inside.length === 0 ? 'none' : `${((100 * positive) / inside.length).toFixed(1)} % right`;
    return `${tenth * 10}-${tenth * 10 + 10} %: ${inside.length} cases, ${share}`;
  });
}
