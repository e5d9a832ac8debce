import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../src/text/sentences.js';

/** Each case is one text whose sentences are joined by `|`. */
const cases = [
  'He came.| She left!| Why?| Nobody knows…',
  'Mr. Son met Dr. Ma on Jan. 9.| They talked.',
  'It is in the U.S. Treasury.| They left the U.S.| The rest stayed.',
  'He wants U.S entrepreneurs to sell.| They will.',
  'Alibaba (NYSE:BABA) is big.| Amazon (NASDAQ:AMZN) too.',
  'It has 2.3 million, or 1.5 times more.| Fine.',
  'J. K. Rowling wrote it.| J.R.R. Tolkien did not.',
  'He said, “We are big in Asia”.| So it goes.',
  'He said, “We are big.”| Then he left.',
  '“Is it true?” Ma asked.| “It is!” he said.',
  '“Is it true?” he asked.| Nobody spoke.',
  'See No. 5 for more.| The answer is no.| Five people left.',
  'Alibaba Inc. said so.| It was Apple Inc.| The rest is known.',
  'They left at 5 p.m.| The bus came.| It was 10 a.m. Eastern time.',
  'A dash — like this — goes on.| And more.',
  'Wait... what?| Well...| He left.',
  '他来了。|她走了！|为什么？',
  'First line|\n- one thing|\n- another thing',
];
describe('sentences', () => {
  it.each(cases)('%s', (marked) => {
    const sentences = marked.split('|').map((part) => part.trim());
    const text = marked.replaceAll('|', '');
    expect(sentenceSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });
});
