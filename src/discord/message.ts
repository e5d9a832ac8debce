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
 * One page of a reply as a message: the heading, the text, the buttons to the pages before and after. Without
 * `page` it is the page that has the answer; `null` when there is no such page.
 */
export function messageOf(reply: Reply, heading: string, asked: Asked, page?: number): MessageBody | null {
  const pages = layOut(reply, heading);
  const index = page ?? openingPage(pages);
  const shown = pages[index];
  if (!shown) return null;
  const buttons = pageButtons(reply, pages, index, asked);
  return {
    flags: MessageFlags.IsComponentsV2 | (reply.private ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [
      {
        type: ComponentType.Container,
        components: [
          ...(heading === ''
            ? []
            : [{ type: ComponentType.TextDisplay, id: HEADING_ID, content: heading } as const]),
          { type: ComponentType.TextDisplay, content: shown.markup },
          ...footer(reply, pages, index),
          ...(buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: buttons } as const]),
        ],
      },
    ],
  };
}

/** Where one is among the pages of a text that runs over several. */
function footer(reply: Reply, pages: readonly Page[], index: number) {
  if (reply.layout === 'one-card' || pages.length === 1) return [];
  return [{ type: ComponentType.TextDisplay, content: `-# Page ${index + 1} of ${pages.length}` } as const];
}

function pageButtons(reply: Reply, pages: readonly Page[], index: number, asked: Asked) {
  const button = (to: number, label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label,
    custom_id: packButton({ action: 'page', ...asked, page: to, memory: reply.memory }),
  });
  return [
    ...(index > 0 ? [button(index - 1, labelOf(reply, pages, index, index - 1))] : []),
    ...(index + 1 < pages.length ? [button(index + 1, labelOf(reply, pages, index, index + 1))] : []),
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
