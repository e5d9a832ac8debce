import type { Article, SentencePlace } from './corpus/article.js';
import { termsOf } from './english/terms.js';
import { type Agreement, agreementInTurns } from './figures/agreement.js';
import type { KnownFigure } from './figures/figure.js';
import type { FigureIndex } from './figures/figure-index.js';
import type { QuoteIndex } from './quotes/quote-index.js';
import type { Span } from './text/span.js';
import { eachInTurn } from './turns.js';

/** A sentence of another article, and the words in it that matter. */
export interface Said extends SentencePlace, Span {}

/** What other articles have to a sentence: at most one sentence of each. */
export interface Corroboration {
  /** They say it too: the same figure for the same thing, or the same words of somebody. */
  readonly also: readonly Said[];
  /** They give another figure for the same thing. */
  readonly otherwise: readonly Said[];
}

/**
 * Sets what articles say beside one another, from what is known of their sentences, figures and quotations: of a sentence's
 * quotations, and of the one figure in it that matters.
 */
export async function createCorroborator(
  figures: FigureIndex,
  quotes: QuoteIndex,
): Promise<(place: SentencePlace, figure: KnownFigure | null) => Corroboration> {
  const groups = await agreementInTurns(figures.find());
  const groupsWith = await byFigure(groups);
  return (place, figure) => {
    const quoted = quotes
      .find({ articles: [place.article] })
      .filter((quotation) => standsIn(quotation, place));
    const numbers = (figure && groupsWith.get(figure)) ?? [];
    const beside = numbers.map((number) => groups[number] as Agreement);
    const isOnThis = (one: KnownFigure) => sharesMore(one, place);
    const also = [
      ...figuresOf(beside, 'agree').filter(isOnThis),
      ...quoted.flatMap(quotes.variantsOf).flatMap((variant) => closestSentence(variant, place)),
    ];
    return {
      also: onePerArticle(also, place),
      otherwise: onePerArticle(figuresOf(beside, 'differ').filter(isOnThis), place),
    };
  };
}

/** The numbers of the groups that a figure is in. */
async function byFigure(groups: readonly Agreement[]): Promise<ReadonlyMap<KnownFigure, readonly number[]>> {
  const numbers = new Map<KnownFigure, number[]>();
  await eachInTurn(groups.entries(), ([number, { figures }]) => {
    for (const figure of figures) {
      const known = numbers.get(figure);
      if (known) known.push(number);
      else numbers.set(figure, [number]);
    }
  });
  return numbers;
}

const figuresOf = (groups: readonly Agreement[], wanted: Agreement['kind']): KnownFigure[] =>
  groups.filter(({ kind }) => kind === wanted).flatMap(({ figures }) => figures);

/** Whether the sentence of a figure has a word of another sentence besides what is counted: six months are not all the same. */
function sharesMore(figure: KnownFigure, place: SentencePlace): boolean {
  const { article, start, end, unit, of } = figure;
  const counted = new Set(termsOf([article.text.slice(start, end), unit, of].join(' ')));
  const there = new Set(termsAt(figure));
  return termsAt(place).some((term) => there.has(term) && !counted.has(term));
}

interface Located extends Span {
  readonly article: Article;
}

const standsIn = ({ article, start, end }: Located, place: SentencePlace): boolean => {
  const sentence = place.article.sentences[place.sentence];
  return article === place.article && sentence !== undefined && start < sentence.end && end > sentence.start;
};

/** The sentence of a quotation that has most words in common with the sentence at `place`. */
function closestSentence({ article, start, end }: Located, place: SentencePlace): Said[] {
  const wanted = new Set(termsAt(place));
  const touched = article.sentences.flatMap((one, sentence) =>
    one.start < end && one.end > start
      ? [{ article, sentence, start: Math.max(start, one.start), end: Math.min(end, one.end) }]
      : [],
  );
  const shared = (at: SentencePlace) => new Set(termsAt(at).filter((term) => wanted.has(term))).size;
  return touched.sort((a, b) => shared(b) - shared(a)).slice(0, 1);
}

function termsAt({ article, sentence }: SentencePlace): string[] {
  const { start, end } = article.sentences[sentence] ?? { start: 0, end: 0 };
  return termsOf(article.text.slice(start, end));
}

/** The first of each other article. */
function onePerArticle(found: readonly Said[], { article: own }: SentencePlace): Said[] {
  const first = new Map<Article, Said>();
  for (const said of found) {
    const { article, sentence, start, end } = said;
    if (article !== own && !first.has(article)) first.set(article, { article, sentence, start, end });
  }
  return [...first.values()];
}
