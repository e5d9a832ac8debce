import { CLOCK, MONTHS, PERIODS, SEASONS, WEEKDAYS } from '../english/calendar.js';
import { tokensOf } from '../english/tokens.js';
import { timesOf } from '../figures/times.js';

const ASKS =
  /^(?:and |but |so )?(?:(?:(?:since|until|till|from|by) )?when(?:['’]s| (?:did|do|does|is|are|was|were|will|would|has|have|had|can|could|may|must|should)\b)|(?:in |on )?(?:what|which) (?:year|month|day|date)\b)/i;

/** Whether a question asks for a time. */
export const asksWhen = (question: string): boolean => ASKS.test(question);

/** What tells a time without a date: `after the vote`, `once a week`. */
const TEMPORAL =
  /^(?:when|whenever|while|if|every|before|after|until|till|by|once|during|ago|daily|weekly|monthly|yearly|noon|midday|midnight|always|never|soon|immediately|still|yet|then|first|last|ever|\d{1,2}(?:st|nd|rd|th)|1[0-9]\d\d|20\d\d)$/;

/** Whether some words tell a time in any way; in doubt they do. */
export function tellsTime(words: string): boolean {
  const tokens = tokensOf(words);
  const isTime = (word: string) =>
    TEMPORAL.test(word) ||
    [PERIODS, MONTHS, WEEKDAYS, SEASONS, CLOCK].some(
      (own) => own.has(word) || own.has(word.replace(/s$/, '')),
    );
  return timesOf(tokens).length > 0 || /\d:\d\d/.test(words) || tokens.some(({ lower }) => isTime(lower));
}
