import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportAddress } from '../src/report-address.js';

const FORMS = '.github/ISSUE_TEMPLATE';
const read = (file: string): string => readFileSync(file, 'utf8');

interface Field {
  readonly id?: string;
  readonly type: string;
  readonly attributes: { readonly label?: string; readonly value?: string };
}

const fieldsOf = (form: string): Field[] => parse(read(`${FORMS}/${form}`)).body;

describe.each(readdirSync(FORMS).filter((file) => file !== 'config.yml'))('%s', (form) => {
  it('has a name, a description, and fields that each have a label or say something', () => {
    const { name, description } = parse(read(`${FORMS}/${form}`));
    expect(name && description).toBeTruthy();
    for (const { type, id, attributes } of fieldsOf(form))
      expect(type === 'markdown' ? attributes.value : id && attributes.label).toBeTruthy();
  });
});

it('the form for wrong answers can be filled in by the button below an answer, as CONTRIBUTING says', () => {
  const template = /REPORT_URL='(.*)'/.exec(read('CONTRIBUTING.md'))?.[1] ?? '';
  const address = new URL(
    reportAddress(template, { question: 'Who?', sentence: 'Nobody was there.' }) ?? 'about:blank',
  );
  const { template: form = '', ...filled } = Object.fromEntries(address.searchParams);
  const ids = fieldsOf(form).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(filled)));
  expect(filled).toEqual({ question: 'Who?', sentence: 'Nobody was there.' });
});

it('every action of the workflows stands by the hash of its commit, with its version beside it', () => {
  const uses = readdirSync('.github/workflows')
    .flatMap((file) => read(`.github/workflows/${file}`).split('\n'))
    .filter((line) => line.includes('uses:'));
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

it('what the workflows and the bot for updates say is YAML', () => {
  expect(Object.keys(parse(read('.github/workflows/check.yml')).jobs)).toEqual([
    'check',
    'windows',
    'image',
    'accuracy',
  ]);
  const { updates } = parse(read('.github/dependabot.yml'));
  expect(updates.map((update: Record<string, string>) => update['package-ecosystem'])).toEqual([
    'npm',
    'github-actions',
    'docker',
  ]);
});
