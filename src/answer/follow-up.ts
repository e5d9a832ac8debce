import { isGivenName } from '../english/given-names.js';
import type { Chunk } from '../english/noun-phrases.js';
import { isCommonNoun, isPlural } from '../english/nouns.js';
import { isPerson } from '../english/persons.js';
import { type QuestionParts, questionParts } from '../english/question-parts.js';
import { tagsOf } from '../english/tagger.js';
import { termsOf } from '../english/terms.js';
import { tokensOf } from '../english/tokens.js';
import { PREPOSITIONS } from '../english/word-classes.js';

/** What opens a reply that goes on with a question: `and in 2022?`, `what about Amazon?` */
const LEAD = /^(?:(?:and|but|or|so|also|ok(?:ay)?|well|then|hm+)(?:,\s*|\s+))*(?:(?:what|how)\s+about\s+)?/i;

/** What may stand behind the words that ask without asking more: `how then`, `which platforms exactly`. */
const FILLER = /^(?:then|exactly|precisely|again|though|please|so|that|this|long|much|many|not|or|else)$/;

/**
 * The whole question that a reply to an answer asks, with what it leaves out taken from the question before; the reply itself
 * where it leaves out nothing, `null` where it asks nothing.
 *
 * @param shown the sentence that was the answer.
 */
export function joined(before: string, reply: string, shown = ''): string | null {
  const { asking, hasLead, mark } = apart(reply);
  const previous = apart(before).asking;
  if (asking.tokens.length === 0) return null;
  if (asking.asked > 0 && isBare(asking)) return withNewAsked(previous, asking) + mark;
  if (asking.asked > 0 || asking.isClause) return named(previous, asking, shown).trim() + mark;
  return isPart(asking) && (hasLead || mark !== '') ? withNewPart(previous, asking, shown) + mark : null;
}

/** Whether some words ask all by themselves. */
export function isWhole(words: string): boolean {
  const { asking } = apart(words);
  const isClause = asking.isClause || (asking.asked > 0 && !isBare(asking));
  return isClause && !asking.tokens.some((_, at) => isPronounAt(asking, at)) && termsOf(words).length > 0;
}

/** What is asked, without what opens it and the mark at its end. */
function apart(words: string) {
  const said = words.replace(/[\s?!.…]+$/, '').trim();
  const lead = LEAD.exec(said)?.[0] ?? '';
  const mark = /[?？]\s*$/.test(words) ? '?' : '';
  return { asking: questionParts(said.slice(lead.length)), hasLead: lead !== '', mark };
}

/** `and in the US?`, not `and he is wrong`. */
const isPart = ({ tokens, tags }: QuestionParts): boolean =>
  !/^(?:i|you|he|she|it|we|they|that|this|there)(?:'\w+)?$/.test(tokens[0]?.lower ?? '') &&
  (!tags.includes('verb') || tags[0] === 'preposition' || tags[0] === 'subordinator');

const slice = ({ text, tokens }: QuestionParts, from: number, to = tokens.length): string =>
  from >= to ? '' : text.slice(tokens[from]?.start, tokens[to - 1]?.end);

const lowerAt = ({ tokens }: QuestionParts, at: number): string => tokens[at]?.lower ?? '';

const isBare = ({ tokens, asked, isClause }: QuestionParts): boolean =>
  !isClause && tokens.slice(asked).every(({ lower }) => FILLER.test(lower));

/** `when did he leave` + `why`: the words that ask are others, the rest stays. */
function withNewAsked(previous: QuestionParts, asking: QuestionParts): string {
  const words = slice(asking, 0, asking.asked);
  const rest = slice(previous, previous.asked);
  if (lowerAt(asking, asking.asked) !== 'not') return `${words} ${rest}`;
  const auxiliary = previous.isClause ? lowerAt(previous, previous.asked) : '';
  return `${words} ${auxiliary} not ${rest.slice(auxiliary.length).trim()}`.replace(/\s+/g, ' ');
}

/** The words of a reply with what its pronouns mean in their place. */
function named(previous: QuestionParts, asking: QuestionParts, shown: string): string {
  let words = '';
  let from = 0;
  for (const [at, { start, end }] of asking.tokens.entries()) {
    const meant = referentAt(previous, asking, at, shown);
    if (meant === null) continue;
    words += asking.text.slice(from, start) + meant;
    from = end;
  }
  return words + asking.text.slice(from);
}

const SOMEBODY = /^(?:he|she|him|her|his)$/;
const SOMETHING = /^(?:it|its|this|that)$/;
const SEVERAL = /^(?:they|them|their|these|those)$/;
const OWNING = /^(?:his|her|its|their)$/;

/** What the pronoun at a place means, `null` where none stands there or it cannot be told. */
function referentAt(
  previous: QuestionParts,
  asking: QuestionParts,
  at: number,
  shown: string,
): string | null {
  if (!isPronounAt(asking, at)) return null;
  const word = lowerAt(asking, at);
  const meant = SOMEBODY.test(word) ? personIn(previous, shown) : thingIn(previous, SEVERAL.test(word));
  return meant !== null && OWNING.test(word) && isNounAt(asking, at + 1) ? `${meant}'s` : meant;
}

function isPronounAt(asking: QuestionParts, at: number): boolean {
  const word = lowerAt(asking, at);
  if (word === 'it') return !isExpletive(asking, at);
  if (/^(?:this|that|these|those)$/.test(word)) return isSubjectOfBe(asking, at) || !isNounAt(asking, at + 1);
  return SOMEBODY.test(word) || SOMETHING.test(word) || SEVERAL.test(word);
}

/** `is this true`, where `true` has nothing to describe. */
const isSubjectOfBe = ({ tokens, asked }: QuestionParts, at: number): boolean =>
  at === asked + 1 && at === tokens.length - 2 && /^(?:is|was|are|were)$/.test(tokens[asked]?.lower ?? '');

function isNounAt({ tags }: QuestionParts, at: number): boolean {
  let next = at;
  while (tags[next] === 'adjective') next++;
  return /^(?:noun|plural|name|gerund|number)$/.test(tags[next] ?? '');
}

/** `is it possible to`, `what time is it` */
const isExpletive = (asking: QuestionParts, at: number): boolean =>
  asking.tokens
    .slice(at + 1)
    .some(
      ({ lower }, i, rest) => lower === 'to' && asking.tags[at + i + 2] === 'verb' && rest.length > i + 1,
    );

/** The last thing that the question before is about. */
function thingIn(previous: QuestionParts, several: boolean): string | null {
  const phrases = previous.phrases.filter(({ pronoun }) => !pronoun);
  const agreeing = phrases.filter(({ head }) => isPlural(lowerAt(previous, head)) === several);
  // What is told is no question that means just that.
  const isQuestion = previous.asked > 0 || previous.isClause;
  const phrase = agreeing.at(-1) ?? (isQuestion ? phrases.at(-1) : undefined);
  if (phrase) return wordsOf(previous, phrase);
  return isQuestion ? countedIn(previous) : null;
}

/** `talks` of `how many talks` */
function countedIn(previous: QuestionParts): string | null {
  const words = slice(previous, 0, previous.asked).replace(
    /^(?:\w+\s+)?(?:how (?:many|much|few)|what|which|whose|who|when|where|how|why)\s*/i,
    '',
  );
  return words === '' ? null : words;
}

/** Somebody in the question before; where it asks who, the first name of the answer. */
function personIn(previous: QuestionParts, shown: string): string | null {
  const isWho = /^who/.test(lowerAt(previous, 0));
  const phrase = previous.phrases.find(({ pronoun, head }) => {
    const head1 = lowerAt(previous, head);
    return (
      !pronoun &&
      (isPerson(head1) ||
        isGivenName(head1) ||
        previous.tokens[head]?.capital ||
        (!isWho && !isCommonNoun(head1)))
    );
  });
  if (isWho) return nameIn(shown) ?? `the one who ${slice(previous, previous.asked)}`;
  return phrase ? wordsOf(previous, phrase) : nameIn(shown);
}

function nameIn(shown: string): string | null {
  const tokens = tokensOf(shown);
  const tags = tagsOf(tokens);
  const first = tags.findIndex((tag, i) => tag === 'name' && !PREPOSITIONS.has(tokens[i - 1]?.lower ?? ''));
  if (first < 0) return null;
  let end = first + 1;
  while (tags[end] === 'name' && !tokens[end - 1]?.possessive) end++;
  return shown.slice(tokens[first]?.start, tokens[end - 1]?.end).replace(/['’]s?$/, '');
}

/** A phrase with its article or whose it is; what was any is now that one. */
function wordsOf(parts: QuestionParts, { first, end, possessor }: Chunk): string {
  const from = possessor?.first ?? first;
  const isDetermined = parts.tags[from - 1] === 'determiner';
  return slice(parts, isDetermined ? from - 1 : from, end).replace(/^an? /i, 'the ');
}

/** `and in 2022`, `what about Amazon`: what stands in the same place of the question before gives way to it. */
function withNewPart(previous: QuestionParts, asking: QuestionParts, shown: string): string {
  const part = named(previous, asking, shown);
  const place = placeFor(previous, asking);
  if (!place) return `${previous.text} ${part}`;
  const [from, to] = place;
  return [slice(previous, 0, from), part, slice(previous, to)].filter((words) => words !== '').join(' ');
}

type Range = readonly [from: number, to: number];

function placeFor(previous: QuestionParts, asking: QuestionParts): Range | null {
  const first = lowerAt(asking, 0);
  if (PREPOSITIONS.has(first) || first === 'to') return placeAfter(previous, first);
  if (asking.tags.every((tag) => tag === 'number')) {
    const at = previous.tags.lastIndexOf('number');
    return at < 0 ? null : [at, at + 1];
  }
  const phrases = previous.phrases.filter(({ pronoun }) => !pronoun);
  const head = lowerAt(asking, asking.phrases.at(-1)?.head ?? asking.tokens.length - 1);
  const same = phrases.find((phrase) => lowerAt(previous, phrase.head) === head);
  return rangeOf(previous, same ?? phrases.at(-1));
}

function rangeOf({ tags }: QuestionParts, phrase: Chunk | undefined): Range | null {
  if (!phrase) return null;
  const from = phrase.possessor?.first ?? phrase.first;
  return [tags[from - 1] === 'determiner' ? from - 1 : from, phrase.end];
}

/** The last phrase behind the same preposition. */
function placeAfter(previous: QuestionParts, preposition: string): Range | null {
  const at = previous.tokens.findLastIndex(({ lower }, i) => lower === preposition && i >= previous.asked);
  if (at < 0) return null;
  const phrase = previous.phrases.find(({ first }) => first > at && first <= at + 2);
  return [at, phrase?.end ?? Math.min(at + 2, previous.tokens.length)];
}
