import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from './support/folder.js';
import { type Ended, linesOf, start } from './support/process.js';

/** What is typed, in the order in which one process is given all of it. */
const SESSION = {
  answers: `where was the meeting held

/ask who is the head of SoftBank
/sources
/help
/frobnicate
what is the weather in Paris
`,
  hostile: `${'x'.repeat(100_000)}\nwh\u001b[31mat\nwhere was the meeting held\n`,
  more: '/sources us-jobs-program\n/sources nothing of the kind\nUS jobs\nmore\nmore\n',
  miss: 'when was Jack Ma born\nmore\n',
};

const typed = (part: keyof typeof SESSION) => linesOf(SESSION[part]).filter((line) => line !== '').length;

/** The bot without a token, as `npm start` runs it, its input piped. */
describe('the bot in a pipe', () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await start(Object.values(SESSION).join(''));
  });

  /** What is printed to the lines of a part, without the lines themselves. */
  function printed(part: keyof typeof SESSION): string[] {
    const parts = Object.keys(SESSION) as (keyof typeof SESSION)[];
    const before = parts.slice(0, parts.indexOf(part)).reduce((sum, one) => sum + typed(one), 0);
    return ended.stdout
      .split(/^> .*\n/m)
      .slice(1)
      .slice(before, before + typed(part));
  }

  it('answers line by line, in order; a bare line asks', () => {
    const { code, stdout, stderr } = ended;
    expect(code).toBe(0);
    const [bare = '', asked = '', sources = '', help = '', unknown = '', miss = ''] = printed('answers');
    expect(bare).toContain('Trump Tower');
    expect(bare).toMatch(/^ *\[1\] \w/m);
    expect(asked).toContain('Masayoshi Son');
    expect(sources).toMatch(/one-million-jobs.*us-jobs-program/s);
    expect(help).toMatch(/\/ask.*\/sources/s);
    expect(unknown).toMatch(/There is no command \/frobnicate.*\/ask, .*\/help/);
    expect(miss).toContain('The texts do not say.');
    const all = typed('answers') + typed('hostile') + typed('more') + typed('miss');
    expect(linesOf(stdout).filter((line) => line.startsWith('> '))).toHaveLength(all);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/DISCORD_TOKEN/);
    expect(linesOf(stderr)).toHaveLength(1);
  });

  it('ends at exit, in whatever case', async () => {
    const { code, stdout } = await start('/help\nExit\nwhere was the meeting held\n');
    expect(code).toBe(0);
    expect(linesOf(stdout).filter((line) => line.startsWith('> '))).toEqual(['> /help']);
  });

  it('reads the folder again on /reload, and tells what is left out', async () => {
    const dir = await folderWith({ 'note.txt': 'The gate opens at nine.', 'empty.txt': '' });
    const { stdout } = await start('/reload\n', { CORPUS_DIR: dir });
    expect(stdout).toMatch(/One text was read, 1 file left out:\n.*empty\.txt: left out/s);
  });

  it('reads a text in full, and shows the next passage on "more"', () => {
    const [full = '', none = '', first = '', second = '', third = ''] = printed('more');
    expect(full).toContain('increase US exports.');
    expect(none).toMatch(/No source is called “nothing of the kind”. Try one-million-jobs, us-jobs-program/);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(second).toMatch(/\[1\]/);
  });

  it('tells on a miss how to see the nearest passages, which are not called an answer', () => {
    const [miss = '', nearest = ''] = printed('miss');
    expect(miss).toBe('The texts do not say.\nmore: Show the nearest passages\n\n');
    expect(nearest).toMatch(/^The texts do not say\. Nearest passages, not an answer:/);
  });

  it('takes lines that are too long, and control characters, and goes on', () => {
    const [long = '', , answer = ''] = printed('hostile');
    expect(long).toMatch(/at most 300/);
    expect(ended.stdout).toContain('wh␛[31mat');
    expect(answer).toContain('Trump Tower');
  });

  it('with nothing on its input has nobody to answer: exit code 2', async () => {
    const { code, stdout, stderr } = await start('');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^There is no DISCORD_TOKEN and nothing on standard input.*\n$/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s with exit code 0', async (signal) => {
    const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '' };
    const child = spawn(process.execPath, ['dist/src/main.js'], { stdio: ['pipe', 'pipe', 'ignore'], env });
    child.stdin?.write('/help\n');
    child.stdout?.once('data', () => child.kill(signal));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))('says so when its output cannot be written: exit code 1', async () => {
    const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '' };
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, ['dist/src/main.js'], { stdio: ['pipe', full, 'pipe'], env });
    closeSync(full);
    child.stdin?.end('/help\n');
    let told = '';
    child.stderr?.on('data', (text) => {
      told += text;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(told).toMatch(/^The output could not be written: .*no space left on device.*\n$/);
  });

  it('so it does without an input at all', async () => {
    const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '' };
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      stdio: ['ignore', 'ignore', 'ignore'],
      env,
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
  });

  it('with a token that is none tells so without telling it: exit code 2', async () => {
    for (const token of ['hunter2-hunter2', `Bot ${'M'.repeat(24)}.${'a'.repeat(6)}.${'b'.repeat(30)}`]) {
      const { code, stdout, stderr } = await start('where was the meeting held\n', { DISCORD_TOKEN: token });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^DISCORD_TOKEN is not a bot token; .*\n$/);
      expect(stderr).not.toContain(token);
    }
  });

  it('with no texts has nothing to answer from: exit code 1', async () => {
    const dir = await folderWith({});
    const { code, stdout, stderr } = await start('where was it\n', { CORPUS_DIR: dir });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The folder .* holds no text yet\. .*CORPUS_DIR.*\n$/);
  });

  it('with a faulty text warns of it and answers from the others', async () => {
    const dir = await folderWith({
      'bad.md': '',
      'good.txt': 'The ferry sank in March.',
    });
    const { code, stdout, stderr } = await start('when did the ferry sink\n', { CORPUS_DIR: dir });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: bad\.md: left out: empty.*\nOne text was read, 1 file left out\./);
    expect(stdout).toContain('The ferry sank in March.');
  });
});
