import type { Article, Span } from '../corpus/article.js';
import { Shape } from '../search/shape.js';
import type { IndexedSentence, TextIndex } from '../search/text-index.js';
import { NO_TERM } from '../search/token-store.js';
import type { SentencePlace } from './answer.js';

/** Share of the shorter sentence's weight that the two must have in common, and the least number of terms. */
const SAME_CLAIM = 0.55;
const LEAST_SHARED = 3;

/** Passages of other articles that are looked at. */
const MAX_PASSAGES = 20;

/**
 * Sentences of other articles that say what this one says: the best of each article. Terms are weighted by how rare
 * they are; the two must share most of the shorter one, all its figures, and a name if both have any. It depends
 * on the sentence alone.
 */
export function sentencesSayingTheSame(index: TextIndex, place: SentencePlace): (SentencePlace & Span)[] {
  const own = index.sentences.find(
    ({ article, sentence }) => index.articles[article] === place.article && sentence === place.sentence,
  );
  if (!own) return [];
  const claim = claimOf(index, own);
  const best = new Map<number, { candidate: IndexedSentence; agreement: number }>();
  for (const candidate of sentencesOfOthers(index, own, claim)) {
    const agreement = agreementOf(claim, claimOf(index, candidate));
    if (agreement < SAME_CLAIM || agreement <= (best.get(candidate.article)?.agreement ?? 0)) continue;
    best.set(candidate.article, { candidate, agreement });
  }
  return [...best.values()]
    .sort((a, b) => b.agreement - a.agreement)
    .map(({ candidate: { article, sentence } }) => {
      const found = index.articles[article] as Article;
      const { start, end } = found.sentences[sentence] as Span;
      return { article: found, sentence, start, end };
    });
}

/** What a sentence is about: its terms with their inverse document frequency, which are names, which figures. */
interface Claim {
  readonly terms: ReadonlyMap<number, number>;
  readonly weight: number;
  readonly names: ReadonlySet<number>;
  readonly figures: ReadonlySet<number>;
}

const FIGURES: ReadonlySet<number> = new Set([Shape.number, Shape.money, Shape.percentage, Shape.year]);
const NAMES: ReadonlySet<number> = new Set([Shape.name]);

function* sentencesOfOthers(
  index: TextIndex,
  own: IndexedSentence,
  { terms }: Claim,
): Generator<IndexedSentence> {
  const query = new Map([...terms.keys()].map((term) => [index.tokens.vocabulary.entry(term), 1]));
  for (const { passage } of index.findPassages(query, null).slice(0, MAX_PASSAGES)) {
    const found = index.passages[passage];
    if (!found || found.article === own.article) continue;
    yield* index.sentences.slice(found.firstSentence, found.endSentence);
  }
}

function claimOf(index: TextIndex, { firstToken, endToken }: IndexedSentence): Claim {
  const terms = new Map<number, number>();
  const names = new Set<number>();
  const figures = new Set<number>();
  for (let token = firstToken; token < endToken; token++) {
    const term = index.tokens.term(token);
    if (term === NO_TERM) continue;
    terms.set(term, index.idf(term));
    if (NAMES.has(index.tokens.shape(token))) names.add(term);
    if (FIGURES.has(index.tokens.shape(token))) figures.add(term);
  }
  return { terms, weight: [...terms.values()].reduce((sum, idf) => sum + idf, 0), names, figures };
}

/** How much of the shorter claim the other holds, 0…1; 0 when figures or names speak against it. */
function agreementOf(a: Claim, b: Claim): number {
  const [short, long] = a.weight < b.weight ? [a, b] : [b, a];
  const shared = [...short.terms].filter(([term]) => long.terms.has(term));
  if (shared.length < LEAST_SHARED) return 0;
  if (![...short.figures].every((term) => long.terms.has(term))) return 0;
  const haveNames = a.names.size > 0 && b.names.size > 0;
  if (haveNames && ![...a.names].some((term) => b.names.has(term))) return 0;
  return shared.reduce((sum, [, idf]) => sum + idf, 0) / short.weight;
}
