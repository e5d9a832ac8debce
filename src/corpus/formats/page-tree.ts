import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { UserError } from '../../errors.js';
import { MAX_PAGE_DEPTH, MAX_PAGE_TAGS } from '../../limits.js';

/** A tag as a browser reads it: whatever its attributes hold, to the next `>`. */
const TAG = /<(\/?)([a-z][^\s/>]*)[^>]*>?/gi;

/** Elements that have no end. */
export const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that may go without an end, and cannot stand right in themselves. */
const OPEN_ENDED = new Set('p tr td th thead tbody tfoot colgroup option'.split(' '));

/** The same, but they can stand in one another: `<li><dd><li><dd>`, `<rt><rt>`. */
const ITEM = /^(?:li|d[dt]|r[pt]|optgroup)$/;
const ENDS_ITS_LIKE = /^(?:li|d[dt])$/;

/** In these, elements of every name stand in one another. */
const FOREIGN = /^(?:svg|math)$/;

/**
 * Elements of a page that end only with one around them, which browsers may leave open: a sloppy page has some hundred, and
 * no more than so many can stand deeper than they should.
 */
const MAX_LEFT_OPEN = 500;

/**
 * The tree of a page, or with `fragment` of what stands in one.
 *
 * @throws UserError when it has more tags than are read.
 */
export const pageTree = (html: string, options: { readonly fragment?: boolean } = {}): Root =>
  fromHtml(withinDepth(html), options);

/** A page without the tags of elements that stand deeper in one another than in any page that people read. */
function withinDepth(html: string): string {
  const open = new OpenElements();
  let tags = 0;
  return html.replace(TAG, (tag, isEnd: string, written: string) => {
    if (++tags > MAX_PAGE_TAGS)
      throw new UserError(`made of more than the ${MAX_PAGE_TAGS} parts of a page that are read; split it`);
    const name = written.toLowerCase();
    if (isEnd) open.end(name);
    return isEnd || open.begin(name) ? tag : ' ';
  });
}

/** The elements that tags have begun and not ended. */
class OpenElements {
  readonly #names: string[] = [];
  #leftOpen = 0;

  /** Whether one more may begin. */
  begin(name: string): boolean {
    const isForeign = this.#names.some((one) => FOREIGN.test(one));
    if (!isForeign && (VOID.has(name) || OPEN_ENDED.has(name))) return true;
    if (ENDS_ITS_LIKE.test(name) && this.#names.at(-1) === name) return true;
    if (this.#names.length >= MAX_PAGE_DEPTH || this.#leftOpen >= MAX_LEFT_OPEN) return false;
    this.#names.push(name);
    return true;
  }

  /** Ends an element, and what was begun in it. */
  end(name: string): void {
    const at = this.#names.lastIndexOf(name);
    if (at < 0) return;
    this.#leftOpen += this.#names.slice(at + 1).filter((one) => !ITEM.test(one)).length;
    this.#names.length = at;
  }
}
