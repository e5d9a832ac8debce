import type { Library } from '../src/library.js';
import type { Quotation } from '../src/quotes/quotation.js';
import { type Reply, say } from '../src/reply.js';
import { unpackShown } from './answer-cards.js';
import { unpackQuery } from './query.js';
import { cardOf } from './quote.js';

const ASKS =
  /^(?:(?:and|so|but|ok|wait),? )?who (?:said|says|told (?:them|us)) (?:that|this|it|so)(?: then| though)?\W*$/i;

/** Whether some words ask who speaks on the card that they stand below. */
export const asksWhoSaid = (words: string): boolean => ASKS.test(words.trim());

/**
 * Who says what a card of `/ask` or `/quote` shows, with the sentence that tells so. `null` where nothing is quoted there, or
 * the text does not tell of all of it that the same one says it.
 *
 * @param memory of the card.
 */
export async function whoSaid(library: Library, command: string, memory: string): Promise<Reply | null> {
  const said = command === 'quote' ? await listedIn(library, memory) : await shownBy(library, memory);
  const [first] = said;
  const isOne = first?.speaker?.named && said.every(({ speaker }) => speaker?.name === first.speaker?.name);
  return first && isOne ? { ...say(), kind: 'answer', private: false, cards: [cardOf([[first]])] } : null;
}

/** The quotations that the sentence of an answer has a part in. */
async function shownBy(library: Library, memory: string): Promise<readonly Quotation[]> {
  const [place] = (await unpackShown(library, memory))?.places ?? [];
  const sentence = place?.article.sentences[place.sentence];
  if (!place || !sentence) return [];
  const quotations = (await library.quotes()).find({ articles: [place.article] });
  return quotations.filter(({ start, end }) => start < sentence.end && end > sentence.start);
}

async function listedIn(library: Library, memory: string): Promise<readonly Quotation[]> {
  const query = unpackQuery(library.articles, memory);
  if (!query) return [];
  const { speakers, words, articles } = query;
  return (await library.quotes()).find({
    speaker: speakers ?? undefined,
    about: words ?? undefined,
    articles,
  });
}
