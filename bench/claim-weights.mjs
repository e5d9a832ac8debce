/**
 * npm run bench -- claim-weights DUMP… [--without FEATURE,…]
 *
 * Fits the weights of src/claims/decision.ts on what `npm run bench -- claims SET… --dump DUMP` has written: a multinomial
 * logistic regression of whether a sentence supports a claim, differs from it, or says nothing of it. Prints the weights, and
 * by cross-validation over the texts what each pair of thresholds shows; the texts that are held back are scored apart.
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
const RATE = 1;
const SHRINK = 0.001;
const SUPPORTED = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75];
const DIFFERS = [0.4, 0.5, 0.6];

const claims = dumps.flatMap((dump) =>
  readFileSync(dump, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);
const without = new Set(options.without.split(','));
const names = Object.keys(
  claims.find(({ candidates }) => candidates.length > 0).candidates[0].features,
).filter((name) => !without.has(name));
const scales = names.map((name) => {
  const values = claims.flatMap(({ candidates }) =>
    candidates.map(({ features }) => Math.abs(features[name])),
  );
  return Math.max(1e-6, values.reduce((sum, value) => sum + value, 0) / values.length) + 0.05;
});
for (const { candidates, label } of claims)
  for (const one of candidates) {
    one.vector = Float64Array.from(names, (name, i) => one.features[name] / scales[i]);
    one.side = one.isRight ? (label === 'supported' ? 1 : 2) : 0;
  }

function probabilities(weights, vector) {
  const logits = [0, 0, 0];
  for (const side of [1, 2])
    for (let i = 0; i < vector.length; i++) logits[side] += weights[side - 1][i] * vector[i];
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers[0] + powers[1] + powers[2];
  return powers.map((power) => power / sum);
}

/** Weights that make the observed most likely: gradient descent with a momentum. */
function fit(rows) {
  const sentences = rows.flatMap(({ candidates }) => candidates);
  const weights = [new Float64Array(names.length), new Float64Array(names.length)];
  const moments = [new Float64Array(names.length), new Float64Array(names.length)];
  for (let step = 0; step < STEPS; step++) {
    const gradients = [new Float64Array(names.length), new Float64Array(names.length)];
    for (const { vector, side } of sentences) {
      const p = probabilities(weights, vector);
      for (const k of [1, 2]) {
        const error = p[k] - Number(side === k);
        for (let i = 0; i < vector.length; i++) gradients[k - 1][i] += error * vector[i];
      }
    }
    for (const k of [0, 1])
      for (let i = 0; i < names.length; i++) {
        const slope = gradients[k][i] / sentences.length + SHRINK * weights[k][i];
        moments[k][i] = 0.9 * moments[k][i] + slope;
        weights[k][i] -= RATE * 0.1 * moments[k][i];
      }
  }
  return weights;
}

function judge(weights, rows) {
  for (const row of rows) {
    const judged = row.candidates.map((one) => ({ one, p: probabilities(weights, one.vector) }));
    const best = (side) => judged.reduce((a, b) => (b.p[side] > a.p[side] ? b : a), judged[0]);
    row.supports = best(1);
    row.differs = best(2);
  }
}

const decided = (row, supported, differs) => {
  if (!row.supports) return ['nothing', false];
  if (row.supports.p[1] >= supported && row.supports.p[1] >= row.differs.p[2])
    return ['supported', row.supports.one.isRight];
  return row.differs.p[2] >= differs ? ['differs', row.differs.one.isRight] : ['nothing', false];
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
