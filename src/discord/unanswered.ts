import type { UnansweredQuestion } from '../../commands/command.js';
import { shorten } from '../corpus/citation.js';
import type { Reply } from '../reply.js';

/** Questions that are kept for a server, and servers, the latest of each: more would not be read, or fill the memory. */
const MAX_QUESTIONS = 50;
const MAX_SERVERS = 200;

/** Longest question that is kept, in UTF-16 units; the rest is cut. */
const MAX_LENGTH = 150;

/** What was asked in each server and not answered since the start; in memory alone, and without who asked. */
export class Unanswered {
  /** Those last that something was asked in last, with how often each question was. */
  readonly #servers = new Map<string, Map<string, number>>();

  /** Takes note of what was asked, if that was in a server and the texts do not answer it. */
  add(server: string | null, { kind, question }: Pick<Reply, 'kind' | 'question'>): void {
    if (server === null || kind !== 'miss' || question === null) return;
    const questions = this.#servers.get(server) ?? new Map<string, number>();
    const kept = shorten(question.trim(), MAX_LENGTH);
    putLast(questions, kept, (questions.get(kept) ?? 0) + 1, MAX_QUESTIONS);
    putLast(this.#servers, server, questions, MAX_SERVERS);
  }

  /** What was asked in a server, the latest first. */
  in(server: string | null): UnansweredQuestion[] {
    return Array.from(this.#servers.get(server ?? '') ?? [], ([question, times]) => ({
      question,
      times,
    })).reverse();
  }
}

/** Makes an entry the last one, at the cost of the first ones. */
function putLast<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const first of map.keys()) {
    if (map.size <= most) break;
    map.delete(first);
  }
}
