import type { APIMessage, Message } from 'discord.js';
import { unpackShown } from '../../commands/answer-cards.js';
import { isWhole, joined } from '../answer/follow-up.js';
import type { Article, SentencePlace } from '../corpus/article.js';
import { isSmallTalk } from '../english/small-talk.js';
import type { Library } from '../library.js';
import { questionIn } from './asked.js';
import { unpackButton } from './custom-id.js';
import { headingIn, questionOf } from './heading.js';
import { withoutMarkup } from './plain-words.js';

/** What somebody says to the bot. */
export interface Heard {
  /** What is asked, as far as it is said. */
  readonly question: string;
  /** The bot's answer that it is a reply to, with the question on it. */
  readonly below: { readonly question: string; readonly components: APIMessage['components'] } | null;
  /** Whether the bot is named in it or alone with who says it; else people may be talking to each other. */
  readonly isAddressed: boolean;
  /** What is said instead of looking anything up. */
  readonly line: 'empty' | 'no question' | 'of another' | null;
}

/**
 * What a message says to the bot; `null` where it is not for the bot, or is a reply to its answer that asks nothing.
 *
 * @param repliedTo the message that it replies to, where Discord has sent it along.
 */
export function hear(message: Message, repliedTo: APIMessage | null): Heard | null {
  const { author, content, client, guildId, system, webhookId, mentions, reference } = message;
  if (author.bot || system || webhookId !== null || client.user === null) return null;
  const name = new RegExp(`<@!?${client.user.id}>`, 'g');
  const isAddressed = guildId === null || name.test(content);
  const isOwn = repliedTo?.author.id === client.user.id;
  if (!isAddressed && !(reference && mentions.users.has(client.user.id))) return null;
  const said = content.replace(name, ' ');
  const words = withoutMarkup(said);
  const question = questionIn(said);
  const before = isOwn ? questionOf(headingIn(repliedTo.components ?? [])) : null;
  const below = before === null ? null : { question: before, components: repliedTo?.components ?? [] };
  if (!isAddressed) {
    const asks = question !== null && !isSmallTalk(words) && whole(question, below) !== null;
    return asks ? { question, below, isAddressed, line: null } : null;
  }
  const isOfAnother =
    reference !== null &&
    guildId !== null &&
    !isOwn &&
    (words === '' || question === null || leans(question));
  const line = isOfAnother ? 'of another' : words === '' ? 'empty' : question === null ? 'no question' : null;
  return { question: question ?? '', below, isAddressed, line };
}

/** The whole question, as far as the question before tells it. */
const whole = (question: string, below: Heard['below'], shown = ''): string | null =>
  below ? joined(below.question, question, shown) : isWhole(question) ? question : null;

/** Whether some words ask about something that is said elsewhere: `is this true?` */
const leans = (words: string): boolean => joined('', words) !== null && !isWhole(words);

/** What is to be looked up. */
interface Understood {
  readonly question: string;
  /** The text that answered the question before, where the answer to this one is looked for first. */
  readonly near: Article | null;
}

/** The whole question that is asked, with what the answer above it names. */
export async function understood(library: Library, { question, below }: Heard): Promise<Understood> {
  const place = below ? await placeOn(library, below.components) : null;
  const span = place?.article.sentences[place.sentence];
  const shown = span ? place.article.text.slice(span.start, span.end) : '';
  return { question: whole(question, below, shown) ?? question, near: place?.article ?? null };
}

/** The sentence that an answer shows, `null` where its buttons do not tell, as when the texts have changed. */
async function placeOn(
  library: Library,
  components: APIMessage['components'],
): Promise<SentencePlace | null> {
  const states = idsIn(components).map(unpackButton);
  const state = states.find((one) => one?.command === 'ask' && one.stamp === library.stamp);
  const shown = state ? await unpackShown(library, state.memory) : null;
  return shown?.places[0] ?? null;
}

/** The ids of the buttons of a message. */
const idsIn = (components: unknown): string[] =>
  JSON.stringify(components).match(/(?<="custom_id":")[^"]+/g) ?? [];
