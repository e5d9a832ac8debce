/** A message as Discord shows it, made of what the bot has sent. */

import type {
  APIButtonComponent,
  APIMessage,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { ShownMessage } from '../protocol.js';
import { type Child, el } from './dom.js';
import { type Around, ELSEWHERE, rendered } from './markdown.js';
import { openMenu } from './menu.js';

/*
 * Discord's numbers, written out: the page loads nothing of a package, and types are gone when it runs.
 */
const [ROW, BUTTON, SELECT, SECTION, TEXT, SEPARATOR, CONTAINER] = [1, 2, 3, 9, 10, 14, 17] as const;
const LINK_STYLE = 5;
const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

/** What can be done with a message. */
export interface Doing extends Around {
  press(message: APIMessage, id: string, choice?: string): Promise<void>;
  /** What its menu has. */
  menu(message: APIMessage): void;
  dismiss(message: APIMessage): void;
}

type Part = APIMessageTopLevelComponent | { type: typeof BUTTON | typeof SELECT };

export function messageElement(shown: ShownMessage, doing: Doing): HTMLElement {
  const { message } = shown;
  const { author, flags = 0, timestamp } = message;
  const name = author.username;
  const isPrivate = Boolean(flags & EPHEMERAL);
  const at = new Date(timestamp).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit' });
  const body = el(
    'div',
    { class: 'body' },
    el(
      'h3',
      {},
      name,
      ...(author.bot ? [el('span', { class: 'app' }, 'APP')] : []),
      el('time', { datetime: timestamp }, at),
    ),
    el('div', { class: 'content' }, ...contentOf(shown, doing)),
  );
  if (isPrivate) body.append(privateLine(message, doing));
  const more = el(
    'button',
    { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    '⋯',
  );
  more.setAttribute('aria-label', `More for the message of ${name}`);
  more.addEventListener('click', () => doing.menu(message));
  const openMenuAt = (event: Event) => {
    // What is selected, and where a link leads, is the browser's.
    if ((event.target as Element).closest('a') || !getSelection()?.isCollapsed) return;
    event.preventDefault();
    doing.menu(message);
  };
  const label = `${name}, ${at}${isPrivate ? ', only you can see this' : ''}`;
  const kind = `message${isPrivate ? ' private' : ''}`;
  return el(
    'article',
    { class: kind, id: `m${message.id}`, 'aria-label': label, tabindex: -1, contextmenu: openMenuAt },
    ...originOf(shown, doing),
    el('div', { class: 'avatar', 'aria-hidden': 'true', 'data-bot': Boolean(author.bot) }, name.charAt(0)),
    body,
    el('div', { class: 'actions' }, more),
  );
}

/** What it answers. */
function originOf({ message, answers, markdown }: ShownMessage, doing: Doing): Child[] {
  const user = message.interaction_metadata?.user.username;
  const above = message.referenced_message;
  if (answers !== null && user) return [el('div', { class: 'origin' }, `${user} used ${answers}`)];
  if (!above) return [];
  const words = markdown[above.content] ? rendered(markdown[above.content] ?? [], doing) : ['a message'];
  return [el('div', { class: 'origin' }, `in reply to ${above.author.username}: `, ...words)];
}

function contentOf(shown: ShownMessage, doing: Doing): Child[] {
  const { content, components = [], flags = 0 } = shown.message;
  if (flags & LOADING) return [el('span', { class: 'thinking' }, 'Verbatim is thinking …')];
  const words = rendered(shown.markdown[content] ?? [], doing);
  return [...words, ...(components ?? []).map((part) => partOf(part as Part, shown, doing))];
}

function partOf(part: Part, shown: ShownMessage, doing: Doing): Child {
  switch (part.type) {
    case CONTAINER:
      return el(
        'div',
        { class: 'container' },
        ...part.components.map((one) => partOf(one as Part, shown, doing)),
      );
    case SECTION: {
      const texts = part.components.map((one) => partOf(one, shown, doing));
      return el(
        'div',
        { class: 'section' },
        el('div', {}, ...texts),
        partOf(part.accessory as Part, shown, doing),
      );
    }
    case TEXT:
      return el('div', { class: 'text' }, ...rendered(shown.markdown[part.content] ?? [], doing));
    case SEPARATOR:
      return el('hr', { 'data-divider': part.divider ?? true, 'data-spacing': part.spacing ?? 1 });
    case ROW:
      return el('div', { class: 'row' }, ...part.components.map((one) => partOf(one as Part, shown, doing)));
    case BUTTON:
      return button(part as APIButtonComponent, shown.message, doing);
    case SELECT:
      return select(part as APIStringSelectComponent, shown.message, doing);
    default:
      return el('div', { class: 'unknown' }, `The preview does not show parts of type ${part.type}.`);
  }
}

function button(part: APIButtonComponent, message: APIMessage, doing: Doing): Child {
  const label = 'label' in part ? (part.label ?? part.emoji?.name ?? '') : '';
  if (part.style === LINK_STYLE)
    return /^https?:/i.test(part.url)
      ? el('a', { class: 'button link', href: part.url, ...ELSEWHERE }, label)
      : el('span', { class: 'button' }, `${label} (${part.url})`);
  const made = el('button', { type: 'button', class: 'button', 'data-style': part.style }, label);
  made.disabled = part.disabled ?? false;
  const id = 'custom_id' in part ? part.custom_id : '';
  made.addEventListener('click', () => whileBusy(made, doing.press(message, id)));
  return made;
}

function select(part: APIStringSelectComponent, message: APIMessage, doing: Doing): Child {
  const label = part.placeholder ?? 'Make a selection';
  const made = el(
    'button',
    { type: 'button', class: 'select', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    label,
  );
  const items = part.options.map(({ label: name, description, value }) => ({
    label: name,
    description,
    run: () => whileBusy(made, doing.press(message, part.custom_id, value)),
  }));
  made.addEventListener('click', () => openMenu(made, label, items));
  return el('div', { class: 'chooser' }, made);
}

function whileBusy(control: HTMLElement, done: Promise<void>): void {
  control.setAttribute('aria-busy', 'true');
  void done.finally(() => control.removeAttribute('aria-busy'));
}

const privateLine = (message: APIMessage, doing: Doing): HTMLElement =>
  el(
    'p',
    { class: 'only-you' },
    'Only you can see this · ',
    el('button', { type: 'button', class: 'plain', click: () => doing.dismiss(message) }, 'Dismiss message'),
  );
