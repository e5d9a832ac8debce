import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { MAX_WINDOW_PIECES } from '../src/limits.js';
import { openModel } from '../src/model/model.js';
import { piecesOf } from '../src/model/tokenizer.js';
import { sharedModel } from './support/model.js';

const model = await sharedModel();

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

  it.each(known)('take texts apart as in training: %j', ({ text, ids }) => {
    expect([...piecesOf(text).slice(0, MAX_WINDOW_PIECES)]).toEqual(ids);
  });

  it('place what means the same near to each other', async () => {
    const vectors = await model.encode(
      ['The bridge is closed for repairs.', 'Apples are sold by weight.'].map(piecesOf),
    );
    const { cosines } = await model.compare('why can I not cross the bridge', vectors);
    expect(cosines[0]).toBeGreaterThan((cosines[1] ?? 1) + 0.3);
  });

  it('score the sentence that answers above the others, and a heading not at all', async () => {
    const texts = [
      'Opening hours',
      'The museum is next to the station.',
      'It opens at nine and closes at six.',
    ];
    const vectors = await model.encode(texts.map(piecesOf));
    const { pieces, cosines } = await model.compare('when does the museum open', vectors);
    const parts = texts.map((text, i) => ({
      pieces: piecesOf(text),
      cosine: i === 0 ? null : (cosines[i] ?? 0),
    }));
    const [scores] = await model.read(pieces, [{ context: new Uint16Array(), parts }]);
    expect(scores).toHaveLength(2);
    expect(scores?.[1]).toBeGreaterThan(scores?.[0] ?? 0);
    expect(scores?.[1]).toBeGreaterThan(0);
  });

  it('do the same for one window as for several', async () => {
    const windows = ['The museum opens at nine.', words(150)].map((text) => ({
      context: new Uint16Array(),
      parts: [{ pieces: piecesOf(text).slice(0, MAX_WINDOW_PIECES), cosine: 0.5 }],
    }));
    const question = piecesOf('when does the museum open');
    const together = (await model.read(question, windows)).map(([score]) => score);
    const alone = await Promise.all(
      windows.map(async (window) => (await model.read(question, [window]))[0]?.[0]),
    );
    for (const i of [0, 1]) expect(together[i]).toBeCloseTo(alone[i] ?? 0, 0);
  });

  it('let the process exit while they run', async () => {
    const script = `import { openModel } from './dist/src/model/model.js';
      const model = await openModel();
      model.encode(Array.from({ length: 500 }, (_, i) => Uint16Array.of(1996, 2958, i + 1000))).catch(() => {});
      setTimeout(() => process.exit(7), 100);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
    expect(await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)))).toBe(
      7,
    );
  });

  it('end when they are closed', async () => {
    const other = await openModel(1);
    await other.close();
    await expect(other.encode([piecesOf('a')])).rejects.toThrow('ended');
  });
});

const words = (count: number) => 'word '.repeat(count);

it('a model can be opened again in a process in which the last was closed', async () => {
  const code = `import { openModel } from ${JSON.stringify(pathToFileURL('dist/src/model/model.js').href)};
    for (const time of [1, 2]) { await (await openModel(1)).close(); console.log(time); }`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
  expect(stdout).toBe('1\n2\n');
});
