import { NounCategory, relatedWords } from '../text/related.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { stem } from '../text/tokens.js';

/** What kind of thing would answer. */
export const AnswerType = {
  other: 0,
  person: 1,
  time: 2,
  number: 3,
  money: 4,
  place: 5,
  reason: 6,
  manner: 7,
  speech: 8,
  definition: 9,
  duration: 10,
} as const;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [
    AnswerType.speech,
    /\b(?:what|wat) (?:did|does|do|has|was|is) .*\b(?:say|says|said|tell|told|claim|comment|call|describe)\b|\bquotes?\b/,
  ],
  [
    AnswerType.reason,
    /\bwhy\b|\bwhat (?:is |was |were |are )?(?:the )?(?:reasons?|causes?|caused|made|led)\b|\bhow come\b|\breasons? (?:for|of|why)\b/,
  ],
  [
    AnswerType.money,
    /\bhow much (?:money|did .* cost|does .* cost|was .* (?:paid|worth|sold)|is .* worth)\b|\b(?:price|cost|salary|revenue|budget|fee|fine)\b/,
  ],
  [AnswerType.duration, /\bhow (?:long|old)\b|\b(?:duration|age) of\b/],
  [
    AnswerType.number,
    /\bhow (?:many|much|often|far|large|big|tall|high|fast|deep|wide|heavy|likely)\b|\b(?:what|which) (?:percentage|number|percent|share|proportion|amount|rate)\b|\bnumber of\b/,
  ],
  [AnswerType.person, /\bwho(?:m|se|s)?\b/],
  [
    AnswerType.time,
    /\bwhens?\b|\b(?:what|which) (?:year|date|day|month|time|decade|century)\b|\b(?:date|year) of\b/,
  ],
  [AnswerType.place, /\bwheres?\b/],
  [AnswerType.manner, /\bhow\b/],
];

const CATEGORY_TYPES: ReadonlyMap<number, number> = new Map([
  [NounCategory.person, AnswerType.person],
  [NounCategory.location, AnswerType.place],
  [NounCategory.time, AnswerType.time],
  [NounCategory.quantity, AnswerType.number],
]);

const ASKING = /^(?:what|whats|which|whose|wat)$/;
const COPULA = /^(?:is|are|was|were|s)$/;

/**
 * The type of a folded question. `focus` is the stem of the asked noun ("which *city*"), '' without one; its noun
 * category decides where the question word does not.
 */
export function answerTypeOf(folded: string, words: readonly string[], focus: string): number {
  const found = PATTERNS.find(([, pattern]) => pattern.test(folded));
  if (found) return found[0];
  const asks = words.findIndex((word) => ASKING.test(word));
  const afterCopula = asks >= 0 && COPULA.test(words[asks + 1] ?? '');
  if (afterCopula && words.length - asks <= 5) return AnswerType.definition;
  const category = asks >= 0 && !afterCopula ? relatedWords(focus).category : -1;
  return CATEGORY_TYPES.get(category) ?? AnswerType.other;
}

const QUESTION_WORDS = /^(?:who|whos|when|where|why|how|is|are|was|were|do|does|did|can|has|have)$/;
const PLURAL = /s$|^(?:people|children|men|women|mice|feet|teeth)$/;
const FOCUS_OPENERS = /^(?:what|which|whose|whats|wat|many|much|number|who)$/;

/**
 * Position of the word that says what is asked for: the head of the noun phrase after the question word ("what is
 * its share *price*"), of the first one when nothing asks ("top *speed* of the trams"), else the last content word
 * that is no name ("when was she *born*"); -1 without any.
 *
 * @param words folded, in order
 * @param isName whether the word at a position is a name
 */
export function focusOf(words: readonly string[], isName: (position: number) => boolean): number {
  const isContent = (position: number) => {
    const word = words[position];
    return word !== undefined && !STOP_WORDS.has(word) && !isName(position);
  };
  const opener = words.findIndex((word) => FOCUS_OPENERS.test(word));
  if (opener >= 0 && words[opener] !== 'who') {
    const head = headOfPhrase(words, opener + 1, isContent);
    if (head >= 0) return head;
  }
  if (!words.some((word) => QUESTION_WORDS.test(word))) return headOfPhrase(words, 0, isContent);
  for (let position = words.length - 1; position >= 0; position--) if (isContent(position)) return position;
  return -1;
}

function headOfPhrase(
  words: readonly string[],
  from: number,
  isContent: (position: number) => boolean,
): number {
  let position = from;
  while (position < words.length && !isContent(position)) position++;
  const direct = position === from;
  let head = -1;
  for (; position < words.length && isContent(position); position++) {
    const isNoun = relatedWords(stem(words[position] as string)).category >= 0;
    if (direct && head >= 0 && !isNoun) break;
    head = position;
    if (words[from - 1] === 'many' && PLURAL.test(words[position] as string)) break;
  }
  return head;
}
