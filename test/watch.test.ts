import { appendFile, mkdir, readdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CorpusFolder } from '../src/corpus/corpus-folder.js';
import { Libraries } from '../src/libraries.js';
import type { Library } from '../src/library.js';
import { folderWith } from './support/folder.js';
import { sharedModel } from './support/model.js';
import { patient } from './support/patience.js';
import { verbatim } from './support/process.js';

const HERE = '111111111111111111';
const THERE = '222222222222222222';

/** What no text is. */
const FAULTY = 'GIF89a\0\0';

/** Writes a file that nobody has touched for a while. */
async function save(dir: string, file: string, content: string): Promise<void> {
  const full = path.join(dir, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, content);
  const past = new Date(Date.now() - 60_000);
  await utimes(full, past, past);
}

const textsIn = ({ articles }: { articles: readonly { id: string; text: string }[] }) =>
  Object.fromEntries(articles.map(({ id, text }) => [id, text.trim()]));

describe('a corpus folder that is read again', () => {
  afterEach(() => void vi.useRealTimers());

  it('reads only what has changed: all else stays the object that it was', async () => {
    const dir = await folderWith({ 'a.md': '# Ferry\n\nIt sails at nine.', 'b/c.txt': 'It rained.' });
    const folder = new CorpusFolder(dir);
    const [ferry, rain] = (await folder.read('anew')).for(null).articles;
    await save(dir, 'a.md', '# Ferry\n\nIt sails at ten.');
    await save(dir, 'd.md', 'It snowed.');
    const after = (await folder.read('changed')).for(null);
    expect(textsIn(after)).toMatchObject({ a: expect.stringContaining('ten'), d: 'It snowed.' });
    expect(after.articles[0]).not.toBe(ferry);
    expect(after.articles[1]).toBe(rain);
    await rename(path.join(dir, 'd.md'), path.join(dir, 'e.md'));
    await rm(path.join(dir, 'a.md'));
    expect(textsIn((await folder.read('changed')).for(null))).toEqual({
      'b/c': 'It rained.',
      e: 'It snowed.',
    });
    const again = await folder.read('anew');
    expect(again.for(null).articles[0]).toBe(rain);
    expect(again.for(null).stamp).not.toBe(after.stamp);
  });

  it('leaves a file that is being written as it was, and does not read a new one', async () => {
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.' });
    const folder = new CorpusFolder(dir);
    await folder.read('anew');
    await appendFile(path.join(dir, 'a.txt'), ' It opens aga');
    await writeFile(path.join(dir, 'b.txt'), 'Nobody kno');
    const { mtimeMs } = await stat(path.join(dir, 'b.txt'));
    vi.useFakeTimers({ toFake: ['Date'], now: mtimeMs + 100 });
    const busy = await folder.read('changed');
    expect([folder.isBusy, textsIn(busy.for(null))]).toEqual([true, { a: 'The bridge is closed.' }]);
    expect(textsIn((await folder.read('anew')).for(null))).toMatchObject({ a: 'The bridge is closed.' });
    expect(folder.isBusy).toBe(true);
    vi.setSystemTime(mtimeMs + 1000);
    const rested = await folder.read('changed');
    expect(folder.isBusy).toBe(false);
    expect(textsIn(rested.for(null))).toEqual({
      a: 'The bridge is closed. It opens aga',
      b: 'Nobody kno',
    });
  });

  it('knows that a file is being written where there is no other text', async () => {
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.' });
    const folder = new CorpusFolder(dir);
    await folder.read('anew');
    await rm(path.join(dir, 'a.txt'));
    await writeFile(path.join(dir, 'b.txt'), 'It rai');
    const { mtimeMs } = await stat(path.join(dir, 'b.txt'));
    vi.useFakeTimers({ toFake: ['Date'], now: mtimeMs + 100 });
    await expect(folder.read('changed')).rejects.toThrow('no text');
    expect(folder.isBusy).toBe(true);
  });

  it('keeps the last good text of a file that is faulty now, and says so', async () => {
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.', 'b.txt': 'It rained.' });
    const folder = new CorpusFolder(dir);
    await folder.read('anew');
    await save(dir, 'a.txt', FAULTY);
    for (const how of ['changed', 'changed', 'anew'] as const) {
      const { articles, problems } = (await folder.read(how)).for(null);
      expect(textsIn({ articles })).toMatchObject({ a: 'The bridge is closed.' });
      expect(problems).toEqual([
        expect.objectContaining({ file: 'a.txt', message: expect.stringContaining('as it was before') }),
      ]);
    }
    await save(dir, 'a.txt', 'The bridge is open.');
    const mended = (await folder.read('changed')).for(null);
    expect(textsIn(mended)).toMatchObject({ a: 'The bridge is open.' });
    expect(mended.problems).toEqual([]);
  });

  it.each(['', ' \n\n', '---\ntitle: Bridge\n---\n'])('drops a text that is emptied: %j', async (content) => {
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.', 'b.txt': 'It rained.' });
    const folder = new CorpusFolder(dir);
    await folder.read('anew');
    await save(dir, 'a.txt', content);
    const { articles, problems } = (await folder.read('changed')).for(null);
    expect(textsIn({ articles })).toEqual({ b: 'It rained.' });
    expect(problems).toMatchObject([
      { file: 'a.txt', message: expect.stringMatching(/^(?:empty|no words)/) },
    ]);
  });

  it('drops a text that asks not to be shown', async () => {
    const dir = await folderWith({ 'a.md': 'The bridge is closed.', 'b.md': 'It rained.' });
    const folder = new CorpusFolder(dir);
    await folder.read('anew');
    await save(dir, 'a.md', '---\ndraft: true\n---\nThe bridge is closed.');
    expect(textsIn((await folder.read('changed')).for(null))).toEqual({ b: 'It rained.' });
  });

  it('keeps all when the folder is emptied or taken away', async () => {
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.' });
    const folder = new CorpusFolder(dir);
    const before = await folder.read('anew');
    await rm(path.join(dir, 'a.txt'));
    await expect(folder.read('changed')).rejects.toThrow(/holds no text/);
    await rm(dir, { recursive: true });
    await expect(folder.read('anew')).rejects.toThrow(/There is no folder/);
    await save(dir, 'a.txt', 'The bridge is closed.');
    expect((await folder.read('changed')).for(null).articles[0]).toBe(before.for(null).articles[0]);
  });

  it('shows a server what all see and its own, and nothing of another, nor of its problems', async () => {
    const dir = await folderWith({
      'rules.md': '# Rules\n\nBe kind.',
      [`servers/${HERE}/rules.md`]: '# Rules\n\nBe here.',
      [`servers/${HERE}/deep/plan.txt`]: 'We meet here.',
      [`servers/${HERE}/empty.txt`]: '',
      [`servers/${THERE}/plan.txt`]: 'We meet there.',
      [`servers/${THERE}/secret.txt`]: '',
      'servers/my club/plan.txt': 'We meet at the club.',
      'servers/plan.txt': 'We meet anywhere.',
    });
    const contents = await new CorpusFolder(dir).read('anew');
    const seen = (server: string | null) => Object.values(textsIn(contents.for(server))).sort();
    expect(seen(null)).toEqual(['Rules\n\nBe kind.']);
    expect(seen(HERE)).toEqual(['Rules\n\nBe here.', 'Rules\n\nBe kind.', 'We meet here.']);
    expect(seen(THERE)).toEqual(['Rules\n\nBe kind.', 'We meet there.']);
    expect(seen('333333333333333333')).toEqual(seen(null));
    expect([...contents.servers]).toEqual([HERE, THERE]);
    expect(contents.for(HERE).articles.map(({ id }) => id)).toContain('deep/plan');
    expect(contents.for(null).articles[0]?.distinction).toBeNull();
    const files = (server: string | null) => contents.for(server).problems.map(({ file }) => file);
    expect([files(null), files(HERE), files(THERE)]).toEqual([
      [],
      [`servers/${HERE}/empty.txt`],
      [`servers/${THERE}/secret.txt`],
    ]);
    const told = contents.whole.problems.filter(({ message }) => message.includes('no server sees it'));
    expect(told.map(({ file }) => file)).toEqual(['servers/my club/plan.txt', 'servers/plan.txt']);
    const stamps = [null, HERE, THERE].map((server) => contents.for(server).stamp);
    expect(new Set(stamps).size).toBe(3);
  });

  it('follows no link to what another server sees, or all do not', async () => {
    const dir = await folderWith({
      'rules.md': 'Be kind.',
      [`servers/${HERE}/plan.txt`]: 'We meet here.',
      [`servers/${THERE}/old.txt`]: 'We met there.',
    });
    for (const [to, link] of [
      [`servers/${HERE}`, 'here'],
      ['servers', 'all'],
      [`servers/${HERE}/plan.txt`, 'plan.txt'],
      [`../${HERE}/plan.txt`, `servers/${THERE}/plan.txt`],
      [`${HERE}`, 'servers/333333333333333333'],
      ['plan.txt', `servers/${HERE}/again.txt`],
      ['../../rules.md', `servers/${HERE}/rules.md`],
    ] as const)
      await symlink(to, path.join(dir, link));
    const contents = await new CorpusFolder(dir).read('anew');
    const seen = (server: string | null) => Object.values(textsIn(contents.for(server))).sort();
    expect(seen(null)).toEqual(['Be kind.']);
    expect(seen(HERE)).toEqual(['Be kind.', 'Be kind.', 'We meet here.']);
    expect(seen(THERE)).toEqual(['Be kind.', 'We met there.']);
    expect(seen('333333333333333333')).toEqual(['Be kind.']);
    const told = contents.whole.problems.filter(({ message }) => /only one server sees; copy/.test(message));
    expect(told.map(({ file }) => file)).toEqual([
      'all',
      'here',
      'plan.txt',
      `servers/${THERE}/plan.txt`,
      'servers/333333333333333333',
    ]);
  });
});

describe('the command line', () => {
  it('checks the texts of servers too, and answers from none of them', async () => {
    const dir = await folderWith({
      'ferry.txt': 'The ferry sails at nine.',
      [`servers/${HERE}/plan.txt`]: 'The party is in the old mill.',
      [`servers/${HERE}/empty.txt`]: '',
    });
    const checked = await verbatim(['validate', '--corpus', dir]);
    expect(checked).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(`^servers/${HERE}/empty.txt: left out`),
    });
    for (const args of [['ask', 'Where is the party?'], ['sources'], ['ask', '"old mill"']]) {
      const { stdout, stderr } = await verbatim([...args, '--json', '--corpus', dir]);
      expect(stdout + stderr).not.toMatch(/in the old mill|plan|empty/);
    }
  });
});

describe('the libraries of a folder that is watched', () => {
  const FERRY = 'When does the ferry to Orrin Bridge sail?';

  async function open(files: Record<string, string>, { waits } = { waits: true }) {
    const dir = await folderWith(files);
    const told: string[] = [];
    const say = (message: string) => void told.push(message);
    const settings = { corpusDir: dir, cacheDir: await folderWith({}), modelThreads: 1, waits };
    const libraries = await Libraries.open(settings, { warn: say, info: say }, sharedModel());
    await libraries.warmUp();
    await libraries.watch();
    onTestFinished(() => libraries.close());
    return { dir, told, libraries, cacheDir: settings.cacheDir };
  }

  async function firstOf(library: Library): Promise<string> {
    const { answered, candidates } = await library.answer(FERRY);
    const [first] = candidates;
    return answered && first ? first.article.text.slice(first.start, first.end) : '';
  }

  const eventually = (check: () => Promise<void> | void) =>
    vi.waitFor(check, { timeout: patient(20_000), interval: 50 });

  it('answer from a text as it is now, and go on with the old one for who was handed it', async () => {
    const { dir, libraries } = await open({
      'ferry.txt': 'The ferry to Orrin Bridge sails at nine.',
      'mill.txt': 'The mill burned down in 1911.',
    });
    const before = libraries.common;
    expect(await firstOf(before)).toContain('nine');
    await writeFile(path.join(dir, '.ferry.tmp'), 'The ferry to Orrin Bridge sails at ten.');
    await rename(path.join(dir, '.ferry.tmp'), path.join(dir, 'ferry.txt'));
    await eventually(async () => expect(await firstOf(libraries.common)).toContain('ten'));
    expect(libraries.common.stamp).not.toBe(before.stamp);
    expect(await firstOf(before)).toContain('nine');
    expect(libraries.common.articles.at(-1)).toBe(before.articles.at(-1));
  });

  it('answer, when they are not to wait, before all sentences have been read', async () => {
    const rain = Array.from({ length: 400 }, (_, i) => `In the year ${i} it rained for ${i + 2} days.`);
    const files = Array.from({ length: 4 }, (_, i) => [`a/rain ${i}.txt`, rain.join(` ${i}. `)]);
    const { libraries, cacheDir } = await open(
      { ...Object.fromEntries(files), 'ferry.txt': 'The ferry to Orrin Bridge sails at nine.' },
      { waits: false },
    );
    expect(await firstOf(libraries.common)).toContain('nine');
    const kept = await readdir(cacheDir, { recursive: true });
    expect(kept.filter((name) => name.endsWith('.extract'))).toHaveLength(5);
    expect(kept.filter((name) => name.endsWith('.vectors')).length).toBeLessThan(5);
  });

  it('take many changes at a time as a few', async () => {
    const { dir, told, libraries } = await open({ 'ferry.txt': 'It rained.' });
    const names = Array.from({ length: 300 }, (_, i) => `folder ${i % 7}/text ${i}.txt`);
    for (const i of [0, 1, 2, 3, 4, 5, 6]) await mkdir(path.join(dir, `folder ${i}`));
    await Promise.all(names.map((name, i) => writeFile(path.join(dir, name), `The toll was ${i} pence.`)));
    await eventually(() => expect(libraries.common.articles).toHaveLength(301));
    expect(told.filter((line) => line.includes('texts were read')).length).toBeLessThan(30);
  });

  it('give a server its own texts when it gets some, and take them away with the folder', async () => {
    const { dir, libraries, cacheDir } = await open({ 'mill.txt': 'The mill burned down in 1911.' });
    expect(await libraries.for(HERE)).toBe(libraries.common);
    expect(await firstOf(libraries.common)).toBe('');
    const common = await readdir(cacheDir, { recursive: true });
    await save(dir, `servers/${HERE}/ferry.txt`, 'The ferry to Orrin Bridge sails at nine.');
    await eventually(async () => expect(await firstOf(await libraries.for(HERE))).toContain('nine'));
    expect(await libraries.for(THERE)).toBe(libraries.common);
    expect(await firstOf(libraries.common)).toBe('');
    expect((await readdir(cacheDir, { recursive: true })).length).toBeGreaterThan(common.length);
    await rm(path.join(dir, 'servers'), { recursive: true });
    await eventually(async () => expect(await libraries.for(HERE)).toBe(libraries.common));
    await eventually(async () => expect(await readdir(cacheDir, { recursive: true })).toEqual(common));
  });

  it('say when a save is faulty, once, and go on', async () => {
    const { dir, told, libraries } = await open({ 'ferry.txt': 'The ferry to Orrin Bridge sails at nine.' });
    await writeFile(path.join(dir, 'ferry.txt'), FAULTY);
    const complaints = () => told.filter((line) => line.startsWith('ferry.txt: left out'));
    await eventually(() => expect(complaints()).toHaveLength(1));
    await libraries.reload();
    expect(complaints()).toHaveLength(1);
    expect(await firstOf(libraries.common)).toContain('nine');
  });

  it('tell a server of its files when none of them can be read', async () => {
    const { libraries } = await open({ 'mill.txt': 'It burned.', [`servers/${HERE}/plan.txt`]: FAULTY });
    const { texts, lines } = await (await libraries.for(HERE)).reload();
    expect([texts, lines]).toEqual([1, [expect.stringMatching(`^servers/${HERE}/plan.txt: left out`)]]);
    expect((await libraries.common.reload()).lines).toEqual([]);
  });

  it('read all when somebody asks, but not twice in half a minute, and name no folder of the machine', async () => {
    const { dir, told, libraries } = await open({ 'mill.txt': 'It burned.' });
    const readings = () => told.filter((line) => line.startsWith('One text was read')).length;
    const before = readings();
    expect(await libraries.common.reload()).toMatchObject({ texts: 1, isRecent: false });
    expect(await libraries.common.reload()).toMatchObject({ texts: 1, isRecent: true });
    expect(readings()).toBe(before + 1);
    await rm(dir, { recursive: true });
    await eventually(() => expect(told.at(-1)).toContain(`There is no folder ${dir}`));
    const why = await libraries.common.reload().catch(String);
    expect(why).toMatch(/could not be read again; the bot’s log says why.*go on answering/);
    expect(why).not.toContain(dir);
  });
});
