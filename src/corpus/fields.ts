import { MAX_FIELD_LENGTH } from '../limits.js';
import { asName } from '../text/visible.js';
import type { Provenance } from './article.js';
import type { Note } from './formats/document.js';

/** A value of front matter; numbers, dates and words such as `true` are as they are written. */
export type Value = string | null | readonly Value[] | { readonly [name: string]: Value };

/** A field of front matter as it stands there. */
export interface RawField {
  readonly name: string;
  /** 1-based line of the file. */
  readonly line: number;
  readonly value: Value;
}

/** What a file says about its text. */
export interface Known extends Provenance {
  readonly title: string | null;
}

/** How a field is read. */
interface Reader {
  /** Its names among writers and site generators, those that count first before the others; see `plainName`. */
  readonly names: readonly string[];
  /** `null` where the value is of no use. */
  readonly read: (value: Value) => string | null;
  /** What to do where it is of no use. */
  readonly advice: string;
}

const READERS: Readonly<Record<keyof Known, Reader>> = {
  title: { names: ['title'], read: textOf, advice: 'write it as one text' },
  author: {
    names: ['author', 'authors', 'creator', 'byline', 'writer'],
    read: namesOf,
    advice: 'write the name, or a list of names',
  },
  publisher: {
    names: ['publisher', 'publication', 'site', 'sitename', 'website'],
    read: namesOf,
    advice: 'write the name',
  },
  date: {
    names: [
      ...[
        'date',
        'published',
        'publishdate',
        'publisheddate',
        'publishedat',
        'pubdate',
        'datepublished',
        'created',
      ],
      ...[
        'createdat',
        'lastmod',
        'lastmodified',
        'modified',
        'updated',
        'updatedat',
        'lastupdated',
        'lastupdate',
      ],
    ],
    read: dateOf,
    advice: 'write it as YYYY, YYYY-MM or YYYY-MM-DD',
  },
  url: {
    names: ['url', 'canonical', 'canonicalurl', 'link', 'sourceurl', 'permalink'],
    read: addressOf,
    advice: 'write the whole address, with https:// in front',
  },
  language: {
    names: ['language', 'lang', 'locale', 'langcode'],
    read: languageOf,
    advice: 'write a language’s short name, such as en or pt-BR',
  },
  source: { names: ['source'], read: textOf, advice: 'write it as one text' },
};

/** Fields that keep a page from being published, with the values that do. */
const HIDING: ReadonlyMap<string, RegExp> = new Map([
  ['draft', /^(?:true|yes|on|1)$/i],
  ['private', /^(?:true|yes|on|1)$/i],
  ['publish', /^(?:false|no|off|0)$/i],
  ['published', /^(?:false|no|off|0)$/i],
  ['status', /^(?:draft|private)$/i],
]);

/** Values that are right in their field, though of no use here: a path on the site, a yes or no. */
const USED_OTHERWISE: ReadonlyMap<string, RegExp> = new Map([
  ['permalink', /^/],
  ['canonical', /^/],
  ['link', /^/],
  ['published', /^(?:true|yes|on|1|false|no|off|0)$/i],
]);

/** What site generators and note apps write beside, which says nothing about a text; no word is lost on it. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  `alias aliases asset assets background badge banner bibliography blog categories category class collection color
  comments contributors copyright cover css css_class cssclass cssclasses custom_edit_url deprecated desc description
  difficulty displayed_sidebar duration edit_link edit_url editlink editurl effort emoji eleventy_navigation excerpt
  expirydate extra featured featured_image features feed footer generator grand_parent guid has_children has_toc head
  headless hero hidden hide hide_table_of_contents hide_title icon id identifier image images img index intro key keywords
  label last_reviewed lastmod layout level linktitle linktotitle maintainer maintainers markup math menu menutitle meta
  metadata mermaid name nav nav_exclude nav_order nav_title navigation navtitle next nofeed noindex opengraph order
  outline outputs page_class page_type pagefind paginate pagination_label pagination_next pagination_prev parent path pin
  pinned position prerequisites prev preview product products redirect redirect_from redirect_to redirects related
  resources review reviewer reviewers robots search search_exclude section sections seo series short_title shorttitle
  sidebar sidebar_class_name sidebar_custom_props sidebar_depth sidebar_label sidebar_position sitemap slug social splash
  status sticky subtitle summary table_of_contents tableofcontents tag tagline tags template theme thumbnail titletemplate
  toc toc_depth toc_max_heading_level toc_min_heading_level topic topics translationkey twitter type uid unlisted urls
  uuid version versions video view weight wide`
    .split(/\s+/)
    .map(plainName),
);

const NAMES: ReadonlySet<string> = new Set(Object.values(READERS).flatMap(({ names }) => names));

/** Unknown fields that their note names, authors that are kept. */
const MAX_NAMED = 3;
const MAX_AUTHORS = 10;

/** `Last-Modified` is `lastmodified`. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Whether a field of this name is one that texts of some site generator have. */
export const isKnownName = (name: string): boolean =>
  [NAMES, HIDING, ELSEWHERE].some((known) => known.has(plainName(name)));

/**
 * What some fields say. A value that is of no use is left out with a note; of those that are not known, one note tells.
 *
 * @returns `hiddenBy`: the field that asks not to show the text, as written; else `null`.
 */
export function readFields(raw: readonly RawField[]): {
  readonly known: Known;
  readonly hiddenBy: string | null;
  readonly notes: readonly Note[];
} {
  const fields = new Map<string, RawField>();
  const notes: Note[] = [];
  for (const field of raw) {
    const name = plainName(field.name);
    if (!fields.has(name)) fields.set(name, field);
    else if (NAMES.has(name))
      notes.push(noteOn(field, 'stands here a second time and was left out; remove one'));
  }
  const take = (field: keyof Known): string | null => {
    const { names, read, advice } = READERS[field];
    for (const name of names) {
      const given = fields.get(name);
      if (!given || isEmpty(given.value)) continue;
      const value = read(given.value);
      // An address that is cut is another one.
      if (value && (name !== 'url' || value.length <= MAX_FIELD_LENGTH))
        return value.slice(0, MAX_FIELD_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
      if (!matches(USED_OTHERWISE.get(name), given.value))
        notes.push(noteOn(given, `is of no use as it stands and was left out; ${advice}`));
    }
    return null;
  };
  const source = take('source');
  const isAddress = source !== null && addressOf(source) !== null;
  const known = {
    title: take('title'),
    publisher: take('publisher'),
    author: take('author'),
    date: take('date'),
    url: take('url') ?? (isAddress ? source : null),
    language: take('language'),
    source: isAddress ? null : source,
  };
  // Wherever it stands: of two that contradict each other, the one that hides is followed.
  const by = raw.find(hides);
  const unknown = raw.filter(({ name }) => !isKnownName(name) && !/^(?:ms|docs)\./.test(name));
  return {
    known,
    hiddenBy: by ? `${by.name}: ${String(by.value)}` : null,
    notes: [...notes, ...noteOnUnknown(unknown)],
  };
}

const hides = ({ name, value }: RawField): boolean => matches(HIDING.get(plainName(name)), value);

/** A field that takes one line, as YAML, TOML or JSON write it; one that stands further in belongs to another. */
const PLAIN_LINE = /^(?:[ \t]*")?([\w-]+)"?[ \t]*[:=][ \t]*["']?(\w+)["']?[ \t]*(?:,[ \t]*)?(?:#[^\n]*)?$/gm;

/** The fields that ask not to show the text, in front matter that cannot be read as a whole; each with this line. */
export const hidingFields = (head: string, line: number): RawField[] =>
  [...head.matchAll(PLAIN_LINE)].map(([, name = '', value = '']) => ({ name, line, value })).filter(hides);

const matches = (pattern: RegExp | undefined, value: Value | undefined): boolean =>
  typeof value === 'string' && pattern !== undefined && pattern.test(value.trim());

const noteOn = ({ name, line }: RawField, what: string): Note => ({
  line,
  message: `the field “${shown(name)}” ${what}`,
});

function noteOnUnknown(fields: readonly RawField[]): Note[] {
  const [first] = fields;
  if (!first) return [];
  const names = [...new Set(fields.map(({ name }) => `“${shown(name)}”`))];
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
  const message = `not known here and left aside: ${names.slice(0, MAX_NAMED).join(', ')}${more}`;
  return [{ line: first.line, message }];
}

/** The name of a field, which may be anything, as a word in a message. */
const shown = (name: string): string =>
  (name.length > 40 ? `${name.slice(0, 40)}…` : name).replace(/\s+/g, ' ');

const isEmpty = (value: Value): boolean =>
  value === null || (typeof value === 'string' ? value.trim() === '' : Object.keys(value).length === 0);

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A text, or the only one of a list. */
function textOf(value: Value): string | null {
  if (typeof value === 'string') return asName(value);
  return isList(value) && value.length === 1 ? textOf(value[0] ?? null) : null;
}

/** `Ann, Cy` of a text, a list of texts, an object with a `name`, a list of such, or objects by short names. */
function namesOf(value: Value): string | null {
  // Note apps link to a person's page: [[Ann]].
  if (typeof value === 'string') return textOf(value.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1'));
  if (value === null) return null;
  if (!isList(value) && 'name' in value) return textOf(value.name ?? null);
  const names = (isList(value) ? value : Object.values(value)).slice(0, MAX_AUTHORS).map(namesWithin);
  return names.flatMap((name) => name ?? []).join(', ') || null;
}

/** Of what stands in a list of names: one level, for more nobody writes. */
const namesWithin = (value: Value): string | null =>
  value !== null && typeof value === 'object' && !isList(value) ? textOf(value.name ?? null) : textOf(value);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day of a date as generators and people write it; a time after it is left out, a day that there is not is none. */
function dateOf(value: Value): string | null {
  if (value !== null && typeof value === 'object' && !isList(value)) return dateOf(value.date ?? null);
  if (typeof value !== 'string') return null;
  const date = value.trim();
  const [, year, month, day] =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T\s].*)?)?)?$/i.exec(date) ??
    reordered(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(date)) ??
    reordered(/^(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})\b/i.exec(date)) ??
    reordered(
      monthFirst(/^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i.exec(date)),
    ) ??
    [];
  return year === undefined ? null : existing(year, month, day);
}

/** Day, month, year as year, month, day. */
const reordered = (found: readonly string[] | null): string[] | null => {
  const [all = '', day = '', month = '', year = ''] = found ?? [];
  return found && [all, year, month, day];
};

const monthFirst = (found: readonly string[] | null): string[] | null => {
  const [all = '', month = '', day = '', year = ''] = found ?? [];
  return found && [all, day, month, year];
};

function existing(year: string, month?: string, day?: string): string | null {
  if (month === undefined) return year;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const parsed = new Date(Date.UTC(Number(year), number - 1, Number(day ?? 1)));
  if (number < 1 || parsed.getUTCMonth() !== number - 1 || parsed.getUTCDate() !== Number(day ?? 1))
    return null;
  return parsed.toISOString().slice(0, day === undefined ? 7 : 10);
}

function addressOf(value: Value): string | null {
  const text = textOf(value);
  return text !== null && /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? text : null;
}

function languageOf(value: Value): string | null {
  const tag = textOf(value)?.replaceAll('_', '-');
  if (!tag || !/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag).length === 1 ? tag : null;
  } catch {
    return null;
  }
}
