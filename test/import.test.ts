import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Document } from '../src/corpus/formats/document.js';
import { readMarkdown } from '../src/corpus/formats/markdown.js';
import { readPage } from '../src/corpus/formats/page.js';
import { pageTree } from '../src/corpus/formats/page-tree.js';
import { readCorpus } from '../src/corpus/read.js';
import { isPublic } from '../src/import/addresses.js';
import { fetchAddress } from '../src/import/fetch.js';
import { markdownOf } from '../src/import/markdown.js';
import { fileNameOf } from '../src/import/text-folder.js';
import { docx, lines, paragraph, pdf } from './support/documents.js';
import { folderWith } from './support/folder.js';
import { linesOf, verbatim } from './support/process.js';

/** What a path of a server answers: content with its type, or all of it. */
type Answer = readonly [type: string, content: string | Uint8Array] | RequestListener;

/** A server on this machine, which stops when the test ends. Its requests are kept. */
async function serving(answers: Readonly<Record<string, Answer>>) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    if (typeof answer === 'function') answer(request, response);
    else if (answer) response.setHeader('content-type', answer[0]).end(answer[1]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const redirectTo =
  (location: string): RequestListener =>
  (_, response: ServerResponse) =>
    void response.writeHead(302, { location }).end();

/** Imports into a folder, from this machine too. */
const importInto = (dir: string, ...sources: readonly string[]) =>
  verbatim(['import', '--allow-private', '--into', dir, ...sources]);

/** What is read of a folder: of each text what is known and its blocks in words. */
async function textsIn(dir: string) {
  const { articles, problems } = await readCorpus(dir);
  expect(problems).toEqual([]);
  return articles.map((article) => ({ ...article, blocks: inWords(article.text, article.paragraphs) }));
}

const inWords = (text: string, blocks: Document['blocks']) =>
  blocks.map(
    ({ kind, level, start, end }) =>
      `${kind}${level || ''} ${text.slice(start, end).replace(/\s+/g, ' ').trim()}`,
  );

const PROSE =
  'The weir was built of oak in the year of the great flood, and every spring its gates are opened for the fish to pass.';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | River Post</title>
<meta property="og:site_name" content="River Post"><meta name="author" content="Ann Lind">
<meta property="article:published_time" content="2024-03-01T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/all">All news</a></nav>
<main><h1>${title}</h1><p>${PROSE}</p><p>${PROSE}</p>${body}</main><footer>All rights reserved</footer></body></html>`;

const WEIR = page(
  'The weir: opened *again*',
  `<p>Bring with you:</p><ol start="2"><li>a <b>bag</b></li><li>a cart<ul><li>with 1. wheel</li></ul></li></ol>
<h3># Prices</h3><table><tr><th>What</th><th>Price</th></tr><tr><td>Trout | fresh</td><td>3 pounds</td></tr></table>
<pre>open --gates\n  <em>all</em></pre><p>First line<br>- second line</p>`,
);

describe('an address', () => {
  it('of a page becomes a text with what the page says of itself, which reads as the page does', async () => {
    const { base } = await serving({ '/weir': ['text/html', WEIR] });
    const dir = path.join(await folderWith({}), 'new', 'folder');
    const { code, stdout, stderr } = await importInto(dir, `${base}/weir#top`);
    const file = path.join(dir, 'the-weir-opened-again.md');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${file}: new, from ${base}/weir#top\n`,
      stderr: '',
    });
    expect(await readFile(file, 'utf8')).toContain(
      `---\ntitle: "The weir: opened *again*"\nauthor: Ann Lind\npublisher: River Post\ndate: 2024-03-01\nurl: ${base}/weir\nlang: en\n---\n# The weir: opened \\*again\\*\n`,
    );
    const [text] = await textsIn(dir);
    const [direct] = await textsIn(await folderWith({ 'weir.html': WEIR }));
    expect(text?.blocks).toEqual(direct?.blocks);
    expect(text?.paragraphs.map(({ group }) => group)).toEqual(direct?.paragraphs.map(({ group }) => group));
    const { title, author, publisher, date, language } = direct ?? {};
    expect(text).toMatchObject({ title, author, publisher, date, language, url: `${base}/weir` });
  });

  it('of a PDF, a Word document or a text becomes one too', async () => {
    const { base } = await serving({
      '/a': [
        'application/pdf',
        pdf([lines(72, 100, [PROSE.slice(0, 60)])], { info: '/Title (Weir report)' }),
      ],
      '/minutes.docx': [
        'application/octet-stream',
        docx(paragraph('Minutes', 'Heading1') + paragraph(PROSE)),
      ],
      '/raw/Rules.md': [
        'text/plain; charset=utf-8',
        '---\nlayout: x\n---\n# Rules of the *weir*\n\n[No](x) boats.',
      ],
      '/menu.txt': ['text/plain; charset=windows-1252', Buffer.from('The caf\xe9 opens at nine.', 'latin1')],
      '/list': ['text/csv', 'Fish,Price\nTrout,3\nPike,4\n'],
    });
    const dir = await folderWith({});
    const paths = ['/a', '/minutes.docx', '/raw/Rules.md', '/menu.txt', '/list'];
    const { code, stderr } = await importInto(dir, ...paths.map((at) => base + at));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const texts = await textsIn(dir);
    expect(texts.map(({ id, title, blocks }) => [id, title, blocks])).toEqual([
      ['list', 'List', ['row Fish: Trout · Price: 3', 'row Fish: Pike · Price: 4']],
      ['menu', 'Menu', ['body The café opens at nine.']],
      ['minutes', 'Minutes', ['heading1 Minutes', `body ${PROSE}`]],
      ['rules-of-the-weir', 'Rules of the weir', ['heading1 Rules of the weir', 'body No boats.']],
      ['weir-report', 'Weir report', [`body ${PROSE.slice(0, 60)}`]],
    ]);
    expect(await readFile(path.join(dir, 'rules-of-the-weir.md'), 'utf8')).toContain(
      '# Rules of the *weir*\n\n[No](x)',
    );
  });

  it('is read in the encoding that the server names', async () => {
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const wrong = Buffer.concat([Buffer.from('<meta charset="iso-8859-1"><p>'), cyrillic]);
    const { base } = await serving({ '/a': ['text/html; charset="Windows-1251"', wrong] });
    const dir = await folderWith({});
    await importInto(dir, `${base}/a`);
    expect((await textsIn(dir))[0]?.text).toBe('Привет');
  });

  it('imported again replaces its file, whatever its title is now, and no other', async () => {
    let title = 'The weir';
    const { base } = await serving({
      '/weir': (_, response) => void response.setHeader('content-type', 'text/html').end(page(title, '')),
      '/other': ['text/html', page('The weir', '<p>Another one.</p>')],
    });
    const dir = await folderWith({ 'the-weir.txt': 'My own notes.' });
    const own = path.join(dir, 'the-weir-2.md');
    expect((await importInto(dir, `${base}/weir`)).stdout).toBe(`${own}: new, from ${base}/weir\n`);
    title = 'The new weir';
    expect((await importInto(dir, `${base}/weir`)).stdout).toBe(`${own}: updated, from ${base}/weir\n`);
    expect((await importInto(dir, `${base}/other`)).stdout).toContain('the-weir-3.md: new');
    expect((await textsIn(dir)).map(({ id, title: read, text }) => [id, read, text.slice(0, 12)])).toEqual([
      ['the-weir', 'The weir', 'My own notes'],
      ['the-weir-2', 'The new weir', 'The new weir'],
      ['the-weir-3', 'The weir', 'The weir\n\nTh'],
    ]);
    expect(await readdir(dir)).toHaveLength(3);
  });

  it('may redirect and come packed', async () => {
    const packed =
      (encoding: string, bytes: Buffer): RequestListener =>
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding })
          .end(bytes);
    const { base } = await serving({
      '/old': redirectTo('/newer'),
      '/newer': redirectTo('weir'),
      '/weir': packed('gzip', gzipSync(WEIR)),
      '/br': packed('br', brotliCompressSync(page('Packed', ''))),
    });
    const dir = await folderWith({});
    const { code, stderr } = await importInto(dir, `${base}/old`, `${base}/br`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await textsIn(dir)).map(({ title, url }) => [title, url])).toEqual([
      ['Packed', `${base}/br`],
      ['The weir: opened *again*', `${base}/old`],
    ]);
  });
});

describe('what cannot be imported', () => {
  it('is told in a line each, and the others are imported', async () => {
    const { base } = await serving({
      '/weir': ['text/html', WEIR],
      '/picture': ['image/png', 'x'],
      '/none': (_, response) => void response.writeHead(200).end('x'),
      '/loop': redirectTo('/loop'),
      '/file': redirectTo('file:///etc/hostname'),
      '/secret': redirectTo('http://me:word@127.0.0.1/'),
      '/no': (_, response) => void response.writeHead(403).end(),
      '/out': (_, response) => void response.writeHead(503).end(),
      '/cut': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': 100 }).write('<p>half');
        setTimeout(() => response.destroy(), 20);
      },
      '/feed': ['application/rss+xml', '<rss version="2.0"><channel><item>'],
      '/empty': ['text/html', '<img src="a.png">'],
      '/draft.md': ['text/markdown', '---\ndraft: true\n---\nNot yet.'],
      '/zip': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'compress' })
          .end('x'),
      '/damaged': (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('x'),
    });
    const dir = await folderWith({ 'here/a.png': 'x' });
    const into = path.join(dir, 'into');
    const secure = base.replace('http', 'https');
    const failing: readonly (readonly [string, RegExp])[] = [
      [`${base}/missing`, /no such page/],
      [`${base}/picture`, /“image\/png”, which is not read/],
      [`${base}/none`, /without a type/],
      [`${base}/loop`, /more than 5 times/],
      [`${base}/file`, /only addresses that begin with https/],
      [`${base}/secret`, /name or password/],
      [`${base}/no`, /does not allow/],
      [`${base}/out`, /out of order/],
      [`${base}/cut`, /connection broke/],
      [`${base}/feed`, /no feed/],
      [`${base}/empty`, /no words/],
      [`${base}/draft.md`, /draft: true/],
      [`${base}/zip`, /packed/],
      [`${base}/damaged`, /damaged/],
      [`${secure}/weir`, /no secure connection/],
      ['http://127.0.0.1:1/', /nothing answers there/],
      ['http://nowhere.invalid/', /no site of that name|looked up/],
      ['http://me@127.0.0.1/', /name or password/],
      ['ftp://127.0.0.1/a', /only addresses that begin with https/],
      ['https://', /no web address/],
      [path.join(dir, 'gone.html'), /no such file/],
      [path.join(dir, 'here'), /a folder/],
      [path.join(dir, 'here/a.png'), /pictures are not read/],
    ];
    const sources = [...failing.map(([source]) => source), `${base}/weir`];
    const { code, stdout, stderr } = await importInto(into, ...sources);
    expect(code).toBe(1);
    expect(linesOf(stdout)).toEqual([`${into}/the-weir-opened-again.md: new, from ${base}/weir`]);
    const told = linesOf(stderr);
    expect(told).toHaveLength(failing.length);
    for (const [at, [source, reason]] of failing.entries()) {
      expect(told[at]).toMatch(reason);
      expect(told[at]?.startsWith(`${source}: not imported: `)).toBe(true);
      expect(told[at]).not.toMatch(/\bE[A-Z]{4,}|\berrno|Error\b/);
    }
  });

  it('is a private address, unless asked for: written as it may be, by name, and behind a redirect', async () => {
    const { base, requests } = await serving({ '/weir': ['text/html', WEIR] });
    const { port } = new URL(base);
    const dir = await folderWith({});
    const hosts = [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '10.0.0.1',
    ];
    const { code, stdout, stderr } = await verbatim([
      'import',
      '--into',
      dir,
      ...hosts.map((host) => `http://${host}:${port}/weir`),
    ]);
    expect({ code, stdout, requests }).toEqual({ code: 1, stdout: '', requests: [] });
    expect(linesOf(stderr)).toHaveLength(hosts.length);
    for (const line of linesOf(stderr)) expect(line).toContain('add --allow-private');
    expect(await readdir(dir)).toEqual([]);
  });

  it.each(['127.0.0.1', 'localhost'])('is a page that redirects to one: %s', async (host) => {
    const far = await serving({ '/weir': ['text/html', WEIR] });
    const { port } = new URL(far.base);
    const near = await serving({ '/to': redirectTo(`http://${host}:${port}/weir`) });
    let asked = 0;
    // The first address passes for a public one.
    const visit = { mayVisit: () => asked++ === 0, check: () => {} };
    await expect(fetchAddress(new URL(`${near.base}/to`), visit)).rejects.toThrow('--allow-private');
    expect(near.requests).toEqual(['/to']);
    expect(far.requests).toEqual([]);
  });

  it('is whatever is not of the public internet', () => {
    const open = ['8.8.8.8', '93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:8.8.8.8'];
    const special =
      `127.8.8.8 10.1.1.1 172.31.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
      198.18.0.1 :: ::1 ::7f00:1 ::ffff:192.168.0.1 64:ff9b::a00:1 2002:a00:1:: fe80::1 fe80::1%eth0 fd00::1 fec0::1 ff02::1
      2001:db8::1 nonsense`.split(/\s+/);
    expect([...open, ...special].filter(isPublic)).toEqual(open);
  });

  it('is too large a page, packed or not, announced or not', async () => {
    const endless: RequestListener = (_, response) => {
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(1_000_000, 'x'))) {}
      };
      response.writeHead(200, { 'content-type': 'text/plain' }).on('drain', more);
      more();
    };
    const { base } = await serving({
      '/bomb': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(100_000_000))),
      '/endless': endless,
      '/announced': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-length': 30_000_000 })
          .flushHeaders(),
    });
    const dir = await folderWith({});
    const { code, stderr } = await importInto(dir, `${base}/bomb`, `${base}/endless`, `${base}/announced`);
    expect(code).toBe(1);
    for (const line of linesOf(stderr)) expect(line).toContain('longer than the 20 MB');
    expect(linesOf(stderr)).toHaveLength(3);
  });

  it('is a page that takes too long, at its beginning or in the middle', async () => {
    const { base } = await serving({
      '/silent': () => {},
      '/slow': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    });
    const visit = { mayVisit: () => true, check: () => {}, milliseconds: 300 };
    for (const at of ['/silent', '/slow'])
      await expect(fetchAddress(new URL(base + at), visit)).rejects.toThrow('longer than 1 seconds');
  });
});

describe('a feed', () => {
  const item = (title: string, inner: string) => `<item><title>${title}</title>${inner}</item>`;

  it('becomes a text for each entry: of what it holds, else of the page that it links to', async () => {
    const { base, requests } = await serving({
      '/feed': [
        'text/xml',
        `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>River Post</title><language>en-gb</language>
${item('Gates &amp;amp; locks', `<link>/gates</link><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${PROSE}</p><ul><li>Two gates</li></ul>]]></content:encoded>`)}
${item('Weir', '<link>/weir</link><description>Read on.</description>')}
${item('Lost', '<link>/lost</link><description>Read on.</description>')}
${item('Con', '<description>&lt;p&gt;No link at all.&lt;/p&gt;</description>')}</channel></rss>`,
      ],
      '/weir': ['text/html', WEIR],
    });
    const dir = await folderWith({});
    const { code, stdout, stderr } = await importInto(dir, `${base}/feed`);
    expect(code).toBe(1);
    expect(stderr).toBe(`/lost: not imported: the site has no such page; check the address\n`);
    expect(linesOf(stdout)).toHaveLength(3);
    expect(requests).toEqual(['/feed', '/weir', '/lost']);
    const texts = await textsIn(dir);
    expect(texts.map(({ id, title, publisher, date, url }) => [id, title, publisher, date, url])).toEqual([
      ['gates-locks', 'Gates & locks', 'River Post', '2024-05-06', `${base}/gates`],
      ['text-con', 'Con', 'River Post', null, null],
      ['the-weir-opened-again', 'The weir: opened *again*', 'River Post', '2024-03-01', `${base}/weir`],
    ]);
    expect(texts[0]?.blocks).toEqual([`body ${PROSE}`, 'item1 • Two gates']);
    const again = linesOf((await importInto(dir, `${base}/feed`)).stdout);
    expect(again.map((line) => /: ([\w ]+), from/.exec(line)?.[1])).toEqual([
      'updated',
      'updated',
      'there already',
    ]);
  });

  it('may be Atom or JSON Feed, from a file, and is imported to a limit', async () => {
    const entry = (n: number) =>
      `<entry><id>${n}</id><title>Entry ${n}</title><link href="https://river.example/${n}"/><updated>2024-05-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words ${n} &amp; more.</p></div></content></entry>`;
    const entries = Array.from({ length: 60 }, (_, n) => entry(n)).join('');
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'River Post',
      items: [{ id: '1', url: 'https://river.example/plain', content_text: 'Plain words of a note.' }],
    };
    const dir = await folderWith({
      'feeds/news.atom': `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>x</id>${entries}</feed>`,
      'feeds/feed.json': JSON.stringify(json),
    });
    const into = path.join(dir, 'texts');
    const feeds = ['news.atom', 'feed.json'].map((name) => path.join(dir, 'feeds', name));
    const { code, stderr } = await verbatim(['import', '--into', into, ...feeds]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `${feeds[0]}: note: the feed has more entries; the first 50 are imported\n`,
    });
    const texts = await textsIn(into);
    expect(texts).toHaveLength(51);
    expect(texts.find(({ title }) => title === 'Entry 7')).toMatchObject({
      text: 'Words 7 & more.',
      publisher: 'News',
      date: '2024-05-01',
      url: 'https://river.example/7',
    });
    expect(texts.find(({ url }) => url?.endsWith('plain'))).toMatchObject({ text: 'Plain words of a note.' });
  });
});

describe('a file on this machine', () => {
  it('is imported, and once more only if it is not the same any more', async () => {
    const dir = await folderWith({ 'Report 2.html': WEIR });
    await mkdir(path.join(dir, 'texts'));
    const file = path.join(dir, 'Report 2.html');
    const into = path.join(dir, 'texts');
    expect((await importInto(into, file)).stdout).toContain('the-weir-opened-again.md: new');
    expect((await importInto(into, file)).stdout).toContain('the-weir-opened-again.md: there already');
    await writeFile(file, WEIR.replace('3 pounds', '4 pounds'));
    expect((await importInto(into, file)).stdout).toContain('the-weir-opened-again-2.md: new');
    expect((await textsIn(into)).map(({ source, url }) => [source, url])).toEqual([
      ['Report 2.html', null],
      ['Report 2.html', null],
    ]);
  });

  it('is not written where a file stands in place of the folder', async () => {
    const dir = await folderWith({ 'a.txt': 'A note.', 'b.txt': 'Another.' });
    const { code, stderr } = await importInto(path.join(dir, 'a.txt'), path.join(dir, 'b.txt'));
    expect(code).toBe(2);
    expect(stderr).toContain('name another with --into');
  });
});

describe('the name of a file', () => {
  it.each([
    ['The bridge: opened again?', 'the-bridge-opened-again'],
    ['../../etc/passwd', 'etcpasswd'],
    ['CON', 'text-con'],
    ['com1', 'text-com1'],
    ['?!', 'text'],
    ['Über das Wehr', 'über-das-wehr'],
    ['.hidden', 'hidden'],
  ])('is made of the title: %s', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });

  it('is one that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = fileNameOf(title);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[.-]|[. -]$|^$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(230);
      }),
    );
  });
});

describe('Markdown that is written', () => {
  /** What means something in Markdown, in its dialects or in how a text is read, among words. */
  const MARKS = [
    ...[
      '*',
      '_',
      '__',
      'a_b',
      '~~',
      '`',
      '```',
      '[x]',
      '[^1]',
      '![[f]]',
      '[[w|x]]',
      '==',
      '=',
      '{{ a }}',
      '{% b %}',
    ],
    ...[
      '{#id}',
      '%%',
      '&lt;!--',
      '--&gt;',
      '&lt;b>',
      '&amp;amp;',
      '#',
      '##',
      '>',
      '-',
      '+',
      '1.',
      '12)',
      ':::',
      '!!!',
    ],
    ...['=== "Tab"', '|', '| --- |', '\\', 'import x', '[TOC]', '{/*', '{% comment %}', 'By Ann Lee', '---'],
    ...[
      '<b>bold</b>',
      '<br>',
      '<br><br>',
      '&nbsp;',
      '\u2028',
      '“q”',
      ':',
      'x?',
      'é',
      '汉字',
      'Words',
      'and more.',
    ],
  ];
  const words = fc
    .array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(' '));
  const { blocks } = fc.letrec<{ blocks: string; block: string; list: string; item: string }>((tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 6 }).map((all) => all.join('\n')),
    block: fc.oneof(
      { depthSize: 'small' },
      words.map((all) => `<p>${all}</p>`),
      fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([level, all]) => `<h${level}>${all}</h${level}>`),
      words.map((all) => `<pre>${all}\n\n\t${all}</pre>`),
      fc
        .tuple(words, words)
        .map(
          ([a, b]) => `<table><tr><th>a</th><th>${b}</th></tr><tr><td>${a}</td><td>${b}</td></tr></table>`,
        ),
      tie('list'),
    ),
    list: fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol start="7"'),
        fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      )
      .map(([tag, items]) => `<${tag}>${items.join('')}</${tag.slice(0, 2)}>`),
    item: fc.oneof(
      { depthSize: 'small' },
      words.map((all) => `<li>${all}</li>`),
      fc.tuple(words, words).map(([a, b]) => `<li><p>${a}</p><p>${b}</p></li>`),
      fc.tuple(words, words).map(([a, b]) => `<li>${a}<pre>${b}</pre></li>`),
      fc.tuple(words, tie('list')).map(([a, list]) => `<li>${a}${list}</li>`),
      tie('list').map((list) => `<li>${list}</li>`),
    ),
  }));

  const readBack = (document: Document) => readMarkdown(markdownOf(document), 'a.md', 1);

  it('reads back as the blocks of the page, whatever stands in them', () => {
    fc.assert(
      fc.property(blocks, (html) => {
        const document = readPage(pageTree(html, { fragment: true }));
        const back = readBack(document);
        expect(inWords(back.text, back.blocks)).toEqual(inWords(document.text, document.blocks));
      }),
      { numRuns: 300 },
    );
  });

  it('does so for the documents of the packages installed here', () => {
    const files = readdirSync('node_modules')
      .map((name) => path.join('node_modules', name, 'README.md'))
      .filter((file) => existsSync(file));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files.slice(0, 40)) {
      const document = readMarkdown(readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'), 'a.md', 1);
      const back = readBack(document);
      expect(inWords(back.text, back.blocks)).toEqual(inWords(document.text, document.blocks));
    }
  });
});

it('nothing that the bot loads can import a text', () => {
  const modules = ['src', 'commands'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) =>
          name.endsWith('.ts') && !name.startsWith('import') && name !== path.join('console', 'verbatim.ts'),
      )
      .map((name) => path.join(dir, name)),
  );
  expect(modules.length).toBeGreaterThan(50);
  for (const file of modules)
    expect(readFileSync(file, 'utf8')).not.toMatch(/from '.*\/import\/|node:https?'/);
});
