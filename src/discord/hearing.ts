import type { APIMessage, Message } from 'discord.js';
import { unpackShown } from '../../commands/answer-cards.js';
import { asksWhoSaid, whoSaid } from '../../commands/who-said.js';
import { goesOn, isWhole, joined } from '../answer/follow-up.js';
import { type Demands, namedAnew } from '../answer/named-anew.js';
import type { SentencePlace } from '../corpus/article.js';
import { isSmallTalk } from '../english/small-talk.js';
import { isToSomebody } from '../english/talk.js';
import type { Library } from '../library.js';
import type { Reply } from '../reply.js';
import { questionIn } from './asked.js';
import { type ButtonState, unpackButton } from './custom-id.js';
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
  readonly line: 'empty' | 'no question' | 'of another' | 'unclear' | null;
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
  const words = withoutMarkup(content.replace(name, ' '));
  const question = questionIn(words);
  const before = isOwn ? questionOf(headingIn(repliedTo.components ?? [])) : null;
  const below = before === null ? null : { question: before, components: repliedTo?.components ?? [] };
  if (!isAddressed) {
    const isForBot =
      question !== null && !isSmallTalk(words) && !isToSomebody(question) && isUnderstood(question, below);
    return isForBot ? { question, below, isAddressed, line: null } : null;
  }
  const isOfAnother =
    reference !== null &&
    guildId !== null &&
    !isOwn &&
    (words === '' || question === null || leans(question));
  const line = isOfAnother
    ? 'of another'
    : words === ''
      ? 'empty'
      : question === null
        ? 'no question'
        : isUnclear(question, below)
          ? 'unclear'
          : null;
  return { question: question ?? '', below, isAddressed, line };
}

const isUnderstood = (question: string, below: Heard['below']): boolean =>
  whole(question, below) !== null || (below !== null && asksWhoSaid(question));

/** Whether something goes on with what nobody said, or no question can be made of it and of the one before. */
const isUnclear = (question: string, below: Heard['below']): boolean =>
  !isSmallTalk(question) &&
  !isUnderstood(question, below) &&
  (goesOn(question) || (below !== null && /\?$/.test(question)));

/** The whole question, as far as the question before tells it. */
const whole = (question: string, below: Heard['below'], shown = ''): string | null =>
  below ? joined(below.question, question, shown) : isWhole(question) ? question : null;

/** Whether some words ask about something that is said elsewhere: `is this true?` */
const leans = (words: string): boolean => joined('', words) !== null && !isWhole(words);

/** What is to be looked up. */
interface Understood {
  readonly question: string;
  /** The sentence that answered the question before; the answer to this one is looked for first in its text. */
  readonly near: SentencePlace | null;
  /** What must stand where it is answered. */
  readonly demands: Demands | null;
}

/** The whole question that is asked, with what the answer above it names. */
export async function understood(library: Library, { question, below }: Heard): Promise<Understood> {
  const place = below ? await placeOn(library, below.components) : null;
  const shown = place ? wordsOf(place) : '';
  const asked = whole(question, below, shown) ?? question;
  return { question: asked, near: place, demands: below && namedAnew(below.question, question, asked) };
}

/** The sentence that an answer shows, `null` where its buttons do not tell, as when the texts have changed. */
async function placeOn(
  library: Library,
  components: APIMessage['components'],
): Promise<SentencePlace | null> {
  const state = stateOn(library, components);
  if (state?.command !== 'ask') return null;
  return (await unpackShown(library, state.memory))?.places[0] ?? null;
}

/** What the buttons of an answer remember of it; `null` where they tell nothing, or of other texts. */
function stateOn(library: Library, components: APIMessage['components']): ButtonState | null {
  const states = idsIn(components).map(unpackButton);
  const own = states.filter((one) => one?.stamp === library.stamp);
  return own.find((one) => one?.action !== 'open') ?? own.find((one) => one?.command === 'ask') ?? null;
}

/** Who says what stands above, where that is asked; `null` where the texts do not tell, `undefined` where it is not asked. */
export async function speakerAbove(
  library: Library,
  { question, below }: Heard,
): Promise<Reply | null | undefined> {
  if (below === null || !asksWhoSaid(question)) return undefined;
  const state = stateOn(library, below.components);
  return state && whoSaid(library, state.command, state.memory);
}

const wordsOf = ({ article, sentence }: SentencePlace): string => {
  const { start, end } = article.sentences[sentence] ?? { start: 0, end: 0 };
  return article.text.slice(start, end);
};

/** The ids of the buttons of a message. */
const idsIn = (components: unknown): string[] =>
  JSON.stringify(components).match(/(?<="custom_id":")[^"]+/g) ?? [];
