import type { Answer } from './answer/answer.js';
import type { Article } from './corpus/article.js';
import { perArticle } from './corpus/per-article.js';
import { isGivenName } from './english/given-names.js';
import { isPlural } from './english/nouns.js';
import type { FigureIndex } from './figures/figure-index.js';
import type { QuoteIndex } from './quotes/quote-index.js';
import { addCounts, type Counts, packCounts } from './text/counts.js';
import { givesTurns } from './turns.js';

/** What the examples are made from. */
interface Known {
  readonly articles: readonly Article[];
  answer(question: string): Promise<Answer>;
  quotes(): Promise<QuoteIndex>;
  figures(): Promise<FigureIndex>;
}

/** Two or three capitalised words within a sentence. */
const NAME = /(?<=[\p{L}\p{N},;:’”"'] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}/gu;

/** Names and counted things that are tried for an example, the most frequent first. */
const TRIED = 8;

/**
 * Commands that this corpus has an answer to, for people who do not know it: a question for a number and one for a
 * name, whom it quotes most, and what it counts most.
 */
export async function exampleCommands({ articles, answer, quotes, figures }: Known): Promise<string[]> {
  const counted = (await figures())
    .topics()
    .map(({ name }) => name)
    .filter(isCountedNoun);
  const speaker = (await quotes()).speakers().find(({ name }) => isPersonalName(name));
  const firstAnswered = async (questions: readonly string[]): Promise<string[]> => {
    for (const question of questions.slice(0, TRIED)) {
      if ((await answer(question)).outcome === 'says') return [`/ask ${question}`];
    }
    return [];
  };
  return [
    ...(await firstAnswered(counted.map((name) => `how many ${name}?`))),
    ...(await firstAnswered((await namesOf(articles)).map((name) => `who is ${name}?`))),
    ...(speaker ? [`/quote speaker: ${speaker.name}`] : []),
    ...counted.slice(0, 1).map((name) => `/figure about: ${name}`),
  ];
}

/** A plural that people would ask for: `employees`, not `java`, `lb` or `callout-border-opacity`. */
const isCountedNoun = (name: string): boolean => /^\p{Ll}{3,}$/u.test(name) && isPlural(name);

/** `Ann Lee`, `Ann`; a nick, initials or one word that is no given name may be anything. */
const isPersonalName = (name: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?: \p{Lu}[\p{L}\p{M}.’'-]*)*$/u.test(name) &&
  (name.includes(' ') || isGivenName(name.toLowerCase()));

/** How often each name stands in an article. */
export const namesIn = perArticle(({ text }): Counts => {
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return packCounts(counts);
});

async function namesOf(articles: readonly Article[]): Promise<string[]> {
  const counts = new Map<string, number>();
  const turn = givesTurns();
  for (const article of articles) {
    addCounts(counts, namesIn(article));
    await turn();
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
