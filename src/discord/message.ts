import { type APIContainerComponent, ComponentType, MessageFlags } from 'discord.js';
import type { Reply } from '../reply.js';
import { type Asked, controlsOf } from './controls.js';
import { HEADING_ID } from './heading.js';
import { layOut, openingPage, type Page } from './pages.js';

/** A message as Discord's REST takes it: Components V2, nothing that pings. */
export interface MessageBody {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: [] };
  readonly components: [APIContainerComponent];
}

/**
 * One page of a reply as a message: the heading, the text, the buttons. Without `page` it is the page that has the
 * answer; `null` when there is no such page.
 */
export function messageOf(reply: Reply, heading: string, asked: Asked, page?: number): MessageBody | null {
  const pages = layOut(reply, heading);
  const index = page ?? openingPage(pages, reply.cards);
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
  parts.push(...controlsOf(reply, pages, index, asked));
  return {
    flags: MessageFlags.IsComponentsV2 | (reply.private ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [{ type: ComponentType.Container, components: parts }],
  };
}
