import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../corpus/article.js';
import { MAX_QUESTION_LENGTH } from '../limits.js';
import { wholeWords } from '../model/files.js';
import { phraseIn } from '../search/phrase.js';
import { isEnglish } from '../text/language.js';
import { Spelling } from '../text/spelling.js';
import { CHAT_WORDS, STOP_WORDS } from '../text/stop-words.js';
import { formsOf, wordsOf } from '../text/tokens.js';

/** A question as it is looked up. */
export interface Question {
  /** With its misspelt words mended. */
  readonly text: string;
  /** What stands between quotation marks, folded; `null` without any. */
  readonly phrase: string | null;
  /** Whether it asks about anything: not only "hi", "thanks" or words that stand in every text. */
  readonly hasSubject: boolean;
  /** Whether the reader, which knows English only, can read it. */
  readonly isEnglish: boolean;
}

/** Reads questions against the words of some texts. */
export class QuestionReader {
  readonly #frequencies: ReadonlyMap<string, number>;
  readonly #spelling: Spelling;
  readonly #english = wholeWords();
  readonly #readable = new WeakMap<Article, boolean>();

  private constructor(frequencies: ReadonlyMap<string, number>) {
    this.#frequencies = frequencies;
    this.#spelling = new Spelling([...[...STOP_WORDS].map((word) => [word, 1] as const), ...frequencies]);
  }

  /** Whether an article is in English, as far as its beginning tells. */
  canRead(article: Article): boolean {
    const known = this.#readable.get(article);
    if (known !== undefined) return known;
    const readable = isEnglish(article.text, (word) => this.#english.has(word));
    this.#readable.set(article, readable);
    return readable;
  }

  /** Whether a word of a question is a name: a capital inside it, or a word that is neither English nor of the texts. */
  isName(word: string, position: number): boolean {
    if (!/^\p{L}/u.test(word)) return false;
    return (position > 0 && /^\p{Lu}/u.test(word)) || !this.isKnown(word.toLowerCase());
  }

  /** Counts the words of the texts, with turns for others between them. */
  static async create(articles: readonly Article[]): Promise<QuestionReader> {
    const frequencies = new Map<string, number>();
    for (const { text } of articles) {
      await nextTurn();
      for (const word of wordsOf(text)) {
        for (const form of formsOf(word.text)) frequencies.set(form, (frequencies.get(form) ?? 0) + 1);
      }
    }
    return new QuestionReader(frequencies);
  }

  read(typed: string): Question {
    const text = this.#mend(typed.replace(/\s+/g, ' ').trim());
    const forms = wordsOf(text).flatMap((word) => formsOf(word.text));
    return {
      text,
      phrase: phraseIn(typed),
      hasSubject: forms.some((form) => !STOP_WORDS.has(form) && !CHAT_WORDS.has(form)),
      isEnglish: isEnglish(text, (word) => this.isKnown(word)),
    };
  }

  /** Whether a lower-case word is a frequent English one, or stands in the texts. */
  isKnown(word: string): boolean {
    return this.#english.has(word) || formsOf(word).some((form) => this.#frequencies.has(form));
  }

  /** Puts for each word that nobody knows the word of the texts that is meant, where there is one. */
  #mend(text: string): string {
    let mended = '';
    let from = 0;
    for (const { text: word, start, end } of wordsOf(text)) {
      const meant = this.isKnown(word.toLowerCase()) ? null : this.#spelling.correct(formsOf(word)[0] ?? '');
      if (meant === null) continue;
      mended += text.slice(from, start) + meant;
      from = end;
    }
    return mended + text.slice(from);
  }
}

/** Why a text is not looked up, in words for the asker; `null` when it is. */
export function reasonNotToLook(question: string): string | null {
  if (question.trim() === '') return 'The question is empty.';
  if (question.length <= MAX_QUESTION_LENGTH) return null;
  return `The question has ${question.length} characters; at most ${MAX_QUESTION_LENGTH} are looked up.`;
}
