import type { Article, Span } from '../corpus/article.js';
import { type Attribution, attributionsOf, speechIn } from './attribution.js';
import { Discourse, type Place } from './discourse.js';
import { type Quoted, quotedSpans } from './marks.js';
import type { Phrase } from './mentions.js';
import { paragraphsOf } from './paragraphs.js';
import { parse, type Sentence } from './parse.js';
import { type Entity, type Name, People } from './people.js';
import type { Mention, Quotation, Speaker } from './quotation.js';
import { isFollowedByVerb, mainSubject } from './subjects.js';
import { looksLikeSpeech } from './titles-of-works.js';

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
  if (quoted.length === 0) return [];
  return new Extractor(article, quoted, parse(article.text, paragraphs, quoted)).run();
}

class Extractor {
  readonly #article: Article;
  readonly #quoted: readonly Quoted[];
  readonly #sentences: readonly Sentence[];
  readonly #people: People;
  readonly #discourse = new Discourse();
  /** Whom the phrases met so far mean, by where they begin. */
  readonly #meant = new Map<number, Entity>();
  readonly #found: Quotation[] = [];
  #last: Speech | null = null;

  constructor(article: Article, quoted: readonly Quoted[], sentences: readonly Sentence[]) {
    this.#article = article;
    this.#quoted = quoted;
    this.#sentences = sentences;
    this.#people = new People(sentences.filter(({ headline }) => !headline).flatMap(namesOf));
  }

  run(): Quotation[] {
    for (const [number, sentence] of this.#sentences.entries()) this.#read(sentence, number);
    return this.#found;
  }

  #read(sentence: Sentence, number: number): void {
    const attributions = sentence.quotes ? attributionsOf(sentence) : new Map<number, Attribution>();
    this.#noteMentions(sentence, number, new Set([...attributions.values()].map(({ speaker }) => speaker)));
    if (!sentence.quotes) return;
    for (const [at, chunk] of sentence.chunks.entries())
      if (chunk.kind === 'quote') this.#quote(sentence, number, at, attributions.get(at));
  }

  #noteMentions(sentence: Sentence, number: number, speakers: ReadonlySet<number>): void {
    const subject = mainSubject(sentence, sentence.chunks.length);
    for (const [at, phrase] of sentence.phrases) {
      const place = { start: phrase.start, sentence: number, paragraph: sentence.paragraph };
      const entity = this.#entityOf(sentence, phrase, place);
      if (!entity) continue;
      this.#meant.set(phrase.start, entity);
      if (isLocative(sentence, at)) entity.place = true;
      const role = speakers.has(at)
        ? 'speaker'
        : at === subject
          ? 'subject'
          : isFollowedByVerb(sentence.chunks, at)
            ? 'embedded'
            : 'other';
      if (!sentence.headline) this.#discourse.note({ ...place, entity, role });
    }
  }

  #entityOf(sentence: Sentence, { reference }: Phrase, place: Place): Entity | null {
    if (reference.kind === 'name') return this.#people.find(reference) ?? null;
    if (reference.kind === 'pronoun' && reference.antecedent !== undefined)
      return this.#meant.get(sentence.phrases.get(reference.antecedent)?.start ?? -1) ?? null;
    if (reference.kind === 'pronoun') return this.#discourse.antecedent(reference.word, place);
    if (reference.opener !== reference.head) return null;
    return this.#people.find({ kind: 'name', words: [reference.head], titles: [], body: false }) ?? null;
  }

  #quote(sentence: Sentence, number: number, at: number, attribution: Attribution | undefined): void {
    const quoted = this.#quoted[sentence.tokens[sentence.chunks[at]?.from ?? -1]?.quote?.index ?? -1];
    if (!quoted || !looksLikeSpeech(this.#article.text, quoted, attribution)) return;
    this.#last = this.#speechOf(sentence, number, quoted, attribution);
    const { speaker, cue } = this.#last;
    this.#found.push({ article: this.#article, start: quoted.start, end: quoted.end, speaker, cue });
  }

  #speechOf(
    sentence: Sentence,
    number: number,
    quoted: Quoted,
    attribution: Attribution | undefined,
  ): Speech {
    const { paragraph } = sentence;
    if (quoted.continued && this.#last && attribution?.by !== 'adjacent') return { ...this.#last, paragraph };
    if (attribution && (attribution.by !== 'subject' || this.#isPerson(sentence, attribution.speaker)))
      return this.#speech(sentence, attribution);
    const before = this.#speechBefore(sentence, number);
    if (before) return { ...before, paragraph };
    return attribution ? this.#speech(sentence, attribution) : this.#inherited(paragraph, number);
  }

  #speech(sentence: Sentence, { speaker, cue }: Attribution): Speech {
    const token = sentence.tokens[cue];
    return {
      speaker: this.#speaker(sentence, speaker),
      cue: token ? this.#mention(token) : null,
      paragraph: sentence.paragraph,
    };
  }

  #isPerson({ phrases }: Sentence, at: number): boolean {
    const entity = this.#meant.get(phrases.get(at)?.start ?? -1);
    return entity !== undefined && !entity.body;
  }

  /** The speech of the sentences before in the same paragraph; what says nothing of itself goes on with it. */
  #speechBefore({ paragraph }: Sentence, number: number): Speech | null {
    const before = this.#sentences[number - 1];
    if (before?.paragraph !== paragraph) return null;
    if (this.#last?.paragraph === paragraph) return this.#last;
    const attribution = speechIn(before);
    return attribution && this.#speech(before, attribution);
  }

  /** A quotation that stands alone goes on with the speech of the paragraph before, or with what leads up to it. */
  #inherited(paragraph: number, number: number): Speech {
    const before = this.#sentences[number - 1];
    const last = this.#last;
    if (last && paragraph - last.paragraph <= 1 && !(before && leadsOver(before)))
      return { ...last, paragraph };
    if (!before) return { speaker: null, cue: null, paragraph };
    const attribution = speechIn(before) ?? {
      speaker: mainSubject(before, before.chunks.length),
      cue: -1,
      by: 'subject',
    };
    return { ...this.#speech(before, attribution), paragraph };
  }

  #speaker({ phrases }: Sentence, at: number): Speaker | null {
    const phrase = phrases.get(at);
    if (!phrase) return null;
    const { start, end, reference } = phrase;
    const text = this.#article.text.slice(start, end);
    const entity = this.#meant.get(start);
    const named = entity !== undefined;
    const antecedent = reference.kind === 'pronoun' ? phrases.get(reference.antecedent ?? -1) : undefined;
    const name = entity?.name ?? this.#article.text.slice(antecedent?.start ?? start, antecedent?.end ?? end);
    return { start, end, text, name, named, roles: [...(entity?.roles ?? [])] };
  }

  #mention({ start, end }: Span): Mention {
    return { start, end, text: this.#article.text.slice(start, end) };
  }
}

/** Whether a sentence ends in a colon. */
const leadsOver = ({ chunks }: Sentence): boolean => chunks.at(-1)?.kind === 'colon';

const namesOf = ({ phrases }: Sentence): Name[] =>
  [...phrases.values()].map(({ reference }) => reference).filter((reference) => reference.kind === 'name');

/** `in Ohio`. */
const isLocative = ({ tokens, chunks }: Sentence, at: number): boolean =>
  /^(?:in|across|throughout|outside|near|inside)$/.test(tokens[chunks[at - 1]?.from ?? -1]?.lower ?? '');
