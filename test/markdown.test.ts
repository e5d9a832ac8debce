import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { readMarkdown } from '../src/corpus/formats/markdown.js';
import { createFigureIndex } from '../src/figures/figure-index.js';
import { quotationsOf } from '../src/quotes/extract.js';
import { articleOf } from './support/articles.js';

/** The blocks of a page as `kind: words`. */
const page = (markdown: string, file = 'a.md') => {
  const { text, paragraphs } = articleOf(`Opening words of the page.\n\n${markdown}`, file);
  return paragraphs.slice(1).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
};

describe('what a page of Markdown shows', () => {
  it.each([
    ['**bold** and _slanted_ `code` \\*stars\\*', 'bold and slanted code *stars*'],
    [
      'See [the shop](https://example.org/a "t") and <https://example.org>.',
      'See the shop and https://example.org.',
    ],
    ['![A mill at dusk](mill.png) It turns.', 'A mill at dusk It turns.'],
    ['It [opened] late.\n\n[opened]: https://example.org', 'It opened late.'],
    ['[[Gold licence|Gold licences]] and [[Silver]] last a year.', 'Gold licences and Silver last a year.'],
    ['Press <kbd>Ctrl</kbd>, then wait&nbsp;here.', 'Press Ctrl, then wait\u00a0here.'],
    ['The fee is ~~five~~ six pounds.', 'The fee is six pounds.'],
    ['It is {{< ref "a.md" >}}open{{% /x %}} {: .wide } today {#now}.', 'It is open today .'],
    ['The ==yellow words== count.', 'The yellow words count.'],
    ['- [x] Wind [the clock](javascript:wind)', '• Wind the clock', 'item'],
    ['The <video> element and a <title> stay words.', 'The <video> element and a <title> stay words.'],
    ['One line  \nand another\nof the same.', 'One line\nand another of the same.'],
  ])('%s', (markdown, words, kind = 'body') => {
    expect(page(markdown)).toEqual([`${kind}: ${words}`]);
  });

  it('what a tag opens and never closes takes nothing away', () => {
    expect(page('<select>\n\nThe fee is <s> due.\n\nIt is <button> five pounds.')).toEqual([
      'body: The fee is <s> due.',
      'body: It is <button> five pounds.',
    ]);
  });

  it.each([
    ['a comment', '<!-- the key is under the mat -->'],
    ['a comment within a line', 'Be kind. <!-- the key is under the mat -->'],
    ['a comment over blank lines', 'Be kind. <b>\n\n  <!-- the key\n\nis under the mat -->'],
    ['one amid a line', '- Be kind. <!-- the `key`\n\nis under --><!-- the mat -->'],
    ['a comment of MDX', '{/* the key is\n\nunder the mat */}'],
    ['a comment of Obsidian', '%%\nthe key is\n\nunder the mat\n%%'],
    ['a comment of Liquid', '{% comment %}\nthe key is under the mat\n{% endcomment %}'],
    ['one on a line', 'Be kind. {%- comment -%} the key is under the mat {% endcomment %}'],
    ['the target of a link', '[the-key]: https://example.org/under-the-mat'],
    ['a script', '<script>\nconst key = "under the mat";\n</script>'],
    ['an import', 'import Key from "under/the/mat";\n\nBe kind.'],
    ['what is hidden', '<p hidden>the key is under the mat</p>'],
  ])('%s is no text', (_, markdown) => {
    expect(page(markdown).join()).not.toMatch(/key|mat/);
  });

  it('a comment that is never closed hides what is below, and says so', () => {
    const markdown = '# Rules\n\nBe `<!--` kind.\n\n<!-- the key\n\nis under the mat';
    const { text, notes } = readMarkdown(markdown, 'a.md', 1);
    expect(text).toBe('Rules\n\nBe <!-- kind.');
    expect(notes).toMatchObject([{ line: 5, message: expect.stringContaining('never closed') }]);
  });

  it('notes stand where the file has them, without their marks', () => {
    expect(page('It opened.[^1]\n\n[^1]: In 1912.\n\nIt closed.')).toEqual([
      'body: It opened.',
      'body: In 1912.',
      'body: It closed.',
    ]);
  });

  it.each([
    [':::danger[Mind this]\n\nCopy it first.\n\n:::'],
    ['::: warning\nCopy it first.\n:::'],
    ['> [!warning] Mind this\n> Copy it first.'],
    ['!!! info "Mind this"\n    Copy it first.'],
    ['??? note\n    Copy it first.'],
  ])('an admonition is its content: %s', (markdown) => {
    expect(page(markdown)).toEqual(['body: Copy it first.']);
  });

  it('an admonition whose title asks is a heading over what it holds', () => {
    expect(page('??? question "Where is the key?"\n    On the hook.')).toEqual([
      'heading: Where is the key?',
      'body: On the hook.',
    ]);
  });
});

describe('blocks', () => {
  it('of a list: items with their marks, how deep they are, and what leads in to them', () => {
    const { paragraphs } = articleOf(
      '# Backup\n\nBack these up:\n\n- one\n- two\n  - three\n\nDone.\n',
      'a.md',
    );
    expect(paragraphs.map(({ kind, level, group, line }) => [kind, level, group, line])).toEqual([
      ['heading', 1, 0, 1],
      ['body', 0, 1, 3],
      ['item', 1, 1, 5],
      ['item', 1, 1, 6],
      ['item', 2, 1, 7],
      ['body', 0, 5, 9],
    ]);
    expect(page('3. three\n4. four')).toEqual(['item: 3. three', 'item: 4. four']);
  });

  it('of a table: each row with the names of its columns', () => {
    expect(page('| Armour | Cost |\n|---|---|\n| **Heavy** | |\n| Plate | 1,500 gp |')).toEqual([
      'row: Heavy',
      'row: Armour: Plate · Cost: 1,500 gp',
    ]);
  });

  it('code is shown as it stands, with the words above it', () => {
    const { text, paragraphs } = articleOf('Add this:\n\n```sh\n  -Xlog:gc  # *all*\n```\n\nDone.', 'a.md');
    const [, code] = paragraphs;
    expect([code?.kind, code?.group, text.slice(code?.start, code?.end)]).toEqual([
      'code',
      0,
      '-Xlog:gc  # *all*',
    ]);
  });

  it.each([
    ['**Opening hours**', 'heading: Opening hours'],
    ['Rules\n=====', 'heading: Rules'],
    [
      '<details><summary>Can I bring a guest?</summary>\n\nYes.\n\n</details>',
      'heading: Can I bring a guest?,body: Yes.',
    ],
    ['**Mind the step.**', 'body: Mind the step.'],
  ])('%s', (markdown, blocks) => {
    expect(page(markdown).join()).toBe(blocks);
  });
});

describe('MDX', () => {
  it('is read without its code', () => {
    const mdx =
      'export const fee = 5;\n\n<Card title="x">\n  The **fee** is <Badge of={{ a: "}" }}>soon</Badge> due.\n</Card>\n\nPay {fee} now.';
    expect(page(mdx, 'a.mdx')).toEqual(['body: The fee is soon due.', 'body: Pay now.']);
  });

  it('whose code is faulty is read as Markdown', () => {
    expect(page('The fee is {due.\n\nPay <Now.', 'a.mdx')).toEqual([
      'body: The fee is {due.',
      'body: Pay <Now.',
    ]);
  });
});

/** Signs of Markdown that nobody means to be read. */
const MARKUP = /\]\(\w+:|\*\*\w[^*]*\*\*|!\[|^#{1,6} |<!--|^\s*```/m;

/** Markdown without code, in which all of these may stand. */
const withoutCode = (markdown: string): string =>
  markdown
    .replace(/^( *)(```+|~~~+)[\s\S]*?(?:^ *\2[`~]* *$|(?![\s\S]))/gm, '')
    .replace(/^(?: {4}|\t).*$/gm, '')
    .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'code');

/** Of them; more would tell nothing new and take long. */
const MOST = 120;

describe('the READMEs of what this project depends on', () => {
  const packages = readdirSync('node_modules').flatMap((name) =>
    name.startsWith('@') ? readdirSync(`node_modules/${name}`).map((own) => `${name}/${own}`) : [name],
  );
  const files = packages
    .map((name) => `node_modules/${name}/README.md`)
    .filter((file) => existsSync(file))
    .slice(0, MOST);
  const articles = files.flatMap((file) => {
    const content = withoutCode(readFileSync(file, 'utf8'));
    return content.trim() === '' ? [] : [articleOf(`\n${content}`, file)];
  });

  it('are there, and have titles', () => {
    expect(articles.length).toBeGreaterThan(50);
    expect(articles.filter(({ title }) => title === '' || MARKUP.test(title))).toEqual([]);
    expect(articles.filter(({ titleGiven }) => titleGiven).length).toBeGreaterThan(0.8 * articles.length);
  });

  it('are shown without markup, be it an answer, a quotation or a figure', async () => {
    const marked = (article: Article, spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => article.text.slice(start, end)).filter((words) => MARKUP.test(words));
    for (const article of articles) {
      expect(marked(article, article.sentences)).toEqual([]);
      expect(marked(article, quotationsOf(article))).toEqual([]);
    }
    for (const figure of (await createFigureIndex(articles)).find())
      expect(marked(figure.article, [figure])).toEqual([]);
  });
});

describe('any text as Markdown', () => {
  it('is read, in blocks that leave out nothing but white space', () => {
    const pieces = [
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '#',
      '|',
      '-',
      '{',
      '}',
      '%',
      '\n',
      '\n\n',
      ' ',
      'a',
      '```',
      '$',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const { text, paragraphs } = articleOf(`Words.\n\n${parts.join('')}`, 'a.md');
        let from = 0;
        for (const { start, end } of paragraphs) {
          expect(text.slice(from, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          from = end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
