import { MAX_WORD_LENGTH } from '../limits.js';
import { formsOf, shortenCountry, termOfForm, wordsOf } from '../text/tokens.js';
import { shapeOf } from './shape.js';
import { Vocabulary } from './vocabulary.js';

/** Number of the empty term, which every stop word has. */
export const NO_TERM = 0;

/**
 * The words of many sentences, stop words included, as integers in parallel arrays: the folded form, the index
 * term (its stem, or `NO_TERM`) and the shape. A compound gives one token for each of its forms. A few bytes a
 * word, so that ranking never has to read text.
 */
export class TokenStore {
  readonly vocabulary = new Vocabulary();
  readonly forms = new Vocabulary();
  readonly #analyses = new Map<string, readonly (readonly [form: number, term: number])[]>();
  #term = new Uint32Array(1024);
  #form = new Uint32Array(1024);
  #shape = new Uint8Array(1024);
  #size = 0;

  constructor() {
    this.vocabulary.add('');
  }

  get size(): number {
    return this.#size;
  }

  term(token: number): number {
    return this.#term[token] as number;
  }

  form(token: number): number {
    return this.#form[token] as number;
  }

  shape(token: number): number {
    return this.#shape[token] as number;
  }

  /** Appends the words of a sentence. */
  append(text: string): void {
    const sentence = shortenCountry(text);
    for (const [index, word] of wordsOf(sentence).entries()) {
      const shape = shapeOf(sentence, word, index === 0);
      for (const [form, term] of this.#analyse(word.text)) this.#push(form, term, shape);
    }
  }

  /** Gives back what only `append` needs. */
  seal(): void {
    this.#analyses.clear();
    this.#term = this.#term.slice(0, this.#size);
    this.#form = this.#form.slice(0, this.#size);
    this.#shape = this.#shape.slice(0, this.#size);
  }

  #analyse(word: string): readonly (readonly [number, number])[] {
    const key = word.slice(0, MAX_WORD_LENGTH);
    let analysis = this.#analyses.get(key);
    if (!analysis) {
      analysis = formsOf(word).map((form) => {
        const term = termOfForm(form);
        return [this.forms.add(form), term === null ? NO_TERM : this.vocabulary.add(term)] as const;
      });
      this.#analyses.set(key, analysis);
    }
    return analysis;
  }

  #push(form: number, term: number, shape: number): void {
    if (this.#size === this.#term.length) this.#grow();
    this.#term[this.#size] = term;
    this.#form[this.#size] = form;
    this.#shape[this.#size] = shape;
    this.#size++;
  }

  #grow(): void {
    const wider = <T extends Uint32Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const size = this.#size * 2;
    this.#term = wider(this.#term, new Uint32Array(size));
    this.#form = wider(this.#form, new Uint32Array(size));
    this.#shape = wider(this.#shape, new Uint8Array(size));
  }
}
