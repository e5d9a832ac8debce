import { describe, expect, it } from 'vitest';
import { QuestionReader } from '../src/answer/question.js';
import { articleOf } from './support/articles.js';

const TEXT = `SoftBank has promised jobs. Wal-Mart has 2.3 million associates, says Kellner. The tramway carries passengers since 2017.`;
const reader = await QuestionReader.create([articleOf(TEXT)]);

describe('a question', () => {
  it.each([
    ['how many jobs has sofbank promised', 'how many jobs has softbank promised'],
    ['how many asociates', 'how many associates'],
    ['wher does the tramwya go', 'where does the tramway go'],
    ['Walmart associates', 'Wal-Mart associates'],
    ['the tram-way', 'the tramway'],
    ['in 2017-2018 at Walmart’s', 'in 2017-2018 at Wal-Mart'],
    ["where's the tramway, what's its owner's name", "where's the tramway, what's its owner's name"],
    ['how many jobs has SoftBank promised?', 'how many jobs has SoftBank promised?'],
    // An English word is no misspelt other one, and a year no misspelt other year.
    ['how many stations in 2018', 'how many stations in 2018'],
    ['  spaces \n between ', 'spaces between'],
  ])('%j is looked up as %j', (typed, text) => {
    expect(reader.read(typed).text).toBe(text);
  });

  it.each([
    ['how do I renew my Oyster card', ['Oyster']],
    ['HOW MANY PEOPLE DOES WALMART EMPLOY', []],
    ["what doesn't Kellner say", ['Kellner']],
    // A word in small letters may be any word that the texts do not have.
    ['who is xylofon', []],
  ])('%s has the names %j', (typed, names) => {
    expect(reader.read(typed).names).toEqual(names);
  });

  it('is looked up for a phrase of small words', () => {
    expect(reader.read('"to be or not to be"').hasSubject).toBe(true);
  });

  it.each(['hi', 'thanks!', 'hello there', '?!', 'the of and', '🙂', 'ok thx'])(
    '%s asks about nothing',
    (typed) => {
      expect(reader.read(typed).hasSubject).toBe(false);
    },
  );

  it.each([
    ['how many jobs', true],
    ['SoftBank Wal-Mart Kellner', true],
    ['wie viele Arbeitsplätze wurden im letzten Jahr versprochen', false],
    ['東京はどこですか', false],
    ['أين الجسر', false],
  ])('%s is English: %s', (typed, isEnglish) => {
    expect(reader.read(typed).isEnglish).toBe(isEnglish);
  });

  it.each([
    ['who said "great  Meeting" first', 'great meeting'],
    ['«great meeting»', 'great meeting'],
    ['the " mark', null],
    ['no phrase', null],
  ])('%s has the phrase %s', (typed, phrase) => {
    expect(reader.read(typed).phrase).toBe(phrase);
  });
});

describe('what the reader can read', () => {
  it.each([
    ['The bridge was opened to lorries again after eleven weeks of repairs.', true],
    [
      'Die Brücke wurde am Freitag wieder für den Verkehr geöffnet, nachdem sie elf Wochen lang gesperrt war.',
      false,
    ],
    ['橋は金曜日に再開した。', false],
  ])('%s: %s', (text, can) => {
    expect(reader.canRead(articleOf(text))).toBe(can);
  });
});
