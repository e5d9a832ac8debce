import type { Article } from '../corpus/article.js';
import { isGivenName } from '../english/given-names.js';
import { parse, type Sentence } from '../english/parse.js';
import { isMereNoun, mayBePerson } from '../english/people.js';
import { Referents } from '../english/referents.js';
import { mainSubject } from '../english/subjects.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';
import { attributionsOf, lastSpeaker, pointingBack, signature, speechIn } from './attribution.js';
import type { Attribution } from './cues.js';
import { isDenied } from './denials.js';
import { looksLikeSpeech } from './is-speech.js';
import { announced, isVerbless } from './lead-ins.js';
import { type Quoted, quotedSpans } from './marks.js';
import { paragraphsOf, type SpeechParagraph } from './paragraphs.js';
import type { Mention, Quotation, Speaker } from './quotation.js';
import { signatureBehind } from './signatures.js';
import { TurnSpeakers } from './turns.js';
import { isToldOf, isWords } from './unreported.js';

/** Longest line that only says whose words stand above it, in chunks. */
const MAX_SIGNATURE = 8;

/** From so many answers on a text is a dialogue: who speaks in a paragraph of its own is not who spoke before. */
const DIALOGUE = 2;

const IMPERSONAL = new Set([
  'it',
  'this',
  'that',
  'these',
  'those',
  'there',
  'nothing',
  'everything',
  'something',
]);

const PRONOUN = /^(?:i|we|you|he|she|they|it|who|that|this)$/i;

/** A word with a capital. */
const NAME = /\p{Lu}[\p{L}\p{M}]*(?:-\p{L}+)*/gu;

const NONE: ReadonlyMap<number, Attribution> = new Map();

/** Who spoke last, for what no verb of its own reports. */
interface Speech {
  readonly speaker: Speaker | null;
  readonly cue: Mention | null;
  readonly paragraph: number;
}

/**
 * Every direct quotation of an article, in order: the turns of a conversation without the name before them, and the spans
 * inside quote marks, with who speaks and by which word the text says so. What stands in quote marks for another reason
 * (titles of works, scare quotes), or within a turn in nobody else's name, is left out. The time is linear in the text.
 */
export function quotationsOf(article: Article): Quotation[] {
  const paragraphs = paragraphsOf(article);
  const turns = turnsOf(article, paragraphs);
  const quoted = quotedSpans(article.text, paragraphs);
  if (quoted.length === 0) return turns;
  const sentences = parse(article.text, paragraphs, quoted, article.sentences);
  const found = new Extractor(article, quoted, sentences, paragraphs).run();
  return turns.length === 0 ? found : [...turns, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
}

function turnsOf(article: Article, paragraphs: readonly SpeechParagraph[]): Quotation[] {
  if (!paragraphs.some(({ turn }) => turn)) return [];
  const speakers = new TurnSpeakers(article);
  return paragraphs.flatMap(({ start, end, turn }) =>
    turn && start < end ? [{ article, start, end, speaker: speakers.of(turn), cue: null }] : [],
  );
}

class Extractor {
  readonly #article: Article;
  readonly #quoted: readonly Quoted[];
  readonly #sentences: readonly Sentence[];
  readonly #paragraphs: readonly SpeechParagraph[];
  readonly #referents: Referents;
  readonly #found: Quotation[] = [];
  #last: Speech | null = null;
  /** How many more paragraphs in quote marks were answered by another speaker than went on with the same. */
  #answers = 0;

  constructor(
    article: Article,
    quoted: readonly Quoted[],
    sentences: readonly Sentence[],
    paragraphs: readonly SpeechParagraph[],
  ) {
    this.#article = article;
    this.#quoted = quoted;
    this.#sentences = sentences;
    this.#paragraphs = paragraphs;
    this.#referents = new Referents(article.text, sentences);
  }

  run(): Quotation[] {
    for (const [number, sentence] of this.#sentences.entries()) this.#read(sentence, number);
    return this.#found;
  }

  #read(sentence: Sentence, number: number): void {
    const attributions = sentence.quotes ? attributionsOf(sentence) : NONE;
    this.#referents.read(sentence, number, this.#speakersIn(sentence, attributions));
    if (!sentence.quotes) return;
    for (const [at, chunk] of sentence.chunks.entries())
      if (chunk.kind === 'quote') this.#quote(sentence, number, at, attributions.get(at));
  }

  /** Whom a verb of the sentence lets speak, by the chunk, with the folded names in their quotations. */
  #speakersIn(sentence: Sentence, attributions: ReadonlyMap<number, Attribution>): Map<number, Set<string>> {
    const speakers = new Map<number, Set<string>>();
    const said = sentence.chunks.some(({ verb }) => verb && verb.class !== 'act') ? speechIn(sentence) : null;
    if (said) speakers.set(said.speaker, new Set());
    for (const [at, { speaker, by }] of attributions) {
      if (by === 'subject') continue;
      const names = speakers.get(speaker) ?? new Set();
      const { start = 0, end = 0 } = this.#quotedAt(sentence, at) ?? {};
      for (const [name] of this.#article.text.slice(start, end).matchAll(NAME)) names.add(fold(name));
      speakers.set(speaker, names);
    }
    return speakers;
  }

  #quotedAt = ({ tokens, chunks }: Sentence, at: number): Quoted | undefined =>
    this.#quoted[tokens[chunks[at]?.from ?? -1]?.quote?.index ?? -1];

  #quote(sentence: Sentence, number: number, at: number, attribution: Attribution | undefined): void {
    const quoted = this.#quotedAt(sentence, at);
    if (!quoted || !looksLikeSpeech(this.#article.text, quoted, attribution)) return;
    if (attribution ? isDenied(sentence, at, attribution) : this.#isHeading(sentence, quoted)) return;
    const turn = this.#turnOf(sentence);
    if (turn && !this.#isSomebodyElse(sentence, attribution, turn)) return;
    const before = this.#last;
    this.#last = this.#speechOf(sentence, number, at, quoted, attribution);
    if (at === 0 && attribution?.by === 'adjacent') this.#countAnswer(before, this.#last);
    const { speaker, cue } = this.#last;
    this.#found.push({ article: this.#article, start: quoted.start, end: quoted.end, speaker, cue });
  }

  #countAnswer(before: Speech | null, { speaker, paragraph }: Speech): void {
    if (!before?.speaker || !speaker || paragraph !== before.paragraph + 1) return;
    this.#answers += before.speaker.name === speaker.name ? -1 : 1;
  }

  /** A heading that does not tell whose words it has. */
  #isHeading = ({ paragraph }: Sentence, quoted: Quoted): boolean =>
    this.#paragraphs[paragraph]?.heading === true && this.#signedBehind(quoted, paragraph) === null;

  #turnOf = ({ paragraph }: Sentence): Span | null => this.#paragraphs[paragraph]?.turn ?? null;

  /** Whether a verb within somebody's turn tells that another person said the words. */
  #isSomebodyElse(sentence: Sentence, attribution: Attribution | undefined, turn: Span): boolean {
    if (!attribution || attribution.by === 'subject') return false;
    const speaker = this.#speaker(sentence, attribution.speaker);
    if (!speaker || (!speaker.named && PRONOUN.test(speaker.name))) return false;
    return fold(speaker.name) !== fold(this.#mention(turn).text);
  }

  #speechOf(
    sentence: Sentence,
    number: number,
    at: number,
    quoted: Quoted,
    attribution: Attribution | undefined,
  ): Speech {
    const { paragraph } = sentence;
    const signed = attribution?.by === 'adjacent' ? null : this.#signedBehind(quoted, paragraph);
    if (signed) return signed;
    if (quoted.continued && this.#last && attribution?.by !== 'adjacent') return { ...this.#last, paragraph };
    if (attribution && (attribution.by !== 'subject' || this.#isPerson(sentence, attribution.speaker)))
      return this.#speech(sentence, attribution);
    const before = hidesSpeaker(attribution) ? null : this.#speechBefore(sentence, number);
    if (before) return { ...before, paragraph };
    if (attribution)
      return nobodySpeaks(sentence, at, attribution)
        ? unnamed(paragraph)
        : this.#speech(sentence, attribution);
    return (
      this.#signedBelow(paragraph, number) ??
      this.#pointedAt(paragraph, number) ??
      this.#inherited(paragraph, number)
    );
  }

  #speech(sentence: Sentence, attribution: Attribution): Speech {
    const token = sentence.tokens[attribution.cue];
    return {
      speaker: this.#speakers(sentence, attribution),
      cue: token ? this.#mention(token) : null,
      paragraph: sentence.paragraph,
    };
  }

  #isPerson({ phrases }: Sentence, at: number): boolean {
    const phrase = phrases.get(at);
    const entity = phrase && this.#referents.of(phrase);
    if (phrase?.reference.kind === 'pronoun') return /^(?:he|she|they|we|i|who)$/.test(phrase.reference.word);
    return entity !== undefined && mayBePerson(entity);
  }

  /** The speech of the sentences before in the same paragraph; what says nothing of itself goes on with it. */
  #speechBefore({ paragraph }: Sentence, number: number): Speech | null {
    const before = this.#sentences[number - 1];
    if (before?.paragraph !== paragraph) return null;
    const attribution = speechIn(before);
    if (this.#last?.paragraph === paragraph && (before.quotes || !attribution)) return this.#last;
    return attribution && this.#speech(before, attribution);
  }

  /** `— Ma`, in a paragraph of its own under the quotation. */
  #signedBelow(paragraph: number, number: number): Speech | null {
    const below = this.#sentences[number + 1];
    if (below?.paragraph !== paragraph + 1 || below.chunks.length > MAX_SIGNATURE) return null;
    const speaker = signature(below, 0);
    return speaker === null ? null : this.#speech(below, { speaker, cue: -1, by: 'adjacent' });
  }

  /** `(Ma)` behind a quotation, `Ma, mayor of Salem` on the line below: if that is somebody's name. */
  #signedBehind({ outerEnd }: Quoted, paragraph: number): Speech | null {
    const { end = outerEnd } = this.#paragraphs[paragraph] ?? {};
    const span = signatureBehind(this.#article.text, outerEnd, end);
    if (!span) return null;
    const mention = this.#mention(span);
    const words = mention.text.split(' ');
    const entity = this.#referents.of({
      ...span,
      reference: { kind: 'name', words, titles: [], body: false },
    });
    if (entity ? !entity.human : words.length < 2 || !isGivenName(fold(words[0] ?? ''))) return null;
    const { name = mention.text, roles = [] } = entity ?? {};
    return {
      speaker: { ...mention, name, named: true, body: false, roles: [...roles] },
      cue: null,
      paragraph,
    };
  }

  /** `That is how Ma put it`, in the sentence below. */
  #pointedAt(paragraph: number, number: number): Speech | null {
    const below = this.#sentences[number + 1];
    const attribution = below && below.paragraph - paragraph < 2 ? pointingBack(below) : null;
    return below && attribution ? { ...this.#speech(below, attribution), paragraph } : null;
  }

  /**
   * A quotation that stands alone goes on with the speech of the paragraph before, or with what leads up to it: a report,
   * a colon or a sentence right before it. Of another paragraph only a person may be the subject that speaks.
   */
  #inherited(paragraph: number, number: number): Speech {
    const before = this.#sentences[number - 1];
    const last = this.#last;
    const leads = before !== undefined && (leadsOver(before) || before.paragraph === paragraph);
    if (last && paragraph - last.paragraph <= 1 && !leads)
      return paragraph > last.paragraph && this.#answers >= DIALOGUE
        ? unnamed(paragraph)
        : { ...last, paragraph };
    if (!before || this.#turnOf(before)) return unnamed(paragraph);
    const attribution = speechIn(before);
    if (attribution) return { ...this.#speech(before, attribution), paragraph };
    const verbless = isVerbless(before);
    const speaker = verbless ? announced(before) : mainSubject(before, before.chunks.length);
    return leads || verbless || this.#isPerson(before, speaker)
      ? { ...this.#speech(before, { speaker, cue: -1, by: 'subject' }), paragraph }
      : unnamed(paragraph);
  }

  /** Who speaks; several together under the words that tell them. */
  #speakers(sentence: Sentence, attribution: Attribution): Speaker | null {
    const first = sentence.phrases.get(attribution.speaker);
    const last = sentence.phrases.get(lastSpeaker(sentence, attribution));
    if (!first || !last || first === last) return this.#speaker(sentence, attribution.speaker);
    const all = this.#mention({ start: first.start, end: last.end });
    return { ...all, name: all.text, named: false, body: false, roles: [] };
  }

  #speaker({ phrases }: Sentence, at: number): Speaker | null {
    const phrase = phrases.get(at);
    if (!phrase) return null;
    const { start, end, reference } = phrase;
    const text = this.#article.text.slice(start, end);
    const entity =
      this.#referents.of(phrase) ?? (isWords(phrase) ? this.#referents.ownerOf(phrase) : undefined);
    const antecedent = reference.kind === 'pronoun' ? phrases.get(reference.antecedent ?? -1) : undefined;
    const name = entity?.name ?? (antecedent ? this.#mention(antecedent).text : text);
    const { body = false, roles = [] } = entity ?? {};
    const named = entity?.named === true && !isMereNoun(entity);
    return { start, end, text, name, named, body, roles: [...roles] };
  }

  #mention({ start, end }: Span): Mention {
    return { start, end, text: this.#article.text.slice(start, end) };
  }
}

const unnamed = (paragraph: number): Speech => ({ speaker: null, cue: null, paragraph });

/** `Ma was described as “a gift”`: another spoke, whom the text does not name. */
const hidesSpeaker = (attribution: Attribution | undefined): boolean =>
  attribution !== undefined && attribution.speaker < 0;

/** `It was “a gift”`: the sentence has no verb of speaking and its subject no mouth. */
function nobodySpeaks(sentence: Sentence, quote: number, { speaker, by }: Attribution): boolean {
  const { from = -1, to = -1 } = sentence.chunks[speaker] ?? {};
  if (by !== 'subject') return false;
  if (to - from === 1 && IMPERSONAL.has(sentence.tokens[from]?.lower ?? '')) return true;
  return sentence.phrases.get(speaker)?.reference.kind === 'name' && isToldOf(sentence, quote);
}

/** Whether a sentence ends in a colon. */
const leadsOver = ({ chunks }: Sentence): boolean => chunks.at(-1)?.kind === 'colon';
