import type { Answer, AnswerOptions, Candidate } from './answer/answer.js';
import type { Quotation } from './quotes/quotation.js';
import type { QuoteIndex } from './quotes/quote-index.js';

/** Whose words are asked for, and about what ('' for anything). */
interface Saying {
  readonly speaker: string;
  readonly about: string;
}

const SAY =
  '(?:say|said|says|tell|told|think|thinks|thought|write|wrote|post|posted|tweet|tweeted|comment|commented|claim|claimed|explain|explained|reply|replied|warn|warned|complain|complained|feel|feels|felt)';
const ABOUT = '(?: (?:about|of|on|regarding|concerning) (.+?))?[\\s?!.]*$';

/** Questions for somebody's words: `what did Ma say about Trump`, `what trump said of ma`, `Ma's words about Trump`. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\bwhat (?:did|does|do|has|have|had) (.{2,60}?) ${SAY}${ABOUT}`, 'i'),
  new RegExp(`\\bwhat (.{2,60}?) ${SAY}${ABOUT}`, 'i'),
  new RegExp(
    `(?:^|\\b(?:what|how) (?:were|are|was|is) )(.{2,60}?)['’]s? (?:words|views?|opinion|comments?|quotes?)${ABOUT}`,
    'i',
  ),
];

/** Probability that somebody's quoted words about the subject answer a question for just that. */
const CONFIDENCE = 0.75;

/** How far down the ranking the quoted sentences are looked for. */
const DEPTH = 60;

/**
 * Lets the quotations answer a question for somebody's words: the sentences of that speaker's quotations about the
 * subject come first, in the order of the ranking. When there are none about the subject the speaker's others come
 * first, no more confident than the ranking was. Any other question, and one for words that the texts do not quote,
 * is left to the ranking alone.
 */
export function answerWithSayings(
  question: string,
  { top = 5, ...options }: AnswerOptions,
  rank: (question: string, options: AnswerOptions) => Answer,
  quotes: () => QuoteIndex,
): Answer {
  const saying = sayingIn(question);
  const onSubject = saying ? sayings(quotes(), saying, options) : [];
  const found =
    saying && onSubject.length === 0 ? sayings(quotes(), { ...saying, about: '' }, options) : onSubject;
  if (found.length === 0) return rank(question, { ...options, top });
  const ranked = rank(question, { ...options, top: Math.max(top, DEPTH) });
  const isSaid = (candidate: Candidate) => found.some((quotation) => overlaps(quotation, candidate));
  const said = ranked.candidates.filter(isSaid);
  const others = ranked.candidates.filter((candidate) => !isSaid(candidate));
  const answer = { ...ranked, candidates: [...said, ...others].slice(0, top) };
  if (said.length === 0 || onSubject.length === 0) return answer;
  return {
    ...answer,
    answered: true,
    confidence: Math.max(ranked.confidence, CONFIDENCE),
    relevance: Math.max(ranked.relevance, CONFIDENCE),
  };
}

function sayingIn(question: string): Saying | null {
  const [, speaker, about = ''] = PATTERNS.map((pattern) => pattern.exec(question)).find(Boolean) ?? [];
  return speaker === undefined ? null : { speaker, about };
}

const sayings = (quotes: QuoteIndex, { speaker, about }: Saying, { article }: AnswerOptions): Quotation[] =>
  quotes.find({ speaker, ...(about && { about }), ...(article && { article: article.id }) });

const overlaps = (quotation: Quotation, candidate: Candidate): boolean =>
  quotation.article === candidate.article &&
  quotation.start < candidate.end &&
  quotation.end > candidate.start;
