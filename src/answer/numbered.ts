import type { Article, Paragraph, SentencePlace } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { CHAT_WORDS } from '../english/stop-words.js';
import { termsOf } from '../english/terms.js';
import { beginningOf } from './missing.js';

/** Stems of what may stand around the name of an item: `what does rule 2 say`. */
const SAYING: ReadonlySet<string> = new Set(
  termsOf('say says said state states mean means read reads about'),
);

/** `2. `, `12) ` at the beginning of an item. */
const NUMBER = /^(\d{1,3})[.)]\s/;

/**
 * The item that a question names by its number, and by a word of the heading over its list, of what leads in to it, or else
 * of the title: `rule 2`, `what does rule 2 say?`, `the third rule`. `null` where a question asks anything else, or several
 * items are meant.
 */
export function numberedItem(text: string, articles: Iterable<Article>): SentencePlace | null {
  const [word = '', number = '', ...more] = termsOf(withCardinal(text)).filter(
    (term) => !CHAT_WORDS.has(term) && !SAYING.has(term),
  );
  if (more.length > 0 || !/^\d{1,3}$/.test(number) || !/^\p{L}/u.test(word)) return null;
  const items = [...articles].flatMap((article) => itemsIn(article).get(number) ?? []);
  const below = items.filter(({ above }) => above.has(word));
  const meant = below.length > 0 ? below : items.filter(({ title }) => title.has(word));
  return meant.length === 1 ? (meant[0]?.place ?? null) : null;
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ORDINAL = new RegExp(
  String.raw`\b(?:(\d{1,3})(?:st|nd|rd|th)|(${ORDINALS.join('|')}))\s+(\p{L}+)`,
  'iu',
);

/** `the third rule` → `the rule 3`. */
const withCardinal = (text: string): string =>
  text.replace(
    ORDINAL,
    (_, digits: string | undefined, word: string | undefined, noun: string) =>
      `${noun} ${digits ?? ORDINALS.indexOf((word ?? '').toLowerCase()) + 1}`,
  );

interface Item {
  readonly place: SentencePlace;
  /** Terms of the heading and of the lead-in. */
  readonly above: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
}

/** The outermost items of an article by their numbers. */
export const itemsIn = perArticle(itemsOf, (items, article) => {
  const own = ([number, alike]: [string, Item[]]): [string, Item[]] => [
    number,
    alike.map((item) => ({ ...item, place: { ...item.place, article } })),
  ];
  return new Map([...items].map(own));
});

function itemsOf(article: Article): Map<string, Item[]> {
  const items = new Map<string, Item[]>();
  const title = new Set(termsOf(article.title));
  let heading: Paragraph | null = null;
  for (const block of article.paragraphs) {
    if (block.kind === 'heading') heading = block;
    const [, number] = NUMBER.exec(article.text.slice(block.start, block.start + 6)) ?? [];
    if (block.kind !== 'item' || block.level !== 1 || number === undefined) continue;
    const leadIn = article.paragraphs[block.group] as Paragraph;
    const above = [heading, leadIn.kind === 'item' ? null : leadIn].flatMap((over) =>
      over ? termsOf(beginningOf(article, over.firstSentence)) : [],
    );
    const item = { place: { article, sentence: block.firstSentence }, above: new Set(above), title };
    const alike = items.get(number);
    if (alike) alike.push(item);
    else items.set(number, [item]);
  }
  return items;
}
