import type { Word } from '../text/tokens.js';

/** What a word looks like in its sentence; it tells names, numbers and dates from other words. */
export const Shape = {
  lower: 0,
  /** Capitalised where the sentence does not ask for it: most likely part of a name. */
  name: 1,
  /** The sentence's first word, which is capitalised whatever it is. */
  opening: 2,
  number: 3,
  year: 4,
  money: 5,
  percentage: 6,
  /** A month, a weekday, or a word that places something in time (`yesterday`). */
  time: 7,
  ordinal: 8,
} as const;

const TIME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight)$/;
const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mbtr]+illions?|dozens?)$/;
const YEAR = /^(?:1[0-9]|20)\d\d(?:'?s)?$/;
const MONEY_BEFORE = /(?:[$€£¥₹]|US\$|usd|eur|rmb)\s?$/i;
const MONEY_AFTER =
  /^\s?(?:(?:thousand|million|billion|trillion)\s)?(?:dollars?|euros?|pounds?|cents?|yuan|yen|rupees?)\b/i;
const PERCENT_AFTER = /^\s?(?:%|percent\b|per cent\b|percentage\b)/i;

/** The shape of a word of `text`, `first` being whether it opens its sentence. */
export function shapeOf(text: string, word: Word, first: boolean): number {
  const lower = word.text.toLowerCase();
  if (/^\d/.test(lower) || NUMBER_WORD.test(lower)) return numberShape(text, word, lower);
  if (/^(?:March|May)$/.test(word.text) || TIME.test(lower))
    return lower === 'march' ? marchShape(word) : Shape.time;
  if (!/\p{Lu}/u.test(word.text)) return Shape.lower;
  return first ? Shape.opening : Shape.name;
}

const marchShape = (word: Word): number => (/^M/.test(word.text) ? Shape.time : Shape.lower);

function numberShape(text: string, word: Word, lower: string): number {
  const before = text.slice(Math.max(0, word.start - 4), word.start);
  const after = text.slice(word.end, word.end + 20);
  if (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after)) return Shape.money;
  if (PERCENT_AFTER.test(after)) return Shape.percentage;
  if (/^\d+(?:st|nd|rd|th)$/.test(lower)) return Shape.ordinal;
  return YEAR.test(lower) ? Shape.year : Shape.number;
}
