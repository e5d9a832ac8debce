import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../src/english/sentences.js';

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
  '2. The chair spoke.|\n12. Nobody left.|\niv. All sang.',
  'The ropes come in S, M and L.| Larger ones tear.',
  'Eat more vitamin C.| Sailors know it.| Samuel L. Jackson left.| J. Edwards said so.',
  'It left at 6 p.m.| Mr. Lee saw it.| It was 6 p.m. Monday or 7 p.m. EST.',
  'Lamps, ropes etc.| Spares are kept here.',
  'Bolt Inc.| Workers heard of it.| Bolt Inc. Chief Ann Lee left.| Lee Jr.| Reporters wrote.',
  'They moved to Washington, D.C.| Lawyers asked for it.| The U.S. Airways crew stayed.',
  'It was drawn by Wm. Lee for Cllr. Ann Roe.| Some, e.g. The Lamp, stayed.',
  'It hangs in the bldg. + annexe.| It came from Orr Eng. (Leith) in May.| (It rained.)| So it was.',
  'It was built of oak.[3]| Larch came later.¹| See fig.3 The rest is lost.',
  'The yard . . . owes nobody.| It (. . .) is free.',
  'The hall was built of oak.|Larch was dearer.| Use Node.js or Booking.com here.',
  'It was built of oak.[3][4]| Larch came later.*| Pine was cheap.[5]|Elm was not.',
  'The tug Hello! Number Four sank.| It was red.| They saw Tom!| He waved.',
  'It ran on Late Splash! Friday evening.| She left Yahoo! Inc. for good.| Is it Tom?| No, Ann.',
  'He lives in the U.K.| Friends visit him.| Tom does not.| The U.K. Friends of Owls met.',
  'He works for Bolt Inc.| Tom does not.| He met Sam Lee Jr.| Crowds came.| It is on 5th St.| Ann knows.',
  'Call ext. 45 or see Fig. A in ch. 4.| He was born c. 1850 and d. 1910.',
  '1. Ropes are here.| 2. Lamps are there.| The steps: 1. Open it.| 2. Shut it.| He left on Jan. 9.| Ann stayed.',
  'a) The first is red.| b) The second is blue.',
];
describe('sentences', () => {
  it.each(cases)('%s', (marked) => {
    const sentences = marked.split('|').map((part) => part.trim());
    const text = marked.replaceAll('|', '');
    expect(sentenceSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });
});
