import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { escapeMarkdown } from './escape.js';

/** The component id of the text that repeats the question; a page turn keeps it from the message, nothing else has it. */
export const HEADING_ID = 1000;

const HEADING = '### ';
const ABOUT = '-# about: ';
const FOR = '\n-# for ';

const inOneLine = (question: string): string => escapeMarkdown(question.replace(/\s+/g, ' '));

/**
 * The markup above an answer to a slash command: what was asked, '' where nothing was, and for whom the answer is.
 *
 * @param person the id of a user, who is named and not pinged.
 */
export const headingOf = (question: string | null, person?: string): string =>
  question ? `${HEADING}${inOneLine(question)}${person ? `${FOR}<@${person}>` : ''}` : '';

/** The markup above an answer to a message, which the answer stands below: what was understood, in small. */
export const aboutOf = (question: string): string => `${ABOUT}${inOneLine(question)}`;

/** The markup above the answer in a message, '' when there is none. */
export function headingIn(components: readonly APIMessageTopLevelComponent[]): string {
  const parts = components.flatMap((c) => (c.type === ComponentType.Container ? c.components : []));
  const heading = parts.find((c) => c.type === ComponentType.TextDisplay && c.id === HEADING_ID);
  return heading && 'content' in heading ? heading.content : '';
}

/** The question that a heading repeats, `null` where it repeats none. */
export function questionOf(heading: string): string | null {
  const opener = [HEADING, ABOUT].find((one) => heading.startsWith(one));
  const [line = ''] = heading.slice(opener?.length).split(FOR);
  return opener === undefined || line === '' ? null : line.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}
