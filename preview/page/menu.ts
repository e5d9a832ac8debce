/** A menu below a button, as for the lists of a message and for what can be done with one. */

import { el } from './dom.js';

export interface Item {
  readonly label: string;
  readonly description?: string | undefined;
  readonly run: () => void;
}

let close = (): void => {};

/** Opens a menu below its button, in the place of any other, and moves into it. */
export function openMenu(button: HTMLElement, label: string, items: readonly Item[]): void {
  close();
  const menu = el('div', { role: 'menu', 'aria-label': label, class: 'menu' });
  const leave = (event: Event) => {
    if (!menu.contains(event.target as Node) && !button.contains(event.target as Node)) close();
  };
  close = () => {
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', leave);
    close = () => {};
  };
  menu.append(...items.map((item) => itemOf(item, button)));
  menu.addEventListener('keydown', (event) => onKey(event, menu, button));
  document.addEventListener('pointerdown', leave);
  button.setAttribute('aria-expanded', 'true');
  button.after(menu);
  menu.scrollIntoView({ block: 'nearest' });
  (menu.firstElementChild as HTMLElement | null)?.focus();
}

function itemOf({ label, description, run }: Item, button: HTMLElement): HTMLElement {
  const choose = () => {
    close();
    button.focus();
    run();
  };
  const item = el('button', { type: 'button', role: 'menuitem', tabindex: -1, click: choose }, label);
  if (description) item.append(el('small', {}, description));
  return item;
}

function onKey(event: KeyboardEvent, menu: HTMLElement, button: HTMLElement): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key === 'Escape' || event.key === 'Tab') {
    close();
    button.focus();
    if (event.key === 'Escape') event.preventDefault();
  } else if (event.key in to) {
    items[to[event.key] as number]?.focus();
    event.preventDefault();
  }
}
