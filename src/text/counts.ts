/** How often things were counted, in little memory: the things as the lines of one text. */
export interface Counts {
  readonly lines: string;
  readonly times: Uint32Array;
}

/** Keeps counts of things that have no line end in them. */
export const packCounts = (counts: ReadonlyMap<string, number>): Counts => ({
  lines: [...counts.keys()].join('\n'),
  times: Uint32Array.from(counts.values()),
});

/** Adds what was counted to other counts. */
export function addCounts(to: Map<string, number>, { lines, times }: Counts): void {
  if (times.length === 0) return;
  for (const [i, thing] of lines.split('\n').entries())
    to.set(thing, (to.get(thing) ?? 0) + (times[i] as number));
}
