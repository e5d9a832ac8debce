import { sourceOf } from '../../dist/commands/definition.js';
import { QuestionReader } from '../../dist/src/answer/question.js';
import { passageOf } from '../../dist/src/corpus/passage.js';
import { contentOf, readingOf } from '../../dist/src/corpus/read.js';
import { escapeMarkdown } from '../../dist/src/discord/escape.js';
import { MAX_MESSAGE_TEXT } from '../../dist/src/discord/limits.js';
import { layOut } from '../../dist/src/discord/pages.js';
import { sentenceSpans } from '../../dist/src/english/sentences.js';
import { createFigureIndex } from '../../dist/src/figures/figure-index.js';
import { createQuoteIndex } from '../../dist/src/quotes/quote-index.js';
import { quoted } from '../../dist/src/reply.js';
import { windowsIn } from '../../dist/src/search/finder.js';
import { holdsPhrase } from '../../dist/src/search/phrase.js';
import { piecesIn } from '../../dist/src/search/pieces.js';
import { fold } from '../../dist/src/text/fold.js';

/** What a file's problems must not say: words of the engine's own errors. */
const INTERNAL = /call stack|undefined|\bNaN\b|\[object|cannot read prop|invalid (?:array|string) length/i;
/** Lines about one file; more help nobody. */
const MAX_PROBLEMS = 10;
/** Places in a text that are shown, spread over it. */
const SHOWN = 5;

const must = (holds, what) => {
  if (!holds) throw new Error(`broken: ${what}`);
};

const isSpan = ({ start, end }, text) => start >= 0 && start < end && end <= text.length;

/** Reads a file; throws where spans are not those of its text, or a message is none for people. */
export async function read(file, bytes) {
  const { article, problems } = readingOf(file, await contentOf(file, bytes));
  must(problems.length <= MAX_PROBLEMS, `${problems.length} problems of one file`);
  for (const { message } of problems) must(!INTERNAL.test(message), `message “${message}”`);
  if (article === null) return null;
  const { text, paragraphs, sentences } = article;
  for (const spans of [paragraphs, sentences])
    for (const [i, span] of spans.entries()) {
      must(isSpan(span, text), `span ${span.start}–${span.end} of ${text.length}`);
      must(span.start >= (spans[i - 1]?.end ?? 0), `span ${span.start} before the end of the one above`);
    }
  for (const { start, end, paragraph } of sentences)
    must(
      start >= paragraphs[paragraph].start && end <= paragraphs[paragraph].end,
      `sentence ${start} outside`,
    );
  return article;
}

/** What is done with an article, by name; each checks what it gives. */
export const STAGES = {
  async quotations(article) {
    for (const { start, end, speaker, cue } of (await createQuoteIndex([article])).find()) {
      must(isSpan({ start, end }, article.text), `quotation ${start}–${end}`);
      for (const part of [speaker, cue])
        must(
          !part || article.text.slice(part.start, part.end) === part.text,
          `“${part?.text}” stands elsewhere`,
        );
    }
  },
  async figures(article) {
    for (const { start, end, value } of (await createFigureIndex([article])).find()) {
      must(isSpan({ start, end }, article.text), `figure ${start}–${end}`);
      must([value].flat().every(Number.isFinite), `value ${value}`);
    }
  },
  pieces: piecesIn,
  windows(article) {
    let next = 0;
    for (const { window } of windowsIn(article)) {
      must(window.firstSentence === next && window.endSentence > next, `window from ${window.firstSentence}`);
      next = window.endSentence;
    }
    must(next === article.sentences.length, 'sentences in no window');
  },
  phrase(article) {
    const holds = holdsPhrase('of the');
    for (const { paragraph } of article.sentences) holds(article, article.paragraphs[paragraph]);
  },
  async question(article) {
    const reader = await QuestionReader.create([article]);
    reader.canRead(article);
    reader.read(article.text.slice(0, 300));
    reader.read(`"${article.text.slice(-290)}" of the jobs`);
  },
  message({ text }) {
    for (const span of sentenceSpans(text)) must(isSpan(span, text), `sentence ${span.start}–${span.end}`);
    fold(text);
  },
  pages(article) {
    const { sentences } = article;
    const step = Math.max(1, Math.floor(sentences.length / SHOWN));
    const places = sentences.flatMap((_, i) => (i % step === 0 ? [i] : []));
    const cards = places.map((sentence) => ({
      items: passageOf({ article, sentence }).map((span) => quoted(article, span, sentences[sentence])),
    }));
    const pages = layOut({ cards, layout: 'one-card' }, '');
    for (const page of [pages[0], pages.at(-1)])
      must(page.markup.length <= MAX_MESSAGE_TEXT, `page of ${page.markup.length} characters`);
  },
  escape({ text }) {
    escapeMarkdown(text);
    try {
      sourceOf([], text.slice(0, 200));
    } catch (error) {
      if (error?.constructor?.name !== 'UserError') throw error;
    }
  },
};
