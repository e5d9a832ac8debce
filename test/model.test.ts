import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DIMENSIONS, type Encoded } from '../src/model/messages.js';
import { type Model, openModel } from '../src/model/model.js';
import { encodeWithCache } from '../src/model/vector-cache.js';
import { folderWith } from './support/folder.js';

const model = await openModel();
afterAll(() => model.close());

const piecesOf = ({ pieces, ends }: Encoded, i: number) => [...pieces.slice(ends[i - 1] ?? 0, ends[i])];

describe('the files', () => {
  it.each(readFileSync('data/model/SHA256SUMS', 'utf8').trim().split('\n'))('%s', (line) => {
    const [hash, file = ''] = line.split(/\s+/);
    const content = readFileSync(path.join('data/model', file));
    expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
  });
});

describe('the runtime', () => {
  /** From 1.29 on it writes an identifier into the home folder and looks for a host of its makers'. */
  it('has no address to report to', () => {
    const folder = path.join('node_modules/onnxruntime-node/bin/napi-v6', process.platform, process.arch);
    const libraries = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)));
    expect(libraries.length).toBeGreaterThan(0);
    for (const library of libraries) expect(library.includes('events.data.microsoft.com')).toBe(false);
  });
});

describe('the networks', () => {
  /** Texts and their pieces, by the tokenizer's own library (train/pieces.py). */
  const known: readonly { text: string; ids: number[] }[] = JSON.parse(
    readFileSync('test/fixtures/pieces.json', 'utf8'),
  );

  it('take texts apart as in training', async () => {
    const encoded = await model.encode(known.map(({ text }) => text));
    for (const [i, { text, ids }] of known.entries())
      expect([text, piecesOf(encoded, i)]).toEqual([text, ids]);
  });

  it('place what means the same near to each other', async () => {
    const { vectors } = await model.encode([
      'The bridge is closed for repairs.',
      'Apples are sold by weight.',
    ]);
    const { cosines } = await model.compare('why can I not cross the bridge', vectors);
    expect(cosines[0]).toBeGreaterThan((cosines[1] ?? 1) + 0.3);
  });

  it('score the sentence that answers above the others, and a heading not at all', async () => {
    const texts = [
      'Opening hours',
      'The museum is next to the station.',
      'It opens at nine and closes at six.',
    ];
    const encoded = await model.encode(texts);
    const { pieces, cosines } = await model.compare('when does the museum open', encoded.vectors);
    const parts = texts.map((_, i) => ({
      pieces: Uint16Array.from(piecesOf(encoded, i)),
      cosine: i === 0 ? null : (cosines[i] ?? 0),
    }));
    const [scores] = await model.read(pieces, [{ context: new Uint16Array(), parts }]);
    expect(scores).toHaveLength(2);
    expect(scores?.[1]).toBeGreaterThan(scores?.[0] ?? 0);
    expect(scores?.[1]).toBeGreaterThan(0);
  });

  it('do the same for one window as for several', async () => {
    const encoded = await model.encode(['The museum opens at nine.', words(150)]);
    const question = (await model.compare('when does the museum open', encoded.vectors)).pieces;
    const windows = [0, 1].map((i) => ({
      context: new Uint16Array(),
      parts: [{ pieces: Uint16Array.from(piecesOf(encoded, i)), cosine: 0.5 }],
    }));
    const together = (await model.read(question, windows)).map(([score]) => score);
    const alone = await Promise.all(
      windows.map(async (window) => (await model.read(question, [window]))[0]?.[0]),
    );
    for (const i of [0, 1]) expect(together[i]).toBeCloseTo(alone[i] ?? 0, 0);
  });

  it('let the process exit while they run', async () => {
    const script = `import { openModel } from './dist/src/model/model.js';
      const model = await openModel();
      model.encode(Array.from({ length: 500 }, (_, i) => 'The bridge number ' + i + ' is open.')).catch(() => {});
      setTimeout(() => process.exit(7), 100);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
    expect(await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)))).toBe(
      7,
    );
  });

  it('end when they are closed', async () => {
    const other = await openModel(1);
    await other.close();
    await expect(other.encode(['a'])).rejects.toThrow('ended');
  });
});

const words = (count: number) => 'word '.repeat(count);

describe('the cache of vectors', () => {
  /** A model that counts the texts it is given. */
  const counting = () => {
    const encoded: string[] = [];
    const counted: Model = {
      ...model,
      encode: (texts) => {
        encoded.push(...texts);
        return model.encode(texts);
      },
    };
    return { encoded, counted };
  };
  const options = (dir: string, warnings: string[] = []) => ({
    dir,
    name: 'texts',
    onProgress: () => {},
    warn: (message: string) => warnings.push(message),
  });
  const TEXTS = ['The bridge is closed.', 'It rained.', 'The bridge is closed.', ''];

  it('gives the same without making it again, and makes only what is new', async () => {
    const dir = await folderWith({});
    const { encoded, counted } = counting();
    const first = await encodeWithCache(counted, TEXTS, options(dir));
    expect(encoded).toHaveLength(3);
    expect(await encodeWithCache(counted, TEXTS, options(dir))).toEqual(first);
    expect(encoded).toHaveLength(3);
    const more = await encodeWithCache(counted, [...TEXTS, 'It snowed.'], options(dir));
    expect(encoded.slice(3)).toEqual(['It snowed.']);
    expect(more.vectors.values.slice(0, 4 * DIMENSIONS)).toEqual(first.vectors.values.slice());
  });

  it('makes nothing that is in memory, and keeps what another name has there once', async () => {
    const dir = await folderWith({});
    const memory = new Map();
    const { encoded, counted } = counting();
    const common = { ...options(dir), memory };
    await encodeWithCache(counted, TEXTS, common);
    await encodeWithCache(counted, [...TEXTS, 'It snowed.'], common);
    const own = { ...options(dir), name: 'own', base: 'texts', memory };
    const together = await encodeWithCache(counted, [...TEXTS, 'It snowed.', 'It froze.'], own);
    expect(encoded.slice(3)).toEqual(['It snowed.', 'It froze.']);
    expect(together.ends).toHaveLength(TEXTS.length + 2);
    expect(memory.get('own').size).toBe(1);
    const alone = await encodeWithCache(counted, ['It froze.'], { ...options(dir), name: 'own' });
    expect(encoded).toHaveLength(5);
    expect(together.vectors.values.slice(-DIMENSIONS)).toEqual(alone.vectors.values.slice());
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'changed',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('is made anew with one warning when it is %s', async (_, broken) => {
    const dir = await folderWith({});
    const first = await encodeWithCache(model, TEXTS, options(dir));
    const [file = ''] = await filesIn(dir);
    await writeFile(file, broken(await readFile(file)));
    const warnings: string[] = [];
    expect(await encodeWithCache(model, TEXTS, options(dir, warnings))).toEqual(first);
    expect(warnings).toEqual([expect.stringMatching(/cannot be used.*made anew/)]);
    expect(await encodeWithCache(model, TEXTS, options(dir, warnings))).toEqual(first);
    expect(warnings).toHaveLength(1);
  });

  it('does without when it cannot be written', async () => {
    const dir = await folderWith({ file: 'no folder' });
    const warnings: string[] = [];
    const { ends } = await encodeWithCache(model, TEXTS, options(path.join(dir, 'file'), warnings));
    expect(ends).toHaveLength(4);
    expect(warnings.join()).toMatch(/cannot be written/);
  });
});

const filesIn = async (dir: string): Promise<string[]> =>
  (await readdir(dir)).map((file) => path.join(dir, file));
