import type { Answer, Candidate } from '../answer/answer.js';
import type { Checked } from '../claims/checker.js';
import type { Article, SentencePlace } from '../corpus/article.js';
import type { Figure } from '../figures/figure.js';
import type { Mention, Quotation } from '../quotes/quotation.js';
import type { Span } from '../text/span.js';

/*
 * The lines that the command line prints with `--json`; their fields are the project's interface to scripts
 * (docs/design.md).
 */

/** A line of `ask`. */
export const answerLine = ({ question, answered, confidence, candidates, reason }: Answer) => ({
  question,
  answered,
  confidence: round(confidence),
  answers: candidates.map(candidateLine),
  ...(reason === null ? {} : { reason }),
});

function candidateLine({ article, sentence, start, end, headings, score }: Candidate) {
  const paragraph = article.paragraphs[article.sentences[sentence]?.paragraph ?? -1];
  return {
    article: article.id,
    start,
    end,
    text: article.text.slice(start, end),
    paragraph: paragraph && { start: paragraph.start, end: paragraph.end, number: paragraph.number },
    headings: headings
      .map((heading) => article.sentences[heading] as Span)
      .map((at) => article.text.slice(at.start, at.end)),
    score: round(score),
  };
}

/** A line of `check`. */
export const checkedLine = ({ claim, verdict, confidence, sentence, reason }: Checked) => ({
  claim,
  verdict,
  confidence: round(confidence),
  sentence: sentence && sentenceLine(sentence),
  ...(reason === null ? {} : { reason }),
});

function sentenceLine({ article, sentence }: SentencePlace) {
  const { start, end } = article.sentences[sentence] as Span;
  return { article: article.id, start, end, text: article.text.slice(start, end) };
}

/** A line of `quotes`. */
export function quotationLine({ article, start, end, speaker, cue }: Quotation) {
  const mention = (at: Mention) => ({ text: at.text, start: at.start, end: at.end });
  return {
    article: article.id,
    start,
    end,
    text: article.text.slice(start, end),
    speaker: speaker && { name: speaker.name, ...mention(speaker) },
    cue: cue && mention(cue),
  };
}

/** A line of `figures`. */
export function figureLine({
  article,
  sentence,
  start,
  end,
  value,
  unit,
  change,
  of,
  holder,
  scope,
  time,
}: Figure) {
  const place = article.sentences[sentence];
  return {
    article: article.id,
    start,
    end,
    text: article.text.slice(start, end),
    value,
    unit,
    change,
    of,
    holder,
    scope,
    time,
    sentence: place && { start: place.start, end: place.end },
  };
}

/** A line of `sources`. */
export const sourceLine = ({ id, title, titleGiven, publisher, date, url, words, paragraphs }: Article) => ({
  article: id,
  title,
  titleGiven,
  publisher,
  date,
  url,
  words,
  paragraphs: paragraphs.length,
});

/** Six decimals: more would be noise, fewer would tie what is not. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
