import { speechVerb } from '../english/speech-verbs.js';
import { termsOf, wordsOf } from '../english/terms.js';
import type { Quotation } from '../quotes/quotation.js';
import { quotationsIn } from '../quotes/quote-index.js';
import type { Span } from '../text/span.js';
import { beginningOf } from './missing.js';
import type { ReadSentence } from './reading.js';
import type { Told } from './whose.js';

/** What asks for somebody's words: `what did Ada Lovelace say about it`, `what does the mayor think`. */
const ASKS = /^(?:and |so |but )?what (?:did|does|do|has|have|had) (.+)$/i;

/** Words of a question up to the verb of speech: a longer subject is a clause. */
const MOST_WORDS = 6;

/** Verbs that ask for any words; what somebody promised or criticised is said by some alone. */
const SAYS = /^(?:say|said|tell|told|think|thought|write|written|comment|state)$/i;

/** Whose words are asked for, as index terms, and whether on anything; `null` where something else is asked. */
function speechAsked(
  question: string,
): { readonly whose: readonly string[]; readonly isOnAll: boolean } | null {
  const words = wordsOf(ASKS.exec(question)?.[1] ?? '');
  const verb = words.findIndex(({ text }) => speechVerb(text.toLowerCase()) !== undefined);
  if (verb < 1 || verb > MOST_WORDS) return null;
  const whose = words.slice(0, verb).flatMap(({ text }) => termsOf(text));
  const isOnAll = verb === words.length - 1 && SAYS.test(words[verb]?.text ?? '');
  return whose.length === 0 ? null : { whose, isOnAll };
}

/** The sentences in the order in which they answer a question for somebody's words. */
interface Spoken extends Told {
  /** Whether nothing more is asked for than the first sentence has: some words of the asked one. */
  readonly isTheirs: boolean;
}

/**
 * Whether what the first sentence quotes is said by whom a question asks about. Where somebody else says it, or anything that
 * the asked one says will do, the first sentence that quotes the asked one goes before it.
 */
export function spokenBy(question: string, read: readonly ReadSentence[]): Spoken {
  const asked = speechAsked(question);
  const [first] = read;
  if (!first || !asked) return { read, isAnothers: false, isTheirs: false };
  const { whose, isOnAll } = asked;
  const isOther = isAnothers(first, whose);
  const own = read.find((one) => quotedIn(one).some((quotation) => isBy(quotation, whose)));
  if (!own || !(isOther || isOnAll)) return { read, isAnothers: isOther, isTheirs: false };
  return { read: [own, ...read.filter((one) => one !== own)], isAnothers: false, isTheirs: isOnAll };
}

/** Somebody with a name says it, and nobody who was asked about stands in the sentence. */
function isAnothers(one: ReadSentence, asked: readonly string[]): boolean {
  const told = quotedIn(one).filter(({ speaker }) => speaker?.named);
  const own = new Set(termsOf(beginningOf(one.found.window.article, one.sentence)));
  return (
    told.length > 0 &&
    !told.some((quotation) => isBy(quotation, asked)) &&
    !asked.every((term) => own.has(term))
  );
}

/** What a sentence quotes, or a part of what is quoted. */
function quotedIn({ found, sentence }: ReadSentence): readonly Omit<Quotation, 'article'>[] {
  const { article } = found.window;
  const { start, end } = article.sentences[sentence] as Span;
  return quotationsIn(article).flatMap(({ item }) => (item.start < end && item.end > start ? [item] : []));
}

function isBy({ speaker }: Pick<Quotation, 'speaker'>, asked: readonly string[]): boolean {
  const names = speaker ? [speaker.name, speaker.text, ...speaker.roles] : [];
  const own = new Set(names.flatMap(termsOf));
  return asked.every((term) => own.has(term));
}
