/** What somebody who thinks an answer wrong reports. */
export interface Reported {
  readonly question: string;
  readonly sentence: string;
}

/** Longest address that a button may have, in characters (Discord developer docs, Components Reference, Button). */
const MAX_ADDRESS = 512;

const PLACE = /\{(question|sentence)\}/g;

/**
 * Where an answer is reported: the address with question and sentence filled in where it has `{question}` and `{sentence}`.
 * What makes it too long is cut, the sentence first.
 *
 * @returns `null` where it would be no address of the web, or too long even so.
 */
export function reportAddress(template: string, { question, sentence }: Reported): string | null {
  const empty = template.replace(PLACE, '');
  if (!URL.canParse(empty)) return null;
  const room = MAX_ADDRESS - new URL(empty).href.length;
  const asked = fitting(question, room / countOf(template, '{question}'));
  const left = room - asked.length * countOf(template, '{question}');
  const said = fitting(sentence, left / countOf(template, '{sentence}'));
  const filled = template.replace(PLACE, (_, name) => (name === 'question' ? asked : said));
  if (!URL.canParse(filled)) return null;
  const { href, protocol } = new URL(filled);
  return /^https?:$/.test(protocol) && href.length <= MAX_ADDRESS ? href : null;
}

const countOf = (template: string, place: string): number => template.split(place).length - 1;

const ELLIPSIS = encodeURIComponent('…');

/** As much of a text as has room, percent-encoded; an ellipsis marks a cut. */
function fitting(text: string, room: number): string {
  let encoded = '';
  let cut = '';
  for (const character of text.replace(/\s+/g, ' ').trim()) {
    encoded += character === "'" ? '%27' : encodeURIComponent(character.replace(/\p{Cs}/u, '\ufffd'));
    if (encoded.length > room) return cut;
    if (encoded.length + ELLIPSIS.length <= room) cut = encoded + ELLIPSIS;
  }
  return encoded;
}
