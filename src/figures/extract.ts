import type { Article } from '../corpus/article.js';
import { type Attribute, attributeOf } from './attributes.js';
import { changeOf } from './changes.js';
import { scopeOf, timeAround, timeOf } from './contexts.js';
import type { Change, Figure } from './figure.js';
import { holdingOf } from './holders.js';
import { Names } from './names.js';
import type { Quantity } from './quantities.js';
import { type Analysis, analyse } from './sentence.js';

/**
 * Every figure of the article in order: numbers in digits and in words with what they count. Dates, years,
 * ordinals and the numbers in names are none. Linear in the length of the text; never throws.
 */
export function figuresOf(article: Article): Figure[] {
  const names = new Names();
  return article.sentences.flatMap((sentence, index) => {
    const analysis = analyse(article.text, sentence.start, sentence.end);
    names.read(analysis);
    return figuresIn(article, index, analysis, names);
  });
}

/** A quantity with what it counts and the figure it became. */
interface Found {
  readonly quantity: Quantity;
  readonly attribute: Attribute;
  readonly figure: Figure;
}

function figuresIn(article: Article, sentence: number, analysis: Analysis, names: Names): Figure[] {
  const { quantities } = analysis;
  const ends = new Map(quantities.map(({ first, end }) => [first, end]));
  const found: Found[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const last = found.at(-1);
    const lender = last?.quantity.unit === null && last.attribute.unit !== '' ? last.attribute : null;
    const attribute = attributeOf(analysis, quantity, ends, lender);
    if (isBareWord(analysis, quantity, attribute) || isInside(analysis, quantity, last)) continue;
    const figure: Figure = {
      article,
      sentence,
      ...spanOf(analysis, quantity),
      value: quantity.value,
      unit: attribute.unit,
      change: changeIn(analysis, quantity),
      ...holdingOf(
        analysis,
        quantity,
        attribute,
        names,
        last ? { end: last.quantity.end, holder: last.figure.holder } : null,
      ),
      scope: scopeOf(analysis, quantity, attribute),
      time: timeOf(analysis, quantity, quantities[at + 1]),
    };
    const related = last
      ? atLevel(analysis, last, quantity, restated(analysis, last, quantity, figure))
      : figure;
    found.push({ quantity, attribute, figure: related });
  }
  return withSharedUnits(analysis, found);
}

/** `45 and 50 mg`, `two or three weeks`: a bare number before `and` has the unit of the next. */
function withSharedUnits({ tokens }: Analysis, found: readonly Found[]): Figure[] {
  const figures: Figure[] = [];
  for (const { quantity, figure } of found.toReversed()) {
    const next = figures.at(-1);
    const gap = tokens.slice(quantity.end, quantity.end + 2).map(({ lower }) => lower);
    const joined = /^(?:and|or|,|&)$/.test(gap[0] ?? '') && next !== undefined;
    const adjacent =
      joined &&
      (tokens[quantity.end + 1]?.start === next.start ||
        (tokens[quantity.end + 2]?.start === next.start && gap[0] === ','));
    figures.push(adjacent && figure.unit === '' ? { ...figure, unit: next.unit, of: next.of } : figure);
  }
  return figures.reverse();
}

/** `the two sat down`, `one is enough`, `a dozen`: a small number word that counts nothing is a pronoun. */
function isBareWord({ tokens, tags }: Analysis, quantity: Quantity, attribute: Attribute): boolean {
  if (attribute.unit !== '' || !quantity.spelled || quantity.scale >= 100 || quantity.fraction) return false;
  if (typeof quantity.value !== 'number') return false;
  if (quantity.value === 1 || quantity.scale > 1) return true;
  return tokens[quantity.end]?.lower !== 'of' && tags[quantity.first - 1] === 'determiner';
}

/** The number in `two 737 jets` is part of what the one before counts. */
function isInside({ tokens }: Analysis, quantity: Quantity, last: Found | undefined): boolean {
  if (quantity.unit !== null || last?.quantity.unit !== null || quantity.first >= last.attribute.end)
    return false;
  return !tokens.slice(last.quantity.end, quantity.first).some(({ lower }) => lower === 'of');
}

/** `over the past two years` bounds nothing. */
function changeIn(analysis: Analysis, quantity: Quantity): Change {
  const change = changeOf(analysis.tokens, quantity);
  return change !== '~' && timeAround(analysis, quantity) ? '=' : change;
}

/** `87 mph (140 km/h)`, `190 points, or 0.6%`, `78 %, up from 50 %`: the second is of what the first is of. */
function restated({ tokens, tags }: Analysis, last: Found, quantity: Quantity, figure: Figure): Figure {
  const between = tokens.slice(last.quantity.end, quantity.first).map(({ lower }) => lower);
  const opener = between.find((word) => word !== ',');
  const restates = between.length <= 3 && /^(?:\(|or|\/)$/.test(opener ?? '');
  const compares =
    figure.of === null &&
    figure.unit === last.figure.unit &&
    /^(?:from|than|against|versus)$/.test(between.at(-1) ?? '') &&
    !tags.slice(last.quantity.end, quantity.first).includes('verb');
  if (!restates && !compares) return figure;
  const { of, holder, scope, time, change } = last.figure;
  const direction = opener === 'or' && figure.change === '=' ? change : figure.change;
  return {
    ...figure,
    of: figure.of ?? of,
    holder: holder ?? figure.holder,
    scope: figure.scope ?? scope,
    time: restates ? (figure.time ?? time) : figure.time,
    change: direction,
  };
}

/** `rose 1.2 % to 2,345.67`: a bare number with decimals is the level of an index, in points. */
function atLevel({ tokens }: Analysis, last: Found, quantity: Quantity, figure: Figure): Figure {
  const moved = /^(?:percentage|point)$/.test(last.figure.unit) && quantity.first - last.quantity.end <= 4;
  const level =
    /^(?:to|at)$/.test(tokens[quantity.first - 1]?.lower ?? '') && !Number.isInteger(quantity.value);
  return moved && level && figure.unit === '' ? { ...figure, unit: 'point' } : figure;
}

function spanOf({ tokens }: Analysis, { first, signEnd }: Quantity): { start: number; end: number } {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[signEnd - 1]?.end ?? start };
}
