/** Control characters but line feed and tab; in a terminal they could move the cursor or worse. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** The text with control characters made visible (`␛`), for people's eyes; JSON output has the text itself. */
export const visible = (text: string): string =>
  text.replace(CONTROL, (c) => (c < ' ' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '␡'));
