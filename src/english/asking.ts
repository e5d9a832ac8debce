import { sentenceSpans } from './sentences.js';

/** What a message asks, and the sentence before it, '' without one. */
export interface Asked {
  readonly question: string;
  readonly context: string;
}

const TO = String.raw`(?:\s+(?:all|everyone|everybody|folks|guys|team|there|again|bot))*`;
const BREAK = String.raw`\s*[,!.:;–—-]+(?:\s+|$)`;
const ASKS =
  "(?:who|whom|whose|what|when|where|which|why|how)(?:['’]?s|['’](?:re|d|ll))?|is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|(?:is|are|was|were|do|does|did|can|could|wo|would|should|has|have|had)n['’]?t";

/** `Hi all, …`, `hey bot when …`, `Quick question: …`: what stands before a sentence and says nothing of what is asked. */
const GREETING = new RegExp(
  String.raw`^(?:(?:hi+|hello|hey+|hiya|howdy|yo|dear)\s+\p{L}+(?=\s*[,!])${BREAK}|(?:hi+|hello|hey+|hiya|howdy|yo|good\s+(?:morning|afternoon|evening|day)|ok(?:ay)?|so|um+|uh+|well|any ?ways?|btw|by the way|please|pls|sorry|excuse me|(?:a |one )?(?:quick )?question)${TO}(?:${BREAK}|\s+(?=(?:${ASKS})\s)))+`,
  'iu',
);

/** `…? Thanks!`, `… thanks in advance`, `Cheers, Sam`: what stands behind one. */
const SIGN_OFF =
  /(?:(?<=[,.?!;])\s+|^)(?:many thanks|thanks|thank you|thx|ty|cheers|pls|please|(?:best|kind|warm) regards|regards|sincerely|all the best)(?=$|[,.!]|\s+(?:in advance|a lot|so much|all|again|everyone|for|and)\b)[^?]{0,40}$|\s+(?:thanks|thx|thank you) in advance[.!\s]*$/iu;

/** Asks for an answer rather than about something. */
const PLEA =
  /^(?:any ?(?:one|body)?(?: else)?(?: (?:know|knows|ideas?|clues?|help|thoughts))+|does any ?(?:one|body)(?: here)? know|can (?:any|some) ?(?:one|body) (?:help|tell me|explain)(?: me)?|(?:can|could) you (?:help|tell me|explain)(?: me)?(?: out)?|do you know|right|correct|ok(?:ay)?|thoughts|yes|no|pls|please|is (?:that|this|it) (?:right|true|correct|so))\W*$/iu;

const OPENS_QUESTION = new RegExp(
  String.raw`^(?:(?:and|but|or|then)\s+)?(?:(?:in|on|at|by|for|from|with|to|of)\s+)?(?:${ASKS})(?![\p{L}\p{N}])`,
  'iu',
);
const QUESTION_MARK = /[?？][!！?？\s"'”’»)\]]*$/u;

/** Whether some words begin as a question does. */
export const opensQuestion = (words: string): boolean => OPENS_QUESTION.test(words);

/** Whether some words ask, by their mark or by how they begin. */
export const asks = (words: string): boolean => QUESTION_MARK.test(words) || opensQuestion(words);

/**
 * The last sentence of a message that asks, without greetings around it, and what stands before it; where none asks, all of it
 * without greetings.
 */
export function askedIn(message: string): Asked {
  const sentences = sentencesOf(message).filter((sentence) => sentence !== '');
  const marked = sentences.findLastIndex((one) => QUESTION_MARK.test(one) && !PLEA.test(one));
  const at = marked >= 0 ? marked : sentences.findLastIndex((one) => opensQuestion(one) && !PLEA.test(one));
  const [question, context] = [sentences[at], sentences[at - 1]];
  if (question !== undefined) return { question, context: context ?? '' };
  const said = sentences.filter((one) => !PLEA.test(one)).join(' ');
  return { question: said === '' ? message.trim() : said, context: '' };
}

/** The sentences of a message without greetings and sign-offs. */
const sentencesOf = (message: string): string[] =>
  linesOf(message).flatMap((line) =>
    sentenceSpans(line)
      .flatMap(({ start, end }) => questionsIn(line.slice(start, end)))
      .map((sentence) => sentence.replace(GREETING, '').replace(SIGN_OFF, '').trim()),
  );

/** `he left. why? anyone know?`: in a chat sentences begin with small letters; but not within quotation marks. */
const questionsIn = (sentence: string): string[] =>
  /["“”„«]/.test(sentence) ? [sentence] : sentence.split(NEXT);

const NEXT = /(?<=\?)\s+|(?<=[\p{L}\p{N}]{2}[.!…])\s+(?=(?:who|whom|whose|what|when|where|which|why|how)\b)/u;

/** The lines; one that goes on with a sentence in small letters belongs to the one before, a signature to none. */
function linesOf(message: string): string[] {
  const lines: string[] = [];
  for (const line of message
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && SIGN_OFF.test(last) && line.length <= LONGEST_NAME && !asks(line)) break;
    if (last !== undefined && /^\p{Ll}/u.test(line) && /[\p{L}\p{N}]$/u.test(last) && !asks(line))
      lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines;
}

/** Of a name below `Cheers,`. */
const LONGEST_NAME = 30;
