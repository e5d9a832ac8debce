/**
 * Among the quotations whose speaker the gold knows, how many are laid in the mouth of a named person who did not say
 * them. That is worse than to name nobody.
 */

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|sens?|reps?|gov|gen|lt|col|sgt|capt|prof|rev|hon|sir|president|vice|former|senator|governor|secretary|judge|chairman|director|jr|sr|i{2,3})$/i;

const plain = (text) => text.normalize('NFD').replace(/\p{M}|['’]s\b|\([^)]*\)/gu, '');

/** The words of a name or description before what hangs on it, and its last word that bears a capital. */
function parts(text) {
  const [head = ''] = plain(text).split(/[,;]| (?:who|of|for|in|from|at|with|on|near|told|said) /);
  const words = head.match(/[\p{L}\p{N}-]+/gu) ?? [];
  const names = words.filter((word) => /^\p{Lu}/u.test(word) && !TITLE.test(word));
  return { words: words.map((word) => word.toLowerCase()), names: names.map((word) => word.toLowerCase()) };
}

/** `Ma` and `Jack Ma` are one, `Jack Ma` and `Ana Ma` are not; a given name alone will do. */
function areOneName(one, other) {
  const [a, b] = [parts(one).names, parts(other).names];
  if (a.length === 0 || b.length === 0) return false;
  if (a.length === 1 || b.length === 1) return a.includes(b[0]) || b.includes(a[0]) || a.at(-1) === b.at(-1);
  return a.at(-1) === b.at(-1) && a.slice(0, -1).some((x) => b.slice(0, -1).some((y) => x[0] === y[0]));
}

/** The same noun, or half of the words. */
function areOneDescription(one, other) {
  const [a, b] = [parts(one).words, parts(other).words];
  const shared = new Set(a.filter((word) => b.includes(word)));
  return a.length > 0 && (a.at(-1) === b.at(-1) || shared.size * 2 >= new Set([...a, ...b]).size);
}

const areOne = (one, other) => areOneName(one, other) || areOneDescription(one, other);

/** Whose words the gold says these are, or null where it does not tell. */
function saidBy({ required, speaker, source_type: source, resolved, resolved_by: by }) {
  if (!required || !speaker) return null;
  if (source === 'pronoun') return String(by).startsWith('silver') ? null : resolved;
  return source === 'several_names' ? speaker.text.split(/,| and /) : [speaker.text];
}

const overlaps = (a, b) => a.start < b.end && b.start < a.end;

/** Whether two spans are the same but for a fifth of either. */
const areOneSpan = (a, b) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) >= 0.8 * Math.max(a.end - a.start, b.end - b.start);

function isRight(speaker, gold, names) {
  if (names.some((name) => areOne(name, speaker.name))) return true;
  return !/^(?:person|several_names|pronoun)$/.test(gold.source_type) && overlaps(speaker, gold.speaker);
}

/** Counts over texts, `[{ gold, found }]`: the gold's quotations and ours, with their speakers. */
export function wrongNames(texts) {
  let [known, wrong, unnamed] = [0, 0, 0];
  for (const { gold, found } of texts)
    for (const quotation of gold) {
      const names = saidBy(quotation);
      const ours = names && found.find((one) => areOneSpan(one, quotation));
      if (!ours) continue;
      known++;
      const { speaker } = ours;
      if (!speaker?.named || speaker.body) unnamed++;
      else if (!isRight(speaker, quotation, names)) wrong++;
    }
  return { known, wrong, unnamed };
}
