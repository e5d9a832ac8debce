import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Reply } from '../reply.js';
import { type ButtonState, packButton } from './custom-id.js';
import { escapeMarkdown } from './escape.js';
import { layOut, openingPage, type Page } from './pages.js';

/** A message as Discord's REST takes it: Components V2, nothing that pings. */
export interface MessageBody {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: [] };
  readonly components: [APIContainerComponent];
}

/** Who asked what, as far as the message's buttons need it. */
export type Asked = Pick<ButtonState, 'stamp' | 'asker' | 'command'>;

/** The component id of the text that repeats the question; a page turn keeps it from the message, nothing else has it. */
const HEADING_ID = 1000;

/** The markup that repeats a reply's question, '' when it has none. */
export const headingOf = ({ question }: Reply): string =>
  question ? `### ${escapeMarkdown(question.replace(/\s+/g, ' '))}` : '';

/** The heading that stands in a message, '' when there is none. */
export function headingIn(components: readonly APIMessageTopLevelComponent[]): string {
  const parts = components.flatMap((c) => (c.type === ComponentType.Container ? c.components : []));
  const heading = parts.find((c) => c.type === ComponentType.TextDisplay && c.id === HEADING_ID);
  return heading && 'content' in heading ? heading.content : '';
}

/**
 * One page of a reply as a message: the heading, the text, the buttons. Without `page` it is the page that has the
 * answer; `null` when there is no such page.
 */
export function messageOf(reply: Reply, heading: string, asked: Asked, page?: number): MessageBody | null {
  const pages = layOut(reply, heading);
  const index = page ?? openingPage(pages);
  return pages[index] ? toMessage(reply, heading, asked, pages, index) : null;
}

/** All pages of a reply that no button could rebuild, as messages one after the other. */
export function messagesOf(reply: Reply, heading: string, asked: Asked): MessageBody[] {
  const pages = layOut(reply, heading);
  return pages.map((_, index) => toMessage(reply, heading, asked, pages, index));
}

function toMessage(
  reply: Reply,
  heading: string,
  asked: Asked,
  pages: readonly Page[],
  index: number,
): MessageBody {
  const parts: APIContainerComponent['components'] = [];
  if (heading !== '') parts.push({ type: ComponentType.TextDisplay, id: HEADING_ID, content: heading });
  parts.push({ type: ComponentType.TextDisplay, content: pages[index]?.markup ?? '' });
  if (reply.layout === 'flow' && pages.length > 1) {
    parts.push({ type: ComponentType.TextDisplay, content: `-# Page ${index + 1} of ${pages.length}` });
  }
  const buttons = buttonsOf(reply, pages, index, asked);
  if (buttons.length > 0) parts.push({ type: ComponentType.ActionRow, components: buttons });
  return {
    flags: MessageFlags.IsComponentsV2 | (reply.private ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [{ type: ComponentType.Container, components: parts }],
  };
}

/** To the pages before and after; a private answer can be shared, a public one taken away. */
function buttonsOf(reply: Reply, pages: readonly Page[], index: number, asked: Asked) {
  const { memory } = reply;
  if (memory === null) return [];
  const button = (action: ButtonState['action'], page: number, label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label,
    custom_id: packButton({ ...asked, action, page, memory }),
  });
  return [
    ...(index > 0 ? [button('page', index - 1, labelOf(reply, pages, index, index - 1))] : []),
    ...(index + 1 < pages.length ? [button('page', index + 1, labelOf(reply, pages, index, index + 1))] : []),
    ...(reply.private && reply.kind === 'answer' ? [button('share', index, 'Share')] : []),
    ...(reply.private ? [] : [button('delete', index, 'Delete')]),
  ];
}

function labelOf(reply: Reply, pages: readonly Page[], from: number, to: number): string {
  const card = pages[from]?.card ?? 0;
  const forward = to > from;
  if (reply.layout === 'one-card' && pages[to]?.card === card)
    return forward ? 'Read on' : 'Read from before';
  const named = forward ? reply.cards[card]?.next : undefined;
  return named ?? `${forward ? 'Next' : 'Previous'} ${reply.unit}`;
}
