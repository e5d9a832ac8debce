import {
  type APIMessageTopLevelComponent,
  ComponentType,
  type Embed,
  type Message,
  type MessageSnapshot,
  type Poll,
} from 'discord.js';
import { withoutMarkup } from './plain-words.js';

/**
 * All that a message says, without Discord's markup, a line a part: its words, those of messages that it forwards, of embeds,
 * of text displays and of a poll. Of the bot's own messages it is what they quote; the bot's words say nothing about a text.
 */
export function textOfMessage(message: Message): string {
  const { author, client } = message;
  if (author.id === client.user.id) return partsOf(message).flatMap(quotationsIn).join('\n');
  return [message, ...message.messageSnapshots.values()]
    .flatMap(partsOf)
    .map((part) => withoutMarkup(part.replace(STRUCK, '')))
    .join('\n')
    .trim();
}

/** What is struck out has been taken back. */
const STRUCK = /~~(?=\S)[^~\n]*~~/g;

type Said = Pick<Message | MessageSnapshot, 'content' | 'embeds' | 'components' | 'poll'>;

function partsOf({ content, embeds, components, poll }: Said): string[] {
  return [
    content ?? '',
    ...(embeds ?? []).flatMap(partsOfEmbed),
    ...(components ?? []).flatMap((component) => displaysIn(component.toJSON())),
    ...(poll ? partsOfPoll(poll) : []),
  ].filter((part) => part !== '');
}

const partsOfEmbed = ({ title, description, fields }: Embed): string[] => [
  title ?? '',
  description ?? '',
  ...fields.flatMap(({ name, value }) => [name, value]),
];

const partsOfPoll = ({ question, answers }: Poll): string[] => [
  question.text ?? '',
  ...answers.map(({ text }) => text ?? ''),
];

/** The texts of text displays, in a container and in sections too. */
function displaysIn(component: APIMessageTopLevelComponent): string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content ?? ''];
  return 'components' in component
    ? component.components.flatMap((part) => displaysIn(part as APIMessageTopLevelComponent))
    : [];
}

/** What is quoted in a text of the bot's, a line a paragraph, without the bold and the escapes. */
const quotationsIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [, quoted] = /^> (.*)$/.exec(line) ?? [];
    return quoted === undefined
      ? []
      : [quoted.replace(/(?<!\\)\*\*/g, '').replace(/\\([^\p{L}\p{N}\s])/gu, '$1')];
  });
