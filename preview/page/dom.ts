/** Making elements; a text is never anything but a text. */

type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

export type Child = Node | string;

/** An element: functions listen to the event of their name, the rest are attributes. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key, value as (event: Event) => void);
    else if (typeof value === 'boolean') element.toggleAttribute(key, value);
    else if (value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** The element of the page with that id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

let made = 0;

/** An id that nothing else on the page has. */
export const newId = (): string => `e${++made}`;
