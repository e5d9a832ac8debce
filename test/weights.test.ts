import { describe, expect, it } from 'vitest';
import { RELEVANCE, RIGHT, SIGNAL_NAMES } from '../src/answer/confidence.js';
import { FEATURE_NAMES } from '../src/answer/features.js';
import { RANKER } from '../src/answer/ranker.js';
import { evaluate } from '../src/answer/trees.js';

/** The weights are of no use for other features than those they were fitted for: then `npm run train` is due. */
describe.each([
  ['ranker', RANKER, FEATURE_NAMES],
  ['right sentence', RIGHT, SIGNAL_NAMES],
  ['relevance', RELEVANCE, SIGNAL_NAMES],
])('the weights of the %s', (_, forest, names) => {
  it('are those of the features, in their order', () => {
    expect(forest.features).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are full trees over existing columns', () => {
    expect(forest.trees.length).toBeGreaterThan(0);
    for (const { features, thresholds, leaves } of forest.trees) {
      expect(features).toHaveLength(2 ** forest.depth - 1);
      expect(thresholds).toHaveLength(features.length);
      expect(leaves).toHaveLength(2 ** forest.depth);
      expect(features.every((feature) => feature < names.length)).toBe(true);
    }
  });
});

describe('a forest', () => {
  const tree = { features: [0, 1, 1], thresholds: [0.5, 1, 2], leaves: [1, 2, 3, 4] };
  const forest = { features: ['a', 'b'], importance: [0.5, 0.5], depth: 2, trees: [tree, tree] };
  it.each([
    [[0.5, 1], 2],
    [[0.5, 1.5], 4],
    [[0.6, 2], 6],
    [[9, 9], 8],
  ])('%j → %d', (row, sum) => {
    expect(evaluate(forest, row)).toBe(sum);
  });
});
