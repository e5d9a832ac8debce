/**
 * npm run bench -- claim-weights DUMP… [--without FEATURE,…]
 *
 * Fits the weights of src/claims/decision.ts on what `npm run bench -- claims SET… --dump DUMP` has written: a multinomial
 * logistic regression of whether some sentence supports a claim, some differs from it, or none says anything of it. Prints the
 * weights, and by cross-validation over the texts what each pair of thresholds shows; the texts that are held back are scored
 * apart.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { partOf } from './claim-scores.mjs';

const { values: options, positionals: dumps } = parseArgs({
  allowPositionals: true,
  options: { without: { type: 'string', default: '' } },
});
const FOLDS = 5;
const STEPS = 600;
const RATE = 0.1;
const SHRINK = 0.003;
const SUPPORTED = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75];
const DIFFERS = [0.4, 0.5, 0.6];

const claims = dumps.flatMap((dump) =>
  readFileSync(dump, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ candidates }) => candidates.length > 0),
);
const without = new Set(options.without.split(','));
const names = Object.keys(claims[0].candidates[0].features).filter((name) => !without.has(name));
const scales = names.map((name) => {
  const values = claims.flatMap(({ candidates }) =>
    candidates.map(({ features }) => Math.abs(features[name])),
  );
  return Math.max(1e-6, values.reduce((sum, value) => sum + value, 0) / values.length) + 0.05;
});
const SIDES = ['supported', 'differs'];
for (const claim of claims) {
  for (const one of claim.candidates)
    one.vector = Float64Array.from(names, (name, i) => one.features[name] / scales[i]);
  claim.side = SIDES.indexOf(claim.label);
}

const dot = (weights, vector) => vector.reduce((sum, value, i) => sum + weights[i] * value, 0);

/** As `decide` does it: the chance of each side, and the share that each sentence has in it. */
function chances(weights, candidates) {
  const powers = SIDES.map((_, side) => candidates.map(({ vector }) => Math.exp(dot(weights[side], vector))));
  const sums = powers.map((own) => own.reduce((sum, power) => sum + power, 0));
  const all = 1 + sums[0] + sums[1];
  return SIDES.map((_, side) => ({
    chance: sums[side] / all,
    shares: powers[side].map((power) => power / sums[side]),
  }));
}

/** Weights that make the observed most likely: gradient descent with a momentum. */
function fit(rows) {
  const weights = SIDES.map(() => new Float64Array(names.length));
  const moments = SIDES.map(() => new Float64Array(names.length));
  for (let step = 0; step < STEPS; step++) {
    const gradients = SIDES.map(() => new Float64Array(names.length));
    for (const { candidates, side: right } of rows)
      for (const [side, { chance, shares }] of chances(weights, candidates).entries())
        for (const [j, { vector }] of candidates.entries())
          for (let i = 0; i < vector.length; i++)
            gradients[side][i] += (chance - Number(side === right)) * shares[j] * vector[i];
    for (const side of SIDES.keys())
      for (let i = 0; i < names.length; i++) {
        const slope = gradients[side][i] / rows.length + SHRINK * weights[side][i];
        moments[side][i] = 0.9 * moments[side][i] + slope;
        weights[side][i] -= RATE * moments[side][i];
      }
  }
  return weights;
}

function judge(weights, rows) {
  for (const row of rows) {
    const [supports, differs] = chances(weights, row.candidates).map(({ chance, shares }) => ({
      chance,
      one: row.candidates[shares.indexOf(Math.max(...shares))],
    }));
    row.supports = supports;
    row.differs = differs;
  }
}

const decided = (row, supported, differs) => {
  if (row.supports.chance >= supported && row.supports.chance >= row.differs.chance)
    return ['supported', row.supports.one.isRight];
  return row.differs.chance >= differs ? ['differs', row.differs.one.isRight] : ['nothing', false];
};

const percent = (part, all) => ((100 * part) / (all || 1)).toFixed(1).padStart(5);
function tell(name, rows) {
  console.log(`${name}: ${rows.length} claims`);
  const of = (label) => rows.filter((row) => row.label === label);
  const [supported, differing, nothing] = ['supported', 'differs', 'nothing'].map(of);
  const rest = [...differing, ...nothing];
  for (const s of SUPPORTED)
    for (const d of DIFFERS) {
      const count = (list, verdict, right = false) =>
        list.filter((row) => {
          const [own, isRight] = decided(row, s, d);
          return own === verdict && (!right || isRight);
        }).length;
      console.log(
        `  ${s} ${d}: true found ${percent(count(supported, 'supported', true), supported.length)}, others supported ${percent(count(rest, 'supported'), rest.length)}; differing shown ${percent(count(differing, 'differs', true), differing.length)}, of the true ${percent(count(supported, 'differs'), supported.length)}, of nothing ${percent(count(nothing, 'differs'), nothing.length)}`,
      );
    }
}

const having = (part) => claims.filter(({ doc }) => partOf(doc) === part);
const seen = having('fitted on');
const held = having('held back');
const docs = [...new Set(seen.map(({ doc }) => doc))];
for (let fold = 0; fold < FOLDS; fold++) {
  const isFold = ({ doc }) => docs.indexOf(doc) % FOLDS === fold;
  judge(fit(seen.filter((row) => !isFold(row))), seen.filter(isFold));
}
tell('fitted on, cross-validated', seen);
const weights = fit(seen);
judge(weights, held);
tell('held back', held);
console.log('weights');
for (const [i, name] of names.entries())
  console.log(`  ${name}: [${weights.map((own) => (own[i] / scales[i]).toFixed(2)).join(', ')}],`);
