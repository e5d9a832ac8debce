import { LABELS, NAMED_LABELS, NUMBERED_NAMES } from '../english/calendar.js';
import { SMALL } from '../english/number-words.js';
import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { verbOf } from '../english/verbs.js';
import { followsPlural, isMoneyOrMeasure, isMonth, lowerAt, type Rule } from './beside.js';
import { CURRENCY_SIGNS } from './tables/currencies.js';

/** `Section 427`, `Rule 1.4`, `No. 5`, `#5`, `iPhone 14`, `Big 12`: a label or a name before it, nothing counted after it. */
export const isLabelled: Rule = (tokens, i, tags) => {
  const token = tokens[i] as Token;
  const dot = tokens[i - 1]?.text === '.' && tokens[i - 1]?.glued ? 1 : 0;
  const before = tokens[i - 1 - dot];
  if (before?.text === '#' || before?.text === '№') return true;
  if (isDottedName(tokens, i - 1)) return !followsPlural(tags, i);
  const named = before?.kind === 'word' && (tags[i - 1] === 'name' || isLabel(before));
  if (named && tokens[i + 1]?.glued && /^[A-Ha-hs]$/.test(tokens[i + 1]?.text ?? '')) return true;
  if (before?.kind !== 'word' || isMoneyOrMeasure(tokens, i)) return false;
  if (/^\d{1,4}\.\d{1,3}$/.test(token.text))
    return !followsPlural(tags, i) && (isLabel(before) || isRelease(tokens, tags, i));
  if (!/^\d{1,4}$/.test(token.text)) return false;
  if (/^(?:number|no|nos|fig|figs|eq|sec|vol)$/.test(before.lower) || NUMBERED_NAMES.has(before.lower))
    return true;
  const counts = followsPlural(tags, i) && !isSubject(tokens, tags, i);
  if (!CURRENCY_SIGNS.has(before.text) && isLabel(before)) return !counts;
  if (tags[i - 1] === 'plural' && !/^(?:noun|adjective|name|gerund)$/.test(tags[i + 1] ?? ''))
    return dot === 0;
  return (
    dot === 0 &&
    tags[i - 1] === 'name' &&
    !before.possessive &&
    !isMonth(before) &&
    !isOrder(before, i - 1) &&
    !counts
  );
};

/** `Python 2.7`: a short number with a point right after a name, where the phrase ends. */
const isRelease = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  /^\d{1,2}\.\d{1,2}$/.test((tokens[i] as Token).text) &&
  tags[i - 1] === 'name' &&
  !tokens[i - 1]?.possessive &&
  !CURRENCY_SIGNS.has(tokens[i - 1]?.text ?? '') &&
  !isMonth(tokens[i - 1]) &&
  /^(?:stop|comma|auxiliary|verb|conjunction|preposition)$/.test(tags[i + 1] ?? 'stop') &&
  !/^(?:of|out|per|to|from)$/.test(lowerAt(tokens, i + 1));

/** `Use 2 of them`: a verb that opens the sentence, no name. */
const isOrder = ({ lower }: Token, i: number): boolean => {
  const verb = i === 0 ? verbOf(lower) : undefined;
  return verb?.form === 'base' && verb.use !== 'rarely';
};

/** `Article 5 bans two`, `Model 3 starts at`: what looks like a counted plural is the verb of the label. */
function isSubject(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const at = tags[i + 1] === 'noun' ? i + 2 : i + 1;
  const verb = verbOf(lowerAt(tokens, i + 1));
  if (verb?.form === 'third' && verb.use === 'only') return true;
  if (!tokens[i - 1]?.capital || tags[at] !== 'plural' || verbOf(lowerAt(tokens, at))?.form !== 'third')
    return false;
  return (
    /^(?:determiner|number|plural|name|preposition|to|adverb)$/.test(tags[at + 1] ?? '') ||
    CURRENCY_SIGNS.has(tokens[at + 1]?.text ?? '')
  );
}

/** `Node.js` ends at token `i`. */
const isDottedName = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'word' &&
  tokens[i]?.glued === true &&
  tokens[i - 1]?.text === '.' &&
  tokens[i - 1]?.glued === true &&
  /^\p{Lu}/u.test(tokens[i - 2]?.text ?? '');

const isLabel = ({ text, lower }: Token): boolean =>
  LABELS.has(lower) || (NAMED_LABELS.has(lower) && /^\p{Lu}/u.test(text));

/** The 4 of `chapters 3 and 4`. */
export const isListedLabel: Rule = (tokens, i, tags) =>
  /^(?:and|or|to|[,–-])$/.test(lowerAt(tokens, i - 1)) &&
  /^\d{1,4}$/.test(lowerAt(tokens, i)) &&
  /^\d{1,4}$/.test(lowerAt(tokens, i - 2)) &&
  tokens[i - 3] !== undefined &&
  isLabel(tokens[i - 3] as Token) &&
  !/^(?:plural|noun|adjective)$/.test(tags[i + 1] ?? '') &&
  !isMoneyOrMeasure(tokens, i);

/** `14 Harbour Road`, `221 Baker St`: the number of a house. */
export const isStreetNumber: Rule = (tokens, i) => {
  if (!/^\d{1,5}$/.test((tokens[i] as Token).text)) return false;
  for (let at = i + 1; at <= i + 3 && /^\p{Lu}/u.test(tokens[at]?.text ?? ''); at++)
    if (at > i + 1 && STREETS.has(lowerAt(tokens, at))) return true;
  return false;
};

const STREETS = new Set(
  'street st road rd avenue ave lane drive boulevard blvd square terrace crescent court close row way place parade'.split(
    ' ',
  ),
);

/** `90049 ZIP Code`. */
export const isPostcode: Rule = (tokens, i) => /^(?:zip|postcode)$/.test(lowerAt(tokens, i + 1));

/** `day five`, `chapter two of the book`. */
export const isSpelledLabel = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  SMALL.has(lowerAt(tokens, i)) && LABELS.has(lowerAt(tokens, i - 1)) && tags[i + 1] !== 'plural';

/** `Studio One`, `Channel Four`: both capitalised, and nothing counted. */
export const isSpelledName = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  SMALL.has(lowerAt(tokens, i)) &&
  tokens[i]?.capital === true &&
  tags[i - 1] === 'name' &&
  tokens[i + 1]?.capital !== true &&
  (tokens[i]?.possessive === true || !followsPlural(tags, i));
