import type { Element, ElementContent, Root } from 'hast';
import { mainContent } from './readability.js';

/** Parts of a page that are never what it says. */
const NEVER_CONTENT = new Set(['nav', 'script', 'style', 'template', 'noscript', 'dialog']);

/** Parts of a page that mostly stand around what it says. */
const AROUND = new Set(['footer', 'aside']);
const AROUND_ROLES = new Set(['navigation', 'contentinfo', 'search', 'banner', 'dialog']);

/** Links of a wiki to edit a section, marks of its sources; what only a screen reader says. */
const NOT_SAID = new Set(['mw-editsection', 'reference', 'noprint', 'sr-only', 'visually-hidden']);

/** A main content with less than this share of the page's letters outside of links has left out what counts. */
const MIN_SHARE = 0.75;

/**
 * What a page says, without navigation, what is not seen and what is not said: its main content, or all of it where none
 * can be told or the main content leaves out much.
 */
export async function contentOf(page: Root): Promise<ElementContent[]> {
  const body = bodyOf(page);
  const main = await mainContent(withoutHidden(body));
  const whole = withoutAround(body);
  return main && lettersOf(main).plain >= MIN_SHARE * lettersOf(whole).plain ? main : whole;
}

/** All that a page without anything around its content shows. */
export const wholeOf = (page: Root): ElementContent[] => withoutHidden(bodyOf(page));

function bodyOf(page: Root): readonly ElementContent[] {
  const html = page.children.find((node): node is Element => node.type === 'element');
  const body = html?.children.find((node) => node.type === 'element' && node.tagName === 'body');
  return body?.type === 'element' ? body.children : [];
}

const withoutHidden = (nodes: readonly ElementContent[]): ElementContent[] => kept(nodes, isNever);

const withoutAround = (nodes: readonly ElementContent[]): ElementContent[] =>
  kept(nodes, (element, inHeading) => isNever(element, inHeading) || isAround(element));

type Test = (element: Element, inHeading: boolean) => boolean;

function kept(nodes: readonly ElementContent[], isLeftOut: Test, inHeading = false): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (isLeftOut(node, inHeading)) return [];
    return [
      { ...node, children: kept(node.children, isLeftOut, inHeading || /^h[1-6]$/.test(node.tagName)) },
    ];
  });
}

function isNever({ tagName, properties, children }: Element, inHeading: boolean): boolean {
  const { className, style, ariaHidden } = properties;
  return (
    NEVER_CONTENT.has(tagName) ||
    ariaHidden === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(String(style ?? '')) ||
    (Array.isArray(className) && className.some((name) => NOT_SAID.has(String(name)))) ||
    // The sign beside a heading that links to it.
    (inHeading && tagName === 'a' && sum(lettersOf(children)) === 0)
  );
}

/** Elements of several links and nothing else lead elsewhere. */
function isAround({ tagName, properties, children }: Element): boolean {
  if (AROUND.has(tagName) || AROUND_ROLES.has(String(properties.role))) return true;
  const { plain, links } = lettersOf(children);
  return plain === 0 && links > 1;
}

/** How many letters of some nodes stand outside of links and in them, and the number of links. */
interface Letters {
  readonly plain: number;
  readonly linked: number;
  readonly links: number;
}

const NONE: Letters = { plain: 0, linked: 0, links: 0 };

const sum = ({ plain, linked }: Letters): number => plain + linked;

/** Counted once for each list of nodes, for every element is asked. */
const counted = new WeakMap<readonly ElementContent[], Letters>();

function lettersOf(nodes: readonly ElementContent[]): Letters {
  const before = counted.get(nodes);
  if (before) return before;
  const letters = nodes
    .map(lettersIn)
    .reduce(
      (a, b) => ({ plain: a.plain + b.plain, linked: a.linked + b.linked, links: a.links + b.links }),
      NONE,
    );
  counted.set(nodes, letters);
  return letters;
}

function lettersIn(node: ElementContent): Letters {
  if (node.type === 'text') return { ...NONE, plain: node.value.match(/[\p{L}\p{N}]/gu)?.length ?? 0 };
  if (node.type !== 'element') return NONE;
  const letters = lettersOf(node.children);
  return node.tagName === 'a' ? { plain: 0, linked: sum(letters), links: 1 } : letters;
}
