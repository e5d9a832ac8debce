import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { addressOf, shorten } from '../corpus/citation.js';
import type { Card, Link, Reply, Way } from '../reply.js';
import { type ButtonState, packButton } from './custom-id.js';
import {
  MAX_BUTTON_LABEL,
  MAX_BUTTON_URL,
  MAX_IN_ROW,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_PLACEHOLDER,
} from './limits.js';
import type { Source } from './markup.js';
import { type Page, pageOfCard } from './pages.js';

/** Who asked what, as far as the message's buttons need it. */
export interface Asked extends Pick<ButtonState, 'stamp' | 'asker' | 'command'> {
  /** All can see it already. */
  readonly isShared?: boolean;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * What can be pressed below a page: a list of choices, then to the pages before and after, the ways and addresses of the
 * cards on it, and last that a private answer is shared or a public one taken away.
 */
export function controlsOf(reply: Reply, pages: readonly Page[], index: number, asked: Asked): Row[] {
  const cards = pages[index]?.cards.flatMap((number) => reply.cards[number] ?? []) ?? [];
  const [toPages, toOthers] = pageButtons(reply, pages, index, asked);
  const buttons = [...toPages, ...wayButtons(cards, asked), ...linkButtons(cards, pages[index]), ...toOthers];
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
  const toPages = turnsOf(reply, pages, index).map(({ page, label }) => to('page', page, label));
  const canShare = reply.private && reply.kind === 'answer' && !asked.isShared;
  const toOthers = [
    ...(canShare ? [to('share', index, 'Share')] : []),
    ...(reply.private ? [] : [to('delete', index, 'Delete')]),
  ];
  return [toPages, toOthers] as const;
}

/** The pages that one can turn to: where a card is a screen of its own those that it goes on on, and the cards it names. */
function turnsOf(reply: Reply, pages: readonly Page[], index: number): { page: number; label: string }[] {
  const { layout, unit, cards } = reply;
  const flows = layout === 'flow';
  const card = pages[index]?.card;
  const [back, on] = flows ? [`Previous ${unit}`, `Next ${unit}`] : ['Read from before', 'Read on'];
  const beside = [
    { page: index - 1, label: back },
    { page: index + 1, label: on },
  ].filter(({ page }) => pages[page] && (flows || pages[page].card === card));
  const turns = flows ? [] : (cards[card ?? 0]?.turns ?? []);
  return [...beside, ...turns.map((turn) => ({ page: pageOfCard(pages, turn.card), label: turn.label }))];
}

/** What a way's button or choice remembers. Nobody owns one to another reply: it opens for whoever takes it. */
function packWay({ command, memory, page, isWithin }: Way, { stamp, asker }: Asked): string {
  const way = { stamp, command, page: page ?? null, memory };
  return isWithin
    ? packButton({ ...way, action: 'page', asker })
    : packButton({ ...way, action: 'open', asker: '0' });
}

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

/** To the addresses of what the page cites, named by where they lead, and to those of its cards. */
function linkButtons(cards: readonly Card[], page: Page | undefined): APIButtonComponent[] {
  const cited = citedAddresses(page?.sources ?? []);
  const links = [...cited, ...cards.flatMap((card) => card.links ?? [])].filter(
    ({ url }) => url.length <= MAX_BUTTON_URL,
  );
  return Array.from(new Map(links.map(({ label, url }) => [url, label])), ([url, label]) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: shorten(label, MAX_BUTTON_LABEL),
    url,
  }));
}

/** The first few; with several, each has the number of its citation. */
function citedAddresses(sources: readonly Source[]): Link[] {
  const found = new Map<string, number>();
  for (const { article, span, number } of sources) {
    const url = addressOf(article, span, MAX_BUTTON_URL);
    if (url !== null && !found.has(url)) found.set(url, number);
  }
  return Array.from(found, ([url, number]) => {
    const host = new URL(url).hostname.replace(/^www\./, '');
    return { url, label: sources.length === 1 ? `Read at ${host}` : `[${number}] ${host}` };
  }).slice(0, MAX_IN_ROW);
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
