/** The channel: its messages, as they come, change and go, and what can be done with them. */

import type { APIMessage } from 'discord-api-types/v10';
import type { Action, News, Scene, ShownMessage } from '../protocol.js';
import { act, listen } from './ask-server.js';
import { Composer } from './composer.js';
import { byId, el } from './dom.js';
import { openMenu } from './menu.js';
import { type Doing, messageElement } from './messages.js';

/** The type of a command in the menu of a message. */
const MESSAGE_COMMAND = 3;

/** So near to its end the list goes along with what comes, in pixels. */
const NEAR_END = 80;

/** What somebody does, whoever it is. */
type Deed = Action extends infer One ? (One extends Action ? Omit<One, 'user'> : never) : never;

export class Channel implements Doing {
  scene: Scene;
  readonly #list = byId('messages');
  readonly #state = byId('state');
  readonly #composer: Composer;
  readonly #dismissed = new Set<string>();
  #user = '';
  #source: EventSource | undefined;

  constructor() {
    this.scene = NOBODY;
    // It scrolls, so it is reached by keyboard.
    this.#list.tabIndex = 0;
    const who = { user: () => this.#user, scene: () => this.scene };
    this.#composer = new Composer(byId('composer'), who, (deed) => this.#do(deed));
  }

  /** Shows the channel as somebody sees it. */
  enter(user: string): void {
    this.#user = user;
    this.#source?.close();
    this.#source = listen(
      user,
      (news) => this.#onNews(news),
      (isOpen) => this.#onState(isOpen),
    );
  }

  readonly openCommand = (name: string): void => this.#composer.openCommand(name);

  async press(message: APIMessage, id: string, choice?: string): Promise<void> {
    const deed = { kind: 'press' as const, message: message.id, id };
    await this.#do(choice === undefined ? deed : { ...deed, choice });
  }

  menu(message: APIMessage): void {
    const button = this.#list.querySelector<HTMLElement>(`#m${message.id} .more`);
    if (!button) return;
    const reply = { label: 'Reply', run: () => this.#composer.replyTo(message) };
    const apps = this.scene.commands
      .filter(({ type }) => type === MESSAGE_COMMAND)
      .map(({ name }) => ({
        label: name,
        description: 'Apps',
        run: () => void this.#do({ kind: 'menu', command: name, message: message.id }),
      }));
    const payload = { label: 'Show payload', description: 'Preview', run: () => showPayload(message) };
    openMenu(button, 'Message', [reply, ...apps, payload]);
  }

  dismiss({ id }: APIMessage): void {
    this.#dismissed.add(id);
    byId(`m${id}`).remove();
    this.#composer.focus();
  }

  async #do(deed: Deed): Promise<void> {
    this.#composer.tell('');
    try {
      await act({ ...deed, user: this.#user } as Action);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#composer.tell(reason);
    }
  }

  #onState(isOpen: boolean): void {
    if (isOpen) this.#list.replaceChildren();
    else this.#state.textContent = 'The preview does not answer. Trying again …';
    this.#state.hidden = isOpen && this.scene.commands.length > 0;
  }

  #onNews(news: News): void {
    switch (news.kind) {
      case 'scene':
        this.#onScene(news.scene);
        break;
      case 'message':
        this.#show(news.shown);
        break;
      case 'gone':
        document.getElementById(`m${news.id}`)?.remove();
        break;
      case 'refused':
        // A bot that has ended does not get ready any more.
        this.#state.hidden = true;
        byId('refused').hidden = false;
        byId('refused').replaceChildren(...news.what.map((what) => el('li', {}, what)));
    }
  }

  #onScene(scene: Scene): void {
    this.scene = scene;
    const isReady = scene.commands.length > 0;
    this.#state.textContent = 'The bot is getting ready; a first start reads all texts.';
    this.#state.hidden = isReady;
  }

  #show(shown: ShownMessage): void {
    const { id } = shown.message;
    if (this.#dismissed.has(id)) return;
    const before = document.getElementById(`m${id}`);
    const after = messageElement(shown, this);
    const isAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < NEAR_END;
    if (!before) this.#list.append(after);
    else {
      const focused = before.contains(document.activeElement) ? document.activeElement : null;
      before.replaceWith(after);
      if (focused) refocus(after, focused);
    }
    if (isAtEnd || (!before && isFrom(shown, this.#user))) this.#list.scrollTop = this.#list.scrollHeight;
  }
}

const NOBODY = { bot: { id: '', username: '' }, users: [], commands: [] } as unknown as Scene;

/** Whether somebody wrote a message, or asked for it. */
const isFrom = ({ message }: ShownMessage, user: string): boolean =>
  message.author.username === user || message.interaction_metadata?.user.username === user;

/** Where somebody was on a message before it changed: on what is called the same, else on the message. */
function refocus(message: HTMLElement, before: Element): void {
  const named = [...message.querySelectorAll<HTMLElement>('button')].find(
    ({ textContent }) => textContent === before.textContent,
  );
  (named ?? message).focus({ preventScroll: true });
}

/** What the bot, or somebody, has sent, below the message that it is shown as. */
function showPayload(message: APIMessage): void {
  const element = byId(`m${message.id}`);
  const shown = element.querySelector('.payload');
  shown?.remove();
  if (shown) return;
  const { components, content, flags } = message;
  const json = JSON.stringify({ flags, content, components }, null, 2);
  const payload = el('pre', { class: 'payload', tabindex: 0, 'aria-label': 'Payload' }, json);
  element.append(payload);
  payload.focus();
}
