import type { Element, ElementContent } from 'hast';

/** Elements, and how deep they stand in one another, of a page in which main content is looked for: it costs both, squared. */
const MAX_SEARCHED = 50_000;
const MAX_SEARCHED_DEPTH = 60;

/** What is used here of the library's page; TypeScript knows none outside of a browser. */
interface DomNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly childNodes: Iterable<DomNode>;
  append(child: DomNode): void;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
}

interface DomDocument {
  readonly body: DomNode;
  createElement(name: string): DomNode;
  createTextNode(data: string): DomNode;
}

const DOM_ELEMENT = 1;
const DOM_TEXT = 3;

/** The attribute that tells which element of the page one of the library's is. */
const INDEX = 'data-index';

/** Attributes by which the library tells content from what stands around it. */
const TELLING: Readonly<Record<string, string>> = {
  className: 'class',
  id: 'id',
  role: 'role',
  href: 'href',
  rel: 'rel',
  itemProp: 'itemprop',
  src: 'src',
  hidden: 'hidden',
  summary: 'summary',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
};

/**
 * The main content of a page by Readability, which chooses in a copy: what it keeps are the page's own elements, with their
 * levels of headings and their lines. `null` when it finds none, or the page is too large to look for it.
 */
export async function mainContent(nodes: readonly ElementContent[]): Promise<ElementContent[] | null> {
  if (!isSearchable(nodes)) return null;
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const elements: Element[] = [];
  copyInto(document as unknown as DomDocument, nodes, elements);
  const chosen = new Readability<unknown>(document as never, { serializer: (node) => node }).parse();
  return chosen?.content ? restored(chosen.content as DomNode, elements) : null;
}

function copyInto(document: DomDocument, nodes: readonly ElementContent[], elements: Element[]): void {
  const copy = (parent: DomNode, children: readonly ElementContent[]): void => {
    for (const node of children) {
      if (node.type === 'text') parent.append(document.createTextNode(node.value));
      if (node.type !== 'element') continue;
      const element = document.createElement(node.tagName);
      for (const [property, attribute] of Object.entries(TELLING)) {
        const value = node.properties[property];
        if (value !== undefined && value !== null)
          element.setAttribute(attribute, Array.isArray(value) ? value.join(' ') : String(value));
      }
      element.setAttribute(INDEX, String(elements.push(node) - 1));
      copy(element, node.children);
      parent.append(element);
    }
  };
  copy(document.body, nodes);
}

function restored(node: DomNode, elements: readonly Element[]): ElementContent[] {
  if (node.nodeType === DOM_TEXT) return [{ type: 'text', value: node.data }];
  if (node.nodeType !== DOM_ELEMENT) return [];
  const children = [...node.childNodes].flatMap((child) => restored(child, elements));
  const original = elements[Number(node.getAttribute(INDEX) ?? -1)];
  return [
    original
      ? { ...original, children }
      : { type: 'element', tagName: node.localName, properties: {}, children },
  ];
}

function isSearchable(nodes: readonly ElementContent[]): boolean {
  let elements = 0;
  const fits = (children: readonly ElementContent[], depth: number): boolean =>
    children.every(
      (node) =>
        node.type !== 'element' ||
        (++elements <= MAX_SEARCHED && depth < MAX_SEARCHED_DEPTH && fits(node.children, depth + 1)),
    );
  return fits(nodes, 0);
}
