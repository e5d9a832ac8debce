import type { Element, Nodes, Root } from 'hast';
import { MAX_FIELD_LENGTH } from '../../limits.js';
import type { Fields } from './document.js';
import { wordsOf } from './page.js';

/** Longest JSON-LD that is read, and how deep: what says who wrote a page when is a few hundred characters long. */
const MAX_JSON_LD = 100_000;
const MAX_JSON_LD_DEPTH = 8;

/** Kinds of JSON-LD that tell of the page's text, and not of its site, its trail or its pictures. */
const TEXTS = /(?:Article|Posting|Page|Report|Book|Chapter|CreativeWork|Recipe|HowTo|Review)$/;

/** Names of meta tags that say the same, the surest first. */
const TITLES = ['og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title'];
const AUTHORS = [
  'author',
  'article:author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
];
const DATES = [
  ...[
    'article:published_time',
    'citation_publication_date',
    'date',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
  ],
  ...['dc.date.issued', 'dcterms.issued', 'datepublished', 'pubdate', 'parsely-pub-date'],
];
const PUBLISHERS = [
  'og:site_name',
  'citation_journal_title',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
];
const LANGUAGES = ['content-language', 'dc.language', 'og:locale'];

/** What stands between a page's title and its site's. */
const TITLE_PARTS = /\s+[|–—·•»:-]+\s+/;

/** What a page says of itself: in its JSON-LD, its meta tags (Open Graph, Dublin Core) and its head. */
export function pageFields(page: Root): Fields {
  const head = collect(page);
  const said = (names: readonly string[]) =>
    names.map((name) => head.meta.get(name)).find((value) => value !== undefined);
  const publisher = nameOf(head.data.publisher) ?? said(PUBLISHERS);
  return given({
    title: text(head.data.headline) ?? said(TITLES) ?? titleOf(head, publisher),
    author:
      nameOf(head.data.author) ?? said(AUTHORS.filter((name) => !/^https?:/.test(head.meta.get(name) ?? ''))),
    publisher,
    date: dayOf(text(head.data.datePublished) ?? said(DATES) ?? head.time),
    url: [head.canonical, head.meta.get('og:url')].find(
      (url) => url !== undefined && /^https?:\/\/\S+$/.test(url),
    ),
    language: languageOf(head.language ?? said(LANGUAGES)),
  });
}

/** What tells of a page, as it stands there. */
interface Head {
  readonly meta: Map<string, string>;
  /** The JSON-LD that tells of its text. */
  data: Readonly<Record<string, unknown>>;
  title?: string;
  /** Those of the first level. */
  readonly headings: string[];
  canonical?: string;
  language?: string;
  time?: string;
}

function collect(page: Root): Head {
  const head: Head = { meta: new Map(), data: {}, headings: [] };
  const walk = (node: Nodes): void => {
    if (node.type === 'element') note(node, head);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(page);
  return head;
}

function note(element: Element, head: Head): void {
  const { tagName, properties, children } = element;
  const { lang, rel, href, dateTime, itemProp, type } = properties;
  if (tagName === 'meta') noteMeta(element, head);
  else if (tagName === 'html') assign(head, 'language', lang);
  else if (tagName === 'title') assign(head, 'title', wordsOf(children));
  else if (tagName === 'h1') head.headings.push(wordsOf(children));
  else if (tagName === 'link' && String(rel) === 'canonical') assign(head, 'canonical', href);
  else if (tagName === 'time' && String(itemProp) === 'datePublished') assign(head, 'time', dateTime);
  else if (tagName === 'script' && type === 'application/ld+json') noteData(element, head);
}

/** The first one counts. */
function assign(head: Head, field: 'title' | 'canonical' | 'language' | 'time', value: unknown): void {
  const said = text(value);
  if (said !== undefined) head[field] ??= said;
}

function noteMeta({ properties }: Element, { meta }: Head): void {
  const { name, property, itemProp, httpEquiv, content } = properties;
  const key = String(property ?? name ?? itemProp ?? httpEquiv ?? '').toLowerCase();
  const value = text(content);
  if (value !== undefined && !meta.has(key)) meta.set(key, value);
}

function noteData({ children }: Element, head: Head): void {
  const [script] = children;
  if (script?.type !== 'text' || script.value.length > MAX_JSON_LD) return;
  try {
    head.data = { ...textData(JSON.parse(script.value), 0), ...head.data };
  } catch {
    // A page whose data is broken says no less in its other tags.
  }
}

/** The first object that tells of a text, in lists and graphs too. */
function textData(value: unknown, depth: number): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || depth > MAX_JSON_LD_DEPTH) return null;
  const object = value as Readonly<Record<string, unknown>>;
  const types = [object['@type']].flat();
  if (types.some((type) => typeof type === 'string' && TEXTS.test(type))) return object;
  const inner = Array.isArray(value) ? value : [object['@graph']].flat();
  for (const part of inner) {
    const found = textData(part, depth + 1);
    if (found) return found;
  }
  return null;
}

/** The title without the site's name: the heading that is part of it, else what stands beside the name. */
function titleOf({ title, headings }: Head, publisher: string | undefined): string | undefined {
  if (title === undefined) return text(headings[0]);
  const parts = title.split(TITLE_PARTS);
  const byLetters = new Map(headings.map((heading) => [lettersOf(heading), heading]));
  const [headed] = parts.flatMap((part) => byLetters.get(lettersOf(part)) ?? []);
  const own = parts.filter((part) => part !== publisher);
  return text(headed) ?? (own.length === 1 ? own[0] : title);
}

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Of a person or an organisation, or several, their names. */
function nameOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 10)
    .flatMap((one) => {
      const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : one;
      const said = text(name);
      return said === undefined || /^https?:/.test(said) ? [] : [said];
    });
  return names.length > 0 ? text(names.join(', ')) : undefined;
}

/** Words on one line, if there are any and no more than a field has. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 10 * MAX_FIELD_LENGTH) return undefined;
  const words = value.replace(/\s+/g, ' ').trim();
  return words === '' || words.length > MAX_FIELD_LENGTH ? undefined : words;
}

/** `2024-03-01` of `2024-03-01T09:00:00+01:00` and `2024/03/01`. */
function dayOf(value: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(value ?? '') ?? [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

/** `en-GB` of `en_GB`. */
function languageOf(value: string | undefined): string | undefined {
  try {
    return value && Intl.getCanonicalLocales(value.replace('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Fields without those that are not given. */
const given = (fields: { readonly [field in keyof Fields]: string | undefined }): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
