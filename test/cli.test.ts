import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../src/corpus/read.js';
import { MAX_CLAIM_LENGTH, MAX_QUESTION_LENGTH } from '../src/limits.js';
import { folderWith } from './support/folder.js';
import { linesOf, verbatim, verbatimProcess } from './support/process.js';

const { articles } = await readCorpus('corpus');

interface AnswerLine {
  readonly question: string;
  readonly answered: boolean;
  readonly confidence: number;
  readonly answers: readonly {
    readonly article: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly paragraph: { readonly start: number; readonly end: number; readonly number: number };
    readonly score: number;
  }[];
  readonly reason?: string;
}

const answersIn = (stdout: string): AnswerLine[] => linesOf(stdout).map((line) => JSON.parse(line));

function expectSound({ confidence, answered, answers }: AnswerLine): void {
  expect(confidence >= 0 && confidence <= 1).toBe(true);
  if (answered) expect(answers.length).toBeGreaterThan(0);
  const scores = answers.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  for (const { article: id, start, end, text, paragraph } of answers) {
    const article = articles.find((a) => a.id === id);
    expect(text).toBe(article?.text.slice(start, end));
    expect(article?.paragraphs[paragraph.number - 1]).toMatchObject({
      start: paragraph.start,
      end: paragraph.end,
    });
    expect(paragraph.start <= start && end <= paragraph.end).toBe(true);
  }
}

describe('ask --json', () => {
  it('prints the fields that docs/design.md names, in their order, and no other', async () => {
    const { stdout, code, stderr } = await verbatim([
      'ask',
      '--json',
      'how',
      'many',
      'jobs',
      'did SoftBank promise',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [line, ...others] = answersIn(stdout);
    expect(others).toEqual([]);
    expect(Object.keys(line ?? {})).toEqual(['question', 'answered', 'confidence', 'answers']);
    expect(line).toMatchObject({ question: 'how many jobs did SoftBank promise', answered: true });
    expect(Object.keys(line?.answers[0] ?? {})).toEqual([
      'article',
      'start',
      'end',
      'text',
      'paragraph',
      'headings',
      'score',
    ]);
    expect(Object.keys(line?.answers[0]?.paragraph ?? {})).toEqual(['start', 'end', 'number']);
    expect(line?.answers[0]?.text).toContain('50,000 US jobs');
  });

  it('lists the nearest sentences also when the texts do not say', async () => {
    const [line] = answersIn((await verbatim(['ask', '--json', 'which airline did Trump fly with'])).stdout);
    expect(line).toMatchObject({ answered: false });
    expect(line?.answers.length).toBeGreaterThan(0);
  });

  it('gives one line for each line, in order, whatever a line holds', async () => {
    const questions = [
      'where was the meeting held',
      '',
      'x'.repeat(MAX_QUESTION_LENGTH + 1),
      'where\u2028was\u0085the\u000bmeeting\u2029held',
      ' \t ',
      '{"question": "where"}',
      'y'.repeat(1_000_000),
      '\u0000\u001b[31m',
      '🙂 他来了',
      '--top 3',
      'where was the meeting held',
    ];
    const { stdout, code } = await verbatim(['ask', '--json'], `${questions.join('\n')}\n`);
    expect(code).toBe(0);
    const lines = answersIn(stdout);
    expect(lines.map(({ question }) => question)).toEqual(questions);
    for (const line of lines) expectSound(line);
    expect(lines.map(({ reason }) => reason !== undefined)).toEqual(
      questions.map((question) => question.trim() === '' || question.length > MAX_QUESTION_LENGTH),
    );
    for (const { reason, answered, answers } of lines) {
      if (reason !== undefined) expect({ answered, answers }).toEqual({ answered: false, answers: [] });
    }
    expect(lines[0]).toMatchObject({ answered: true });
    expect(lines.at(-1)).toEqual(lines[0]);
  });

  it('takes CRLF, and a last line without an end', async () => {
    const { stdout } = await verbatim(['ask', '--json'], 'jobs\r\n\r\nwine');
    expect(answersIn(stdout).map(({ question }) => question)).toEqual(['jobs', '', 'wine']);
  });

  it('takes bytes that are not UTF-8', async () => {
    const { stdout, code } = await verbatim(['ask', '--json'], Buffer.from('caf\xe9\nwine\n', 'latin1'));
    expect(code).toBe(0);
    expect(answersIn(stdout)).toHaveLength(2);
  });

  it('prints nothing for nothing', async () => {
    expect(await verbatim(['ask', '--json'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('answers many piped questions in order', async () => {
    const dir = await folderWith({ 'note.txt': 'The quarry gave 300 jobs.' });
    const questions = Array.from({ length: 40 }, (_, i) => `how many jobs, number ${i}`);
    const { stdout, code } = await verbatim(
      ['ask', '--json', '--top', '1', '--corpus', dir],
      questions.join('\n'),
    );
    expect(code).toBe(0);
    expect(answersIn(stdout).map(({ question }) => question)).toEqual(questions);
  });

  it('lists as many as --top says', async () => {
    for (const [top, count] of [
      ['1', 1],
      ['7', 7],
    ] as const) {
      const [line] = answersIn((await verbatim(['ask', '--json', '--top', top, 'US jobs'])).stdout);
      expect(line?.answers).toHaveLength(count);
    }
    const [line] = answersIn((await verbatim(['ask', '--json', 'US jobs'])).stdout);
    expect(line?.answers).toHaveLength(5);
  });
});

describe('check --json', () => {
  interface CheckLine {
    readonly claim: string;
    readonly verdict: string;
    readonly confidence: number;
    readonly sentence: {
      readonly article: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    } | null;
    readonly reason?: string;
  }
  const checkedIn = (stdout: string): CheckLine[] => linesOf(stdout).map((line) => JSON.parse(line));

  it('prints the fields that docs/design.md names, in their order, and no other', async () => {
    const claim = 'SoftBank of Japan has already committed to creating 50,000 US jobs.';
    const { stdout, code, stderr } = await verbatim(['check', '--json', ...claim.split(' ')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [line, ...others] = checkedIn(stdout);
    expect(others).toEqual([]);
    expect(Object.keys(line ?? {})).toEqual(['claim', 'verdict', 'confidence', 'sentence']);
    expect(Object.keys(line?.sentence ?? {})).toEqual(['article', 'start', 'end', 'text']);
    expect(line).toMatchObject({ claim, verdict: 'supported', confidence: 1, sentence: { text: claim } });
  });

  it('gives one line for each line, in order, whatever a line holds', async () => {
    const claims = [
      'The meeting was held in Trump Tower.',
      '',
      'x'.repeat(MAX_CLAIM_LENGTH + 1),
      ' \t ',
      '{"claim": "where"}',
      'y'.repeat(1_000_000),
      '\u0000\u001b[31m',
      '🙂 他来了',
      '?!',
      'The meeting was held in Trump Tower.',
    ];
    const { stdout, code } = await verbatim(['check', '--json'], `${claims.join('\n')}\n`);
    expect(code).toBe(0);
    const lines = checkedIn(stdout);
    expect(lines.map(({ claim }) => claim)).toEqual(claims);
    expect(lines.map(({ reason }) => reason !== undefined)).toEqual(
      claims.map((claim) => claim !== 'The meeting was held in Trump Tower.'),
    );
    for (const { verdict, confidence, sentence } of lines) {
      expect(confidence >= 0 && confidence <= 1).toBe(true);
      if (verdict !== 'nothing') expect(sentence).not.toBeNull();
      const article = articles.find(({ id }) => id === sentence?.article);
      expect(sentence?.text).toBe(sentence ? article?.text.slice(sentence.start, sentence.end) : undefined);
    }
    expect(lines.at(-1)).toEqual(lines[0]);
  });
});

describe('for people', () => {
  it('ask shows the question, the words of the text and where they stand', async () => {
    const { stdout } = await verbatim(['ask', 'where was', 'the meeting held']);
    expect(stdout.startsWith('> where was the meeting held\n')).toBe(true);
    expect(stdout).toContain('Trump Tower');
    expect(stdout).toContain('[1] One million jobs');
  });

  it('shows no control characters', async () => {
    const { stdout } = await verbatim(['ask'], 'where\u001b[31m was it\n');
    expect(stdout).toContain('> where␛[31m was it\n');
    expect(stdout).not.toContain('\u001b');
  });

  it('sources lists the texts', async () => {
    const { stdout, code } = await verbatim(['sources']);
    expect(code).toBe(0);
    for (const { id } of articles) expect(stdout).toContain(id);
  });
});

describe('sources --json', () => {
  it('prints a line for each text', async () => {
    const { stdout, code } = await verbatim(['sources', '--json']);
    expect(code).toBe(0);
    const lines = linesOf(stdout).map((line) => JSON.parse(line));
    expect(lines).toEqual(
      articles.map(({ id, title, titleGiven, words, paragraphs }) => ({
        article: id,
        title,
        titleGiven,
        publisher: null,
        date: null,
        url: null,
        words,
        paragraphs: paragraphs.length,
      })),
    );
    const fields = 'article title titleGiven publisher date url words paragraphs';
    for (const line of lines) expect(Object.keys(line).join(' ')).toBe(fields);
  });
});

describe('validate', () => {
  it('finds nothing wrong with the shipped texts', async () => {
    const { code, stdout } = await verbatim(['validate']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('names each file that is not read, with the reason, and what should be mended', async () => {
    const dir = await folderWith({
      'good.txt': 'It rained.',
      'news/note.md': '---\ntitle: A: B\n---\nIt rained.',
      'empty.txt': '',
      'logo.png': 'x',
    });
    const { code, stdout, stderr } = await verbatim(['validate', '--corpus', dir]);
    expect(code).toBe(1);
    expect(linesOf(stdout)).toEqual([
      expect.stringMatching(/^empty\.txt: left out: empty/),
      expect.stringMatching(/^logo\.png: passed over: /),
      expect.stringMatching(/^news\/note\.md:2: note: put the title in quotes/),
    ]);
    expect(stderr).toBe('2 texts were read, 1 file left out, 1 passed over; 1 note. Problems: 1.\n');
    const json = await verbatim(['validate', '--json', '--corpus', dir]);
    expect(linesOf(json.stdout).map((line) => JSON.parse(line))).toMatchObject([
      { file: 'empty.txt', line: null, severity: 'left out' },
      { file: 'logo.png', line: null, severity: 'passed over' },
      { file: 'news/note.md', line: 2, severity: 'note' },
    ]);
  });

  it('is content when every text is read, whatever is noted', async () => {
    const dir = await folderWith({
      'a.md': '---\ncolour: red\n---\nIt rained.',
      'b.md': '---\ndraft: true\n---\nx',
    });
    const { code, stderr } = await verbatim(['validate', '--corpus', dir]);
    expect(code).toBe(0);
    expect(stderr).toContain('One text was read');
    expect(stderr).toContain('Problems: 0.');
  });
});

describe('what goes wrong', () => {
  it.each([
    [[]],
    [['frobnicate']],
    [['ask', '--frobnicate']],
    [['ask', '--top', '0', 'x']],
    [['ask', '--top', '1.5', 'x']],
    [['ask', '--top', 'many', 'x']],
    [['ask', '--top', '101', 'x']],
    [['sources', '--top', '3']],
    [['sources', '--corpus']],
    [['validate', 'x']],
  ])('%j: usage, exit code 2', async (args) => {
    const { code, stdout, stderr } = await verbatim(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('--help is no fault', async () => {
    const { code, stdout } = await verbatim(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ask.*sources.*validate/s);
  });

  it.each(['ask', 'sources', 'validate'])('%s --corpus that is not there: exit code 1', async (what) => {
    const dir = path.join(await folderWith({}), 'none');
    const { code, stdout, stderr } = await verbatim([what, '--corpus', dir], 'x\n');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`There is no folder ${dir}.`);
    expect(linesOf(stderr)).toHaveLength(1);
  });

  it('a faulty text is a warning, and the others answer', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained in the harbour.', 'bad.txt': '' });
    const { code, stdout, stderr } = await verbatim(
      ['ask', '--json', '--corpus', dir, 'where did it rain in the harbour'],
      '',
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: bad\.txt: left out: empty/);
    expect(stderr).toContain(
      'One text was read, 1 file left out. “npm run verbatim -- validate” tells more.',
    );
    expect(answersIn(stdout)[0]?.answers[0]).toMatchObject({
      article: 'good',
      text: 'It rained in the harbour.',
    });
  });

  it('a process ends with that code, and what went wrong is on its standard error alone', async () => {
    const dir = path.join(await folderWith({}), 'none');
    const calls = [['frobnicate'], ['sources', '--corpus', dir], ['ask', '--json']] as const;
    const ended = await Promise.all(calls.map((args) => verbatimProcess(args, 'caf\xe9\nwine')));
    expect(ended.map(({ code, stdout, stderr }) => [code, linesOf(stdout).length, stderr])).toEqual([
      [2, 1, expect.stringContaining('frobnicate')],
      [1, 1, expect.stringContaining(`There is no folder ${dir}.`)],
      [0, 2, ''],
    ]);
  });

  it('a reader that leaves ends it quietly', async () => {
    const child = spawn(process.execPath, ['dist/src/console/cli.js', 'ask', '--json']);
    child.stdin.on('error', () => {});
    child.stdin.end('how many jobs\n'.repeat(20_000));
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
