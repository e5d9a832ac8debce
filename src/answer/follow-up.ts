import type { Chunk } from '../english/noun-phrases.js';
import { lowerAt, type QuestionParts, questionParts, startOf, wordsFrom } from '../english/question-parts.js';
import { termsOf } from '../english/terms.js';
import { verbOf } from '../english/verbs.js';
import { PREPOSITIONS, TIME_NOUNS } from '../english/word-classes.js';
import { type Before, countedIn, isPronounAt, meantBy } from './meant.js';

/** What opens a reply that goes on with a question: `and in 2022?`, `what about Amazon?` */
const LEAD = /^(?:(?:and|but|or|so|also|ok(?:ay)?|well|then|hm+)(?:,\s*|\s+))*(?:(?:what|how)\s+about\s+)?/i;

/** What of it asks for something to be put in place of something; `ok` and `so` only begin. */
const GOES_ON = /\b(?:and|or|about)\b/i;

/** What may stand behind the words that ask without asking more: `how then`, `which platforms exactly`. */
const FILLER =
  /^(?:then|exactly|precisely|again|tho|though|please|so|that|this|long|much|many|not|or|else|to|from)$/;

/**
 * The whole question that a reply to an answer asks, with what it leaves out taken from the question before; the reply itself
 * where it leaves out nothing, `null` where it asks nothing.
 *
 * @param shown the sentence that was the answer.
 */
export function joined(before: string, reply: string, shown = ''): string | null {
  const { asking, hasLead, mark } = apart(reply);
  const { asking: question } = apart(before);
  if (asking.tokens.length === 0 || /^(?:who|what|which)$/i.test(asking.text) || judges(asking)) return null;
  if (isBare(asking)) return fitsVerb(question, asking) ? withNewAsked(question, asking) + mark : null;
  if (asking.isClause || (asking.asked > 0 && termsOf(asking.text).length > 0))
    return wholeOf(asking, { question, shown }) + mark;
  if (!isPart(asking, question) || !saysSomething(asking) || !(hasLead || mark !== '')) return null;
  return withNewPart(asking, { question, shown }) + mark;
}

/** Whether some words ask all by themselves. */
export function isWhole(words: string): boolean {
  const { asking } = apart(words);
  const isClause = asking.isClause || (asking.asked > 0 && !isBare(asking));
  return isClause && !asking.tokens.some((_, at) => isPronounAt(asking, at)) && termsOf(words).length > 0;
}

/** Whether some words go on with something that was said before them: `and in the US?` */
export const goesOn = (words: string): boolean => /^(?:and|but|or)\b/i.test(words.trim()) && !isWhole(words);

/** What a reply asks, without what opens it, taken apart. */
export const partsOfReply = (words: string): QuestionParts => apart(words).asking;

/** What is asked, without what opens it and the mark at its end. */
function apart(words: string) {
  const said = words.replace(/[\s?!.…]+$/, '').trim();
  const lead = LEAD.exec(said)?.[0] ?? '';
  const mark = /[?？]\s*$/.test(words) ? '?' : '';
  return { asking: questionParts(said.slice(lead.length)), hasLead: GOES_ON.test(lead), mark };
}

const isBare = ({ tokens, asked, isClause }: QuestionParts): boolean =>
  asked > 0 && !isClause && tokens.slice(asked).every(({ lower }) => FILLER.test(lower));

/** `is that too much?`, `is it a lot`, `was that a good idea` */
const judges = ({ text }: QuestionParts): boolean => JUDGES.test(text);

const JUDGES =
  /^(?:is|was|are|were)(?:n['’]t)? (?:that|this|it|they)(?: \w+){0,2} (?:much|many|lot|enough|thing|idea|joke|case|fair|weird|crazy|funny|date)$/i;

/** What is had at no point of time and in no way: `when did it cost`, `why does it have`. */
const MEASURES = /^(?:have|cost|weigh|measure|contain|own|equal|total)$/;

/** Verbs of speech, which mean nothing without what is said: `why did he say`. */
const SAYS = /^(?:say|tell|claim|mean|think|call)$/;

/** Whether the verb of the question before can be asked about with other words. */
function fitsVerb(question: QuestionParts, { tokens }: QuestionParts): boolean {
  if (!/^(?:when|where|why|how)$/.test(tokens[0]?.lower ?? '')) return true;
  const lemmas = question.tokens.slice(question.asked).map(({ lower }) => verbOf(lower)?.lemma ?? '');
  if (lemmas.some((lemma) => MEASURES.test(lemma)) && AMOUNT.test(question.text)) return false;
  return !(/^wh(?:at|o)$/.test(lowerAt(question, 0)) && lemmas.some((lemma) => SAYS.test(lemma)));
}

const AMOUNT = /^(?:how|what)\b/i;

/** `and he?` and `or not?` say nothing; `the us` is most often the country. */
const saysSomething = ({ text, tokens }: QuestionParts): boolean =>
  termsOf(text).length > 0 || /\bthe us$/i.test(text) || tokens.some(({ lower }) => /^ones?$/.test(lower));

/** `and in the US?`, `and undo it?`, not `and he is wrong`. */
function isPart(reply: QuestionParts, question: QuestionParts): boolean {
  const { tokens, tags } = reply;
  if (/^(?:i|you|he|she|it|we|they|that|this|there)(?:'\w+)?$/.test(lowerAt(reply, 0))) return false;
  if (!tags.includes('verb') || tokens.length === 1) return true;
  return tags[0] === 'preposition' || tags[0] === 'subordinator' || goesOnWithVerb(reply, question);
}

/** `and undo it?` after `how do I …` */
const goesOnWithVerb = (reply: QuestionParts, question: QuestionParts): boolean =>
  /^(?:base|invariable)$/.test(verbOf(lowerAt(reply, 0))?.form ?? '') &&
  reply.tokens.length > 1 &&
  /^(?:do|does|did|can|could|will|would|should|may|must)$/.test(lowerAt(question, question.asked));

/** `when did he leave` + `why`: the words that ask are others, the rest stays. */
function withNewAsked(question: QuestionParts, reply: QuestionParts): string {
  const words = wordsFrom(reply, 0, reply.asked);
  if (lowerAt(reply, reply.asked) === 'not') return `${words} ${negated(question)}`;
  if (lowerAt(question, 0) === 'who' && !hasSubject(question)) return `${words} ${ofSomebody(question)}`;
  const isAdverb = /^(?:when|where|why|how|since)\b/i.test(words);
  return `${words} ${isAdverb ? withObject(question) : wordsFrom(question, question.asked)}`;
}

/** `who did she meet`, not `who was invited`: somebody else stands behind the auxiliary. */
const hasSubject = (question: QuestionParts): boolean =>
  question.isClause &&
  (/^(?:do|does|did)$/.test(lowerAt(question, question.asked)) ||
    PRONOUN.test(lowerAt(question, question.asked + 1)));

const PRONOUN = /^(?:i|you|he|she|it|we|they)$/;

/** `did they promise jobs in May` of `how many jobs did they promise in May`: what was counted is what is done. */
function withObject(question: QuestionParts): string {
  const counted = countedIn(question);
  const isDone = /^(?:do|does|did)$/.test(lowerAt(question, question.asked));
  const subject = endOfSubject(question);
  const verb = question.tokens.findIndex(({ lower }, at) => at >= subject && verbOf(lower) !== undefined);
  if (counted === '' || !isDone || verb < 0) return wordsFrom(question, question.asked);
  const end = question.tags.at(-1) === 'preposition' ? question.tokens.length : verb + 1;
  return `${wordsFrom(question, question.asked, end)} ${counted} ${wordsFrom(question, end)}`.trim();
}

/** `can I not appeal` */
function negated(question: QuestionParts): string {
  if (!question.isClause) return `not ${wordsFrom(question, question.asked)}`;
  const subject = endOfSubject(question);
  return `${wordsFrom(question, question.asked, subject)} not ${wordsFrom(question, subject)}`;
}

const endOfSubject = (question: QuestionParts): number =>
  question.phrases.find((phrase) => startOf(question, phrase) <= question.asked + 2)?.end ??
  question.asked + 2;

/** `did they name it` of `who named it`, so that other words can ask. */
function ofSomebody(question: QuestionParts): string {
  const { asked, isClause, text } = question;
  const rest = wordsFrom(question, asked + 1);
  if (isClause) return `${wordsFrom(question, asked, asked + 1)} they ${rest}`;
  const verb = verbOf(lowerAt(question, asked));
  if (!verb) return text;
  const auxiliary = verb.form === 'past' || verb.form === 'participle' ? 'did' : 'do';
  return `${auxiliary} they ${verb.lemma} ${rest}`.trim();
}

/** `who added it`: what its pronouns mean is said, and what is only counted or only begun. */
function wholeOf(reply: QuestionParts, before: Before): string {
  const words = meantBy(reply, before).trim();
  const { question } = before;
  const counted =
    /\bhow (?:many|much)$/i.test(wordsFrom(reply, 0, reply.asked)) && !isPronounIn(reply)
      ? countedIn(question)
      : '';
  if (counted !== '') return words.replace(/^(.*?\bhow (?:many|much))/i, `$1 ${counted}`);
  const isOnlyBegun =
    reply.asked === 0 &&
    endOfSubject(reply) === reply.tokens.length &&
    !/^(?:is|are|was|were)$/.test(lowerAt(reply, 0));
  return isOnlyBegun && question.isClause ? `${words} ${wordsFrom(question, endOfSubject(question))}` : words;
}

const isPronounIn = (reply: QuestionParts): boolean => reply.tokens.some((_, at) => isPronounAt(reply, at));

/** `and in 2022`, `what about Amazon`: what stands in the same place of the question before gives way to it. */
function withNewPart(reply: QuestionParts, before: Before): string {
  const { question } = before;
  const part = meantBy(reply, before);
  if (goesOnWithVerb(reply, question)) return `${wordsFrom(question, 0, endOfSubject(question))} ${part}`;
  const place = placeFor(question, reply);
  if (!place) return `${question.text} ${part}`;
  const [from, to, kept = ''] = place;
  return [wordsFrom(question, 0, from), part, kept, wordsFrom(question, to)]
    .filter((words) => words !== '')
    .join(' ');
}

/** The tokens that give way, and what of them stays behind the new part. */
type Place = readonly [from: number, to: number, kept?: string];

function placeFor(question: QuestionParts, reply: QuestionParts): Place | null {
  const first = lowerAt(reply, 0);
  if (PREPOSITIONS.has(first) || first === 'to') return placeBehind(question, first);
  if (reply.tags.every((tag) => tag === 'adverb')) return null;
  if (reply.tags.every((tag) => tag === 'number')) return numberIn(question);
  const isModifier =
    reply.tags.every((tag) => /^(?:determiner|adjective|number)$/.test(tag)) &&
    !/^ones?$/.test(lowerAt(reply, reply.tokens.length - 1));
  return (
    sameIn(question, lowerAt(reply, reply.tags[0] === 'determiner' ? 1 : 0)) ??
    sameIn(question, lowerAt(reply, reply.phrases.at(-1)?.head ?? -1)) ??
    placeOf(question, phraseFor(question), isModifier)
  );
}

/** The phrase that has a word, from there on where it begins with what the new part does not say: `3.9` of `3.9 beta 1`. */
function sameIn(question: QuestionParts, word: string): Place | null {
  for (const phrase of question.phrases) {
    if (lowerAt(question, phrase.head) === word) return [startOf(question, phrase), phrase.end];
    const at = question.tokens.findIndex(
      ({ lower }, i) => lower === word && i >= phrase.first && i < phrase.end,
    );
    if (at >= 0) return [at, phrase.end];
  }
  return null;
}

function numberIn({ tags }: QuestionParts): Place | null {
  const at = tags.lastIndexOf('number');
  return at < 0 ? null : [at, at + 1];
}

/** The last phrase that no preposition governs and that is no time, else the last one. */
const phraseFor = (question: QuestionParts): Chunk | undefined =>
  question.phrases.findLast(
    ({ preposition, head }) => preposition === null && !TIME_NOUNS.has(lowerAt(question, head)),
  ) ?? question.phrases.at(-1);

/** Of `the first blow` the noun stays for `the second`, of `horse price` for `a wagon`. */
function placeOf(question: QuestionParts, phrase: Chunk | undefined, isModifier: boolean): Place | null {
  if (!phrase) return placeWithoutPhrase(question);
  const isAll = startOf(question, phrase) === 0 && phrase.end === question.tokens.length;
  const isKept = isModifier || (isAll && phrase.head > phrase.first);
  return [startOf(question, phrase), phrase.end, isKept ? wordsFrom(question, phrase.head, phrase.end) : ''];
}

/** Behind the last preposition, else what is counted, else who. */
function placeWithoutPhrase(question: QuestionParts): Place | null {
  const { tags, asked, tokens } = question;
  const at = tags.lastIndexOf('preposition');
  if (at >= asked && at < tokens.length - 1) return [at + 1, tokens.length];
  if (/^how$/.test(lowerAt(question, 0)) && countedIn(question) !== '') return [2, asked];
  return /^who$/.test(lowerAt(question, 0)) ? [0, 1] : null;
}

/** Prepositions of which one gives way to the other. */
const SIBLINGS = [
  'before after since until till',
  'with without',
  'in on at during',
  'from to',
  'over under',
].map((line) => line.split(' '));

/** The last phrase behind the same preposition, or behind one of its siblings. */
function placeBehind(question: QuestionParts, preposition: string): Place | null {
  const siblings = SIBLINGS.find((line) => line.includes(preposition)) ?? [];
  const last = (wanted: (lower: string) => boolean) =>
    question.tokens.findLastIndex(({ lower }, i) => i >= question.asked && wanted(lower));
  const same = last((lower) => lower === preposition);
  const at = same >= 0 ? same : last((lower) => siblings.includes(lower));
  if (at < 0) return null;
  const phrase = question.phrases.find(({ first }) => first > at && first <= at + 2);
  return [at, phrase?.end ?? Math.min(at + 2, question.tokens.length)];
}
