import type { Chunk, NounPhrase } from '../english/noun-phrases.js';
import { type Analysis, chunkBefore, firstFrom, wordsBetween } from './sentence.js';

/** How many phrases back the name is looked for that a pronoun means. */
const REACH = 30;

/** Full forms of the names of an article and whom its pronouns mean, kept while it is read. */
export class Names {
  /** `Ma` → `Jack Ma`: the first full name that ends so. */
  readonly #full = new Map<string, string>();
  /** The name that was last the first of a sentence: what "they" in the next one means. */
  #topic: string | null = null;
  #next: string | null = null;

  /** Takes in the names of a sentence, before its figures are asked for. */
  read(analysis: Analysis): void {
    this.#topic = this.#next ?? this.#topic;
    const names = analysis.chunks.filter((chunk) => isName(analysis, chunk));
    for (const chunk of names) {
      const full = nameOf(analysis, chunk);
      const last = full.slice(full.lastIndexOf(' ') + 1);
      if (full !== last && !this.#full.has(last)) this.#full.set(last, full);
    }
    const topic =
      names.find((chunk) => acts(analysis, chunk)) ?? names.find((chunk) => chunk.preposition === null);
    this.#next = topic ? nameOf(analysis, topic) : null;
  }

  /** The holder as the article names it; pronouns and "the company" resolved where that can be told. */
  holder(analysis: Analysis, phrase: Chunk | NounPhrase | null): string | null {
    if (!phrase) return null;
    if (!isPronoun(phrase) && !isStandIn(analysis, phrase)) {
      const written = nameOf(analysis, phrase);
      return this.#full.get(written) ?? written;
    }
    const last = chunkBefore(analysis, phrase.first);
    const before = analysis.chunks
      .slice(Math.max(0, last - REACH), last + 1)
      .findLast((chunk) => chunk.end <= phrase.first && isName(analysis, chunk));
    const name = before && isPronoun(phrase) ? nameOf(analysis, before) : this.#topic;
    if (name !== null) return this.#full.get(name) ?? name;
    return isPronoun(phrase) ? null : wordsBetween(analysis, phrase.first, phrase.end);
  }
}

/** A verb follows the name. */
const acts = ({ tags }: Analysis, { end }: NounPhrase): boolean =>
  /^(?:auxiliary|verb)$/.test(tags[end] ?? '') ||
  (tags[end] === 'adverb' && /^(?:auxiliary|verb)$/.test(tags[end + 1] ?? ''));

const isPronoun = (phrase: Chunk | NounPhrase): boolean => 'pronoun' in phrase && phrase.pronoun;

/** `the company`: a noun that stands for a name told before. */
const isStandIn = ({ tokens }: Analysis, phrase: Chunk | NounPhrase): boolean =>
  'definite' in phrase &&
  phrase.definite &&
  phrase.end - phrase.first === 1 &&
  /^(?:company|firm|group|retailer|carmaker|bank|automaker|agency)$/.test(tokens[phrase.head]?.lower ?? '');

const isName = ({ tags, times }: Analysis, chunk: Chunk): boolean =>
  !chunk.pronoun &&
  tags[chunk.head] === 'name' &&
  (times[firstFrom(times, chunk.head + 1) - 1]?.end ?? 0) <= chunk.head;

/** What stands before a name without being part of it, capitalised or not. */
const TITLES = new Set(
  `ceo cfo cto coo president president-elect elect chairman chairwoman director executive founder manager minister
  secretary senator governor mayor judge professor spokesman spokeswoman mr mrs ms dr mr. mrs. ms. dr. gov. sen. rep. gen. prof. sgt. lt. col. sir chief analyst coach`.split(
    /\s+/,
  ),
);

/** The words of the phrase that are a name, else all of it, at most six words. */
function nameOf(analysis: Analysis, { first, head, end }: NounPhrase): string {
  let from = first;
  const name = analysis.tags[head] === 'number' ? head - 1 : head;
  if (analysis.tags[name] === 'name') {
    from = name;
    while (from > first && belongs(analysis, from - 1)) from--;
  }
  while (from < head && analysis.tags[from] === 'number' && analysis.tokens[from + 1]?.text !== '-') from++;
  return wordsBetween(analysis, Math.max(from, end - 6), end).replace(/['’]s?$/, '');
}

/** Part of the name: another name, or the hyphen of `Wal-Mart`. */
function belongs({ tags, tokens }: Analysis, i: number): boolean {
  const token = tokens[i];
  if (token === undefined || TITLES.has(token.lower)) return false;
  return tags[i] === 'name' || (token.text === '-' && token.glued && tokens[i + 1]?.glued === true);
}
