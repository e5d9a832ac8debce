/** What the page and its server say to each other, as JSON. */

import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';

/** A piece of Discord's Markdown, read. */
export type Markdown =
  | { readonly type: 'text' | 'inlineCode' | 'codeBlock'; readonly content: string }
  | {
      readonly type: 'strong' | 'em' | 'underline' | 'strikethrough' | 'spoiler' | 'blockQuote' | 'subtext';
      readonly content: readonly Markdown[];
    }
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly Markdown[] }
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly (readonly Markdown[])[] }
  /** An address is one of the web. */
  | { readonly type: 'link'; readonly url: string; readonly content: readonly Markdown[] }
  | { readonly type: 'user' | 'channel' | 'role'; readonly id: string }
  | { readonly type: 'command'; readonly name: string }
  /** In seconds since 1970, with one of Discord's letters for how it is shown. */
  | { readonly type: 'time'; readonly seconds: number; readonly style: string }
  | { readonly type: 'br' };

/** A message as the bot, or somebody else, has sent it, and the Markdown of each text in it. */
export interface ShownMessage {
  readonly message: APIMessage;
  readonly markdown: Readonly<Record<string, readonly Markdown[]>>;
  /** The command that it answers, `/ask`; `null` where it answers none. */
  readonly answers: string | null;
}

/** Who is there. */
export interface Scene {
  readonly bot: APIUser;
  readonly users: readonly APIUser[];
  /** Empty until the bot has registered them. */
  readonly commands: readonly APIApplicationCommand[];
}

/** What the server tells one user's page. */
export type News =
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'message'; readonly shown: ShownMessage }
  | { readonly kind: 'gone'; readonly id: string }
  /** What the bot did that Discord refuses. */
  | { readonly kind: 'refused'; readonly what: readonly string[] };

/** Values of a command's options, by name. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** What somebody does in the channel. */
export type Action = { readonly user: string } & (
  | { readonly kind: 'command'; readonly path: string; readonly values: Values }
  | { readonly kind: 'menu'; readonly command: string; readonly message: string }
  | { readonly kind: 'press'; readonly message: string; readonly id: string; readonly choice?: string }
  | { readonly kind: 'say'; readonly content: string; readonly replyTo?: string }
);

/** An option that somebody is typing, with all that is filled in. */
export interface Typing {
  readonly user: string;
  readonly command: string;
  readonly option: string;
  readonly value: string;
  readonly others: Values;
}

/** The texts as the bot sees them. */
export interface CorpusView {
  /** `12 texts were read, 2 files left out.` */
  readonly summary: string;
  readonly texts: readonly { readonly id: string; readonly title: string; readonly about: string }[];
  readonly problems: readonly {
    readonly file: string;
    readonly line: number | null;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** Something marked in a text: a quotation or a figure, in words. */
export interface Mark {
  readonly kind: 'quotation' | 'figure';
  readonly words: string;
  readonly about: string;
}

/** Characters that share their marks. */
export interface Segment {
  readonly text: string;
  /** Places in the block's `marks`. */
  readonly marks: readonly number[];
}

export interface BlockView {
  readonly kind: string;
  readonly level: number;
  readonly number: number;
  readonly line: number;
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
}

/** One text, block by block. */
export interface TextView {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly blocks: readonly BlockView[];
}

/** Why a question is answered as it is. */
export interface Explanation {
  readonly question: string;
  /** What it is looked up as: mended words, names, a phrase in quotation marks. */
  readonly read: readonly (readonly [name: string, value: string])[];
  /** The reply's verdict, in words. */
  readonly outcome: string;
  readonly confidence: number;
  /** From which confidence on the texts "say" it, and from which a passage is shown as the closest. */
  readonly says: number;
  readonly closest: number;
  readonly signals: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly value: number;
    readonly weight: number;
  }[];
  /** Best first. */
  readonly windows: readonly WindowView[];
}

export interface WindowView {
  readonly text: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly sentences: readonly {
    readonly words: string;
    /** The reader's logit against "none of these" at 0; `null` where it may not answer. */
    readonly score: number | null;
    readonly isFirst: boolean;
  }[];
}
