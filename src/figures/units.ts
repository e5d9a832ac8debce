import { isMark, type Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './tables/currencies.js';
import { MEASURE_NAMES, MEASURE_SYMBOLS, symbolUnit } from './tables/measures.js';

/** The measure or currency of a number, as far as it is in the tables. */
export interface Unit {
  readonly name: string;
  readonly money: boolean;
  /** The token after the unit. */
  readonly end: number;
  /** The token after the last sign or symbol; 0 for a unit in words, which is no sign. */
  readonly signEnd: number;
}

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const isHyphen = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑]$/.test(token.text);

/** The currency sign or code right before token `i` and the token it begins at: `$`, `US$`, `EUR`, `$US`. */
export function currencyBefore(tokens: readonly Token[], i: number): { name: string; first: number } | null {
  const last = tokens[i - 1];
  if (!last || last.kind === 'number' || last.text === ',') return null;
  for (let count = 3; count >= 1; count--) {
    const parts = tokens.slice(Math.max(0, i - count), i);
    if (parts.length < count || !parts.slice(1).every((part) => part.glued)) continue;
    const written = parts.map((part) => part.text).join('');
    const name = CURRENCY_SIGNS.get(written) ?? CURRENCY_SIGNS.get(written.replace(/^(\$)(.+)$/, '$2$1'));
    if (name && (tokens[i]?.glued || !/^(?:PS|R|Sh|TRY|kr)$/.test(written)))
      return { name, first: i - count };
  }
  return null;
}

/** The unit that begins at token `i`, right after a number, with its rate (`km/h`, `percent a year`), or `null`. */
export function unitAt(tokens: readonly Token[], tags: readonly Tag[], i: number): Unit | null {
  const hyphen = isHyphen(tokens[i]) && tokens[i]?.glued && tokens[i + 1]?.kind === 'word' ? 1 : 0;
  const unit = bareUnit(tokens, tags, i + hyphen);
  return unit && withRate(tokens, unit);
}

function bareUnit(tokens: readonly Token[], tags: readonly Tag[], i: number): Unit | null {
  return byName(tokens, i) ?? bySymbol(tokens, tags, i);
}

const POWERS: ReadonlyMap<string, string> = new Map([
  ['square', 'square '],
  ['sq', 'square '],
  ['cubic', 'cubic '],
  ['cu', 'cubic '],
]);

/** The longest name in the tables, up to four words, hyphens between them or not. */
function byName(tokens: readonly Token[], i: number): Unit | null {
  const power = POWERS.get(lowerAt(tokens, i));
  const from = power ? i + 1 + Number(/^[.-]$/.test(lowerAt(tokens, i + 1))) : i;
  let best: Unit | null = null;
  let name = '';
  let at = from;
  for (let words = 0; words < 4 && tokens[at]; words++, at++) {
    if (isHyphen(tokens[at]) && words > 0) at++;
    name += (words === 0 ? '' : ' ') + lowerAt(tokens, at);
    const money = CURRENCY_NAMES.get(name);
    const measure = money ?? MEASURE_NAMES.get(name) ?? (power ? MEASURE_SYMBOLS.get(name) : undefined);
    if (measure === undefined || (power && money)) continue;
    best = { name: (power ?? '') + measure, money: money !== undefined, end: at + 1, signEnd: 0 };
  }
  if (best && !power) best = squared(tokens, symbolAsName(tokens, best, i));
  return best;
}

/** `5 kph` and `5 rpm` are both name and symbol: then they belong to the number as written. */
const symbolAsName = (tokens: readonly Token[], unit: Unit, i: number): Unit =>
  MEASURE_SYMBOLS.has(tokens[i]?.text ?? '') && unit.end === i + 1 ? { ...unit, signEnd: unit.end } : unit;

/** Symbols that are also words or initials: taken only when glued to the number, or when nothing else follows. */
const SHY = new Set('s d t p u in pc A B H J K N R S T a cd ct pt kn kt AU bu Ma Ga'.split(' '));

/** Units that may be written apart: `200 N m`, `12 kW h`. */
const PRODUCT = /^(?:Nm|[kMG]?Wh|m?Ah)$/;

/** The longest symbol in the tables: up to three glued tokens (`lb-ft`, `°C`), with its exponent. */
function bySymbol(tokens: readonly Token[], tags: readonly Tag[], i: number): Unit | null {
  for (let count = 3; count >= 1; count--) {
    const parts = tokens.slice(i, i + count);
    const written = parts.map((part) => part.text).join('');
    if (parts.length < count || !(parts.slice(1).every((part) => part.glued) || PRODUCT.test(written)))
      continue;
    const money = written === 'PS' ? undefined : CURRENCY_SIGNS.get(written);
    const name = money ?? symbolUnit(written, tokens[i]?.glued === true);
    if (
      name === undefined ||
      (!tokens[i]?.glued && SHY.has(written) && !standsAlone(tokens, tags, i + count) && !isInch(tokens, i))
    )
      continue;
    if (!tokens[i]?.glued && (money ? /^(?:R|Sh|TRY|kr|A)$/ : /^c$/).test(written)) continue;
    return inverse(
      tokens,
      squared(tokens, { name, money: money !== undefined, end: i + count, signEnd: i + count }),
    );
  }
  return quoteMark(tokens, i);
}

/** `6 ft 2 in`, `2 1/2 in thick`. */
const isInch = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === 'in' &&
  (/^(?:ft|feet|foot)$/.test(lowerAt(tokens, i - 2)) ||
    /^(?:thick|tall|long|wide|high|deep|across)$/.test(lowerAt(tokens, i + 1)));

/** `9"` is inches only when glued to the number and no quotation can end there; `6'` feet only before inches (`6' 8"`). */
function quoteMark(tokens: readonly Token[], i: number): Unit | null {
  const token = tokens[i];
  const [inches, mark] = [tokens[i + 1], tokens[i + 2]];
  if (
    token?.glued &&
    /^['’]$/.test(token.text) &&
    inches?.kind === 'number' &&
    /^["”]$/.test(mark?.text ?? '')
  )
    return { name: 'foot', money: false, end: i + 1, signEnd: i + 1 };
  if (!token?.glued || token.text !== '"') return null;
  const quoted = tokens.slice(Math.max(0, i - 60), i + 60).filter(({ text }) => text === '"').length > 1;
  return quoted || tokens[i + 1]?.kind !== 'word'
    ? null
    : { name: 'inch', money: false, end: i + 1, signEnd: i + 1 };
}

const standsAlone = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean => {
  const tag = tags[i];
  if (tag === undefined || isMark(tag)) return !(tokens[i]?.text === '.' && tags[i + 1] === 'name');
  return tag === 'preposition' || tag === 'conjunction' || tag === 'auxiliary' || tag === 'verb';
};

/** `km²`, `m3`, `cm^2`, `km squared`. */
function squared(tokens: readonly Token[], unit: Unit): Unit {
  if (!/(?:metre|inch|foot|mile|yard|second)$/.test(unit.name)) return unit;
  const caret = lowerAt(tokens, unit.end) === '^' ? 1 : 0;
  const token = tokens[unit.end + caret];
  const word = token?.lower === 'squared' ? '2' : token?.lower === 'cubed' ? '3' : null;
  const exponent = word ?? (token?.glued ? token.text : '');
  const power = /^[2²]$/.test(exponent) ? 'square ' : /^[3³]$/.test(exponent) ? 'cubic ' : null;
  if (!power) return unit;
  const end = unit.end + caret + 1;
  return { ...unit, name: power + unit.name, end, signEnd: word ? unit.signEnd : end };
}

/** `s-1`, `s−1`: so many per second. */
function inverse(tokens: readonly Token[], unit: Unit): Unit {
  const [sign, one] = [tokens[unit.end], tokens[unit.end + 1]];
  if (!sign?.glued || !/^[-−]$/.test(sign.text) || !one?.glued || one.text !== '1') return unit;
  return { ...unit, name: `inverse ${unit.name}`, end: unit.end + 2, signEnd: unit.end + 2 };
}

/** Units a price or an amount is given by, after `a` as after `per`. */
const RATE_NOUNS = new Set(
  'share barrel game person head night ounce bottle ton tonne pound litre liter gallon unit piece kilo pop'.split(
    ' ',
  ),
);
const TIMES = new Set(
  'second minute hour day week month quarter year decade century season fortnight'.split(' '),
);

/** Adds `per hour`, `a share`, `/h`, at most two of them. */
export function withRate<U extends { name: string; end: number; signEnd: number }>(
  tokens: readonly Token[],
  unit: U,
): U {
  let rated = unit;
  for (let count = 0; count < 2; count++) {
    const rate = rateAt(tokens, rated.end);
    if (!rate) break;
    const signEnd = rate.sign && rated.signEnd === rated.end ? rate.end : rated.signEnd;
    rated = { ...rated, name: `${rated.name} per ${rate.name}`, end: rate.end, signEnd };
  }
  return rated;
}

/** What an amount is given per. */
export interface Rate {
  readonly name: string;
  readonly end: number;
  readonly sign: boolean;
}

/** `per square foot`, `a year`, `-an-hour`, `/cm2`; `null` when nothing of the kind begins at `i`. */
export function rateAt(tokens: readonly Token[], i: number): Rate | null {
  const word = lowerAt(tokens, i);
  if (word === '/' && (tokens[i + 1]?.kind === 'word' || tokens[i + 1]?.text === '('))
    return strokeRate(tokens, i + 1);
  if (word === 'per' && tokens[i + 1]?.kind === 'word') return perRate(tokens, i + 1);
  if (isHyphen(tokens[i]) && /^an?$/.test(lowerAt(tokens, i + 1)) && isHyphen(tokens[i + 2])) {
    return articleRate(tokens, i + 3);
  }
  return /^(?:an?|each|every)$/.test(word) ? articleRate(tokens, i + 1) : null;
}

/** After `a year` these make it a time: `$9 million a year earlier`. */
const SHIFTS = /^(?:ago|before|earlier|later|after|previously|prior)$/;

/** What comes after `a`: a time, a share, a barrel. */
function articleRate(tokens: readonly Token[], i: number): Rate | null {
  const noun = lowerAt(tokens, i);
  const measure = MEASURE_NAMES.get(noun);
  if (!RATE_NOUNS.has(noun) && !(measure && TIMES.has(measure))) return null;
  if (SHIFTS.test(lowerAt(tokens, i + 1))) return null;
  return { name: measure ?? noun, end: i + 1, sign: false };
}

function strokeRate(tokens: readonly Token[], i: number): Rate | null {
  const token = tokens[i] as Token;
  if (token.text === '(') return bracketRate(tokens, i + 1);
  const name =
    MEASURE_SYMBOLS.get(token.text) ??
    MEASURE_NAMES.get(token.lower) ??
    (RATE_NOUNS.has(token.lower) ? token.lower : undefined);
  if (name === undefined) return null;
  const unit = squared(tokens, { name, money: false, end: i + 1, signEnd: i + 1 });
  return { name: unit.name, end: unit.end, sign: true };
}

/** `m²K)`, `m*K)` after `W/(`: a product of at most three. */
function bracketRate(tokens: readonly Token[], i: number): Rate | null {
  const names: string[] = [];
  for (let at = i; names.length < 3; ) {
    const unit = bySymbolExactly(tokens, at);
    if (!unit) return null;
    names.push(unit.name);
    if (tokens[unit.end]?.text === ')') return { name: names.join(' '), end: unit.end + 1, sign: true };
    at = unit.end + Number(/^[*·.×]$/.test(lowerAt(tokens, unit.end)));
  }
  return null;
}

function perRate(tokens: readonly Token[], i: number): Rate {
  if (lowerAt(tokens, i) === 'cent') return { name: 'cent', end: i + 1, sign: false };
  if (lowerAt(tokens, i) === 'annum') return { name: 'year', end: i + 1, sign: false };
  const unit = byName(tokens, i) ?? bySymbolExactly(tokens, i);
  return unit
    ? { name: unit.name, end: unit.end, sign: false }
    : { name: lowerAt(tokens, i), end: i + 1, sign: false };
}

function bySymbolExactly(tokens: readonly Token[], i: number): Unit | null {
  const name = MEASURE_SYMBOLS.get(tokens[i]?.text ?? '');
  return name === undefined ? null : squared(tokens, { name, money: false, end: i + 1, signEnd: i + 1 });
}
