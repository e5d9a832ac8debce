import { isName, type Parsed } from '../english/appositions.js';

/** What people say or write, and where they do. */
const UTTERANCE =
  /^(?:address|announcement|answer|appeal|blog|column|comments?|desk|diary|e-?mail|entry|essay|interview|letter|memo|message|note|notes|notice|post|press release|quote|reaction|remarks?|reply|report|response|speech|statement|submission|testimony|text|tweet|verdict|view|words?)$/;

/**
 * Whose words a line without a verb announces, as a chunk: `From the desk of Ma, head nurse.`, `A note from the mayor, Ann Lee:`,
 * `Ma, mayor of Salem:`; -1 where it announces nobody's (`Photo: Ma`).
 */
export function announced(line: Parsed): number {
  const { tokens, chunks } = line;
  const isLabel = chunks.at(-1)?.kind === 'colon';
  const says = tokens.slice(chunks[0]?.from, chunks.at(-1)?.to).some(({ lower }) => UTTERANCE.test(lower));
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind === 'preposition' && /^(?:from|of|by)$/.test(tokens[chunk.from]?.lower ?? '')) {
      const from = tokens[chunk.from]?.lower === 'from';
      const name = nameAt(line, at + 1);
      if (name >= 0 && (says || (from && isLabel))) return name;
    }
  }
  return isLabel && isName(line, 0) && !chunks.slice(0, -1).some(({ kind }) => kind === 'colon') ? 0 : -1;
}

/** The name at a phrase, or behind what it says of somebody (`the mayor, Ann Lee`). */
function nameAt(line: Parsed, at: number): number {
  if (isName(line, at)) return at;
  return line.chunks[at]?.kind === 'noun phrase' &&
    line.chunks[at + 1]?.kind === 'comma' &&
    isName(line, at + 2)
    ? at + 2
    : -1;
}

/** Whether a line has no verb of its own. */
export const isVerbless = ({ chunks }: Parsed): boolean =>
  !chunks.some(({ kind, nonFinite }) => kind === 'verb group' && !nonFinite);
