import { sentenceSpans } from '../english/sentences.js';
import { CHAT_WORDS, STOP_WORDS } from '../english/stop-words.js';
import { formsOf, wordsOf } from '../english/terms.js';
import { verbOf } from '../english/verbs.js';

/** The statements of a message. */
export interface Statements {
  /** As typed, without the words that only lead in to them. */
  readonly claims: readonly string[];
  /** Sentences that claim nothing: greetings, questions, "lol". */
  readonly others: number;
}

/** A claim says something of something: fewer words that are no function words are a greeting. */
const LEAST_WORDS = 2;

/** Fewer words without a verb are a name or a price. */
const LEAST_WITHOUT_VERB = 3;

/** Reads a message sentence by sentence. */
export function statementsIn(message: string): Statements {
  const sentences = message
    .split('\n')
    .flatMap((line) => sentenceSpans(line).map(({ start, end }) => line.slice(start, end)))
    .flatMap(inChat);
  const claims = sentences.map(withoutLead).filter(isStatement);
  return { claims, others: sentences.length - claims.length };
}

/** In a chat a sentence may begin with a small letter. */
const inChat = (sentence: string): string[] =>
  sentence.split(/(?<=(?:\p{L}{4}|\p{N})[.!?]+)(?<!approx\.)\s+(?=\p{Ll})/u);

/** What people put before what they have read; what asks for its truth is a claim. */
const LEAD =
  /^(?:[-*•>]\s+|\d+[.)]\s+|(?:hi|hey|hello|well|so|ok|okay|yeah|also|and|but|btw|fyi|apparently|supposedly|fun fact|til|tl;?dr|psa|note|reminder|breaking)(?: (?:all|everyone|everybody|guys|folks|there))?[,:!]\s+|(?:i|we)(?:['’]ve)? (?:just |once |also |already )?(?:read|heard|saw|learned|learnt|think|thought|believe|guess|bet)(?: (?:somewhere|online|today|yesterday|in the (?:news|paper|article|docs)))?(?: that)?,?\s+|(?:they|people|the (?:article|text|news|paper|docs|page)|it|someone|somebody) (?:say|says|said|claims?|claimed)(?: here)? that\s+|according to (?:the |this |that )?(?:article|text|texts|news|paper|docs|page|faq),?\s+|(?:is it true|did you know|do you know|rumou?r has it)(?: that)?,?\s+)/i;

/** Leads that may stand one before the other. */
const MOST_LEADS = 3;

function withoutLead(sentence: string): string {
  let claim = sentence;
  for (let leads = 0; leads < MOST_LEADS && LEAD.test(claim); leads++) {
    const asks = /^(?:is it true|did you know|do you know)/i.test(claim);
    claim = claim.replace(LEAD, '');
    if (asks) claim = claim.replace(/[?？]+$/, '');
  }
  return claim;
}

/** Whether a sentence states something: it is no question, and about something. */
export function isStatement(sentence: string): boolean {
  if (/[?？]["'”’)\s]*$/.test(sentence)) return false;
  const all = wordsOf(sentence);
  if (all.length < LEAST_WITHOUT_VERB && !all.some(({ text }) => verbOf(text.toLowerCase()))) return false;
  const words = all.filter(({ text }) =>
    formsOf(text).some((form) => !STOP_WORDS.has(form) && !CHAT_WORDS.has(form) && !INTERJECTION.test(form)),
  );
  return words.length >= LEAST_WORDS;
}

const INTERJECTION =
  /^(?:lo+l+|lmao|rofl|omg|wow|haha\w*|hehe\w*|yep|nope|yay|ugh|hmm+|cool|nice|good|great|morning|evening|night|bye|cheers|welcome|congrats|sorry|same|wtf|imo|imho|idk|tbh|today|everyone|all|guys|folks|bot)$/;
