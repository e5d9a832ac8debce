import { MONTHS } from '../english/calendar.js';
import { isGivenName } from '../english/given-names.js';
import { isPlural } from '../english/nouns.js';
import type { Tag } from '../english/parts-of-speech.js';
import { isPerson } from '../english/persons.js';
import { TITLES } from '../english/titles.js';
import type { Token } from '../english/tokens.js';
import { verbOf } from '../english/verbs.js';
import { isCounted } from '../figures/counted.js';
import type { KnownFigure } from '../figures/figure.js';
import { type Clause, turned } from './clause.js';

/*
 * Questions that a plain sentence answers, turned from it by its grammar: each is `null` where the sentence is not of that
 * kind, so that no question is made that nobody would ask.
 */

/** `The port employs 4,200 dockers in Oslo.`: `How many dockers does the port employ in Oslo?` */
export function howMany(clause: Clause, figures: readonly KnownFigure[]): string | null {
  const { text, tokens, verb, end } = clause;
  const from = tokens[end - 1]?.end ?? 0;
  const figure = figures.find(
    ({ start, wording }) => text.slice(from, start).trim() === wording.before.trim() && start >= from,
  );
  if (
    !figure ||
    verb.main === '' ||
    verb.isPassive ||
    !isCounted(figure) ||
    figure.change === 'up' ||
    figure.change === 'down'
  )
    return null;
  const { of } = figure;
  const after = text.slice(figure.end).trimStart();
  if (
    of === null ||
    !/^\p{Ll}[\p{Ll} -]*$/u.test(of) ||
    !isPlural(of.split(' ').at(-1) ?? '') ||
    !after.startsWith(of) ||
    /^,? (?:and|or) /.test(after.slice(of.length))
  )
    return null;
  const at = tokens.findIndex(({ start }) => start >= text.indexOf(of, figure.end) + of.length);
  return `How many ${of} ${turned(clause)}${restAt(clause, at)}?`;
}

/** What stands behind a counted noun up to the sentence's end: ` in the US`; '' where it is long or of another kind. */
function restAt({ text, tokens, tags }: Clause, at: number): string {
  if (tags[at] !== 'preposition') return '';
  const end = tags.findIndex((tag, i) => i > at && !REST.has(tag));
  const isWhole = end < 0 || tags[end] === 'stop' || tags[end] === 'comma';
  if (!isWhole || end - at > MAX_REST || !NOUNS.has(tags[end - 1] as Tag)) return '';
  return ` ${text.slice(tokens[at]?.start, tokens[end - 1]?.end)}`;
}

const REST: ReadonlySet<Tag> = new Set(['preposition', 'name', 'noun', 'plural', 'adjective', 'determiner']);
const NOUNS: ReadonlySet<Tag> = new Set(['name', 'noun', 'plural']);
const MAX_REST = 5;

const SIZES = /^(?:tall|long|high|wide|deep|old|heavy|thick)$/;

/** `The tower is 324 metres tall.`: `How tall is the tower?`; `The journey took 3 hours.`: `How long did the journey take?` */
export function howBig(clause: Clause, figures: readonly KnownFigure[]): string | null {
  const { text, tokens, verb, end } = clause;
  const from = tokens[end - 1]?.end ?? 0;
  const figure = figures.find(
    ({ start, wording }) => start >= from && text.slice(from, start).trim() === wording.before.trim(),
  );
  if (!figure) return null;
  const after = text
    .slice(figure.end)
    .trimStart()
    .split(/[^\p{L}]+/u);
  const size = after.slice(0, 3).find((word) => SIZES.test(word));
  if (verb.main === '' && size) return `How ${size} ${turned(clause)}?`;
  if (/^(?:take|last)$/.test(verb.main) && /^(?:second|minute|hour|day|week|month|year)$/.test(figure.unit))
    return `How long ${turned(clause)}?`;
  if (verb.main === 'cost' && figure.of === null && figure.unit !== '') return `How much ${turned(clause)}?`;
  const isMoney = figure.of === null && /(?:dollar|euro|pound sterling|yen|yuan|rupee)$/.test(figure.unit);
  return isMoney && /^(?:raise|spend|invest|donate|earn|lose|pay)$/.test(verb.main)
    ? `How much money ${turned(clause)}?`
    : null;
}

/** Words between verb and date that a question takes along. */
const MAX_MIDDLE = 6;
const MIDDLE: ReadonlySet<Tag> = new Set([
  'preposition',
  'name',
  'noun',
  'plural',
  'adjective',
  'determiner',
]);

/** `The bridge was opened by Ada Long in 1911.`: `When was the bridge opened by Ada Long?` */
export function when(clause: Clause): string | null {
  const { text, tokens, tags, verb, end } = clause;
  if (verb.main === '' || !/^(?:did|was|were)$/.test(verb.auxiliary)) return null;
  for (let at = end; at <= end + MAX_MIDDLE; at++) {
    if (
      /^(?:in|on)$/.test(tokens[at]?.lower ?? '') &&
      isDate(tokens[at + 1]) &&
      isEnding(tokens, tags, at + 1)
    ) {
      const middle = at > end ? ` ${text.slice(tokens[end]?.start, tokens[at - 1]?.end)}` : '';
      const needsMore = at === end && verb.auxiliary === 'did' && !ALONE.test(verb.main);
      return isWhole(tags, end, at) && !needsMore ? `When ${turned(clause)}${middle}?` : null;
    }
    if (!MIDDLE.has(tags[at] as Tag)) return null;
  }
  return null;
}

/** Verbs that take nothing more: `When did the museum open?`, but not `When did the museum announce?` */
const ALONE =
  /^(?:die|open|begin|start|end|close|arrive|retire|resign|premiere|return|graduate|debut|merge|collapse|marry)$/;

/** What stands between ends with a noun, and says nothing of `its` or `another`. */
const isWhole = (tags: readonly Tag[], from: number, to: number): boolean =>
  from === to || NOUNS.has(tags[to - 1] as Tag);

const isDate = (token: Token | undefined): boolean =>
  token !== undefined && (MONTHS.has(token.lower) || /^(?:1\d|20)\d\d$/.test(token.text));

/** A date, and then the sentence or its part ends. */
function isEnding(tokens: readonly Token[], tags: readonly Tag[], from: number): boolean {
  let at = from;
  while (isDate(tokens[at]) || tokens[at]?.kind === 'number') at++;
  return tags[at] === undefined || tags[at] === 'stop' || tags[at] === 'comma';
}

const PLACED = /^(?:born|located|based|headquartered|held|buried|situated)$/;

/** `Ada Long was born in Oslo.`: `Where was Ada Long born?` */
export function where(clause: Clause): string | null {
  const { tokens, tags, verb, end } = clause;
  const isPlaced = PLACED.test(verb.main) && /^(?:in|at|near)$/.test(tokens[end]?.lower ?? '');
  const at = tags[end + 1] === 'determiner' ? end + 2 : end + 1;
  return isPlaced && tags[at] === 'name' && !isDate(tokens[at]) ? `Where ${turned(clause)}?` : null;
}

/** `The bridge was designed by Ada Long.`: `Who designed the bridge?` */
export function whoDid({ subject, verb, tokens, tags, end }: Clause): string | null {
  if (!verb.isPassive || tokens[end]?.lower !== 'by' || tags[end + 1] !== 'name' || tags[end + 2] !== 'name')
    return null;
  if (!isGivenName(tokens[end + 1]?.lower ?? '')) return null;
  return verb.main.endsWith('ed') || verbOf(verb.main)?.form === 'invariable'
    ? `Who ${verb.main} ${subject}?`
    : `Who ${verb.auxiliary} ${subject} ${verb.main} by?`;
}

/** `Ada Long was a lawyer.`: `Who was Ada Long?`; `A quay is a …`: `What is a quay?` */
export function whatIs({ subject, isName, verb, tokens, tags, end }: Clause): string | null {
  if (
    verb.main !== '' ||
    !/^(?:an?|the)$/.test(tokens[end]?.lower ?? '') ||
    /\b(?:of|in|for)\b/.test(subject)
  )
    return null;
  if (!definesKind(tokens, tags, end + 1)) return null;
  if (isName && isPersonal(subject)) return `Who ${verb.auxiliary} ${subject}?`;
  const isKind = /^an? /.test(subject) || isName;
  return isKind ? `What ${verb.auxiliary} ${subject}?` : null;
}

/** A noun follows, perhaps behind adjectives: `a former lawyer`, not `a bit`. */
function definesKind(tokens: readonly Token[], tags: readonly Tag[], from: number): boolean {
  let at = from;
  while (tags[at] === 'adjective' || tags[at] === 'name' || tags[at] === 'adverb' || tokens[at]?.glued) at++;
  return (
    tags[at] === 'noun' && !/^(?:bit|lot|few|result|part|way|case|reason)$/.test(tokens[at]?.lower ?? '')
  );
}

/** A given name and one or two more. */
export const isPersonal = (name: string): boolean =>
  /^\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}[\p{L}.’'-]*)? \p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(name) &&
  isGivenName(name.split(' ')[0]?.toLowerCase() ?? '');

const APPOSITION =
  /(\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\.?[\p{Ll}’'-]*)? \p{Lu}\p{Ll}[\p{L}’'-]*), ((?:[\p{L}’'-]+ ){0,5}?[\p{Ll}’'-]+)(?=[ ,.])/gu;

/** `Ada Long, the mayor of Oslo, …`: `Who is Ada Long?` */
export function whoIs(sentence: string): string | null {
  for (const [, name = '', description = ''] of sentence.matchAll(APPOSITION)) {
    const words = description.split(' ');
    const isTold =
      /^(?:the|an?|its)$/.test(words[0] ?? '') || TITLES.has(words[0] ?? '') || isPerson(words[0] ?? '');
    if (isTold && isPersonal(name) && words.some((word) => isPerson(word) || TITLES.has(word)))
      return `Who is ${name}?`;
  }
  return null;
}
