import type { Article } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { isGivenName } from '../english/given-names.js';
import { termsOf, wordsOf } from '../english/terms.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';
import { quotationsOf } from './extract.js';
import type { Quotation, Speaker } from './quotation.js';
import { Variants } from './variants.js';

/** Who is quoted, and how often. */
export interface SpeakerCount {
  readonly name: string;
  readonly count: number;
}

/** What quotations are asked for; an absent field asks for all. */
export interface QuoteQuery {
  /** Full name, last name or description ("the president-elect"), in any case. */
  readonly speaker?: string | undefined;
  /** Words of the quotation or of the sentence around it. */
  readonly about?: string | undefined;
  /** In these articles only. */
  readonly articles?: readonly Article[] | null;
}

/** The quotations of a corpus. */
export interface QuoteIndex {
  /** Named speakers over all articles, the most quoted first, then by name. */
  speakers(): readonly SpeakerCount[];
  /** In the order of the articles; with `about`, best match first. */
  find(query?: QuoteQuery): Quotation[];
  /** The same words as other articles report them. */
  variantsOf(quotation: Quotation): Quotation[];
}

interface Entry extends Found {
  /** The speaker's full name over all articles, `null` when not named. */
  readonly name: string | null;
  /** What a person is called over all articles; the quotations of one person share it. */
  readonly speakerForms: readonly ReadonlySet<string>[];
}

/** Finds the quotations of all articles once, for asking by speaker, words and article. */
export function createQuoteIndex(articles: readonly Article[]): QuoteIndex {
  const found = articles.flatMap(quotationsIn);
  const quotations = found.map(({ quotation }) => quotation);
  const fullNames = fullNamesOf(quotations);
  const entries = entriesOf(found, fullNames);
  const variants = new Variants(new Map(found.map(({ quotation, inside }) => [quotation, inside])));
  const speakers = countSpeakers(entries);
  return {
    speakers: () => speakers,
    find: (query = {}) => find(entries, query),
    variantsOf: (quotation) => variants.of(quotation),
  };
}

/** A quotation with the terms in it and in the sentences around it. */
interface Found {
  readonly quotation: Quotation;
  readonly inside: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

/** What an article gives to the index. The quotations of one sentence share the terms around them. */
export const quotationsIn = perArticle(foundIn, (found, article) =>
  found.map((one) => ({ ...one, quotation: { ...one.quotation, article } })),
);

function foundIn(article: Article): Found[] {
  const shared = new Map<string, ReadonlySet<string>>();
  return quotationsOf(article).map((quotation) => {
    const span = sentenceAround(quotation);
    const key = `${span.start}-${span.end}`;
    const around = shared.get(key) ?? new Set(termsOf(slice(article, span)));
    shared.set(key, around);
    return { quotation, inside: new Set(termsOf(slice(article, quotation))), around };
  });
}

/** The words that tell a person, without articles and possessives. */
const nameWords = (text: string): string[] =>
  wordsOf(text)
    .map(({ text: word }) => fold(word).replace(/'s$/, ''))
    .filter((word) => !/^(?:the|a|an)$/.test(word));

/** Given and last name: middle names and initials come and go. */
function keyOf(name: string): string {
  const words = nameWords(name);
  return words.length > 2 ? `${words[0]} ${words.at(-1)}` : words.join(' ');
}

/**
 * For each name the form that stands most often for that person over all articles: a last name alone belongs to
 * whom only one longer name could mean, but a given name alone may be anybody's.
 */
function fullNamesOf(quotations: readonly Quotation[]): (name: string) => string {
  const forms = new Map<string, Map<string, number>>();
  const byLast = new Map<string, Set<string>>();
  for (const { speaker } of quotations) {
    if (!speaker?.named) continue;
    const key = keyOf(speaker.name);
    const counts = forms.get(key) ?? new Map<string, number>();
    forms.set(key, counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1));
    const last = key.split(' ').at(-1) ?? '';
    if (last !== key && !speaker.body) byLast.set(last, (byLast.get(last) ?? new Set()).add(key));
  }
  const known = new Map<string, string>();
  const fullName = (name: string): string => {
    const longer = isGivenName(fold(name)) ? [] : [...(byLast.get(keyOf(name)) ?? [])];
    const counts = forms.get(longer.length === 1 ? (longer[0] ?? '') : keyOf(name));
    return [...(counts ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0] ?? name;
  };
  return (name) => {
    const full = known.get(name) ?? fullName(name);
    known.set(name, full);
    return full;
  };
}

function entriesOf(found: readonly Found[], fullName: (name: string) => string): Entry[] {
  const roles = new Map<string, Set<string>>();
  const named = found.map(({ quotation: { speaker } }) => (speaker?.named ? fullName(speaker.name) : null));
  for (const [i, { quotation }] of found.entries()) {
    const { speaker } = quotation;
    const name = named[i];
    if (!speaker || !name) continue;
    const known = roles.get(name) ?? new Set([name]);
    roles.set(name, known);
    for (const role of speaker.roles) known.add(role);
    if (!isPronoun(speaker)) known.add(speaker.text);
  }
  const formsOf = new Map(Array.from(roles, ([name, known]) => [name, Array.from(known, wordSet)]));
  return found.map((one, i) => {
    const name = named[i] ?? null;
    const { speaker } = one.quotation;
    const own = speaker ? [wordSet(speaker.text)] : [];
    return { ...one, name, speakerForms: name ? (formsOf.get(name) ?? []) : own };
  });
}

const wordSet = (form: string): ReadonlySet<string> => new Set(nameWords(form));

const slice = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);

const isPronoun = ({ text }: Speaker): boolean => /^(?:he|she|they|i|we|it|who)$/i.test(text);

/** From the beginning of the first sentence that the quotation touches to the end of the last. */
function sentenceAround({ article: { sentences }, start, end }: Quotation): Span {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((sentences[last + 1]?.start ?? end) < end) last++;
  return {
    start: Math.min(start, sentences[low]?.start ?? start),
    end: Math.max(end, sentences[last]?.end ?? end),
  };
}

function countSpeakers(entries: readonly Entry[]): SpeakerCount[] {
  const counts = new Map<string, number>();
  for (const { name } of entries) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function find(entries: readonly Entry[], { speaker, about, articles = null }: QuoteQuery): Quotation[] {
  const wanted = articles && new Set(articles);
  const asked = speaker === undefined ? null : nameWords(speaker);
  const answers = new Map<Entry['speakerForms'], boolean>();
  const isAsked = ({ speakerForms }: Entry, words: readonly string[]): boolean => {
    const known = answers.get(speakerForms) ?? isCalled(speakerForms, words);
    answers.set(speakerForms, known);
    return known;
  };
  const chosen = entries.filter(
    (entry) =>
      (wanted === null || wanted.has(entry.quotation.article)) && (asked === null || isAsked(entry, asked)),
  );
  return about === undefined
    ? chosen.map(({ quotation }) => quotation)
    : rank(chosen, new Set(termsOf(about)));
}

const isCalled = (forms: readonly ReadonlySet<string>[], asked: readonly string[]): boolean =>
  asked.length > 0 && forms.some((form) => asked.every((word) => form.has(word)));

/** A word of the quotation counts twice as much as one of its sentence, a rare one more than a frequent one. */
function rank(entries: readonly Entry[], terms: ReadonlySet<string>): Quotation[] {
  const rarity = new Map(
    [...terms].map((term) => [
      term,
      Math.log(1 + entries.length / (1 + entries.filter((e) => e.around.has(term)).length)),
    ]),
  );
  const score = ({ inside, around }: Entry) => {
    let sum = 0;
    for (const [term, weight] of rarity) sum += inside.has(term) ? 2 * weight : around.has(term) ? weight : 0;
    return sum;
  };
  return entries
    .map((entry) => ({ quotation: entry.quotation, score: score(entry) }))
    .filter(({ score: value }) => value > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ quotation }) => quotation);
}
