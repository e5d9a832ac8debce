/** How checked claims are scored. */
import { createHash } from 'node:crypto';

/**
 * What a text is for, by a hash of its name: two of twelve are held back until the end, on two the decision is fitted, and on
 * the others the checker was trained.
 */
export function partOf(doc) {
  const number = BigInt(`0x${createHash('sha1').update(doc).digest('hex')}`) % 12n;
  return number < 2n ? 'held back' : number < 4n ? 'fitted on' : 'trained on';
}

const percent = (part, all) => (all.length === 0 ? '–' : ((100 * part.length) / all.length).toFixed(1));

/**
 * Prints what became of claims: rows `{doc, label, why, verdict, confidence, isRight, claim, shown}`.
 *
 * @param misses also prints each that was decided wrongly.
 */
export function tellClaims(rows, misses = false) {
  for (const part of ['trained on', 'fitted on', 'held back']) {
    const own = rows.filter(({ doc }) => partOf(doc) === part);
    if (own.length > 0) tellGroup(part, own);
  }
  if (misses)
    for (const row of rows.filter(({ label, verdict }) => label !== verdict))
      console.log(
        `    ${row.label} → ${row.verdict} ${row.confidence.toFixed(2)} | ${row.why} | ${row.claim} | ${row.shown}`,
      );
}

function tellGroup(name, rows) {
  const of = (label) => rows.filter((row) => row.label === label);
  const [supported, differs, nothing] = ['supported', 'differs', 'nothing'].map(of);
  const called = (list, verdict) => list.filter((row) => row.verdict === verdict);
  const right = (list) => list.filter(({ isRight }) => isRight);
  const others = [...differs, ...nothing];
  const found = called(supported, 'supported');
  const shown = called(differs, 'differs');
  console.log(`${name}: ${supported.length} supported, ${differs.length} differ, ${nothing.length} nothing`);
  console.log(
    `  true ones found ${percent(found, supported)} (right sentence ${percent(right(found), supported)}); others called supported ${percent(called(others, 'supported'), others)} (differing ${percent(called(differs, 'supported'), differs)}, nothing ${percent(called(nothing, 'supported'), nothing)})`,
  );
  console.log(
    `  differing shown so ${percent(shown, differs)} (right sentence ${percent(right(shown), differs)}); called so of the true ${percent(called(supported, 'differs'), supported)}, of nothing ${percent(called(nothing, 'differs'), nothing)}`,
  );
  console.log(`  verdicts right by confidence ${calibration(rows)}`);
  const kinds = grouped(rows);
  const lines = [...kinds]
    .filter(([, list]) => list.length >= 5)
    .map(
      ([kind, list]) =>
        `${kind} ${['supported', 'differs', 'nothing'].map((v) => called(list, v).length).join('/')}`,
    );
  console.log(`  by kind (supported/differs/nothing) ${lines.sort().join(' · ')}`);
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) {
    const kind = `${row.label} ${row.why}`;
    groups.set(kind, [...(groups.get(kind) ?? []), row]);
  }
  return groups;
}

/** Five bins of confidence: how many, and the share whose verdict is right; and the expected calibration error. */
export function calibration(rows) {
  const bins = Array.from({ length: 5 }, (_, i) =>
    rows.filter(({ confidence }) => Math.min(4, Math.floor(confidence * 5)) === i),
  );
  const isRight = ({ label, verdict }) => Number(label === verdict);
  const mean = (list, of) => list.reduce((sum, row) => sum + of(row), 0) / (list.length || 1);
  const error = bins.reduce(
    (sum, bin) =>
      sum + (bin.length / rows.length) * Math.abs(mean(bin, isRight) - mean(bin, (row) => row.confidence)),
    0,
  );
  const shown = bins.map(
    (bin, i) => `${20 * i}–${20 * i + 20} %: ${(100 * mean(bin, isRight)).toFixed(0)} (${bin.length})`,
  );
  return `${shown.join(' · ')} · expected calibration error ${error.toFixed(3)}`;
}
