import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { lowerAt } from './beside.js';
import type { Quantity } from './quantity.js';

/** Oldest age that a bare number is taken for. */
const OLDEST = 115;

/** `Ana Berg, 64, said`, `who was 9 at the time`, `turned 40`, `those over 65`. */
export function isAge(
  tokens: readonly Token[],
  tags: readonly Tag[],
  { value, first, end, fraction }: Quantity,
): boolean {
  if (typeof value !== 'number' || fraction || !(Number.isInteger(value) && value >= 1 && value <= OLDEST))
    return false;
  const after = tokens[end];
  if (lowerAt(tokens, first - 1) === ',')
    return (
      tags[first - 2] === 'name' &&
      after?.text === ',' &&
      tokens[first]?.kind === 'number' &&
      tokens[end + 1]?.kind !== 'number'
    );
  const verb = lowerAt(tokens, first - 1);
  if (/^(?:over|under)$/.test(verb) && GROUPS.has(lowerAt(tokens, first - 2))) return tags[end] !== 'plural';
  const person = /^(?:who|he|she|i)$/.test(lowerAt(tokens, first - 2));
  const closes = !after || /^[,.;:!?)]$/.test(after.text) || AFTER_AGE.test(after.lower);
  return closes && ((person && /^(?:is|was|am)$/.test(verb)) || /^turn(?:s|ed)$/.test(verb));
}

/** Of whom an age is a bound: `children under 5`. */
const GROUPS: ReadonlySet<string> = new Set(
  'those anyone everyone everybody people persons adults children kids men women boys girls residents voters'.split(
    ' ',
  ),
);

const AFTER_AGE = /^(?:when|at|and|but|on|this|last|years?)$/;
