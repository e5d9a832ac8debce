import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { readCorpus } from '../src/corpus/read.js';
import { docx, lines, paragraph, pdf, WORD } from './support/documents.js';
import { folderWith } from './support/folder.js';

/** What a file alone in a corpus folder is read as: its article and its blocks in words, and what its owner is told. */
async function read(file: string, content: string | Uint8Array) {
  const { articles, problems } = await readCorpus(await folderWith({ [file]: content }));
  const [article] = articles;
  if (article) expect(outside(article).trim()).toBe('');
  return { article, blocks: article ? blocksOf(article) : [], told: problems.map(({ message }) => message) };
}

const blocksOf = ({ text, paragraphs }: Article) =>
  paragraphs.map(({ kind, start, end, level }) => `${kind}${level || ''} ${text.slice(start, end)}`);

/** What stands outside of the blocks, which are in order. */
function outside({ text, paragraphs }: Article): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of paragraphs) {
    expect(start).toBeGreaterThanOrEqual(at);
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

describe('web pages', () => {
  const PROSE =
    'The mill stands at the river, where the road from the market comes down to the old bridge, and it grinds every day.';
  const PAGE = `<!DOCTYPE html>
<html lang="en_GB"><head><title>Opening hours | The Mill</title>
<meta property="og:site_name" content="The Mill"><meta name="author" content="Somebody">
<link rel="canonical" href="https://mill.example/hours">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle",
"headline":"Opening hours","datePublished":"2024-03-01T10:00:00+01:00","author":[{"name":"Ann Lind"},{"name":"Bo"}]}]}</script>
<script type="application/ld+json">{ broken</script></head>
<body><nav><a href="/">Home</a> <a href="/shop">Buy our flour now</a></nav>
<main><h1>Opening hours<a class="headerlink" href="#hours">¶</a></h1><!-- not for the public -->
<p>${PROSE}</p><p>${PROSE}</p>
<h3>Prices</h3>
<table><tr><th>What</th><th>Price</th></tr><tr><td>Flour</td><td>3 pounds</td></tr></table>
<p>Bring with you:</p><ol start="2"><li>a bag</li><li>a cart</li></ol>
<details><summary>May I bring a dog?</summary>Yes, on a lead.</details>
<p style="display: none">a trap</p><script>document.write("<p>script words</p>")</script>
<pre>grind --fine
  --slow</pre></main>
<footer>All rights reserved</footer></body></html>`;

  it('are their main content, block by block, and what they say of themselves', async () => {
    const { article, blocks, told } = await read('hours.html', PAGE);
    expect(blocks).toEqual([
      'heading1 Opening hours',
      `body ${PROSE}`,
      `body ${PROSE}`,
      'heading3 Prices',
      'row What: Flour · Price: 3 pounds',
      'body Bring with you:',
      'item1 2. a bag',
      'item1 3. a cart',
      'heading6 May I bring a dog?',
      'body Yes, on a lead.',
      'code grind --fine\n  --slow',
    ]);
    expect(article).toMatchObject({
      title: 'Opening hours',
      author: 'Ann Lind, Bo',
      publisher: 'The Mill',
      date: '2024-03-01',
      url: 'https://mill.example/hours',
      language: 'en-GB',
    });
    expect(article?.paragraphs.map(({ line }) => line)).toEqual([9, 10, 10, 11, 12, 13, 13, 13, 14, 14, 16]);
    expect(told).toEqual([]);
  });

  it.each([
    ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
    ['Shift_JIS', [0x82, 0xb1, 0x82, 0xf1], 'こん'],
    ['iso-8859-1', [0x63, 0x61, 0x66, 0xe9], 'café'],
  ])('are read in the encoding that they name: %s', async (charset, bytes, words) => {
    const head = `<html><head><meta charset="${charset}"></head><body><p>`;
    const { article, told } = await read('a.htm', Buffer.concat([Buffer.from(head), Buffer.from(bytes)]));
    expect(article?.text).toBe(words);
    expect(told).toEqual([]);
  });

  it('keep their short answers beside a long one', async () => {
    const pair = (question: string, answer: string) => `<div><h3>${question}</h3><div>${answer}</div></div>`;
    const { article, blocks } = await read(
      'faq.html',
      `<title>Questions - Mill</title><div><a href="/">Home</a> <a href="/faq">FAQ</a></div><h1>Questions</h1>
       ${pair('When is it open?', 'At nine.')}${pair('Who owns it?', 'The town does.')}${pair('Is there tea?', PROSE)}`,
    );
    expect(article?.title).toBe('Questions');
    expect(blocks).toEqual([
      'heading1 Questions',
      'heading3 When is it open?',
      'body At nine.',
      'heading3 Who owns it?',
      'body The town does.',
      'heading3 Is there tea?',
      `body ${PROSE}`,
    ]);
  });

  it('are read whole where they are short, or only a table or a list', async () => {
    expect((await read('a.html', 'The server opens at nine.\n')).blocks).toEqual([
      'body The server opens at nine.',
    ]);
    const rows = ['Plate', 'Cloth', 'Mail'].map((name, i) => `<tr><td>${name}</td><td>${i}</td></tr>`);
    const { blocks } = await read(
      'b.xhtml',
      `<?xml version="1.0"?><html><head><script src="a.js" /></head><body><br/><table>${rows.join('')}</table></body></html>`,
    );
    expect(blocks).toEqual(['row Plate · 0', 'row Cloth · 1', 'row Mail · 2']);
  });

  it.each([
    ['blocks', '<div>'],
    ['words', '<b>'],
    ['lists', '<ul><li>'],
  ])('nested 100,000 deep keep their words: %s', async (_, tags) => {
    const page = `<p>above</p>${tags.repeat(100_000)}the deepest words<p>below</p>`;
    const { article } = await read('deep.html', page);
    expect(article?.text.match(/above|the deepest words|below/g)).toEqual([
      'above',
      'the deepest words',
      'below',
    ]);
  });
});

describe('PDF', () => {
  const head = (page: number) => [
    { text: 'The Harbour Handbook', x: 72, y: 40, size: 9 },
    { text: `Chapter one · ${page}`, x: 280, y: 810, size: 9 },
  ];
  const BOOK = pdf(
    [
      [
        ...head(1),
        { text: 'The Harbour', x: 72, y: 90, size: 18 },
        ...lines(72, 130, [
          'The harbour was built in 2021 by a company of inter-',
          'national traders, and its well-known clock was set upon the',
          'tower. Nobody has mended the clock since.',
        ]),
        ...lines(90, 166, ['A new paragraph begins with an indent, and so does this one,']),
        ...lines(72, 178, ['of which the well-', 'known end stands on the']),
      ],
      [
        ...head(2),
        ...lines(72, 90, ['next page of the book.']),
        ...lines(72, 120, ['Bring with you:']),
        ...lines(72, 135, [
          '- a rope',
          '- a lamp that burns for the whole of the night, and oil enough',
          '  for it',
        ]),
      ],
      [...head(3), ...lines(72, 90, ['The end comes soon.'])],
    ],
    {
      info: "/Title (Microsoft Word - harbour.doc) /Author (Ann Lind) /CreationDate (D:20210304120000+01'00')",
    },
  );

  it('is read in paragraphs, without heads and feet, each on its page', async () => {
    const { article, blocks, told } = await read('harbour.pdf', BOOK);
    expect(blocks).toEqual([
      'heading1 The Harbour',
      'body The harbour was built in 2021 by a company of international traders, and its well-known clock was set upon the tower. Nobody has mended the clock since.',
      'body A new paragraph begins with an indent, and so does this one, of which the well-known end stands on the next page of the book.',
      'body Bring with you:',
      'item1 - a rope',
      'item1 - a lamp that burns for the whole of the night, and oil enough for it',
      'body The end comes soon.',
    ]);
    expect(article?.paragraphs.map(({ place }) => place)).toEqual([
      'page 1',
      'page 1',
      'page 1',
      'page 2',
      'page 2',
      'page 2',
      'page 3',
    ]);
    expect(article).toMatchObject({ title: 'The Harbour', author: 'Ann Lind', date: '2021-03-04' });
    expect(told).toEqual([]);
  });

  it('is read column by column, and a table row by row', async () => {
    const numbers = [...Array(10).keys()];
    const columns = numbers.flatMap((i) => [
      { text: `left column line ${i} goes on and on`, x: 72, y: 100 + 12 * i },
      { text: `right column line ${i} goes on and on`, x: 320, y: 100 + 12 * i },
    ]);
    const table = numbers.flatMap((i) => [
      { text: `thing ${i}`, x: 72, y: 300 + 12 * i },
      { text: `${i} gold`, x: 320, y: 300 + 12 * i },
    ]);
    const { blocks } = await read('a.pdf', pdf([columns, table]));
    const prose = (side: string) => numbers.map((i) => `${side} column line ${i} goes on and on`).join(' ');
    expect(blocks).toEqual([
      `body ${prose('left')} ${prose('right')}`,
      ...numbers.map((i) => `row thing ${i} · ${i} gold`),
    ]);
  });

  it('without text, protected or broken is left out with what to do', async () => {
    const locked = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;
    const words = lines(72, 100, ['Nobody can read this without the password.']);
    const told = async (content: string | Uint8Array) => {
      const reading = await read('a.pdf', content);
      expect(reading.article).toBeUndefined();
      return reading.told.join();
    };
    expect(await told(pdf([[], []]))).toMatch(/scan.*OCR/);
    expect(await told(pdf([words], { trailer: locked }))).toMatch(/password/);
    expect(await told('The server opens at nine.\n')).toMatch(/no PDF, or it is damaged/);
    expect(await told(BOOK.subarray(0, 200))).toMatch(/no PDF, or it is damaged/);
  });

  it('cut in half gives what it still holds, or is left out', async () => {
    const { article, told } = await read('a.pdf', BOOK.subarray(0, BOOK.length / 2));
    expect(article ? article.text : told.join()).toMatch(/harbour|damaged/);
  });

  it('names the pages that hold no text', async () => {
    const { told } = await read('a.pdf', pdf([lines(72, 100, ['The harbour is open at night.']), []]));
    expect(told).toEqual([expect.stringMatching(/^page 2 holds no text.*OCR/)]);
  });
});

describe('Word documents', () => {
  it('are their headings, paragraphs, lists and tables, without comments and what is deleted', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = [
      paragraph('Rules', 'Heading1'),
      '<w:p><w:r><w:t>The gate </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>',
      '<w:ins><w:r><w:t>always </w:t></w:r></w:ins><w:r><w:t>shuts at ten.</w:t></w:r></w:p>',
      paragraph('Fees', 'Heading2'),
      `<w:tbl><w:tr>${cell('Boat')}${cell('4 crowns')}</w:tr></w:tbl>`,
    ];
    const { blocks, told } = await read('rules.docx', docx(body.join('')));
    expect(blocks).toEqual([
      'heading1 Rules',
      'body The gate always shuts at ten.',
      'heading2 Fees',
      'row Boat · 4 crowns',
    ]);
    expect(told).toEqual([]);
  });

  it('are read without what is hidden in Word, in notes too', async () => {
    const run = (properties: string, text: string) =>
      `<w:r><w:rPr>${properties}<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const hidden = [
      run('<w:b/><w:vanish/>', 'The key is under the mat. '),
      run('<w:vanish w:val="1"/>', 'Or the pot. '),
    ];
    const shown = [run('<w:vanish w:val="0"/>', 'The gate shuts at ten. '), run('', 'It opens at six.')];
    const body = `<w:p>${[...hidden, ...shown].join('')}</w:p><w:p>${hidden.join('')}</w:p>`;
    const notes = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="1"><w:p>${hidden.join('')}${run('', 'In May.')}</w:p></w:footnote></w:footnotes>`;
    const noted = `<w:p><w:r><w:t>We swim.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
    const { blocks } = await read('rules.docx', docx(body + noted, { word: { 'footnotes.xml': notes } }));
    expect(blocks.join('\n')).toMatch(
      /^body The gate shuts at ten\. It opens at six\.\nbody We swim\.[\s\S]*In May\.$/,
    );
    expect(blocks.join('\n')).not.toMatch(/key|pot/);
  });

  it.each([
    ['text', 'The server opens at nine.\n', /no Word document/],
    ['half', docx(paragraph('Hello.')).subarray(0, 300), /no Word document/],
    ['older or protected', Buffer.from('d0cf11e0a1b11ae1'.repeat(100), 'hex'), /password/],
    ['a bomb', docx('<w:p><w:r><w:t>words</w:t></w:r></w:p>'.repeat(1_000_000)), /more than 10 MB/],
    [
      'large and not packed',
      docx(paragraph('word '.repeat(2_100_000)), { isPacked: false }),
      /more than 10 MB/,
    ],
    ['nested 20,000 deep', docx('<w:tbl><w:tr><w:tc>'.repeat(20_000)), /no Word document/],
    ['empty', docx(''), /empty/],
  ])('that cannot be read are told plainly: %s', async (_, content, message) => {
    const { article, told } = await read('a.docx', content);
    expect(article).toBeUndefined();
    expect(told).toEqual([expect.stringMatching(message)]);
  });
});

describe('subtitles', () => {
  const SRT = `1\r
00:00:05,758 --> 00:00:07,452\r
Ann: Hello and <i>welcome</i> to\r
the second part of the\r
\r
00:00:07,452 --> 00:00:09,146\r
Garden Hour. I am Ann.\r
3\r
00:00:0x,147 --> 00:00:11,537\r
These words are lost.\r
\r
4\r
00:00:12,000 --> 00:00:13,000\r
\r
5\r
00:00:12,500 --> 00:00:14,000\r
BEN: {\\an8}Fish &amp; chips?\r
\r
6\r
00:00:14,000 --> 00:00:15,000\r
- Yes, please.\r
- Not for me.\r
\r
7\r
01:00:15,000 --> 01:00:16,000\r
After the break\r
we plant a tree.\r
`;
  const SAID = [
    'body Ann: Hello and welcome to the second part of the Garden Hour. I am Ann.',
    'body BEN: Fish & chips?',
    'body Yes, please.',
    'body Not for me.',
    'body After the break we plant a tree.',
  ];

  it.each(['a.srt', 'a.txt', 'a.vtt'])('are turns with their times and speakers: %s', async (file) => {
    const { article, blocks, told } = await read(file, `\uFEFF${SRT}`);
    expect(blocks).toEqual(SAID);
    expect(article?.paragraphs.map(({ place }) => place)).toEqual([
      '0:00:05',
      '0:00:12',
      '0:00:14',
      '0:00:14',
      '1:00:15',
    ]);
    const named = article?.paragraphs.map(
      ({ speaker }) => speaker && article.text.slice(speaker.start, speaker.end),
    );
    expect(named).toEqual(['Ann', 'BEN', null, null, null]);
    expect(told).toEqual([expect.stringMatching(/the times of this subtitle cannot be read/)]);
  });

  it('of WebVTT name voices, and have notes and styles that nobody says', async () => {
    const { blocks } = await read(
      'a.vtt',
      `WEBVTT - A talk
Kind: captions

STYLE
::cue { color: red }

NOTE not for the public
nor is this

intro
00:01.000 --> 00:03.000 align:start
<v.loud Mara Lind>We start at <c.x>nine</c> with

00:03.000 --> 00:05.000
<v Mara Lind>the tea.</v>

00:05.000 --> 00:06.000
<v Olek>Good.</v><v Mara Lind>Fine.
`,
    );
    expect(blocks).toEqual([
      'body Mara Lind: We start at nine with the tea.',
      'body Olek: Good.',
      'body Mara Lind: Fine.',
    ]);
  });

  it('that roll say nothing twice, and long speeches are parted', async () => {
    const words = (i: number) => `the ${i}th thing is said.`;
    const cue = (i: number) =>
      `00:00:${String(i).padStart(2, '0')}.000 --> 00:00:${String(i + 1).padStart(2, '0')}.000\n${words(i - 1)}\n${words(i)}<00:00:00.500><c> And</c>\n\n`;
    const { article } = await read('a.vtt', `WEBVTT\n\n${[...Array(58).keys()].slice(1).map(cue).join('')}`);
    expect(article?.text.match(/the 30th thing is said\./g)).toHaveLength(2);
    expect(article?.paragraphs.length).toBeGreaterThan(1);
  });

  it('are not what only speaks of them', async () => {
    const prose =
      'A subtitle has a number, two times and a text.\n\n00:01 --> 00:02\n\n' +
      'It is shown for a while.\n\n'.repeat(20);
    expect((await read('a.txt', prose)).blocks[0]).toMatch(/A subtitle has/);
  });
});

describe('tables of values', () => {
  it.each([
    ['a.csv', ','],
    ['a.csv', ';'],
    ['a.tsv', '\t'],
    ['a.csv', '|'],
  ])('name their columns in every row: %s with “%s”', async (file, mark) => {
    const rows = [
      ['Name', 'Cost', 'Note'],
      ['Plate', '"1,500; or | gp"', '"heavy\r\nand ""loud"""'],
      ['Padded', '5 gp'],
      ['Heavy armour'],
      ['Mail', '75 gp', 'none', 'rare'],
      ['Scale', '50 gp', 'none'],
      ['Ring', '30 gp', 'none'],
      ['Hide', '10 gp', 'none'],
    ];
    const { article, blocks, told } = await read(file, rows.map((row) => row.join(mark)).join('\r\n'));
    expect(blocks).toEqual([
      'row Name: Plate · Cost: 1,500; or | gp · Note: heavy and "loud"',
      'row Name: Padded · Cost: 5 gp',
      'row Heavy armour',
      'row Mail · 75 gp · none · rare',
      'row Name: Scale · Cost: 50 gp · Note: none',
      'row Name: Ring · Cost: 30 gp · Note: none',
      'row Name: Hide · Cost: 10 gp · Note: none',
    ]);
    expect(article?.paragraphs.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8, 9]);
    expect(new Set(article?.paragraphs.map(({ group }) => group)).size).toBe(1);
    expect(told).toEqual([]);
  });

  it('have no names where their first row is values, and a title above is text', async () => {
    expect((await read('a.csv', '2020,4\n2021,5\n')).blocks).toEqual(['row 2020 · 4', 'row 2021 · 5']);
    expect((await read('b.csv', 'Price list\n\nName;Cost\nPlate;5\nCloth;4\n')).blocks).toEqual([
      'body Price list',
      'row Name: Plate · Cost: 5',
      'row Name: Cloth · Cost: 4',
    ]);
  });

  it('with a quotation mark that is never closed are read all the same', async () => {
    const { blocks, told } = await read('a.csv', 'Name,Size\nPipe,"4\nTube,5\n');
    expect(blocks).toEqual(['row Name: Pipe · Size: "4', 'row Name: Tube · Size: 5']);
    expect(told).toEqual([expect.stringMatching(/quotation mark/)]);
  });

  it('are plain text where they are none', async () => {
    expect(
      (await read('a.csv', 'The server opens at nine.\nIt closes, we think, at ten.\n')).article?.text,
    ).toMatch(/^The server opens/);
    const { article } = await read('b.csv', `Name\n${'word '.repeat(1_000_000)}\n`);
    expect(article?.text).toMatch(/^Name\nword word/);
  });
});
