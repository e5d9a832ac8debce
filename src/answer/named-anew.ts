import { blockAbove } from '../corpus/passage.js';
import type { Tag } from '../english/parts-of-speech.js';
import { termsOf } from '../english/terms.js';
import type { Candidate } from './answer.js';
import { isWhole, partsOfReply } from './follow-up.js';
import { beginningOf, isYear, numbersIn } from './missing.js';

/** What must stand where a sentence answers a question that was put together from two. */
export interface Demands {
  /** Words by their index terms, of which one each must stand in the sentence or in what it is read with. */
  readonly words: readonly (readonly string[])[];
  /** Terms of which one must stand in the sentence itself, where there are any. */
  readonly kept: readonly string[];
  /** Whether the sentence must have a number that is no year. */
  readonly isNumber: boolean;
}

const NOTHING: Demands = { words: [], kept: [], isNumber: false };

/** In a part of a question, what is put in the place of something; in a whole one, names and years alone. */
const OF_PART: ReadonlySet<Tag> = new Set<Tag>(['name', 'noun', 'plural', 'number']);
const OF_WHOLE: ReadonlySet<Tag> = new Set<Tag>(['name', 'number']);

const AMOUNT = /\bhow (?:much|many)\b/i;

/**
 * What a reply to an answer names and the question before does not, for that is what it asks about; nothing where it asks all
 * by itself. To an amount that is asked for again, a sentence without a number says nothing, nor one that has nothing of what is
 * counted and done.
 *
 * @param whole what both ask together.
 */
export function namedAnew(before: string, reply: string, whole: string): Demands {
  if (isWhole(reply)) return NOTHING;
  const { tokens, tags, asked, isClause } = partsOfReply(reply);
  const isPart = asked === 0 && !isClause;
  const named = isPart ? OF_PART : OF_WHOLE;
  const known = new Set(termsOf(before));
  const words = tokens
    .filter(({ lower }, at) => named.has(tags[at] as Tag) && !/^ones?$/.test(lower))
    .map(({ text }) => termsOf(text))
    .filter((terms) => terms.length > 0 && !terms.some((term) => known.has(term)));
  const isNumber = isPart && AMOUNT.test(before);
  const stays = termsOf(whole).filter((term) => known.has(term));
  // A single word is often said otherwise: employees are associates.
  return { words, kept: isNumber && stays.length > 1 ? stays : [], isNumber };
}

/** Whether a sentence, with what stands around it, has what is demanded. */
export function meets(place: Candidate, { words, kept, isNumber }: Demands): boolean {
  const own = beginningOf(place.article, place.sentence);
  if (isNumber && numbersIn(own).every(isYear)) return false;
  if (kept.length > 0 && !termsOf(own).some((term) => kept.includes(term))) return false;
  if (words.length === 0) return true;
  const there = termsAround(place);
  return words.every((terms) => terms.some((term) => there.has(term)));
}

/**
 * The terms of a sentence and of what it is read with: the one before it in its block, what leads in to that, the headings
 * above and the title.
 */
function termsAround({ article, sentence, headings }: Candidate): ReadonlySet<string> {
  const { sentences, paragraphs } = article;
  const block = sentences[sentence]?.paragraph ?? -1;
  const leadIn = blockAbove(paragraphs, block)?.firstSentence;
  const before = sentences[sentence - 1]?.paragraph === block ? sentence - 1 : undefined;
  const read = [...headings, leadIn, before, sentence].filter((one) => one !== undefined);
  const texts = read.map((one) => beginningOf(article, one));
  return new Set([article.title, article.date ?? '', ...texts].flatMap(termsOf));
}
