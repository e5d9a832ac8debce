import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { UserError } from '../../errors.js';
import { MAX_PAGE_DEPTH, MAX_PAGE_TAGS } from '../../limits.js';

const TAG = /<(\/?)([a-z][^\s/<>]*)[^<>]*>/gi;

/** Elements that have no end. */
export const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that may go without an end, and cannot stand right in themselves. */
const OPEN_ENDED = new Set('p li dd dt tr td th thead tbody tfoot colgroup option optgroup rp rt'.split(' '));

/**
 * The tree of a page, or with `fragment` of what stands in one.
 *
 * @throws UserError when it has more tags than are read.
 */
export const pageTree = (html: string, options: { readonly fragment?: boolean } = {}): Root =>
  fromHtml(withinDepth(html), options);

/** A page without the tags of elements that stand deeper in one another than in any page that people read. */
function withinDepth(html: string): string {
  const open: string[] = [];
  let tags = 0;
  return html.replace(TAG, (tag, isEnd: string, written: string) => {
    if (++tags > MAX_PAGE_TAGS)
      throw new UserError(`made of more than the ${MAX_PAGE_TAGS} parts of a page that are read; split it`);
    const name = written.toLowerCase();
    if (VOID.has(name) || OPEN_ENDED.has(name)) return tag;
    if (isEnd) {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else if (open.length >= MAX_PAGE_DEPTH) return ' ';
    else open.push(name);
    return tag;
  });
}
