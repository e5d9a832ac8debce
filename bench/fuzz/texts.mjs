import { deflateRawSync } from 'node:zlib';
import { randomFrom } from '../random.mjs';

/** Words and marks of each kind that a grammar or a reader of files asks about. */
const KINDS = {
  verbs: [
    'said',
    'told',
    'says',
    'asked',
    'was',
    'is',
    'has',
    'to',
    'be',
    'rose',
    'called',
    'wants',
    'went on',
  ],
  determiners: ['the', 'a', 'his', 'her', 'every', 'this', 'two', 'some', 'all', 'no'],
  nouns: [
    'mayor',
    'plan',
    'jobs',
    'people',
    'year',
    'company',
    'share',
    'city',
    'million',
    'percent',
    'days',
  ],
  prepositions: [
    'of',
    'in',
    'to',
    'for',
    'by',
    'with',
    'from',
    'over',
    'than',
    'between',
    'according to',
    'at',
  ],
  pronouns: ['he', 'she', 'they', 'it', 'who', 'which', 'that', 'whom', 'himself', 'we', 'I', 'one'],
  conjunctions: ['and', 'or', 'but', 'while', 'because', 'as', 'if', 'nor', 'both', 'than', 'not'],
  adjectives: ['new', 'old', 'more', 'big', 'former', 'other', 'only', 'least', 'up', 'about'],
  names: [
    'Ma',
    'Anna Berg',
    'Mr. Lowe',
    'Lee',
    'Acme Inc.',
    'Salem',
    'U.S.',
    'J. K. Lee',
    'Berg’s',
    'Dr.',
    'DR',
  ],
  numbers: [
    '1',
    '5,000',
    '3.5',
    'two',
    '1999',
    '12th',
    '25%',
    '$5',
    '€3m',
    'one hundred',
    '5-10',
    '1/2',
    '½',
  ],
  measures: [
    '12:30',
    '3 May 2016',
    'six-year-old',
    '-5',
    '£',
    'km',
    'pts',
    '°C',
    'm/s',
    '3.2.1',
    '10^6',
    '5\'8"',
  ],
  quotations: ['“', '”', '"', '‘', '’', '«', '»', '„', "'", '“yes”', '“Go on with it now,”', '"we go on,"'],
  marks: [
    ',',
    '—',
    '-',
    '(',
    ')',
    '[',
    ']',
    ':',
    ';',
    '...',
    '…',
    '.',
    '!',
    '?',
    '/',
    '%',
    '|',
    '*',
    '_',
    '`',
  ],
  lines: [
    '\n',
    '\n\n',
    '\n- ',
    '\n1. ',
    '\nMa: ',
    '\n— Ma',
    '\n| ',
    '\t',
    '\n> ',
    '\n# ',
    '\n---\n',
    '\n   - ',
  ],
  markup: [
    '<b>',
    '</b>',
    '<p>',
    '<div>',
    '<!--',
    '-->',
    '[a](b)',
    '![',
    '](',
    '[[',
    ']]',
    '{{',
    '{%',
    '<td>',
  ],
  fences: [
    '```',
    '~~~',
    '    x',
    '<li>',
    '<table>',
    '|---|',
    '[^1]',
    '**',
    '==',
    '~~',
    ':::',
    '&lt;',
    '$$',
    '<a ',
  ],
  tables: [
    'a,b\n',
    '1,"x, y"\n',
    '"',
    '\t1\t',
    '| a | b |\n',
    '|-|-|\n',
    ';',
    '[12:30] Ma: hi\n',
    '<Lee> no\n',
  ],
  times: ['00:00:01,000 --> 00:00:02,000\n', 'WEBVTT\n', '2016-01-02 10:30:00 ', '[10:31] ', '10:30 AM'],
  unusual: [
    'e\u0301',
    '\u0301\u0323',
    'ﬁ',
    'Ⅷ',
    '提灯',
    'กขค',
    '한국',
    '\u200b',
    '\u202e',
    '\ufeff',
    '👩‍👩‍👧',
    '\ud83d',
  ],
  controls: [
    '\0',
    '\u001b[31m',
    '\u2028',
    '\u00a0',
    '\u3000',
    'İ',
    'ß',
    'ǅ',
    '١٢',
    '\ufdfa',
    '\u{1d7d8}',
    '\r\n',
  ],
};
const NAMES = Object.keys(KINDS);

const pick = (random, from) => from[Math.floor(random() * from.length)];

/** Words of a few kinds, with spaces between them or without. */
function sequence(random, length) {
  const kinds = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, NAMES));
  const words = Array.from({ length }, () => pick(random, KINDS[pick(random, kinds)]));
  return words.join(random() < 0.85 ? ' ' : '');
}

/** Files by how often they are tried; front matter is a kind of its own. */
const FILES = [
  'a.txt',
  'a.txt',
  'a.txt',
  'a.md',
  'a.md',
  'a.html',
  'a.csv',
  'a.srt',
  'a.docx',
  'a.pdf',
  'a.mdx',
];

/** What opens a file that begins with front matter. */
const HEADS = ['---\ntitle: ', '---\ntitle: x\ntags: ', '+++\ntitle = ', '---json\n{"title": ', '{"title": '];
const CLOSERS = {
  '---\n': '\n---\nText.',
  '+++\n': '\n+++\nText.',
  '---j': '}\n---\nText.',
  '{"ti': '}\nText.',
};

/** A recipe for texts that grow: what stands before, what is repeated, and what stands behind. */
export function randomMotif(random) {
  const file = pick(random, FILES);
  const head = random() < 0.1 ? pick(random, HEADS) : '';
  const words = () => sequence(random, Math.floor(random() * 6));
  const motif = sequence(random, 1 + Math.floor(random() * (random() < 0.3 ? 40 : 8)));
  return {
    file,
    before: head + (random() < 0.5 ? `${words()} ` : ''),
    motif: motif + (random() < 0.85 ? ' ' : ''),
    after: words() + (CLOSERS[head.slice(0, 4)] ?? ''),
    // Of a container some bytes are changed, the same at every size.
    mangled: /docx|pdf/.test(file) && random() < 0.7 ? Math.floor(random() * 2 ** 31) : null,
  };
}

/** The text of a motif at some length. */
export const grown = ({ before, motif, after }, length) =>
  before + motif.repeat(Math.max(1, Math.floor(length / motif.length))) + after;

/** The bytes of a motif's file at some length. */
export function bytesOf(recipe, length) {
  const text = grown(recipe, length);
  const bytes = /docx$/.test(recipe.file)
    ? docx(text)
    : /pdf$/.test(recipe.file)
      ? pdf(text)
      : Buffer.from(text);
  return recipe.mangled === null || recipe.mangled === undefined ? bytes : mangle(bytes, recipe.mangled);
}

function mangle(bytes, seed) {
  const random = randomFrom(seed);
  const mangled = Buffer.from(bytes);
  for (let i = 0; i < 1 + (seed % 12); i++)
    mangled[Math.floor(random() * mangled.length)] = Math.floor(random() * 256);
  return random() < 0.2 ? mangled.subarray(0, Math.floor(random() * mangled.length)) : mangled;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A Word document whose paragraphs are the lines of a text; what looks like markup in it is markup of the document. */
function docx(text) {
  const body = text
    .split('\n')
    .map(
      (line) =>
        `<w:p><w:r><w:t>${line.replace(/&/g, '&amp;').replace(/<(?!\/?[a-z])/g, '&lt;')}</w:t></w:r></w:p>`,
    );
  return zip({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`,
  });
}

/** A zip archive as far as readers of Word documents look at it: checksums are left at 0. */
function zip(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(raw.length, 22);
    head.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    head.copy(listed, 6, 4, 30);
    listed.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    list.push(listed, Buffer.from(name));
    at += head.length + name.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** A PDF of one page with a line for each of the text. Its table of objects is left out: readers look for them. */
function pdf(text) {
  const lines = text.split('\n').map((line, i) => {
    const escaped = line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
    return `BT /F 10 Tf 50 ${800 - 12 * (i % 60)} Td (${escaped}) Tj ET`;
  });
  const content = lines.join('\n');
  return Buffer.from(
    `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [4 0 R] >> endobj
3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 3 0 R >> >> >> endobj
5 0 obj << /Length ${content.length} >>
stream
${content}
endstream
endobj
trailer << /Size 6 /Root 1 0 R >>
%%EOF
`,
    'latin1',
  );
}
