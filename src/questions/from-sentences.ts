import { MONTHS } from '../english/calendar.js';
import { isGivenName } from '../english/given-names.js';
import { isPlural } from '../english/nouns.js';
import type { Tag } from '../english/parts-of-speech.js';
import { isPerson } from '../english/persons.js';
import { isPlace } from '../english/places.js';
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

/** `The port plans to employ 4,200 dockers in Oslo.`: `How many dockers does the port plan to employ in Oslo?` */
export function howMany(clause: Clause, figures: readonly KnownFigure[]): string | null {
  const { text, tokens, tags, verb } = clause;
  const found = figureBehind(clause, figures);
  if (!found || verb.main === '' || verb.isPassive || !isCounted(found.figure)) return null;
  const { end, of, change } = found.figure;
  const after = text.slice(end).trimStart();
  const isWhole = of !== null && /^(?:[\p{L}-]+ )*\p{Ll}+$/u.test(of) && isPlural(of.split(' ').at(-1) ?? '');
  if (!isWhole || !after.startsWith(of) || change === 'up' || change === 'down') return null;
  const at = tokens.findIndex(({ start }) => start >= text.indexOf(of, end) + of.length);
  if (!BEHIND.has(tags[at] as Tag) || CHANGES.test(verb.main)) return null;
  return `How many ${of} ${turned(clause)}${found.between}${restAt(clause, at)}?`;
}

/** What may follow what is counted: not `stations suspended`, `arts and cultural organisations`. */
const BEHIND: ReadonlySet<Tag> = new Set(['stop', 'comma', 'preposition', 'relative', 'break', 'time']);

/** Verbs whose number is no object: `fell below 20 million viewers`. */
const CHANGES = /^(?:fall|rise|drop|grow|increase|decrease|climb|reach|exceed|decline|jump|last|vary|range)$/;

/** The figure behind the verb, and what stands between as far as it is `to employ` or `to creating`. */
function figureBehind({ text, tokens, end }: Clause, figures: readonly KnownFigure[]) {
  const from = tokens[end - 1]?.end ?? 0;
  for (const figure of figures) {
    if (figure.start < from) continue;
    const between = text.slice(from, figure.start).trimEnd();
    const { before } = figure.wording;
    if (!between.endsWith(before)) return null;
    const infinitive = between.slice(0, between.length - before.length).trimEnd();
    return /^(?: to \p{Ll}+)?$/u.test(infinitive) ? { figure, between: infinitive } : null;
  }
  return null;
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
  const { text, verb } = clause;
  const figure = figureBehind(clause, figures)?.figure;
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

/** Words behind a verb that a question takes along. */
const MAX_MIDDLE = 6;
const MIDDLE: ReadonlySet<Tag> = new Set([
  'preposition',
  'name',
  'noun',
  'plural',
  'adjective',
  'determiner',
]);

/**
 * The sentence as a question, up to a token that ends what is told of the subject: ` Ada Long met Owen Hale` before `in 1911`.
 *
 * @param isThere whether what is asked for begins at a token.
 */
function upTo(clause: Clause, isThere: (at: number) => boolean): string | null {
  const { text, tokens, tags, verb, end } = clause;
  if (verb.main === '' || /^an? /.test(clause.subject)) return null;
  for (let at = end; at <= end + MAX_MIDDLE; at++) {
    if (isThere(at)) {
      const needsMore = at === end && !verb.isPassive && !ALONE.test(verb.main);
      if (needsMore || !isWhole(tags, end, at)) return null;
      return turned(clause) + (at > end ? ` ${text.slice(tokens[end]?.start, tokens[at - 1]?.end)}` : '');
    }
    if (!MIDDLE.has(tags[at] as Tag)) return null;
  }
  return null;
}

/** `The bridge was opened by Ada Long in 1911.`: `When was the bridge opened by Ada Long?` */
export function when(clause: Clause): string | null {
  const { tokens, tags } = clause;
  if (!/^(?:did|was|were)$/.test(clause.verb.auxiliary)) return null;
  const asked = upTo(
    clause,
    (at) =>
      /^(?:in|on)$/.test(tokens[at]?.lower ?? '') && isDate(tokens[at + 1]) && isEnding(tokens, tags, at + 1),
  );
  return asked && `When ${asked}?`;
}

/** `The council voted for the bridge because …`: `Why did the council vote for the bridge?` */
export function why(clause: Clause): string | null {
  const asked = upTo(
    clause,
    (at) => clause.tokens[at]?.lower === 'because' && clause.tokens[at + 1]?.lower !== 'of',
  );
  return asked && `Why ${asked}?`;
}

/** `Ada Long met Owen Hale at Orrin Bridge.`: `Where did Ada Long meet Owen Hale?` */
export function where(clause: Clause): string | null {
  const { text, tokens, tags } = clause;
  const asked = upTo(clause, (at) => {
    const first = tags[at + 1] === 'determiner' ? at + 2 : at + 1;
    let end = first;
    while (tags[end] === 'name' && !isDate(tokens[end])) end++;
    const lower = tokens[at]?.lower ?? '';
    const place = text.slice(tokens[first]?.start, tokens[end - 1]?.end).toLowerCase();
    return (
      end > first &&
      (/^(?:at|near)$/.test(lower) || (lower === 'in' && (isPlace(place) || PLACED.test(clause.verb.main))))
    );
  });
  return asked && `Where ${asked}?`;
}

const PLACED = /^(?:born|located|based|headquartered|held|buried|situated)$/;

/** Verbs that take nothing more: `When did the museum open?`, but not `When did the museum announce?` */
const ALONE =
  /^(?:die|open|begin|start|end|close|arrive|retire|resign|premiere|return|graduate|debut|merge|collapse|marry|live)$/;

/** Whether nothing, or what ends with a noun, stands between two tokens. */
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

/** `The bridge was designed by Ada Long.`: `Who designed the bridge?` */
export function whoDid({ subject, verb, tokens, tags, end }: Clause): string | null {
  if (!verb.isPassive || tokens[end]?.lower !== 'by' || tags[end + 1] !== 'name' || tags[end + 2] !== 'name')
    return null;
  if (!isGivenName(tokens[end + 1]?.lower ?? '')) return null;
  return verb.main.endsWith('ed') || verbOf(verb.main)?.form === 'invariable'
    ? `Who ${verb.main} ${subject}?`
    : `Who ${verb.auxiliary} ${subject} ${verb.main} by?`;
}

/** `Ada Long was a lawyer.`: `Who was Ada Long?`; `A quay is a wall …`: `What is a quay?` */
export function whatIs({ subject, isName, verb, tokens, tags, end }: Clause): string | null {
  const kind = verb.main === '' ? kindAt(tokens, tags, end) : null;
  if (kind === null || /\b(?:of|in|for)\b/.test(subject)) return null;
  if (isOffice(kind)) return isPersonal(subject) ? `Who ${verb.auxiliary} ${subject}?` : null;
  const isThing = isName ? !isGivenName(subject.split(' ')[0]?.toLowerCase() ?? '') : /^an? /.test(subject);
  return isThing && /^(?:is|are)$/.test(verb.auxiliary) ? `What ${verb.auxiliary} ${subject}?` : null;
}

/** The noun that tells what something is, behind its article and adjectives: `lawyer` of `a former lawyer`; not `the first`. */
function kindAt(tokens: readonly Token[], tags: readonly Tag[], from: number): string | null {
  if (!/^(?:an?|the)$/.test(tokens[from]?.lower ?? '')) return null;
  let at = from + 1;
  while (/^(?:adjective|name|adverb|number|gerund)$/.test(tags[at] ?? '') || tokens[at]?.glued) at++;
  while (tags[at + 1] === 'noun') at++;
  const words = tokens.slice(from, at).map(({ lower }) => lower);
  const noun = tokens[at]?.lower ?? '';
  return tags[at] !== 'noun' || words.some((word) => RANKS.test(word)) || EMPTY.has(noun) ? null : noun;
}

/** What is the first or the largest is not told by that. */
const RANKS =
  /^(?:first|second|third|last|only|same|main|prime|important|common|significant|most|least|best|worst|other|next|[a-z]{3,}est)$/;

/** Nouns that do not tell what something is. */
const EMPTY = new Set(
  'bit lot few result part way case reason problem sight issue example member aspect source matter'.split(
    ' ',
  ),
);

/** A given name and one or two more. */
export const isPersonal = (name: string): boolean =>
  /^\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}[\p{L}.’'-]*)? \p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(name) &&
  isGivenName(name.split(' ')[0]?.toLowerCase() ?? '');

/** `Ada Long is the mayor of Oslo.`: `Who is the mayor of Oslo?` */
export function whoHolds({ text, tokens, tags, subject, verb, end }: Clause): string | null {
  const of = tokens.findIndex(({ lower }, i) => i > end && lower === 'of');
  if (verb.main !== '' || !isPersonal(subject) || tokens[end]?.lower !== 'the' || of < 0 || of > end + 4)
    return null;
  if (!isOffice(tokens[of - 1]?.lower ?? '')) return null;
  let at = of + 1;
  while (tags[at] === 'name' || tags[at] === 'determiner') at++;
  const isEnd = tags[at] === undefined || tags[at] === 'stop' || tags[at] === 'comma';
  return at > of + 1 && isEnd
    ? `Who ${verb.auxiliary} ${text.slice(tokens[end]?.start, tokens[at - 1]?.end)}?`
    : null;
}

const isOffice = (word: string): boolean => isPerson(word) || TITLES.has(word);

const APPOSITION =
  /(\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\.?[\p{Ll}’'-]*)? \p{Lu}\p{Ll}[\p{L}’'-]*), ((?:[\p{L}’'-]+ ){0,5}[\p{Ll}’'-]+)(?=[ ,.])/gu;

/** `Ada Long, the mayor of Oslo, …`: `Who is Ada Long?` */
export function whoIs(sentence: string): string | null {
  for (const [, name = '', description = ''] of sentence.matchAll(APPOSITION)) {
    const words = description.split(' ');
    const isTold = /^(?:the|an?)$/.test(words[0] ?? '') || isOffice(words[0] ?? '');
    if (isTold && isPersonal(name) && words.some(isOffice)) return `Who is ${name}?`;
  }
  return null;
}
