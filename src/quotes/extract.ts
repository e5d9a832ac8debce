import type { Article, Span } from '../corpus/article.js';
import { type Attribution, attributionsOf } from './attribution.js';
import { chunksOf } from './chunks.js';
import { Discourse } from './discourse.js';
import { type Quoted, quotedSpans } from './marks.js';
import { type Phrase, phraseOf } from './mentions.js';
import { paragraphsOf } from './paragraphs.js';
import { type Entity, People } from './people.js';
import type { Mention, Quotation, Speaker } from './quotation.js';
import { mainSubject, type Parsed } from './subjects.js';
import { looksLikeSpeech } from './titles-of-works.js';
import { sentenceRanges, tokensOf } from './tokens.js';

/** A sentence in its place. */
interface Sentence extends Parsed {
  readonly paragraph: number;
  /** Every noun phrase, by its chunk. */
  readonly phrases: ReadonlyMap<number, Phrase>;
}

/** Who spoke last, for what no verb of its own reports. */
interface Speech {
  readonly speaker: Speaker | null;
  readonly cue: Mention | null;
  readonly paragraph: number;
}

/**
 * Every direct quotation of an article, in order: the span inside the quote marks, who speaks and by which word
 * the text says so. What stands in quote marks for another reason (titles of works, scare quotes) is left out.
 * The time is linear in the text.
 */
export function quotationsOf(article: Article): Quotation[] {
  const paragraphs = paragraphsOf(article);
  const quoted = quotedSpans(article.text, paragraphs);
  const sentences = parse(article.text, paragraphs, quoted);
  return new Extractor(article, quoted, sentences).run();
}

function parse(text: string, paragraphs: readonly Span[], quoted: readonly Quoted[]): Sentence[] {
  const sentences: Sentence[] = [];
  let next = 0;
  for (const [paragraph, span] of paragraphs.entries()) {
    const first = next;
    while (next < quoted.length && (quoted[next] as Quoted).outerStart < span.end) next++;
    const tokens = tokensOf(text, span, quoted.slice(first, next), first);
    for (const range of sentenceRanges(text, tokens)) {
      const parsed = { tokens, chunks: chunksOf(tokens, range) };
      sentences.push({ ...parsed, paragraph, phrases: phrasesOf(text, parsed) });
    }
  }
  return sentences;
}

function phrasesOf(text: string, parsed: Parsed): Map<number, Phrase> {
  const phrases = new Map<number, Phrase>();
  for (const [at, { kind }] of parsed.chunks.entries())
    if (kind === 'noun phrase') phrases.set(at, phraseOf(text, parsed, at));
  return phrases;
}

class Extractor {
  readonly #article: Article;
  readonly #quoted: readonly Quoted[];
  readonly #sentences: readonly Sentence[];
  readonly #people = new People();
  readonly #discourse = new Discourse();
  readonly #found: Quotation[] = [];
  #last: Speech | null = null;

  constructor(article: Article, quoted: readonly Quoted[], sentences: readonly Sentence[]) {
    this.#article = article;
    this.#quoted = quoted;
    this.#sentences = sentences;
  }

  run(): Quotation[] {
    for (const { phrases } of this.#sentences)
      for (const { reference } of phrases.values())
        if (reference.kind === 'name') this.#people.add(reference);
    for (const [number, sentence] of this.#sentences.entries()) this.#read(sentence, number);
    return this.#found;
  }

  #read(sentence: Sentence, number: number): void {
    const attributions = attributionsOf(sentence);
    const speakers = new Set([...attributions.values()].map(({ speaker }) => speaker));
    const subject = mainSubject(sentence, sentence.chunks.length);
    for (const [at, phrase] of sentence.phrases) {
      const entity = this.#entityOf(phrase, number, sentence.paragraph);
      const role = speakers.has(at) ? 'speaker' : at === subject ? 'subject' : 'other';
      if (entity)
        this.#discourse.note({
          entity,
          start: phrase.start,
          sentence: number,
          paragraph: sentence.paragraph,
          role,
        });
    }
    for (const [at, chunk] of sentence.chunks.entries())
      if (chunk.kind === 'quote') this.#quote(sentence, number, at, attributions.get(at));
  }

  #entityOf({ reference, start }: Phrase, sentence: number, paragraph: number): Entity | null {
    if (reference.kind === 'name') return this.#people.find(reference) ?? null;
    if (reference.kind === 'pronoun')
      return this.#discourse.antecedent(reference.word, { start, sentence, paragraph });
    return reference.opener === reference.head ? (this.#people.bySurname(reference.head) ?? null) : null;
  }

  #quote(sentence: Sentence, number: number, at: number, attribution: Attribution | undefined): void {
    const quoted = this.#quoted[sentence.tokens[sentence.chunks[at]?.from ?? -1]?.quote ?? -1];
    if (!quoted) return;
    const speech = this.#speechOf(sentence, number, quoted, attribution);
    if (!looksLikeSpeech(this.#article.text, quoted, attribution)) return;
    this.#last = speech;
    this.#found.push({
      article: this.#article,
      start: quoted.start,
      end: quoted.end,
      speaker: speech.speaker,
      cue: speech.cue,
    });
  }

  #speechOf(
    sentence: Sentence,
    number: number,
    quoted: Quoted,
    attribution: Attribution | undefined,
  ): Speech {
    const { paragraph } = sentence;
    if (quoted.continued && this.#last) return { ...this.#last, paragraph };
    if (!attribution) return this.#inherited(paragraph, number);
    const phrase = sentence.phrases.get(attribution.speaker);
    const cue = sentence.tokens[attribution.cue];
    return {
      speaker: phrase ? this.#speaker(phrase, number, paragraph) : null,
      cue: cue ? this.#mention(cue) : null,
      paragraph,
    };
  }

  /** A quotation that stands alone goes on with the speech before it. */
  #inherited(paragraph: number, number: number): Speech {
    const last = this.#last;
    if (last && paragraph - last.paragraph <= 1) return { ...last, paragraph };
    const before = this.#sentences[number - 1];
    const subject = before ? mainSubject(before, before.chunks.length) : -1;
    const phrase = before?.phrases.get(subject);
    const speaker = phrase && before ? this.#speaker(phrase, number - 1, before.paragraph) : null;
    return { speaker, cue: null, paragraph };
  }

  #speaker(phrase: Phrase, number: number, paragraph: number): Speaker {
    const text = this.#article.text.slice(phrase.start, phrase.end);
    const entity = this.#entityOf(phrase, number, paragraph);
    const { start, end } = phrase;
    return {
      start,
      end,
      text,
      name: entity?.name ?? text,
      named: entity !== null,
      roles: [...(entity?.roles ?? [])],
    };
  }

  #mention({ start, end }: Span): Mention {
    return { start, end, text: this.#article.text.slice(start, end) };
  }
}
