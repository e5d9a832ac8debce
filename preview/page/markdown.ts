/** Discord's Markdown, read by the server, as elements. */

import type { Markdown, Scene } from '../protocol.js';
import { type Child, el } from './dom.js';

/** What a text may point to. */
export interface Around {
  readonly scene: Scene;
  /** Opens a command of the bot in the message box. */
  readonly openCommand: (name: string) => void;
}

const TAGS = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strikethrough: 's',
  blockQuote: 'blockquote',
} as const;

/** Discord's letters for times. */
const TIMES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

export const rendered = (nodes: readonly Markdown[], around: Around): Child[] =>
  nodes.map((node) => renderedOne(node, around));

function renderedOne(node: Markdown, around: Around): Child {
  switch (node.type) {
    case 'text':
      return node.content;
    case 'br':
      return el('br');
    case 'inlineCode':
      return el('code', {}, node.content);
    case 'codeBlock':
      return el('pre', { tabindex: 0 }, el('code', {}, node.content));
    case 'subtext':
      return el('div', { class: 'subtext' }, ...rendered(node.content, around));
    case 'heading':
      return el(
        'div',
        // Below the name of who wrote the message, whatever it is here.
        { class: `heading heading-${node.level}`, role: 'heading', 'aria-level': 4 },
        ...rendered(node.content, around),
      );
    case 'spoiler':
      return spoiler(rendered(node.content, around));
    case 'list':
      return list(node, around);
    case 'link':
      return el('a', { href: node.url, ...ELSEWHERE }, ...rendered(node.content, around));
    case 'user':
    case 'channel':
    case 'role':
      return el('span', { class: 'mention' }, nameOf(node, around.scene));
    case 'command':
      return commandLink(node.name, around);
    case 'time':
      return time(node.seconds, node.style);
    default:
      return el(TAGS[node.type], {}, ...rendered(node.content, around));
  }
}

/** An address opens beside the page, and learns nothing of it. */
export const ELSEWHERE = { target: '_blank', rel: 'noopener noreferrer' };

function spoiler(words: Child[]): Child {
  const cover = el('button', { type: 'button', class: 'spoiler', 'aria-label': 'Show spoiler' });
  cover.append(el('span', { 'aria-hidden': 'true' }, ...words));
  cover.addEventListener('click', () => cover.replaceWith(el('span', { class: 'shown' }, ...words)));
  return cover;
}

function list({ start, items }: Extract<Markdown, { type: 'list' }>, around: Around): Child {
  const lines = items.map((item) => el('li', {}, ...rendered(item, around)));
  return start === null ? el('ul', {}, ...lines) : el('ol', { start }, ...lines);
}

function nameOf(
  { type, id }: Extract<Markdown, { type: 'user' | 'channel' | 'role' }>,
  scene: Scene,
): string {
  if (type === 'channel') return '#channel';
  if (type === 'role') return '@role';
  const user = [scene.bot, ...scene.users].find((one) => one.id === id);
  return `@${user?.username ?? 'somebody'}`;
}

const commandLink = (name: string, { openCommand }: Around): Child =>
  el('button', { type: 'button', class: 'mention', click: () => openCommand(name) }, `/${name}`);

function time(seconds: number, style: string): Child {
  const date = new Date(seconds * 1000);
  const isDate = !Number.isNaN(date.getTime());
  const words = style === 'R' ? ago(seconds) : new Intl.DateTimeFormat('en', TIMES[style] ?? {}).format;
  if (!isDate) return 'Invalid Date';
  return el(
    'time',
    { datetime: date.toISOString(), class: 'timestamp' },
    typeof words === 'string' ? words : words(date),
  );
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function ago(seconds: number): string {
  const left = seconds - Date.now() / 1000;
  const [unit, length] = UNITS.find(([, long]) => Math.abs(left) >= long) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en').format(Math.round(left / length), unit);
}
