import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CorpusReader } from '../../preview/corpus.js';
import { Answerer } from '../../src/answer/answerer.js';
import { loadArticles } from '../../src/corpus/load.js';
import { UNCACHED } from '../../src/search/vectors.js';
import { makeCorpus } from '../discord/verbatim.js';
import { sharedModel } from '../support/model.js';

const REPORT = `# The works

The works at Lindholm employ 412 people. “We go on building ships,” said Anna Berg, who runs them.

## Ships

- The Petrel is 96 metres long.
- The Tern is 41 metres long.
`;

/** It closes what it opens, but other test files of this process read with the shared networks too. */
const opened = async () => ({ ...(await sharedModel()), close: async () => {} });

const reader = (corpusDir: string, cacheDir: string) =>
  new CorpusReader({ corpusDir, cacheDir, modelThreads: 1 }, opened);

describe('the corpus as the bot sees it', () => {
  let corpus: Awaited<ReturnType<typeof makeCorpus>>;
  let cache: string;
  let texts: CorpusReader;
  beforeAll(async () => {
    corpus = await makeCorpus({
      'works.md': REPORT,
      'empty.txt': '',
      'note.txt': 'A note of a few words.\n',
    });
    cache = await mkdtemp(path.join(tmpdir(), 'verbatim-preview-'));
    texts = reader(corpus.dir, cache);
  });
  afterAll(async () => {
    await texts.close();
    await corpus.remove();
    await rm(cache, { recursive: true });
  });

  it('lists the texts, and what was left out with the reason', async () => {
    const { summary, texts: listed, problems } = await texts.overview();
    expect(summary).toMatch(/2 texts were read, 1 file left out\.$/);
    expect(listed.map(({ id }) => id)).toEqual(['note', 'works']);
    expect(problems).toEqual([
      { file: 'empty.txt', line: null, severity: 'left out', message: expect.stringMatching(/empty/) },
    ]);
  });

  it('shows a text block by block, of which no character is lost', async () => {
    const { blocks } = await texts.text('works');
    expect(blocks.map(({ kind, level, line }) => [kind, level, line])).toEqual([
      ['heading', 1, 1],
      ['body', 0, 3],
      ['heading', 2, 5],
      ['item', 1, 7],
      ['item', 1, 8],
    ]);
    const words = blocks.map(({ segments }) => segments.map(({ text }) => text).join(''));
    expect(words[1]).toBe(
      'The works at Lindholm employ 412 people. “We go on building ships,” said Anna Berg, who runs them.',
    );
  });

  it('marks quotations and figures where they stand', async () => {
    const { blocks } = await texts.text('works');
    const marked = blocks.flatMap(({ segments, marks }) =>
      segments.flatMap(({ text, marks: at }) => at.map((i) => [marks[i]?.kind, text, marks[i]?.about])),
    );
    expect(marked).toEqual([
      ['figure', '412', expect.stringMatching(/^= 412 .*holder: .*works/i)],
      ['quotation', 'We go on building ships,', 'Anna Berg, by “said”'],
      ['figure', '96', expect.stringMatching(/^= 96 metre/)],
      ['figure', '41', expect.stringMatching(/^= 41 metre/)],
    ]);
  });

  it('tells of a text that there is not', () =>
    expect(texts.text('none')).rejects.toThrow('There is no text “none”.'));

  it.each([
    'how many people work at Lindholm?',
    'how long is the Tern?',
    'how long is the Albatross?',
    'who runs the works?',
    'what is the capital of Peru?',
    'how many people did the works employ in 1950?',
  ])('explains just what is answered: %s', async (question) => {
    const articles = (await loadArticles(corpus.dir, { warn: () => {}, info: () => {} })).articles;
    const answerer = await Answerer.create(articles, await sharedModel(), UNCACHED);
    const { outcome, confidence, candidates } = await answerer.answer(question);
    const explained = await texts.explain(question);
    const sum = explained.signals.reduce((all, { value, weight }) => all + value * weight, 0);
    expect(explained.confidence).toBeCloseTo(confidence, 6);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(confidence, 6);
    const verdicts = { says: 'The texts say', closest: 'Closest passage', silent: 'The texts do not say' };
    expect(explained.outcome).toBe(verdicts[outcome]);
    const [first] = candidates;
    const firsts = explained.windows.flatMap(({ sentences }) => sentences.filter(({ isFirst }) => isFirst));
    expect(firsts.map(({ words }) => words)).toEqual([first?.article.text.slice(first.start, first.end)]);
  });

  it.each([
    ['', 'The question is empty.'],
    ['x'.repeat(400), 'The question has 400 characters; at most 300 are looked up.'],
    ['hi there', 'The texts do not say: no network reads this'],
    ['wie viele Leute arbeiten in der Werft und warum?', 'The texts do not say: no network reads this'],
  ])('says so where nothing is weighed: %s', async (question, outcome) => {
    expect(await texts.explain(question)).toMatchObject({ outcome, signals: [], windows: [] });
  });

  it('sees a text that is new', async () => {
    await writeFile(path.join(corpus.dir, 'heron.txt'), 'The Heron is 77 metres long.\n');
    // A file that is being written is not read.
    await expect.poll(async () => (await texts.overview()).texts.length, { timeout: 10_000 }).toBe(3);
    const { windows } = await texts.explain('how long is the Heron?');
    expect(windows[0]?.text).toBe('heron');
  });
});
