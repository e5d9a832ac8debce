import { createHash } from 'node:crypto';
import { chmod, mkdir, rename, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { labelOf, nameOf } from '../src/corpus/citation.js';
import { loadArticles } from '../src/corpus/load.js';
import { describeProblems } from '../src/corpus/problem.js';
import { parseArticle, readCorpus } from '../src/corpus/read.js';
import { UserError } from '../src/errors.js';
import { articleOf } from './support/articles.js';
import { folderWith } from './support/folder.js';

const BODY = 'The bridge was opened again on Friday.\n';

/** What a file with this front matter is read as, and what is noted on it. */
async function read(frontMatter: string, body = BODY) {
  return readFile('a.md', `---\n${frontMatter}\n---\n${body}`);
}

async function readFile(file: string, content: string | Uint8Array) {
  const { articles, problems } = await readCorpus(await folderWith({ [file]: content }));
  return { article: articles[0], problems: describeProblems(problems) };
}

describe('front matter', () => {
  it('gives what the file gives, and null for the rest', () => {
    const article = articleOf(
      '---\ntitle: Harbour Notes\npublisher: "The Harbour Post"\ndate: 2020-02-29\n---\nIt rained.\n',
    );
    expect(article).toMatchObject({
      title: 'Harbour Notes',
      titleGiven: true,
      publisher: 'The Harbour Post',
      date: '2020-02-29',
      source: null,
      author: null,
      url: null,
      language: null,
      text: 'It rained.\n',
    });
  });

  it.each([
    [
      'title: T\nsource: s.txt\npublisher: P\nauthor: A\nlanguage: pt-BR',
      { title: 'T', source: 's.txt', publisher: 'P', author: 'A', language: 'pt-BR' },
    ],
    ['Title: Bridge\nDate: 2024-05-17', { title: 'Bridge', date: '2024-05-17' }],
    ['title: 1984', { title: '1984' }],
    ['title: 1.10', { title: '1.10' }],
    ['title: >\n  A long\n  title', { title: 'A long title' }],
    ['title: #general rules', { title: '#general rules' }],
    ['title: Rules of #general', { title: 'Rules of #general' }],
    ['title: Rules # not the title', { title: 'Rules' }],
    ['title: "A \u2028---\u2028 B"', { title: 'A --- B' }],
    ['author: [Ann, Cy]', { author: 'Ann, Cy' }],
    ['authors:\n  - name: Ann\n    url: https://example.org\n  - Cy', { author: 'Ann, Cy' }],
    ['authors:\n  ann:\n    name: Ann Low', { author: 'Ann Low' }],
    ['creator: "[[people/Ann|Ann Low]]"', { author: 'Ann Low' }],
    ['date: 2020', { date: '2020' }],
    ['date: "2020-02"', { date: '2020-02' }],
    ['date: 2024-05-17T10:00:00+00:00', { date: '2024-05-17' }],
    ['date: 2024-05-17 10:00:00 +0800', { date: '2024-05-17' }],
    ['pubDate: Fri, 17 May 2024 10:00:00 GMT', { date: '2024-05-17' }],
    ['published: January 9th, 2017', { date: '2017-01-09' }],
    ['date: 9.1.2017', { date: '2017-01-09' }],
    ['lastmod: 2024/3/4', { date: '2024-03-04' }],
    ['last_update:\n  date: 2024-03-04\n  author: Ann', { date: '2024-03-04' }],
    ['lastmod: 2024-03-04\ndate: 2020', { date: '2020' }],
    ['url: https://example.org/a', { url: 'https://example.org/a' }],
    ['canonical: https://example.org/a\npermalink: /a/\nslug: a', { url: 'https://example.org/a' }],
    ['permalink: /a/\nlink: /b', { url: null }],
    ['source: https://example.org/a', { url: 'https://example.org/a', source: null }],
    ['lang: en_GB', { language: 'en-GB' }],
    ['site:\n  name: Valley Post', { publisher: 'Valley Post' }],
    ['title:\nurl: null\nauthor: []\ndate: ""', { titleGiven: false, url: null, author: null, date: null }],
    ['# only a comment', { titleGiven: false }],
    ['', { titleGiven: false }],
    ['draft: false\npublished: true\nsidebar_position: 3\ntags: [a, b]\nweight: 30\nms.topic: x', {}],
  ])('%j is read, without a word', async (head, expected) => {
    const { article, problems } = await read(head);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({ ...expected, text: expect.stringMatching(/^The bridge was opened/) });
  });

  it.each([
    ['+++\ntitle = "Bridge"\nweight = 3\ndate = 2024-05-17T10:00:00Z\n[extra]\ntoc = true\n+++\n'],
    ['{\n  "title": "Bridge",\n  "date": "2024-05-17",\n  "tags": ["}"]\n}\n'],
    [';;;\n{"title": "Bridge", "date": "2024-05-17"}\n;;;\n'],
    ['---json\n{"title": "Bridge", "date": "2024-05-17"}\n---\n'],
    ['---\ntitle: Bridge\ndate: 2024-05-17\n...\n'],
    ['\n \n---\ntitle: Bridge\ndate: 2024-05-17\n---\n'],
    ['\n\ufeff\n+++\ntitle = "Bridge"\ndate = 2024-05-17\n+++\n'],
  ])('below empty lines, TOML and JSON too: %j', async (head) => {
    const { article, problems } = await readFile('a.txt', head + BODY);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({ title: 'Bridge', date: '2024-05-17', text: BODY });
    expect(article?.paragraphs[0]?.line).toBe(head.split('\n').length);
  });

  it.each([
    ['title: A\nurl: /bridge/', 'a.md:3: note: the field “url” is of no use', { url: null }],
    ['url: javascript:alert(1)', 'a.md:2: note: the field “url”', { url: null }],
    ['date: soon\nlastmod: 2020', 'a.md:2: note: the field “date”', { date: '2020' }],
    ['date: 2017-02-30', 'a.md:2: note: the field “date” .* write it as YYYY', { date: null }],
    ['date: 05/06/2017', 'a.md:2: note: the field “date”', { date: null }],
    ['language: plain English', 'a.md:2: note: the field “language” .* such as en', { language: null }],
    ['title: [a, b]', 'a.md:2: note: the field “title”', { titleGiven: false }],
    ['title: a\nTitle: b', 'a.md:3: note: the field “Title” stands here a second time', { title: 'a' }],
    [
      'colour: red\nsize: 3\nform: round\nmood: good',
      'a.md:2: note: not known .*“colour”, “size”, “form” and 1 more',
      {},
    ],
    ['__proto__: B', 'a.md:2: note: not known .*“__proto__”', {}],
    [
      'title: Patch 1.2: the big one',
      'put the title in quotes, it contains a colon: title: "Patch 1.2: the big one"',
      { title: 'Patch 1.2: the big one' },
    ],
    [
      "title: 'It's here'",
      'put the title in quotes, there are quotation marks within it: title: "It\'s here"',
      { title: "It's here" },
    ],
    [
      'title: *Important* rules',
      'put the title in quotes, it begins with \\*: ',
      { title: '*Important* rules' },
    ],
    ['title: *other', 'put the title in quotes, it begins with \\*: ', { title: '*other' }],
    ['title: @everyone', 'put the title in quotes, it begins with @: ', { title: '@everyone' }],
    ['title: [Draft] Rules', 'put the title in quotes, it begins with \\[: ', { title: '[Draft] Rules' }],
    ['title: "C:\\path"', 'each backslash written twice', { title: 'C:\\path' }],
    [
      'title: "Rules\nauthor: Ann',
      'a.md:2: .* its quotation mark is not closed',
      { title: 'Rules', author: 'Ann' },
    ],
    ['description: a: b\ntitle: A', 'a.md:2: note: put the description in quotes', { title: 'A' }],
    ['title: A\n\tauthor: Ann', 'a.md:3: note: this line begins with a tab', { title: 'A', author: 'Ann' }],
    ['tags: [a, b\ntitle: A', 'a bracket or quotation mark is opened and not closed', { title: 'A' }],
    ['title: A\n  author: Ann', 'this line does not fit those above it', { title: 'A', author: null }],
  ])('%j: the text is there, and the note says what to write', async (head, note, expected) => {
    const { article, problems } = await read(head);
    expect(problems).toEqual([expect.stringMatching(note)]);
    expect(article).toMatchObject({ ...expected, text: BODY.trim() });
  });

  it('prints at most three notes a file', async () => {
    const { article, problems } = await read('author: @ann\ndate: x\nurl: y\nlang: z z\ncolour: red');
    expect(article?.author).toBe('@ann');
    expect(problems).toHaveLength(3);
  });

  it.each([
    'draft: true',
    'publish: false',
    'published: false',
    'Private: yes',
    'title: a: b\ndraft: true',
    'tags: [a\ndraft: true',
  ])('%j leaves the text out, and says so', async (head) => {
    const dir = await folderWith({ 'a.md': `---\n${head}\n---\n${BODY}`, 'b.md': BODY });
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['b']);
    expect(problems).toMatchObject([{ file: 'a.md', severity: 'passed over' }]);
  });

  it.each([
    `+++\ntitle = "A"\ndraft = true # not yet\n\n${BODY}`,
    `+++\ndraft = true\ntags = [\n+++\n${BODY}`,
    `+++\n${Array.from({ length: 3000 }, (_, i) => `a${i} = 1`).join('\n')}\nPrivate = true\n+++\n${BODY}`,
    `---\ntitle: A\ntags:\n  - a\n- b\n\ndraft: true\n\n${BODY}`,
    `---\n# not yet\ndraft: true\n\n${BODY}\n---\n${BODY}`,
    `---\n${Array.from({ length: 3000 }, (_, i) => `a${i}: 1`).join('\n')}\nprivate: "yes"\n---\n${BODY}`,
    `---\n${Array.from({ length: 3000 }, (_, i) => `a${i}: 1`).join('\n')}\nprivate: yes\n\n${BODY}`,
    `\n---\ndraft: true\n---\n${BODY}`,
    `;;;\n{"title": "A"\n  "draft": true,\n}\n;;;\n${BODY}`,
  ])(
    'that is broken, too long or not closed is followed where it leaves the text out: %#',
    async (content) => {
      const { articles, problems } = await readCorpus(await folderWith({ 'a.md': content }));
      expect(articles).toEqual([]);
      expect(problems).toMatchObject([
        { severity: 'passed over', message: expect.stringMatching(/^it says /) },
      ]);
    },
  );

  it.each([
    ['['.repeat(9000)],
    ['a: '.repeat(3000)],
    ['{a: '.repeat(4000)],
    [`a:\n${Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}- b:`).join('\n')}`],
    [`a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nauthor: [*c, *c]`],
    [Array.from({ length: 50_000 }, (_, i) => `field${i}: value`).join('\n')],
    [`title: "${'x: '.repeat(5000)}`],
  ])('however it is nested or filled, the text is there', async (head) => {
    const { article, problems } = await read(head);
    expect(article?.text).toContain(BODY.trim());
    expect(problems.length).toBeLessThanOrEqual(3);
  });

  it('that is not closed is read as far as it looks like it', async () => {
    const { article, problems } = await readFile('a.md', `---\ntitle: A\n\n${BODY}`);
    expect(problems).toEqual([expect.stringMatching(/^a\.md:1: note: .*add a line ---/)]);
    expect(article).toMatchObject({ title: 'A', text: BODY.trim() });
    expect(article?.paragraphs[0]?.line).toBe(4);
  });

  it.each([
    '---\n\nIt rained.\n\n---\n\nIt poured.',
    '---\nIt rained --- a lot.',
    '---\nNote: it rained.\n\nIt poured for days.\n---\nIt stopped.',
    '----\ntitle: A\n---\nIt rained.',
    '{braces} are no front matter',
    '{"a": 1} is some JSON',
  ])('%j has none: it is all text', async (content) => {
    const { article, problems } = await readFile('a.txt', content);
    expect(problems).toEqual([]);
    expect(article?.text).toBe(content);
  });

  it.each([
    ['---\ntitle: A\n---', 'passed over', 'no words below its front matter'],
    ['---\n---\n \n\t\n', 'passed over', 'no words below its front matter'],
    ['![](harbour.png)\n', 'passed over', 'no words in it: it is empty, or has only pictures'],
    ['', 'left out', 'empty; '],
    [' \n\n', 'left out', 'empty; '],
  ])('without a text: %j', (content, severity, message) => {
    expect(parseArticle('a.md', content)).toMatchObject([
      { file: 'a.md', line: null, severity, message: expect.stringContaining(message) },
    ]);
  });
});

describe('the body', () => {
  it.each([
    ['a file without front matter is all body', '  \n\tIt rained. \n\n', '  \n\tIt rained. \n\n'],
    ['it begins right after the closing line', '---\n---\n\n It rained.', '\n It rained.'],
    ['a rule below is text', '---\n---\nIt rained.\n---\nIt poured.', 'It rained.\n---\nIt poured.'],
    ['CRLF becomes LF', '---\r\ntitle: A\r\n---\r\nIt\r\nrained.\r\n', 'It\nrained.\n'],
    ['a lone CR becomes LF', 'It\rrained.\r\r\n', 'It\nrained.\n\n'],
    [
      'nothing else is touched',
      '“It’s” — ﬁne\u00a0… e\u0301\u2028\ufeff',
      '“It’s” — ﬁne\u00a0… e\u0301\u2028\ufeff',
    ],
  ])('%s', (_, content, body) => {
    expect(articleOf(content).text).toBe(body);
  });
});

describe('a title', () => {
  it.each([
    ['rules.md', '# Server rules\n\nBe kind.', 'Server rules', true],
    ['rules.md', '[![build](b.png)](x)\n\nRules\n=====\n\nBe kind.', 'Rules', true],
    ['rules.md', '## About\n\nBe kind.\n\n## More\n\nBe nice.', 'Rules', false],
    ['CHANGELOG.md', '## 2.4.1\n\nIt rains.\n\n## 2.4.0\n\nIt poured.', 'Changelog', false],
    ['tides.txt', 'Tides in the sound\n\nThe boat left at six.', 'Tides in the sound', true],
    [
      'notes/patch-notes_2.md',
      `${'It rained. '.repeat(20)}\n\n# Below\n\nIt poured.`,
      'Patch notes 2',
      false,
    ],
    ['harbour/README.md', 'It rained.', 'Harbour', false],
    ['2024-05-17-town-hall.md', 'It rained.', 'Town hall', false],
    ['v1.2.txt', 'It rained.', 'V1.2', false],
    ['004_2d88f58ca304c8c8.txt', 'It rained in the harbour.', '“It rained in the harbour.”', false],
    ['17.txt', `${'rain and '.repeat(20)}\nsun`, `“${'rain and '.repeat(6)}rain” …`, false],
  ])('of %s', async (file, content, title, titleGiven) => {
    const { article } = await readFile(file, content);
    expect(article).toMatchObject({ title, titleGiven });
  });

  it('comes with the date in a blog’s file name', async () => {
    expect((await readFile('2024-05-17-fair.md', BODY)).article?.date).toBe('2024-05-17');
  });

  it('that two texts have is told apart by folder, date or file', async () => {
    const faq = '---\ntitle: FAQ\n---\nThe kitchen closes at ten.';
    const minutes = (date: string) => `---\ntitle: Minutes\ndate: ${date}\n---\nAll were there.`;
    const dir = await folderWith({
      'paper/faq.md': faq,
      'folia/faq.md': faq,
      'm/a.md': minutes('2024-01'),
      'm/b.md': minutes('2024-02'),
      'same/one.txt': '---\ntitle: Note\n---\nx',
      'same/two.txt': '---\ntitle: note\n---\nx',
      'other.txt': '---\ntitle: Other\n---\nx',
    });
    const { articles } = await readCorpus(dir);
    expect(articles.map((article) => nameOf(article))).toEqual([
      'FAQ (folia)',
      'Minutes (2024-01)',
      'Minutes (2024-02)',
      'Other',
      'FAQ (paper)',
      'Note (same/one)',
      'note (same/two)',
    ]);
    expect(new Set(articles.map((article) => labelOf(article, 100))).size).toBe(articles.length);
  });
});

/** A corpus with these files beside a good one, which must load all the same. */
async function corpusWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const corpus = await readCorpus(await folderWith({ 'good.txt': 'It rained.', ...files }));
  expect(corpus.articles.map(({ id }) => id)).toContain('good');
  return corpus;
}

/** Text in UTF-16 with the bytes of each unit the other way round. */
const bigEndian = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('an encoding', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeff---\ntitle: Café\n---\nA café.')],
    ['UTF-16', Buffer.from('\ufeff---\ntitle: Café\n---\nA café.', 'utf16le')],
    ['UTF-16, high byte first', bigEndian('\ufeff---\ntitle: Café\n---\nA café.')],
    ['UTF-16 without its mark', Buffer.from('---\ntitle: Café\n---\nA café.', 'utf16le')],
  ])('%s is read', async (_, content) => {
    const { article, problems } = await readFile('a.txt', content);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({ title: 'Café', text: 'A café.' });
  });

  it('that is not UTF-8 is Windows-1252, with the line where it shows', async () => {
    const bytes = Buffer.from('It rained.\nThe caf\xe9: tea costs \xa35 \x96 \x93cheap\x94.', 'latin1');
    const { article, problems } = await readFile('a.txt', bytes);
    expect(article?.text).toBe('It rained.\nThe café: tea costs £5 – “cheap”.');
    expect(problems).toEqual([expect.stringMatching(/^a\.txt:2: note: .*Windows-1252.*UTF-8/)]);
  });

  it('is another where that is plain', async () => {
    const text = 'Мост через реку снова открыли в пятницу, он был закрыт одиннадцать недель.';
    const bytes = Uint8Array.from(text, (c) => (c >= 'А' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0)));
    expect((await readFile('a.txt', bytes)).article?.text).toBe(text);
  });

  it('with a broken character is read for the rest', async () => {
    const bytes = Buffer.concat([
      Buffer.from('A café.\nThe café: '),
      Buffer.from([0xe6, 0x9c]),
      Buffer.from('\nÉté.'),
    ]);
    const { article, problems } = await readFile('a.txt', bytes);
    expect(article?.text).toBe('A café.\nThe café: \ufffd\nÉté.');
    expect(problems).toEqual([expect.stringMatching(/^a\.txt:2: note: a character could not be read/)]);
  });

  it('of a file that is no text is none', async () => {
    const { problems } = await corpusWith({
      'bad.md': Buffer.from('GIF89a\0\0'),
      blob: Buffer.from([0, 1, 2, 3]),
    });
    expect(describeProblems(problems)).toEqual([
      expect.stringMatching(/^bad\.md: left out: no text, although its name ends in \.md/),
      'blob: passed over: no text',
    ]);
  });
});

describe('a folder', () => {
  it('a file of 50 MB is named with its size', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.', 'big.txt': 'It' });
    await truncate(path.join(dir, 'big.txt'), 50_000_000);
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(describeProblems(problems)).toEqual([
      expect.stringMatching(/^big\.txt: left out: 50 MB long, more than the 10 MB/),
    ]);
  });

  it('follows links that stay in it, reads each text once, and names the others', async () => {
    const outside = await folderWith({ 'secret.txt': 'It is a secret.' });
    const dir = await folderWith({
      'good.txt': 'It rained.',
      'sub/deep.txt': 'It poured.',
      '.store/plan.txt': 'It snowed.',
    });
    for (const [to, link] of [
      ['good.txt', 'linked.md'],
      ['sub', 'again'],
      ['.store', 'plans'],
      ['.store/plan.txt', 'same.txt'],
      ['..', 'sub/round'],
      ['.', 'sub/here'],
      ['nowhere', 'dangling.md'],
      [path.join(outside, 'secret.txt'), 'out.txt'],
      [outside, 'outside'],
    ] as const)
      await symlink(to, path.join(dir, link));
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good', 'plans/plan', 'sub/deep']);
    expect(describeProblems(problems)).toEqual([
      expect.stringMatching(/^again\/deep\.txt: passed over: a link to what is read anyway/),
      expect.stringMatching(/^dangling\.md: left out: a link that leads to nothing/),
      expect.stringMatching(/^linked\.md: passed over: a link to what is read anyway/),
      expect.stringMatching(/^out\.txt: left out: a link out of the corpus folder/),
      expect.stringMatching(/^outside: left out: a link out of the corpus folder/),
      expect.stringMatching(/^same\.txt: passed over: a link to what is read anyway/),
    ]);
  });

  it('that is taken away while it is listed is an error in plain words', async () => {
    for (let i = 0; i < 100; i++) {
      const dir = await folderWith({ 'good.txt': 'It rained.' });
      const listed = readCorpus(dir).catch((error: unknown) => error);
      for (let turn = 0; turn < i % 10; turn++) await setImmediate();
      await rename(dir, `${dir}-gone`);
      const found = await listed;
      await rename(`${dir}-gone`, dir);
      if (found instanceof Error) expect(found).toBeInstanceOf(UserError);
    }
  });

  it('leaves out what is hidden, what is installed, and what its ignore file names', async () => {
    const { articles, problems } = await corpusWith({
      '.hidden.md': 'x',
      '.git/x.md': 'x',
      'node_modules/x/README.md': 'x',
      'docs/~$plan.docx': 'x',
      'drafts/a.md': 'x',
      'b.old.md': 'x',
      'keep.old.md': 'It poured.',
      '.verbatimignore': '# not yet\ndrafts/\n*.old.md\n!keep.old.md\n',
    });
    expect(articles.map(({ id }) => id)).toEqual(['good', 'keep.old']);
    expect(problems).toEqual([]);
  });

  it('reads texts of many names, and names what it does not read', async () => {
    const { articles, problems } = await corpusWith({
      'b/c/Deep.MD': '# Deep\n\nIt rained.',
      'a b.v2.txt': 'It rained.',
      'README.md': 'How to add texts.',
      'rules.markdown': 'x',
      'page.mdx': 'x',
      'chat.log': 'x',
      'guide.rst': 'x',
      LICENSE: 'x',
      'book.epub': 'x',
      'fees.xlsx': 'x',
      'site.css': 'x',
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`pics/${name}.png`, 'x'])),
    });
    expect(articles.map(({ id }) => id)).toEqual([
      'LICENSE',
      'README',
      'a b.v2',
      'b/c/Deep',
      'chat',
      'good',
      'guide',
      'page',
      'rules',
    ]);
    expect(describeProblems(problems)).toEqual([
      expect.stringMatching(/^book\.epub: left out: \.epub files are not read; save/),
      'fees.xlsx: left out: .xlsx files are not read; save each sheet as .csv',
      '4 files (pics/a.png, pics/b.png, pics/c.png, …): passed over: pictures are not read',
      'site.css: passed over: programs and settings are not read',
    ]);
  });

  it('a folder called x.md is a folder', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.', 'x.md/inner.txt': 'It poured.' });
    await mkdir(path.join(dir, 'empty.md'));
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good', 'x.md/inner']);
    expect(problems).toEqual([]);
  });

  it('of two files of one name, the second is known by its whole name', async () => {
    const { articles, problems } = await corpusWith({
      'news/rain.md': 'It rained a lot.',
      'news/rain.txt': 'It rained a little.',
      'news/rain.txt.md': 'It did not rain.',
    });
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ['good', 'It rained.'],
      ['news/rain', 'It rained a lot.'],
      ['news/rain.txt', 'It rained a little.'],
      ['news/rain.txt.md', 'It did not rain.'],
    ]);
    expect(problems).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read is named in plain words', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.', 'locked.md': 'x' });
    await chmod(path.join(dir, 'locked.md'), 0);
    const { problems } = await readCorpus(dir);
    expect(describeProblems(problems)).toEqual([
      expect.stringMatching(/^locked\.md: left out: .*may not read it/),
    ]);
  });

  it('has a stamp that changes when a text does', async () => {
    const stampOf = async (files: Record<string, string>) => (await corpusWith(files)).stamp;
    const stamp = await stampOf({ 'a.txt': 'It rained.' });
    expect(stamp).toMatch(/^[\w-]{6}$/);
    expect(await stampOf({ 'a.txt': 'It rained.' })).toBe(stamp);
    expect(await stampOf({ 'a.txt': 'It rained' })).not.toBe(stamp);
    expect(await stampOf({ 'b.txt': 'It rained.' })).not.toBe(stamp);
  });

  it('tells file by file how far its reading has come', async () => {
    const told: string[] = [];
    const dir = await folderWith({ 'a.txt': 'It rained.', 'b.txt': '', 'c.txt': 'It snowed.' });
    await readCorpus(dir, undefined, (done, all) => void told.push(`${done} of ${all}`));
    expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('that is not there, or a file, is an error that says what to set', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.' });
    const at = (name: string) => path.join(dir, name);
    await expect(readCorpus(at('none'))).rejects.toThrow(`There is no folder ${at('none')}. Set CORPUS_DIR`);
    await expect(readCorpus(at('good.txt'))).rejects.toThrow(`${at('good.txt')} is a file, not a folder.`);
    await expect(readCorpus(path.relative('.', at('none')))).rejects.toThrow(at('none'));
  });

  it.each([
    [{}, /^The folder .* holds no text yet\. Put texts there/, []],
    [{ 'bad.md': '' }, /^None of the files in .* can be read as a text\./, [/^bad\.md: left out: empty/]],
  ])('without a text is nothing to answer from: %j', async (files, error, told) => {
    const warnings: string[] = [];
    const all = { warn: (warning: string) => void warnings.push(warning), info: () => {} };
    await expect(loadArticles(await folderWith(files), all)).rejects.toThrow(error);
    expect(warnings).toEqual(told.map((line) => expect.stringMatching(line)));
  });
});

describe('the shipped corpus', async () => {
  const corpus = await readCorpus('corpus');

  it('has no faults', () => {
    expect(describeProblems(corpus.problems)).toEqual([]);
  });

  it('has the two articles, with what is known of them and no more', () => {
    const unknown = { publisher: null, author: null, date: null, url: null, language: null };
    expect(corpus.articles).toMatchObject([
      {
        id: 'one-million-jobs',
        title: 'One million jobs',
        titleGiven: false,
        source: '004_2d88f58ca304c8c8.txt',
        ...unknown,
      },
      {
        id: 'us-jobs-program',
        title: 'Trump Discusses Potential US Jobs Program with Alibaba CEO Jack Ma',
        titleGiven: true,
        source: '000_3a7420d63caa0189.txt',
        ...unknown,
      },
    ]);
  });

  /** SHA-256 of the bodies as they were given. */
  it.each([
    ['one-million-jobs', '2ce39a443db030e951e474bc2e245585ce81b71d7d161154b0dd38b94f1f95cd'],
    ['us-jobs-program', 'c31c944fbef621edf4dff7cefe5810d9d43bc891f51483fd1e5a0818f8049997'],
  ])('holds %s byte for byte', (id, sha256) => {
    const text = corpus.articles.find((article) => article.id === id)?.text ?? '';
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  });

  it('tells headings from sentences', () => {
    const headings = corpus.articles.flatMap(({ text, paragraphs }) =>
      paragraphs.filter((p) => p.kind !== 'body').map((p) => `${p.kind} ${text.slice(p.start, p.end)}`),
    );
    expect(headings).toEqual([
      'heading Alibaba’s Focus for the American Mid-West',
      'heading Trump Thrilled With Ma',
      'heading Trump Discusses Potential US Jobs Program with Alibaba CEO Jack Ma',
    ]);
  });
});
