import { SUFFIXES } from '../english/number-words.js';
import { isCounted } from './counted.js';
import type { Change, Figure, Wording } from './figure.js';
import { AFTER, BEFORE } from './tables/bounds.js';
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './tables/currencies.js';
import { MEASURE_NAMES, MEASURE_SYMBOLS } from './tables/measures.js';

/** How far from the number its bound and its measure are looked for, in characters. */
const REACH = 60;

/** `more than` | `230,000` | `employees`. */
export function wordingOf(figure: Figure): Wording {
  const { article, start, end, change } = figure;
  const sentence = article.sentences[figure.sentence] ?? figure;
  const left = article.text.slice(Math.max(sentence.start, start - REACH), start);
  const right = article.text.slice(end, Math.min(sentence.end, end + REACH));
  const isBound = change !== 'up' && change !== 'down' && change !== '=';
  const opening = Array.isArray(figure.value) ? RANGE_BEFORE : isBound ? BOUND_BEFORE : null;
  const before = opening?.exec(left)?.[1] ?? '';
  const closing = isBound && before === '' ? (BOUND_AFTER.exec(right)?.[0] ?? '') : '';
  const measure = measureOf(figure, right.slice(closing.length));
  const later = isBound && before + closing === '' ? boundAfter(right, measure) : '';
  return {
    before: oneSpaced(before),
    number: article.text.slice(start, end),
    after: [closing, measure, later].map(oneSpaced).filter(Boolean).join(' '),
    meant: isBound && before + closing + later !== '' ? null : MEANT[change],
  };
}

const MEANT: Readonly<Record<Change, string | null>> = {
  '=': null,
  '~': 'approximately',
  '<': 'an upper limit',
  '>': 'a lower limit',
  up: 'a rise',
  down: 'a fall',
};

const oneSpaced = (words: string): string => words.trim().replace(/\s+/g, ' ');

const alternatives = (phrases: Iterable<string>): string =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');

const BOUND_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:${alternatives(BEFORE.keys())})(?:\\s+(?:an?|just|only|another)){0,2})\\s*$`,
  'iu',
);
const RANGE_BEFORE = /(?<![\p{L}\p{N}])(between|from)\s*$/iu;
const BOUND_AFTER = new RegExp(`^\\s*(?:${alternatives(AFTER.keys())})(?![\\p{L}\\p{N}])`, 'iu');

/** `5 years or more`. */
function boundAfter(right: string, measure: string): string {
  const at = measure === '' ? 0 : right.indexOf(measure);
  return at < 0 ? '' : (BOUND_AFTER.exec(right.slice(at + measure.length))?.[0] ?? '');
}

/** The counted noun or the measure, as written after the number, else by its name; none for `one case out of four`. */
function measureOf(figure: Figure, right: string): string {
  const { article, start, end, of } = figure;
  if (of !== null && article.text.slice(start, end).includes(of)) return '';
  const [base = '', rate] = figure.unit.split(' per ');
  if (figure.of !== null && isCounted(figure))
    return withRate(countedIn(figure.value === 1 ? base : figure.of, figure.of, right), rate, right);
  const written = writtenMeasure(base, right, Number(figure.value) > 1);
  if (written !== null) return withRate(written, rate, right);
  if (base === '' || hasSign(figure, base)) return rate === undefined ? '' : (writtenRate(right) ?? '');
  const name = figure.value === 1 ? base : pluralOf(base);
  return rate === undefined ? name : `${name} per ${rate}`;
}

/** `full-time employees`, `of the bridges`: up to the counted noun, where only a few words stand before it. */
function countedIn(name: string, of: string, right: string): string {
  const at = right.indexOf(of);
  return at >= 0 &&
    /^\s*(?:of\s+(?:(?:the|its|his|her|their|our|all|these|those)\s+)*)?$/i.test(right.slice(0, at))
    ? right.slice(0, at + of.length)
    : name;
}

/** The words of the text that name the measure, in the plural after several (`a 10 euro deposit`), `null` where others follow the number. */
function writtenMeasure(unit: string, right: string, isSeveral: boolean): string | null {
  const words = /^\s+(?:of\s+)?((?:[\p{L}.%]+\s+){0,3}[\p{L}.%]+)/u.exec(right);
  const parts = words?.[1]?.split(/\s+/) ?? [];
  for (let length = parts.length; length >= 1; length--) {
    const name = parts.slice(0, length).join(' ').replace(/\.$/, '');
    const meant = MEASURE_NAMES.get(name.toLowerCase()) ?? CURRENCY_NAMES.get(name.toLowerCase());
    if (name.length > 2 && name === unit && isSeveral && pluralOf(unit) !== unit) return pluralOf(unit);
    if (meant === unit || name.toLowerCase() === unit)
      return oneSpaced(right.slice(0, right.indexOf(name) + name.length));
  }
  return null;
}

/** `tons` | `a day`: the rate as written after the measure. */
function withRate(measure: string, rate: string | undefined, right: string): string {
  if (rate === undefined) return measure;
  const rest = right.slice(Math.max(0, right.indexOf(measure)) + measure.length);
  return `${measure} ${oneSpaced(writtenRate(rest) ?? `per ${rate}`)}`;
}

const writtenRate = (words: string): string | undefined =>
  /^\s*(?:(?:an?|per|each|every)\s+|\/\s*)\p{L}+/u.exec(words)?.[0];

/** Whether the number as written holds its measure: `5 %`, `12kg`, `$5`, but not `2.3m` people. */
const hasSign = ({ article, start, end }: Figure, unit: string): boolean =>
  (article.text.slice(start, end).match(/\p{L}+|[^\p{L}\p{N}\s]/gu) ?? []).some(
    (sign) =>
      CURRENCY_SIGNS.has(sign) ||
      MEASURE_SYMBOLS.get(sign) === unit ||
      (MEASURE_SYMBOLS.has(sign) && !SUFFIXES.has(sign)),
  );

const UNCHANGED =
  /(?:hertz|celsius|fahrenheit|kelvin|yen|yuan|baht|rand|ringgit|won|pence|people|staff|fish|sheep|aircraft|billion|million|horsepower)$/;

/** The name of a unit as people say it of several: `miles per hour`, `pounds sterling`, `people`. */
export function pluralOf(unit: string): string {
  if (unit === 'percentage') return 'percent';
  if (unit === 'count') return 'times';
  const [, head = unit, rest = ''] = /^(.*?)( of age| sterling)$/.exec(unit) ?? [];
  if (UNCHANGED.test(head)) return unit;
  if (head.endsWith('foot')) return `${head.slice(0, -4)}feet${rest}`;
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies${rest}`;
  return `${head}${/(?:s|x|ch|sh)$/.test(head) ? 'es' : 's'}${rest}`;
}
