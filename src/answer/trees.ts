/** Boosted regression trees: the sum of what many small trees say. */
export interface Forest {
  /** Names of the columns of a row, in order. */
  readonly features: readonly string[];
  /** By column: the share of what all trees gained in fitting that its splits gained. */
  readonly importance: readonly number[];
  /** Depth of every tree. */
  readonly depth: number;
  readonly trees: readonly Tree[];
}

/**
 * A full binary tree. Inner node `i` goes to `2i + 1` when the row's `features[i]` is at most `thresholds[i]`, else
 * to `2i + 2`; `leaves` are the values at the lowest level, left to right.
 */
export interface Tree {
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
}

/** What the forest says about a row. */
export function evaluate({ depth, trees }: Forest, row: ArrayLike<number>): number {
  let sum = 0;
  for (const { features, thresholds, leaves } of trees) {
    let node = 0;
    for (let level = 0; level < depth; level++) {
      const right = (row[features[node] as number] as number) > (thresholds[node] as number);
      // Counted, not branched on: which way it goes cannot be foreseen, and a wrong guess costs more than the sum.
      node = 2 * node + 1 + Number(right);
    }
    sum += leaves[node - leaves.length + 1] as number;
  }
  return sum;
}
