import type { Article } from '../src/corpus/article.js';
import { MAX_MEMORY_LENGTH } from '../src/reply.js';
import { packNumbers, unpackNumbers } from './memory.js';

/**
 * What a list is asked for, in numbers that stay the same while the texts do, so that a button finds all of the list again
 * without a place of it; `null` asks for all.
 */
export interface Query {
  /** Words of the texts that tell what it is about. */
  readonly words: readonly number[] | null;
  readonly speakers: readonly number[] | null;
  /** A text, or those of a folder, which follow one another. */
  readonly articles: readonly Article[] | null;
  /** How many are found beside, by speakers who are not remembered. */
  readonly left: number;
}

/** Speakers that are remembered; a name or an office hardly means more. */
export const MAX_SPEAKERS = 5;

/** Words that are remembered. */
const MAX_WORDS = 10;

/** What speakers, source and count take of a memory at most, in characters; the rest is for the words. */
const SPEAKERS_LENGTH = 20;
const SOURCE_LENGTH = 9;
const LEFT_LENGTH = 4;

/** Words, speakers, source and how many are left. */
const MEMORY = /^([^~]*)~?([^~]*)~?([^~]*)~?([0-9a-z]{0,4})$/;

/** A query as a memory, as far as it fits. */
export function packQuery(all: readonly Article[], { words, speakers, articles, left }: Query): string {
  const first = all.indexOf(articles?.[0] as Article);
  const source = packNumbers((articles ?? []).map((_, i) => first + i));
  const who = packNumbers((speakers ?? []).slice(0, MAX_SPEAKERS), MAX_MEMORY_LENGTH - SPEAKERS_LENGTH);
  const taken = who.length + SOURCE_LENGTH + LEFT_LENGTH + 3;
  const about = packNumbers((words ?? []).slice(0, MAX_WORDS), taken);
  return [about, who, source, left > 0 ? left.toString(36) : ''].join('~').replace(/~+$/, '');
}

/** What a memory asks for; `null` when it is none. */
export function unpackQuery(all: readonly Article[], memory: string): Query | null {
  const [, about = '-', who = '', source = '', left = ''] = MEMORY.exec(memory) ?? [];
  const words = unpackNumbers(about, MAX_WORDS);
  const speakers = unpackNumbers(who, MAX_SPEAKERS);
  const articles = unpackNumbers(source, all.length)?.map((number) => all[number]);
  if (!words || !speakers || !articles?.every((article) => article !== undefined)) return null;
  return {
    words: given(words),
    speakers: given(speakers),
    articles: given(articles),
    left: left === '' ? 0 : Number.parseInt(left, 36),
  };
}

const given = <T>(many: readonly T[]): readonly T[] | null => (many.length > 0 ? many : null);
