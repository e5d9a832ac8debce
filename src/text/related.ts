import { readFileSync } from 'node:fs';
import { stem } from './tokens.js';

/** What WordNet knows about a stem. All words are stems. */
export interface RelatedWords {
  /** Irregular forms of the same word (`met`: `meet`). */
  readonly irregular: readonly string[];
  /** Its derivational family (`employ`: `employe`). */
  readonly derived: readonly string[];
  readonly synonyms: readonly string[];
  /** More general words, one step up. */
  readonly hypernyms: readonly string[];
  /** WordNet's lexicographer file of its most frequent noun sense (`NounCategory`), -1 for no noun. */
  readonly category: number;
}

/** Some lexicographer files of WordNet (lexnames(5WN)). */
export const NounCategory = { group: 14, location: 15, person: 18, quantity: 23, time: 28 } as const;

/** Informal and clipped words with what they stand for, which WordNet lacks. */
const INFORMAL = `
  ppl people|peeps people|folks people|yr year|yrs year|hrs hour|mins minute|wk week|wks week|mo month|govt government
  gov government|pres president|prez president|dept department|bday birthday|pic picture|info information|cop police
  kid child|buck dollar|quid pound|biz business|co company|corp company|avg average|approx approximately|aussie australian
  brit british|uni university|univ university|prof professor|exec executive|intl international|natl national|num number
  amt amount|temp temperature|vet veteran|doc doctor|ad advertisement|app application|tv television|phone telephone
  footy football|telly television|mom mother|dad father|grandma grandmother|grandpa grandfather
`;

/** Words that news use for one another. */
const IN_NEWS = `
  head ceo chief boss|people employee associate worker staff|promise commit pledge vow|buy acquire purchase
  die kill dead|hurt injure wound|build construct make|earn wage salary|cost price
`;

const meanings: ReadonlyMap<string, readonly string[]> = readMeanings();

function readMeanings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (word: string, meaning: string): void => {
    if (word !== meaning) found.set(word, [...(found.get(word) ?? []), meaning]);
  };
  const groups = (table: string): string[][] =>
    table.split(/[|\n]/).map((group) => group.trim().split(' ').filter(Boolean).map(stem));
  for (const [word, meaning] of groups(INFORMAL)) if (word && meaning) add(word, meaning);
  for (const group of groups(IN_NEWS)) for (const word of group) for (const other of group) add(word, other);
  return found;
}

const NOTHING: RelatedWords = { irregular: [], derived: [], synonyms: [], hypernyms: [], category: -1 };

let table: string | null = null;

/** The lines of the table, sorted; read at the first question so that nothing else has to wait for it. */
function lines(): string {
  table ??= `\n${
    (JSON.parse(readFileSync(new URL('related-words.json', import.meta.url), 'utf8')) as { words: string })
      .words
  }\n`;
  return table;
}

/** What was looked up lately; emptied when it is full. */
const recent = new Map<string, RelatedWords>();
const MOST_RECENT = 5000;

/** What is known about a stem; an unknown one has no related words. */
export function relatedWords(word: string): RelatedWords {
  let known = recent.get(word);
  if (!known) {
    if (recent.size >= MOST_RECENT) recent.clear();
    known = lookUp(word);
    recent.set(word, known);
  }
  return known;
}

function lookUp(word: string): RelatedWords {
  const line = lineOf(word);
  if (line === null) return NOTHING;
  const [, irregular, derived, synonyms, hypernyms, category] = line.split('\t');
  const list = (field: string | undefined): string[] => (field ? field.split(' ') : []);
  return {
    irregular: list(irregular),
    derived: list(derived),
    synonyms: list(synonyms),
    hypernyms: list(hypernyms),
    category: category ? Number(category) : -1,
  };
}

/** What a stem means in a chat or in the news, beyond what WordNet knows; stems. */
export const meaningsOf = (word: string): readonly string[] => meanings.get(word) ?? [];

/** Whether English has a word with this stem. */
export const isEnglish = (word: string): boolean => lineOf(word) !== null;

/** Binary search over the text of the table. */
function lineOf(word: string): string | null {
  const text = lines();
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const start = text.lastIndexOf('\n', (low + high) >> 1);
    const tab = text.indexOf('\t', start);
    const end = text.indexOf('\n', start + 1);
    const key = text.slice(start + 1, tab < 0 || tab > end ? end : tab);
    if (key === word) return text.slice(start + 1, end);
    if (key < word) low = end;
    else high = start;
  }
  return null;
}
