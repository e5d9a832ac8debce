import { FORMATS } from '../corpus/formats/index.js';
import { extensionOf } from '../corpus/title.js';

/** Names of files that hold feeds. */
const FEEDS: ReadonlySet<string> = new Set(['.xml', '.rss', '.atom', '.rdf', '.json']);

/** The ending that a file of such a media type has. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['application/pdf', '.pdf'],
  ['application/x-pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  ['text/markdown', '.md'],
  ['text/x-markdown', '.md'],
  ['text/csv', '.csv'],
  ['text/tab-separated-values', '.tsv'],
  ['text/vtt', '.vtt'],
  ['application/x-subrip', '.srt'],
  ['application/rss+xml', '.xml'],
  ['application/atom+xml', '.xml'],
  ['application/rdf+xml', '.xml'],
  ['application/xml', '.xml'],
  ['text/xml', '.xml'],
  ['application/feed+json', '.json'],
  ['application/json', '.json'],
]);

/** Types that servers give to whatever they do not know, so that the name tells more. */
const ANY_TEXT = 'text/plain';
const ANYTHING: ReadonlySet<string> = new Set([
  '',
  ANY_TEXT,
  'application/octet-stream',
  'binary/octet-stream',
]);

export const isFeed = (ending: string): boolean => FEEDS.has(ending);

/** The ending, with its dot, of a file with content of a media type, served under a path; `null` where it is not read. */
export function endingOf(type: string, path: string): string | null {
  if (!ANYTHING.has(type)) return ENDINGS.get(type) ?? null;
  const ending = extensionOf(path);
  if (ending !== '' && (isFeed(ending) || FORMATS.some(({ extensions }) => extensions.includes(ending))))
    return ending;
  return type === ANY_TEXT ? '.txt' : null;
}
