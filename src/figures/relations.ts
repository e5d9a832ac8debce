import type { Attribute } from './attributes.js';
import type { Figure } from './figure.js';
import type { Quantity } from './quantity.js';
import type { Analysis } from './sentence.js';

/** A quantity with what it counts and the figure it became. */
export interface Found {
  readonly quantity: Quantity;
  readonly attribute: Attribute;
  readonly figure: Figure;
}

/** The figure with what it takes over from the one before it. */
export const related = (analysis: Analysis, last: Found, quantity: Quantity, figure: Figure): Figure =>
  gapped(
    analysis,
    last,
    quantity,
    atLevel(analysis, last, quantity, restated(analysis, last, quantity, figure)),
  );

/** `one case out of four`, `one adult in five`: the share that the number before it then has, up to the end of this one. */
export function oddsOf(
  { tokens }: Analysis,
  last: Found,
  quantity: Quantity,
  { unit }: Attribute,
): Found | null {
  const [part, whole] = [last.quantity.value, quantity.value];
  const bare = last.quantity.unit === null && quantity.unit === null && unit === '';
  if (!bare || typeof part !== 'number' || typeof whole !== 'number' || part >= whole) return null;
  const between = tokens.slice(last.attribute.end, quantity.first).map(({ lower }) => lower);
  const joins = between.join(' ');
  if (joins !== 'out of' && !(joins === 'in' && part === 1 && quantity.spelled)) return null;
  const end = tokens[quantity.end - 1]?.end ?? last.figure.end;
  return { ...last, figure: { ...last.figure, value: part / whole, end } };
}

/** `rice rose by 5 cents and wheat by 3`: the verb said once tells which way both went. */
function gapped({ tokens, tags }: Analysis, last: Found, quantity: Quantity, figure: Figure): Figure {
  const { change } = last.figure;
  const leftOut =
    figure.change === '=' &&
    /^(?:up|down)$/.test(change) &&
    tokens[quantity.first - 1]?.lower === 'by' &&
    !tags.slice(last.quantity.end, quantity.first).some((tag) => tag === 'verb' || tag === 'auxiliary');
  return leftOut ? { ...figure, change } : figure;
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
    (/^(?:up|down)$/.test(between.at(-2) ?? '') ||
      !tags.slice(last.quantity.end, quantity.first).includes('verb'));
  if (!restates && !compares) return figure;
  const { of, holder, scope, time, change } = last.figure;
  const direction = restates && between.length <= 2 && figure.change === '=' ? change : figure.change;
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

/** `45 and 50 mg`, `11, 12 or 13 weeks`, `from 9 to 12 people`: a bare number before `and` has the unit of the next. */
export function withSharedUnits({ tokens }: Analysis, found: readonly Found[]): Figure[] {
  const figures: Figure[] = [];
  let listed = false;
  for (const { quantity, figure } of found.toReversed()) {
    const next = figures.at(-1);
    const gap = tokens.slice(quantity.end, quantity.end + 2).map(({ lower }) => lower);
    const joint = gap[0] === ',' && /^(?:and|or)$/.test(gap[1] ?? '') ? 2 : 1;
    const joined: boolean =
      joint === 2 || /^(?:and|or|to|&)$/.test(gap[0] ?? '') || (listed && gap[0] === ',');
    listed = joined && next !== undefined && tokens[quantity.end + joint]?.start === next.start;
    figures.push(next && listed && figure.unit === '' ? { ...figure, unit: next.unit, of: next.of } : figure);
  }
  return figures.reverse();
}
