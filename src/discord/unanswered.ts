import type { UnansweredQuestion } from '../../commands/command.js';
import { shorten } from '../corpus/citation.js';
import { opensQuestion } from '../english/asking.js';
import { termsOf } from '../english/terms.js';
import type { Reply } from '../reply.js';

/** Questions that are kept for a server, and servers, the latest of each: more would not be read, or fill the memory. */
const MAX_QUESTIONS = 50;
const MAX_SERVERS = 200;

/** Longest question that is kept, in UTF-16 units; the rest is cut. */
const MAX_LENGTH = 150;

/** What was asked in each server and not answered, or not surely, since the start; in memory alone, and without who asked. */
export class Unanswered {
  /** Those last that something was asked in last, with how often each question was. */
  readonly #servers = new Map<string, Map<string, number>>();

  /** Takes note of what was asked, if that was in a server and the texts do not surely answer it. */
  add(server: string | null, reply: Pick<Reply, 'kind' | 'question' | 'private'>): void {
    const { question } = reply;
    if (server === null || isSure(reply) || question === null || !asksSomething(question)) return;
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

/** What is shown to the asker alone, though nobody asked for that, is a miss or not sure. */
const isSure = ({ kind, private: isPrivate }: Pick<Reply, 'kind' | 'private'>): boolean =>
  kind === 'notice' || (kind === 'answer' && !isPrivate);

/** Whether it is a question, or several words to look up: not `lol`, nor `the schools?`. */
const asksSomething = (question: string): boolean => {
  const { length } = termsOf(question);
  return length > 1 || (length === 1 && opensQuestion(question));
};

/** Makes an entry the last one, at the cost of the first ones. */
function putLast<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const first of map.keys()) {
    if (map.size <= most) break;
    map.delete(first);
  }
}
