import { isGivenName } from '../english/given-names.js';
import { isPlural } from '../english/nouns.js';
import type { FigureIndex } from '../figures/figure-index.js';
import type { QuoteIndex } from '../quotes/quote-index.js';
import type { KnownQuestion } from './questions.js';

/** Topics that are looked through for one that people would type. */
const TOPICS = 100;

/**
 * Commands that a corpus has an answer to, for people who do not know it: two questions of different kinds as far as any are
 * known, whom it quotes most, and what it counts most.
 */
export function exampleCommands(
  questions: readonly KnownQuestion[],
  quotes: QuoteIndex,
  figures: FigureIndex,
): string[] {
  const [first] = questions;
  const second = questions.find(({ text }) => openingOf(text) !== openingOf(first?.text ?? ''));
  const speaker = quotes.speakers().find(({ name }) => isPersonalName(name));
  const topic = figures.topics({ most: TOPICS }).find(({ name }) => isCountedNoun(name));
  return [
    ...[first, second].flatMap((question) => (question ? [`/ask ${question.text}`] : [])),
    ...(speaker ? [`/quote speaker: ${speaker.name}`] : []),
    ...(topic ? [`/figure about: ${topic.name}`] : []),
  ];
}

/** `How many`, `What`. */
const openingOf = (question: string): string => /^How \p{L}+|^\p{L}+/u.exec(question)?.[0] ?? '';

/** A plural that people would ask for: `employees`, not `java`, `lb` or `callout-border-opacity`. */
const isCountedNoun = (name: string): boolean => /^\p{Ll}{3,}$/u.test(name) && isPlural(name);

/** `Ann Lee`, `Ann`; a nick, initials or one word that is no given name may be anything. */
const isPersonalName = (name: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?: \p{Lu}[\p{L}\p{M}.’'-]*)*$/u.test(name) &&
  (name.includes(' ') || isGivenName(name.toLowerCase()));
