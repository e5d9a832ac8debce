import { isGivenName } from '../english/given-names.js';
import type { Chunk } from '../english/noun-phrases.js';
import { isCommonNoun, isPlural, singular } from '../english/nouns.js';
import { isPerson } from '../english/persons.js';
import { lowerAt, type QuestionParts, startOf, wordsFrom } from '../english/question-parts.js';
import { tagsOf } from '../english/tagger.js';
import { tokensOf } from '../english/tokens.js';
import { verbOf } from '../english/verbs.js';
import { TIME_NOUNS } from '../english/word-classes.js';

/** What the pronouns of a reply may mean: the question before, and the sentence that answered it. */
export interface Before {
  readonly question: QuestionParts;
  readonly shown: string;
}

const SOMEBODY = /^(?:he|she|him|her|his)$/;
const SOMETHING = /^(?:it|its|this|that)$/;
const SEVERAL = /^(?:they|them|their|these|those)$/;
const OWNING = /^(?:his|her|its|their)$/;
const POINTING = /^(?:this|that|these|those)$/;
const BE = /^(?:is|was|are|were|be)$/;

/** The words of a reply with what its pronouns mean in their place. */
export function meantBy(reply: QuestionParts, before: Before): string {
  let words = '';
  let from = 0;
  for (const [at, { start, end }] of reply.tokens.entries()) {
    const meant = meantAt(reply, at, before);
    if (meant === null) continue;
    words += reply.text.slice(from, start) + meant;
    from = end;
  }
  return words + reply.text.slice(from);
}

/** Whether a word points to what was said before. */
export function isPronounAt(reply: QuestionParts, at: number): boolean {
  const word = lowerAt(reply, at);
  if (word === 'it') return !isExpletive(reply, at);
  if (POINTING.test(word)) return pointsAlone(reply, at) && !opensClause(reply.tokens, at);
  return SOMEBODY.test(word) || SOMETHING.test(word) || SEVERAL.test(word);
}

/** What the word at a place means, `null` where it means itself or that cannot be told. */
function meantAt(reply: QuestionParts, at: number, { question, shown }: Before): string | null {
  const word = lowerAt(reply, at);
  if (at === reply.tokens.length - 1 && at > 0) {
    if (/^ones?$/.test(word)) return headOf(question, word === 'ones', lowerAt(reply, at - 1));
    if (word === 'more' && !reply.tags.slice(1).includes('adjective')) return moreOf(question);
    if (word === 'there' && reply.tags[at - 1] !== 'preposition' && verbOf(lowerAt(reply, at - 1)))
      return prefixed('in ', placeIn(question));
  }
  // What is "they" in both is the same.
  if (!isPronounAt(reply, at) || question.tokens.some(({ lower }) => lower === word)) return null;
  const isWhom = SOMEBODY.test(word) || (at > 0 && /^who(?:['’]?s| is| was)$/i.test(wordsFrom(reply, 0, at)));
  const meant = isWhom ? personIn(question, shown) : thingIn(question, SEVERAL.test(word));
  const owns = OWNING.test(word) && isNounAt(reply, at + 1);
  return meant !== null && owns ? `${meant}${meant.endsWith('s') ? "'" : "'s"}` : meant;
}

/** What may be a place: what is said to be somewhere, is a name, or the only thing. */
function placeIn(question: QuestionParts): string | null {
  const thing = thingIn(question, false);
  return question.tokens.some(({ lower }) => NOT_ENTERED.test(lower)) ? null : thing;
}

/** Who asks how much something costs does not ask about where one can be. */
const NOT_ENTERED = /^(?:cost|costs|price|weigh|weighs|much)$/;

const prefixed = (prefix: string, words: string | null): string | null => words && prefix + words;

/** `is this true`, `how long does that take`, `more of that`; but `is that rule new`, and `do that` is no thing. */
function pointsAlone(reply: QuestionParts, at: number): boolean {
  const { tokens, tags, asked } = reply;
  if (isNounAt(reply, at + 1)) {
    const next = verbOf(lowerAt(reply, at + 1));
    const isVerb = next?.form === 'base' && next.use !== 'rarely' && reply.isClause;
    const isJudged = asked === 0 && BE.test(lowerAt(reply, 0));
    return at === asked + 1 && at === tokens.length - 2 && (isVerb || isJudged);
  }
  return tags[at - 1] !== 'verb';
}

function isNounAt({ tags }: QuestionParts, at: number): boolean {
  let next = at;
  while (tags[next] === 'adjective') next++;
  return /^(?:noun|plural|name|gerund|number)$/.test(tags[next] ?? '');
}

/** `is it possible to ask`, `is it true that they left` */
const isExpletive = ({ tokens, tags }: QuestionParts, at: number): boolean =>
  BE.test(tokens[at - 1]?.lower ?? '') &&
  tokens.some(
    ({ lower }, i) => i > at && ((lower === 'to' && tags[i + 1] === 'verb') || opensClause(tokens, i)),
  );

/** The `that` of `is it true that they left`. */
const opensClause = (tokens: QuestionParts['tokens'], at: number): boolean =>
  tokens[at]?.lower === 'that' &&
  /^(?:true|right|sure|clear|likely|possible)$/.test(tokens[at - 1]?.lower ?? '');

/** The last thing that a question is about, of which there is one or are several; `null` without one. */
function thingIn(question: QuestionParts, several: boolean): string | null {
  const things = question.phrases.filter(
    (phrase) => !isTime(question, phrase) && (several || !isPerson(lowerAt(question, phrase.head))),
  );
  const agrees = ({ head }: Chunk) => isPlural(lowerAt(question, head)) === several;
  const agreeing = things.findLast(agrees);
  if (agreeing) return wordsOf(question, agreeing);
  const counted = countedIn(question);
  if (counted && isPlural(counted) === several) return `the ${counted}`;
  // What is told, and no question, says whom it means; "they" may be anybody of whom one is named.
  const isQuestion = question.asked > 0 || question.isClause;
  if (!several && question.phrases.length === 0 && DEFINES.test(question.text)) return definedIn(question);
  const last = isQuestion ? things.at(-1) : undefined;
  return last && (!several || isAnybody(question, last)) ? wordsOf(question, last) : null;
}

const DEFINES = /^what(?:'?s| is| are| was| were) /i;

/** `griefing` of `what is griefing` */
const definedIn = ({ text }: QuestionParts): string => text.replace(DEFINES, '');

const isAnybody = (question: QuestionParts, phrase: Chunk): boolean =>
  isPerson(lowerAt(question, phrase.head)) ||
  /^(?:an?|each|every|any)$/.test(lowerAt(question, startOf(question, phrase)));

const isTime = (question: QuestionParts, { head }: Chunk): boolean => TIME_NOUNS.has(lowerAt(question, head));

/** `talks` of `how many talks`, `port` of `which port`; '' without a noun. */
export const countedIn = (question: QuestionParts): string =>
  /(?:^|\s)(?:how (?:many|much|few)|what|which|whose) (.+)$/i.exec(
    wordsFrom(question, 0, question.asked),
  )?.[1] ?? '';

/** Somebody in a question; where it asks who, the first name of the answer. */
function personIn(question: QuestionParts, shown: string): string | null {
  const isWho = /^who/.test(lowerAt(question, 0));
  if (isWho)
    return nameIn(shown) ?? (question.isClause ? null : `the one who ${wordsFrom(question, question.asked)}`);
  const phrase = question.phrases.find(({ head }) => isSomebody(question, head));
  return phrase ? wordsOf(question, phrase) : nameIn(shown);
}

/** A name may be typed in small letters; then it is no word of the dictionary. */
function isSomebody({ tokens }: QuestionParts, head: number): boolean {
  const { lower = '', capital = false } = tokens[head] ?? {};
  return capital || isPerson(lower) || isGivenName(lower) || !isCommonNoun(singular(lower));
}

/** The first name of a person in a sentence: a given name, or several capitalised words. */
function nameIn(shown: string): string | null {
  const tokens = tokensOf(shown);
  const tags = tagsOf(tokens);
  for (let at = tags.indexOf('name'); at >= 0; at = tags.indexOf('name', at + 1)) {
    let end = at + 1;
    while (tags[end] === 'name' && !tokens[end - 1]?.possessive) end++;
    if (end - at > 1 || isGivenName(tokens[at]?.lower ?? ''))
      return shown.slice(tokens[at]?.start, tokens[end - 1]?.end).replace(/['’]s?$/, '');
  }
  return null;
}

/** `eclipse` of `a lunar eclipse`, for `a solar one`; with `a` before it where `one` stands alone. */
function headOf(question: QuestionParts, several: boolean, before: string): string | null {
  const phrase =
    question.phrases.findLast(({ head }) => isPlural(lowerAt(question, head)) === several) ??
    question.phrases.at(-1);
  const head = phrase ? lowerAt(question, phrase.head) : (countedIn(question).split(' ').at(-1) ?? '');
  if (head === '') return null;
  return BE.test(before) || /^(?:in|of|on|with|for)$/.test(before) ? `a ${head}` : head;
}

/** `more profiles` */
function moreOf(question: QuestionParts): string | null {
  const counted =
    countedIn(question) || question.phrases.map(({ head }) => lowerAt(question, head)).findLast(isPlural);
  return counted ? `more ${counted}` : null;
}

/** A phrase with its article, or whose it is; what was any is now that one. */
const wordsOf = (question: QuestionParts, phrase: Chunk): string =>
  wordsFrom(question, startOf(question, phrase), phrase.end).replace(/^an? /i, 'the ');
