/** Discord's limits, each with where Discord states it (developer docs, discord.com/developers/docs). */

/** Characters over all text displays of a message (Components Reference, Text Display). */
export const MAX_MESSAGE_TEXT = 4000;

/** Bytes of text above which Discord has answered 500 (discord-api-docs issue 8554: a little over 10,000). */
export const MAX_MESSAGE_BYTES = 9500;

/** Characters of a component's custom id (Components Reference, Custom ID). */
export const MAX_CUSTOM_ID = 100;

/** Choices that autocomplete may answer with (Application Commands, Autocomplete). */
export const MAX_CHOICES = 25;

/** Milliseconds until an interaction must have its first response (Receiving and Responding). */
export const RESPONSE_DEADLINE_MS = 3000;

/** Follow-ups to an interaction where the bot is installed by the user only (Receiving and Responding, Followup Messages). */
export const MAX_FOLLOW_UPS = 5;
