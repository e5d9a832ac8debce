import { MAX_CUSTOM_ID } from './limits.js';

/**
 * What a button remembers, in its `custom_id`, so that it works after a restart: positions, the asker and a stamp
 * of the corpus, never the question.
 */
export interface ButtonState {
  /** Turn to a page, open another reply for whoever clicks, post the page for all to see, or take the message away. */
  readonly action: Action;
  /** `Library.stamp` of the texts that the positions are about. */
  readonly stamp: string;
  /** User id of who asked. */
  readonly asker: string;
  readonly command: string;
  /** `null`: the page with the answer. */
  readonly page: number | null;
  /** `Reply.memory`. */
  readonly memory: string;
}

const ACTIONS = ['page', 'open', 'share', 'delete'] as const;

type Action = (typeof ACTIONS)[number];

const FORMAT = /^([a-z]+):([\w-]{1,12}):([0-9a-z]{1,14}):([a-z-]{1,12}):([0-9a-z]{0,6}):([0-9a-z.~-]*)$/;

/**
 * The `custom_id` of a button.
 *
 * @throws RangeError when it is longer than Discord allows.
 */
export function packButton({ action, stamp, asker, command, page, memory }: ButtonState): string {
  const id = [action, stamp, BigInt(asker).toString(36), command, page?.toString(36) ?? '', memory].join(':');
  if (id.length > MAX_CUSTOM_ID) throw new RangeError(`custom_id of ${id.length} characters: ${id}`);
  return id;
}

/** The state of a button, `null` when the id is none of this version's. */
export function unpackButton(customId: string): ButtonState | null {
  const [, action, stamp, asker, command, page, memory] = FORMAT.exec(customId) ?? [];
  const known = ACTIONS.find((name) => name === action);
  if (!known || !stamp || !asker || !command || page === undefined || memory === undefined) return null;
  return {
    action: known,
    stamp,
    asker: fromBase36(asker),
    command,
    page: page === '' ? null : Number.parseInt(page, 36),
    memory,
  };
}

/** A user id has up to 64 bits, more than a number holds. */
const fromBase36 = (text: string): string =>
  [...text].reduce((value, digit) => value * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
