import { stem } from '../english/terms.js';
import { eachInTurn } from '../turns.js';
import { canonical, canonicalTerms, headOf, isCounted, scopeKey, timeKey } from './counted.js';
import type { Change, Figure, KnownFigure } from './figure.js';

/** Figures of different articles for one thing. */
export interface Agreement {
  /** `agree`: one value; `differ`: the sources give different ones for the same holder. */
  readonly kind: 'agree' | 'differ';
  /** In the order given; of at least two articles. */
  readonly figures: readonly KnownFigure[];
  /** Those that give the number as exact, and those that give it as about, more or less than that. */
  readonly exact: readonly KnownFigure[];
  readonly approximate: readonly KnownFigure[];
}

/**
 * Groups the figures of different articles that tell of the same thing: same counted noun, unit, scope and time, no
 * two holders. What only one article gives is in no group, nor is a pair that differs in value unless both name the
 * same holder.
 */
export function agreement(figures: readonly KnownFigure[]): Agreement[] {
  return [...groupedBy(figures, ({ thing }) => thing).values()].flatMap(groupsOf);
}

/** `agreement` of very many, in slices between which there is time for others. */
export async function agreementInTurns(figures: readonly KnownFigure[]): Promise<Agreement[]> {
  const groups: Agreement[] = [];
  const byThing = groupedBy(figures, ({ thing }) => thing);
  await eachInTurn(byThing.values(), (alike) => {
    groups.push(...groupsOf(alike));
  });
  return groups;
}

/** What two figures must share; `null` for a figure that says nothing to compare. */
export function thingOf(figure: Figure): string | null {
  const head = headOf(figure);
  if (head === '') return null;
  const measure = figure.of === null || isCounted(figure) ? '' : figure.unit;
  const move = /^(?:up|down)$/.test(figure.change) ? figure.change : '';
  return [canonical(stem(head)), measure, move, modifiers(figure), scopeKey(figure), timeKey(figure)].join(
    '|',
  );
}

/** Adjectives that make it another thing (`part-time`, `active`); novelty and places do not. */
function modifiers({ of }: Figure): string {
  const words = (of ?? '').split(/\s+/).slice(0, -1).join(' ');
  return canonicalTerms(words)
    .filter((term) => !NO_DIFFERENCE.has(term) && term !== 'usa')
    .sort()
    .join(' ');
}

const NO_DIFFERENCE = new Set(['new', 'addit', 'more', 'american', 'total', 'global']);

function groupsOf(figures: readonly KnownFigure[]): Agreement[] {
  if (isOfOneArticle(figures)) return [];
  const byHolder = groupedBy(figures, ({ whose }) => whose);
  const unnamed = byHolder.get('') ?? [];
  byHolder.delete('');
  const named = [...byHolder.values()];
  if (named.length === 0) return sameValues(unnamed);
  const unnamedByValue = groupedBy(unnamed, valueKey);
  const order = new Map(figures.map((figure, index) => [figure, index]));
  return named.flatMap((held) => {
    if (differ(held)) return [made('differ', held)];
    const values = new Set(held.map(valueKey));
    const joined = [
      ...held,
      ...[...values].flatMap((value) => unnamedByValue.get(value)?.slice(0, MAX_COMPARED) ?? []),
    ];
    return sameValues(joined.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
  });
}

const isOfOneArticle = ([first, ...others]: readonly Figure[]): boolean =>
  others.every(({ article }) => article === first?.article);

/** More figures of a text for one thing are a series, of which none is set beside the others'. */
const MAX_COMPARED = 50;

/** The figures with the same key, in the order given; those without a key are left out. */
function groupedBy(
  figures: readonly KnownFigure[],
  keyOf: (figure: KnownFigure) => string | null,
): Map<string, KnownFigure[]> {
  const groups = new Map<string, KnownFigure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return groups;
}

/** Whose a figure is, in stems. */
export const whoseOf = ({ holder }: Figure): string => canonicalTerms(holder ?? '').join(' ');

const valueKey = ({ value }: Figure): string => String(value);

/** One article's values are none that another's allow. */
function differ(figures: readonly KnownFigure[]): boolean {
  const byArticle = [...groupedBy(figures, ({ article }) => article.id).values()];
  const [first = [], ...others] = byArticle.map((group) => group.slice(0, MAX_COMPARED));
  return others.some(
    (theirs) =>
      theirs.every((one) => first.every((other) => !areCompatible(one, other))) &&
      theirs.some((one) => first.some((other) => tellTheSame(one, other))),
  );
}

/** How much of what the shorter of two sentences says besides must stand in the other too. */
const ALIKE = 0.5;

/** `the bridge is 300 m long` and `the bridge is 20 m wide` do not, nor do jobs promised and jobs cut. */
function tellTheSame(a: Figure, b: Figure): boolean {
  const [less = new Set(), more = new Set()] = [besides(a), besides(b)].sort((x, y) => x.size - y.size);
  if (less.size === 0) return more.size === 0;
  return [...less].filter((term) => more.has(term)).length >= ALIKE * less.size;
}

/** What `besides` has told: a figure is compared with many. */
const known = new WeakMap<Figure, Set<string>>();

function besides(figure: Figure): Set<string> {
  const terms = known.get(figure) ?? termsBesides(figure);
  known.set(figure, terms);
  return terms;
}

/** The stems of a figure's sentence that are neither numbers nor part of the figure. */
function termsBesides({ article, sentence, of, unit, holder, scope, time }: Figure): Set<string> {
  const { start, end } = article.sentences[sentence] ?? { start: 0, end: 0 };
  const own = new Set(canonicalTerms([of, unit, holder, scope, time].join(' ')));
  const terms = canonicalTerms(article.text.slice(start, end));
  return new Set(terms.filter((term) => !own.has(term) && !/\d/.test(term)));
}

/** How far from a number what is about that may be. */
const ABOUT = 0.1;

/** Both may be true: the same value, `more than 200` and `230`, `about 31,000` and `30,800`. */
const areCompatible = (a: Figure, b: Figure): boolean =>
  valueKey(a) === valueKey(b) || allows(a, b) || allows(b, a);

function allows({ change, value }: Figure, { value: other }: Figure): boolean {
  if (typeof value !== 'number' || typeof other !== 'number') return false;
  if (change === '>') return other > value;
  if (change === '<') return other < value;
  return change === '~' && Math.abs(other - value) <= ABOUT * Math.abs(value);
}

/** One group for each value that two articles give; `more than 5` and `less than 5` are not one. */
function sameValues(figures: readonly KnownFigure[]): Agreement[] {
  const byValue = groupedBy(figures, valueKey);
  return [...byValue.values()]
    .filter((group) => new Set(group.map(({ article }) => article.id)).size > 1)
    .filter((group) => !['<', '>'].every((bound) => group.some(({ change }) => change === bound)))
    .map((group) => made('agree', group));
}

const APPROXIMATE: ReadonlySet<Change> = new Set(['~', '<', '>']);

const made = (kind: Agreement['kind'], figures: readonly KnownFigure[]): Agreement => ({
  kind,
  figures,
  exact: figures.filter(({ change }) => !APPROXIMATE.has(change)),
  approximate: figures.filter(({ change }) => APPROXIMATE.has(change)),
});
