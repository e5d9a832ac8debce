/** The message box: plain messages, mentions, replies, and commands with their options. */

import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { Action, Scene, Values } from '../protocol.js';
import { CommandForm } from './command-form.js';
import { el } from './dom.js';
import { type Suggestion, Suggestions } from './suggestions.js';

/** The types of a slash command, and of an option that is a command below it. */
const SLASH_COMMAND = 1;
const SUBCOMMAND = 1;

/** Who writes, and who else is there. */
export interface Who {
  user(): string;
  scene(): Scene;
}

type Send = (
  deed: Omit<Extract<Action, { kind: 'say' }>, 'user'> | Omit<Extract<Action, { kind: 'command' }>, 'user'>,
) => Promise<void>;

/** A command as it is typed: `texts unanswered`. */
export interface Path {
  readonly path: string;
  readonly description: string;
  readonly command: APIApplicationCommand;
}

export class Composer {
  readonly #place: HTMLElement;
  readonly #who: Who;
  readonly #send: Send;
  readonly #box = el('textarea', {
    rows: 1,
    'aria-label': 'Message #general',
    placeholder: 'Message #general',
  });
  readonly #suggestions = new Suggestions(this.#box);
  readonly #above = el('p', { class: 'replying', hidden: true });
  readonly #told = el('p', { class: 'told', role: 'alert' });
  #replyTo: APIMessage | null = null;

  constructor(place: HTMLElement, who: Who, send: Send) {
    this.#place = place;
    this.#who = who;
    this.#send = send;
    this.#box.addEventListener('input', () => this.#onInput());
    this.#box.addEventListener('keydown', (event) => this.#onKey(event));
    this.#showBox();
  }

  focus(): void {
    this.#box.focus();
  }

  /** Says what went wrong; '' takes it away. */
  tell(what: string): void {
    this.#told.textContent = what;
  }

  /** What is written next answers a message. */
  replyTo(message: APIMessage): void {
    this.#replyTo = message;
    const cancel = el(
      'button',
      { type: 'button', class: 'plain', click: () => this.#forgetReply() },
      'Do not reply',
    );
    this.#above.replaceChildren(`Replying to ${message.author.username} · `, cancel);
    this.#above.hidden = false;
    this.#showBox();
    this.focus();
  }

  /** Fills in a command by its name. */
  openCommand(name: string): void {
    const path = this.#paths().find((one) => one.path === name);
    if (path) this.#fillIn(path);
  }

  #showBox(): void {
    this.#place.replaceChildren(this.#above, this.#suggestions.list, this.#box, this.#told);
  }

  #forgetReply(): void {
    this.#replyTo = null;
    this.#above.hidden = true;
    this.focus();
  }

  #paths(): Path[] {
    const slash = this.#who.scene().commands.filter(({ type }) => type === SLASH_COMMAND);
    return slash.flatMap((command) => {
      const below = (command.options ?? []).filter(({ type }) => type === SUBCOMMAND);
      const { name, description } = command;
      if (below.length === 0) return [{ path: name, description, command }];
      return below.map((one) => ({ path: `${name} ${one.name}`, description: one.description, command }));
    });
  }

  #onInput(): void {
    const { value } = this.#box;
    const exact = this.#paths().find(({ path }) => value === `/${path} `);
    if (exact) this.#fillIn(exact);
    else this.#suggestions.show(this.#suggestionsFor(value));
  }

  #suggestionsFor(value: string): Suggestion[] {
    if (value.startsWith('/')) return this.#commandsLike(value.slice(1).toLowerCase());
    const [, name] = /(?:^|\s)@([^\s@]*)$/.exec(value) ?? [];
    return name === undefined ? [] : this.#namesLike(name);
  }

  #commandsLike(typed: string): Suggestion[] {
    const found = this.#paths().filter(({ path }) => path.startsWith(typed));
    return found.map((path) => ({
      label: `/${path.path}`,
      description: path.description,
      choose: () => this.#fillIn(path),
    }));
  }

  #namesLike(typed: string): Suggestion[] {
    const { bot } = this.#who.scene();
    if (!bot.username.toLowerCase().startsWith(typed.toLowerCase())) return [];
    const choose = () => {
      const { value } = this.#box;
      this.#box.value = `${value.slice(0, value.length - typed.length)}${bot.username} `;
      this.focus();
    };
    return [{ label: `@${bot.username}`, description: 'App', choose }];
  }

  #fillIn({ path, command }: Path): void {
    this.#box.value = '';
    const form = new CommandForm(
      path,
      command,
      this.#who,
      (values) => this.#command(path, values),
      () => {
        this.#showBox();
        this.focus();
      },
    );
    this.#place.replaceChildren(form.element, this.#told);
    form.focus();
  }

  #command(path: string, values: Values): void {
    this.#showBox();
    this.focus();
    void this.#send({ kind: 'command', path, values });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const content = this.#box.value.trim();
    if (content === '') return;
    this.#box.value = '';
    const replyTo = this.#replyTo?.id;
    if (this.#replyTo) this.#forgetReply();
    void this.#send(replyTo === undefined ? { kind: 'say', content } : { kind: 'say', content, replyTo });
  }
}
