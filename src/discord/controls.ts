import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { shorten } from '../corpus/citation.js';
import type { Card, Reply, Way } from '../reply.js';
import { type ButtonState, packButton } from './custom-id.js';
import {
  MAX_BUTTON_LABEL,
  MAX_BUTTON_URL,
  MAX_IN_ROW,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_PLACEHOLDER,
} from './limits.js';
import type { Page } from './pages.js';

/** Who asked what, as far as the message's buttons need it. */
export type Asked = Pick<ButtonState, 'stamp' | 'asker' | 'command'>;

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * What can be pressed below a page: a list of choices, then to the pages before and after, the ways and addresses of the
 * cards on it, and last that a private answer is shared or a public one taken away.
 */
export function controlsOf(reply: Reply, pages: readonly Page[], index: number, asked: Asked): Row[] {
  const cards = pages[index]?.cards.flatMap((number) => reply.cards[number] ?? []) ?? [];
  const [toPages, toOthers] = pageButtons(reply, pages, index, asked);
  const buttons = [...toPages, ...wayButtons(cards, asked), ...linkButtons(cards), ...toOthers];
  return [...selectsOf(cards, asked), ...rowsOf(buttons)];
}

function rowsOf(buttons: readonly APIButtonComponent[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += MAX_IN_ROW)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + MAX_IN_ROW) });
  return rows;
}

const button = (label: string, state: ButtonState): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: shorten(label, MAX_BUTTON_LABEL),
  custom_id: packButton(state),
});

/** Those to other pages, and those that show the answer to others or take it from them; none where nothing rebuilds it. */
function pageButtons(reply: Reply, pages: readonly Page[], index: number, asked: Asked) {
  const { memory } = reply;
  if (memory === null) return [[], []] as const;
  const to = (action: ButtonState['action'], page: number, label: string) =>
    button(label, { ...asked, action, page, memory });
  const toPages = [index - 1, index + 1]
    .filter((page) => pages[page])
    .map((page) => to('page', page, labelOf(reply, pages, index, page)));
  const canShare = reply.private && reply.kind === 'answer';
  const toOthers = [
    ...(canShare ? [to('share', index, 'Share')] : []),
    ...(reply.private ? [] : [to('delete', index, 'Delete')]),
  ];
  return [toPages, toOthers] as const;
}

function labelOf(reply: Reply, pages: readonly Page[], from: number, to: number): string {
  const card = pages[from]?.card ?? 0;
  const forward = to > from;
  if (reply.layout === 'one-card' && pages[to]?.card === card)
    return forward ? 'Read on' : 'Read from before';
  const named = forward ? reply.cards[card]?.next : undefined;
  return named ?? `${forward ? 'Next' : 'Previous'} ${reply.unit}`;
}

/** What a way's button or choice remembers. Nobody owns it: it opens for whoever takes it. */
const packWay = ({ command, memory, page }: Way, { stamp }: Asked): string =>
  packButton({ action: 'open', stamp, asker: '0', command, page: page ?? null, memory });

/** Discord takes no id twice in a message. */
function differing(ways: readonly Way[], asked: Asked): Map<string, Way> {
  return new Map(ways.map((way) => [packWay(way, asked), way]));
}

const wayButtons = (cards: readonly Card[], asked: Asked): APIButtonComponent[] =>
  Array.from(
    differing(
      cards.flatMap(({ ways = [] }) => ways),
      asked,
    ),
    ([custom_id, { label }]) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: shorten(label, MAX_BUTTON_LABEL),
      custom_id,
    }),
  );

function linkButtons(cards: readonly Card[]): APIButtonComponent[] {
  const links = cards.flatMap((card) => card.links ?? []).filter(({ url }) => url.length <= MAX_BUTTON_URL);
  return Array.from(new Map(links.map(({ label, url }) => [url, label])), ([url, label]) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: shorten(label, MAX_BUTTON_LABEL),
    url,
  }));
}

function selectsOf(cards: readonly Card[], asked: Asked): Row[] {
  const ways = cards.flatMap(({ choices }) => choices?.ways ?? []).slice(0, MAX_OPTIONS);
  const placeholder = cards.find(({ choices }) => choices)?.choices?.placeholder ?? '';
  if (ways.length === 0) return [];
  const options = Array.from(
    differing(ways, asked),
    ([value, { label, description }]): APISelectMenuOption => ({
      value,
      label: shorten(label, MAX_OPTION_TEXT),
      ...(description && { description: shorten(description, MAX_OPTION_TEXT) }),
    }),
  );
  const select = {
    type: ComponentType.StringSelect as const,
    custom_id: SELECT_ID,
    placeholder: shorten(placeholder, MAX_PLACEHOLDER),
    options,
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

/** The `custom_id` of a list of choices; each choice's value is what a button's id is. */
const SELECT_ID = 'choose';
