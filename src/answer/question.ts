import type { Article } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { isEnglish } from '../english/language.js';
import { CHAT_WORDS, STOP_WORDS } from '../english/stop-words.js';
import { formsOf, wordsOf } from '../english/terms.js';
import { MAX_QUESTION_LENGTH } from '../limits.js';
import { wholeWords } from '../model/files.js';
import { phraseIn } from '../search/phrase.js';
import { addCounts, type Counts, packCounts } from '../text/counts.js';
import { Spelling } from '../text/spelling.js';
import { givesTurns } from '../turns.js';

/** A question as it is looked up. */
export interface Question {
  /** As typed, in one line. */
  readonly typed: string;
  /** With its misspelt words mended. */
  readonly text: string;
  /** The words of `text` that are names. */
  readonly names: readonly string[];
  /** What stands between quotation marks, folded; `null` without any. */
  readonly phrase: string | null;
  /** Whether it asks about anything: not only "hi", "thanks" or words that stand in every text. */
  readonly hasSubject: boolean;
  /** Whether the reader, which knows English only, can read it. */
  readonly isEnglish: boolean;
}

/** Reads questions against the words of some texts. */
export class QuestionReader {
  readonly #words: Words;
  readonly #spelling: Spelling;
  readonly #english = wholeWords();
  readonly #readable = new WeakMap<Article, boolean>();

  private constructor(words: Words, spelling: Spelling) {
    this.#words = words;
    this.#spelling = spelling;
  }

  /** Counts the words of the texts, with turns for others between them. */
  static async create(articles: readonly Article[]): Promise<QuestionReader> {
    const words = noWords();
    const spelling = new Spelling();
    const turn = givesTurns();
    for (const article of articles) {
      addTo(words, wordsIn(article));
      await turn();
    }
    for (const word of STOP_WORDS) spelling.add(word, 1);
    for (const [form, count] of words.counts) {
      spelling.add(form, count);
      await turn();
    }
    return new QuestionReader(words, spelling);
  }

  /** Whether an article is in English, as far as its beginning tells. */
  canRead(article: Article): boolean {
    const known = this.#readable.get(article);
    if (known !== undefined) return known;
    const readable = isEnglish(article.text, (word) => this.#english.has(word));
    this.#readable.set(article, readable);
    return readable;
  }

  /** Reads a question of at most `MAX_QUESTION_LENGTH`; see `reasonNotToLook`. */
  read(typed: string): Question {
    const line = typed.replace(/\s+/g, ' ').trim();
    const text = this.#mend(line);
    const phrase = phraseIn(typed);
    const forms = wordsOf(text).flatMap((word) => formsOf(word.text));
    return {
      typed: line,
      text,
      phrase,
      names: namesIn(text, /\p{Ll}/u.test(line)),
      hasSubject: phrase !== null || forms.some((form) => !STOP_WORDS.has(form) && !CHAT_WORDS.has(form)),
      isEnglish: isEnglish(text, (word) => this.#isKnown(word)),
    };
  }

  /** Whether a lower-case word is a frequent English one, or stands in the texts. */
  #isKnown(word: string): boolean {
    const isFormKnown = (form: string) =>
      STOP_WORDS.has(form) || this.#english.has(form) || this.#words.counts.has(form);
    return this.#english.has(word) || formsOf(word).some(isFormKnown);
  }

  /** Puts the word of the texts for each that is written otherwise there, or that nobody knows and one is near. */
  #mend(text: string): string {
    let mended = '';
    let from = 0;
    for (const { text: word, start, end } of wordsOf(text)) {
      const meant = this.#asWritten(word) ?? this.#corrected(word);
      if (meant === null) continue;
      mended += text.slice(from, start) + meant;
      from = end;
    }
    return mended + text.slice(from);
  }

  /** `Walmart` for the `Wal-Mart` of the texts, and the other way round. */
  #asWritten(word: string): string | null {
    const form = formsOf(word)[0] ?? '';
    const compound = this.#words.compounds.get(form);
    if (COMPOUND.test(word)) return compound || !this.#words.counts.has(form) ? null : form;
    return compound?.count === this.#words.counts.get(form) ? (compound?.surface ?? null) : null;
  }

  #corrected(word: string): string | null {
    return this.#isKnown(word.toLowerCase()) ? null : this.#spelling.correct(formsOf(word)[0] ?? '');
  }
}

/** How often each form stands in the texts, and which are written with a hyphen or `&`. */
interface Words {
  readonly counts: Map<string, number>;
  readonly compounds: Map<string, Compound>;
}

/** The same of one article, which is kept while it lives. */
interface WordsOfArticle {
  readonly counts: Counts;
  readonly compounds: ReadonlyMap<string, Compound>;
}

interface Compound {
  readonly surface: string;
  readonly count: number;
}

const noWords = (): Words => ({ counts: new Map(), compounds: new Map() });

/** The words of an article. */
export const wordsIn = perArticle(({ text }): WordsOfArticle => {
  const words = noWords();
  for (const { text: word } of wordsOf(text)) count(word, words);
  return { counts: packCounts(words.counts), compounds: words.compounds };
});

function addTo({ counts, compounds }: Words, more: WordsOfArticle): void {
  addCounts(counts, more.counts);
  for (const [joined, { surface, count: times }] of more.compounds) {
    const known = compounds.get(joined) ?? { surface, count: 0 };
    compounds.set(joined, { ...known, count: known.count + times });
  }
}

/** A word written with a hyphen or `&`; not `2016-2017`. */
const COMPOUND = /^\p{L}.*[-‐‑&]/u;

function count(word: string, { counts, compounds }: Words): void {
  const forms = formsOf(word);
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [joined = ''] = forms;
  if (!COMPOUND.test(word)) return;
  const compound = compounds.get(joined) ?? { surface: word.replace(/['’]s?$/, ''), count: 0 };
  compounds.set(joined, { ...compound, count: compound.count + 1 });
}

/** Words with a capital inside a question, `eBay` too; none where it has no small letters, or the word stands in every text. */
function namesIn(question: string, hasCase: boolean): string[] {
  const words = hasCase ? wordsOf(question) : [];
  return words.flatMap(({ text: word, start }) => {
    const isName =
      start > 0 && /^\p{Ll}?\p{Lu}/u.test(word) && !formsOf(word).every((form) => STOP_WORDS.has(form));
    return isName ? [word] : [];
  });
}

/** Why a text is not looked up, in words for the asker; `null` when it is. */
export function reasonNotToLook(question: string): string | null {
  if (question.trim() === '') return 'The question is empty.';
  if (question.length <= MAX_QUESTION_LENGTH) return null;
  return `The question has ${question.length} characters; at most ${MAX_QUESTION_LENGTH} are looked up.`;
}
