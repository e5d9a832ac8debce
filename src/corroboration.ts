import type { Article, SentencePlace } from './corpus/article.js';
import { termsOf } from './english/terms.js';
import { type Agreement, agreement } from './figures/agreement.js';
import type { Figure } from './figures/figure.js';
import type { FigureIndex } from './figures/figure-index.js';
import type { QuoteIndex } from './quotes/quote-index.js';
import type { Span } from './text/span.js';

/** What other articles have to a sentence: at most one sentence of each. */
export interface Corroboration {
  /** They say it too: the same figure for the same thing, or the same words of somebody. */
  readonly also: readonly SentencePlace[];
  /** They give another figure for the same thing. */
  readonly otherwise: readonly SentencePlace[];
}

/** Sets what articles say beside one another, from what is known of their sentences, figures and quotations. */
export function createCorroborator(
  figures: FigureIndex,
  quotes: QuoteIndex,
): (place: SentencePlace) => Corroboration {
  const groups = agreement(figures.find());
  const all = quotes.find();
  return (place) => {
    const quoted = all.filter((quotation) => standsIn(quotation, place)).flatMap(quotes.variantsOf);
    const also = [
      ...figuresBeside(groups, 'agree', place),
      ...quoted.flatMap((variant) => closestSentence(variant, place)),
    ];
    return {
      also: onePerArticle(also, place),
      otherwise: onePerArticle(figuresBeside(groups, 'differ', place), place),
    };
  };
}

const figuresBeside = (
  groups: readonly Agreement[],
  kind: Agreement['kind'],
  place: SentencePlace,
): Figure[] =>
  groups
    .filter((group) => group.kind === kind && group.figures.some((figure) => isAt(figure, place)))
    .flatMap((group) => group.figures);

const isAt = (a: SentencePlace, b: SentencePlace): boolean =>
  a.article === b.article && a.sentence === b.sentence;

interface Located extends Span {
  readonly article: Article;
}

const standsIn = ({ article, start, end }: Located, place: SentencePlace): boolean => {
  const sentence = place.article.sentences[place.sentence];
  return article === place.article && sentence !== undefined && start < sentence.end && end > sentence.start;
};

/** The sentence of a quotation that has most words in common with the sentence at `place`. */
function closestSentence({ article, start, end }: Located, place: SentencePlace): SentencePlace[] {
  const wanted = new Set(termsAt(place));
  const touched = article.sentences.flatMap((one, sentence) =>
    one.start < end && one.end > start ? [{ article, sentence }] : [],
  );
  const shared = (at: SentencePlace) => new Set(termsAt(at).filter((term) => wanted.has(term))).size;
  return touched.sort((a, b) => shared(b) - shared(a)).slice(0, 1);
}

function termsAt({ article, sentence }: SentencePlace): string[] {
  const { start, end } = article.sentences[sentence] ?? { start: 0, end: 0 };
  return termsOf(article.text.slice(start, end));
}

/** The first of each other article. */
function onePerArticle(places: readonly SentencePlace[], { article: own }: SentencePlace): SentencePlace[] {
  const first = new Map<Article, SentencePlace>();
  for (const { article, sentence } of places) {
    if (article !== own && !first.has(article)) first.set(article, { article, sentence });
  }
  return [...first.values()];
}
