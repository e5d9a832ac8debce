/** Discord's limits, each with where Discord states it (developer docs, discord.com/developers/docs). */

/** Characters over all text displays of a message (Components Reference, Text Display). */
export const MAX_MESSAGE_TEXT = 4000;

/** Bytes of text above which Discord has answered 500 (discord-api-docs issue 8554: a little over 10,000). */
export const MAX_MESSAGE_BYTES = 9500;

/** Characters of a component's custom id (Components Reference, Custom ID). */
export const MAX_CUSTOM_ID = 100;

/** Characters of a button's label and of its address (Components Reference, Button). */
export const MAX_BUTTON_LABEL = 80;
export const MAX_BUTTON_URL = 512;

/** Buttons in a row of them (Components Reference, Action Row). */
export const MAX_IN_ROW = 5;

/** Options of a select, characters of one's label and description, and of what stands before one is chosen (Components Reference, String Select). */
export const MAX_OPTIONS = 25;
export const MAX_OPTION_TEXT = 100;
export const MAX_PLACEHOLDER = 150;

/** Choices that autocomplete may answer with (Application Commands, Autocomplete). */
export const MAX_CHOICES = 25;

/** Milliseconds until an interaction must have its first response (Receiving and Responding). */
export const RESPONSE_DEADLINE_MS = 3000;

/** Follow-ups to an interaction where the bot is installed by the user only (Receiving and Responding, Followup Messages). */
export const MAX_FOLLOW_UPS = 5;

/*
 * The bot's own limits in dealing with people, each with its reason.
 */

/** Answers that one person may be waiting for, over all ways to ask: more is not reading but filling the queue. */
export const MAX_OPEN = 3;

/**
 * Questions that are looked up at once: while the network reads for one, the others are prepared. More would only make all
 * of them late, for the network reads for one after another.
 */
export const MAX_READING = 4;

/** What reading for a question takes with its way back to Discord; it is not begun with less left. */
export const READING_MS = 300;

/** After this long nobody waits for a reply to a message, a further page or a deletion any more. */
export const PATIENCE_MS = 10_000;

/**
 * Questions that a person may ask by mention in a row, and how long until that is forgotten. Discord takes five messages a channel
 * in five seconds: the one that asks to wait is the fifth, which need not wait itself.
 */
export const MENTIONS_IN_A_ROW = 4;
export const MENTIONS_WINDOW_MS = 10_000;

/** People whose mentions are counted at most, those that were counted last. */
export const MAX_COUNTED = 1000;

/** Shared messages that are remembered: a button that is gone is pressed within seconds, if at all. */
export const MAX_SHARED = 1000;
