import type { Article } from '../src/corpus/article.js';
import type { Source } from '../src/corpus/sources.js';
import type { Library } from '../src/library.js';
import { nearestTo, questionsWith } from '../src/questions/choose.js';
import type { KnownQuestion } from '../src/questions/questions.js';
import type { Way } from '../src/reply.js';
import { fold } from '../src/text/fold.js';
import type { Choice } from './command.js';
import { MAX_CHOICE_LENGTH } from './definition.js';

/** Before the number of a known question in a memory of `/ask`. */
const LETTER = 'q';

/** A way to the answer of a known question. */
export const wayToQuestion = ({ text, number }: KnownQuestion): Way => ({
  label: text,
  command: 'ask',
  memory: LETTER + number.toString(36),
});

/** The known question with that number; `null` where it is not known, or not yet. */
export const questionAt = (library: Library, number: number): KnownQuestion | null =>
  library.questions().find((question) => question.number === number) ?? null;

/** The known question that a memory of `/ask` stands for. */
export const questionIn = (library: Library, memory: string): KnownQuestion | null =>
  memory.startsWith(LETTER) ? questionAt(library, Number.parseInt(memory.slice(LETTER.length), 36)) : null;

/** The known questions that some articles, or all (`null`), answer. */
function answeredBy(library: Library, articles: readonly Article[] | null): readonly KnownQuestion[] {
  const among = articles && new Set(articles);
  return library.questions().filter(({ article }) => among === null || among.has(article));
}

/** Those nearest to a question that some articles do not answer, at most so many. */
export const questionsNear = (
  library: Library,
  asked: string,
  articles: readonly Article[] | null,
  most: number,
): KnownQuestion[] => nearestTo(answeredBy(library, articles), asked, most);

/**
 * Suggestions for a question: what is typed, so that it can be asked as it stands, then known ones with its words.
 *
 * @param source where it is asked; `undefined` where that names none.
 */
export function questionChoices(
  library: Library,
  typed: string,
  source: Source | null | undefined,
  most: number,
): Choice[] {
  const own = typed !== '' && typed.length <= MAX_CHOICE_LENGTH ? [typed] : [];
  const among = source === undefined ? [] : answeredBy(library, source?.articles ?? null);
  const known = questionsWith(among, typed);
  const others = known.map(({ text }) => text).filter((text) => fold(text) !== fold(typed));
  return [...own, ...others].slice(0, most).map((text) => ({ name: text, value: text }));
}
