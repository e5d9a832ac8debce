import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
  readonly link?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

/** The packages of a lock file by their folder, without the project itself. */
const entriesOf = (file: string): [string, Entry][] => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
  return Object.entries(packages).filter(([folder, { link }]) => folder !== '' && !link);
};

const foldersOf = (entries: readonly [string, Entry][]) => entries.map(([folder]) => folder);

describe.each(['package-lock.json', 'bench/package-lock.json'])('%s', (file) => {
  const entries = entriesOf(file);

  it('has the checksum of every package, for every system', () => {
    expect(entries.length).toBeGreaterThan(0);
    const unchecked = entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(foldersOf(unchecked)).toEqual([]);
  });

  it('names no host that packages come from', () => {
    expect(foldersOf(entries.filter(([, { resolved }]) => resolved !== undefined))).toEqual([]);
  });

  it('has no package that wants to run something when it is installed, but one that works without', () => {
    const scripted = foldersOf(entries.filter(([, { hasInstallScript }]) => hasInstallScript));
    expect(scripted.filter((folder) => folder !== 'node_modules/onnxruntime-node')).toEqual([]);
  });
});

it('npm runs nothing when it installs', () => {
  expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true');
});
