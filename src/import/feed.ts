import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { Fields } from '../corpus/formats/document.js';
import { wordsOf } from '../corpus/formats/page.js';
import { wholeOf } from '../corpus/formats/page-content.js';
import { pageTree } from '../corpus/formats/page-tree.js';
import { UserError } from '../errors.js';

/** Entries of a feed that are imported, the first ones: most feeds hold ten to thirty, the newest first. */
export const MAX_ENTRIES = 50;

/** A description that is longer is the text itself; a summary has a few hundred characters. */
const MIN_TEXT = 1500;

/** What a feed holds of one text. */
export interface Entry {
  readonly fields: Fields;
  /** Where its page is, as the feed has it. */
  readonly link: string | null;
  /** The whole text, where the feed holds that. */
  readonly content: { readonly html: string } | { readonly plain: string } | null;
  /** What it holds of it in short, which is the text where there is no page. */
  readonly summary: string | null;
}

/**
 * The first entries of a feed (RSS, Atom or JSON Feed).
 *
 * @returns `more`: whether there are others.
 * @throws UserError when it is none.
 */
export async function entriesOf(content: string): Promise<{ entries: readonly Entry[]; more: boolean }> {
  const { parseFeed } = await import('feedsmith');
  const entries = readFeed(() => parseFeed(content, { maxItems: MAX_ENTRIES + 1 }));
  return { entries: entries.slice(0, MAX_ENTRIES), more: entries.length > MAX_ENTRIES };
}

function readFeed(parse: () => AnyFeed): Entry[] {
  let parsed: AnyFeed;
  try {
    parsed = parse();
  } catch {
    throw new UserError(
      'this is no feed (RSS, Atom or JSON Feed), or it is damaged; give the address of a page instead',
    );
  }
  const { format, feed } = parsed;
  if (format === 'atom') return (feed.entries ?? []).map((entry) => atomEntry(entry, feed));
  if (format === 'json') return (feed.items ?? []).map((item) => jsonEntry(item, feed));
  if (format === 'rdf') return (feed.items ?? []).map((item) => rdfEntry(item, feed));
  return (feed.items ?? []).map((item) => rssEntry(item, feed));
}

function rssEntry(item: RssFeed.Item<string>, feed: RssFeed.Feed<string>): Entry {
  const { guid, content, description } = item;
  const names = item.dc?.creators ?? item.authors?.map(({ name }) => name);
  return {
    fields: fieldsOf({
      title: plain(item.title),
      author: listed(names),
      publisher: plain(feed.title),
      date: item.pubDate ?? item.dc?.dates?.[0],
      language: feed.language,
    }),
    link:
      item.link ??
      (guid && guid.isPermaLink !== false && /^https?:/.test(guid.value ?? '') ? guid.value : null) ??
      null,
    ...contentOf(content?.encoded, description),
  };
}

function rdfEntry(item: RdfFeed.Item<string>, feed: RdfFeed.Feed<string>): Entry {
  return {
    fields: fieldsOf({
      title: plain(item.title),
      author: listed(item.dc?.creators),
      publisher: plain(feed.title),
      date: item.dc?.dates?.[0],
      language: feed.dc?.languages?.[0],
    }),
    link: item.link ?? null,
    ...contentOf(item.content?.encoded, item.description),
  };
}

function atomEntry(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): Entry {
  const { content, summary, links = [] } = entry;
  const page = links.find(({ rel = 'alternate' }) => rel === 'alternate');
  const names = (entry.authors ?? feed.authors)?.map(({ name }) => name);
  return {
    fields: fieldsOf({
      title: ofType(entry.title),
      author: listed(names),
      publisher: ofType(feed.title),
      date: entry.published ?? entry.updated,
      language: content?.xml?.lang ?? entry.xml?.lang ?? feed.xml?.lang,
    }),
    link: page?.href ?? null,
    content: atomContent(content),
    summary: summary?.value ?? null,
  };
}

/** The text of an entry, unless it stands elsewhere or is none. */
function atomContent(content: AtomFeed.Content | undefined): Entry['content'] {
  const { value, type = 'text' } = content ?? {};
  if (!value?.trim()) return null;
  if (/html/i.test(type)) return { html: value };
  return /^text(?:\/plain)?$/i.test(type) ? { plain: value } : null;
}

function jsonEntry(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): Entry {
  const { content_html: html, content_text: text } = item;
  const names = (item.authors ?? feed.authors)?.map(({ name }) => name);
  return {
    fields: fieldsOf({
      title: item.title,
      author: listed(names),
      publisher: feed.title,
      date: item.date_published ?? item.date_modified,
      language: item.language ?? feed.language,
    }),
    link: item.url ?? item.external_url ?? null,
    content: html?.trim() ? { html } : text?.trim() ? { plain: text } : null,
    summary: item.summary ?? null,
  };
}

/** Of RSS the whole text, where it holds that; a long description is no summary. */
function contentOf(
  encoded: string | undefined,
  description: string | undefined,
): Pick<Entry, 'content' | 'summary'> {
  const html = encoded?.trim() ? encoded : (description ?? '').length > MIN_TEXT ? description : undefined;
  return { content: html === undefined ? null : { html }, summary: description ?? null };
}

const ofType = (text: AtomFeed.Text | undefined): string | undefined =>
  /html/i.test(text?.type ?? '') ? plain(text?.value) : text?.value;

/** The words of a title, which in RSS is often HTML. */
const plain = (html: string | undefined): string | undefined => html && wordsOf(wholeOf(pageTree(html)));

const listed = (names: readonly (string | undefined)[] | undefined): string | undefined =>
  names?.filter(Boolean).join(', ');

/** Fields without those that say nothing. */
const fieldsOf = (fields: { readonly [field in keyof Fields]: string | undefined }): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.trim()));
