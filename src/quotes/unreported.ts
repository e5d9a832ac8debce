import { isName, lastWord, type Parsed } from '../english/appositions.js';
import type { Chunk } from '../english/chunks.js';
import type { Phrase } from '../english/mentions.js';
import { mainSubject } from '../english/subjects.js';
import { TITLES } from '../english/titles.js';
import { type Attribution, isReducedNaming } from './cues.js';

/** How far before a quotation the words are looked for that it gives, in chunks. */
const REACH = 12;

/** Whether a quotation is no part of the clause before it, as in `though he called it “a gift,” his fans left`. */
export const opensClause = (chunks: readonly Chunk[], quote: number): boolean =>
  /^(?:comma|colon|break|stop|quote|conjunction)$/.test(chunks[quote - 1]?.kind ?? 'stop');

/** `If the rest leaves, “…”`: the quotation is the main clause. */
function isMain({ chunks }: Parsed, quote: number): boolean {
  if (chunks[0]?.kind !== 'subordinator' || chunks[quote - 1]?.kind !== 'comma') return false;
  return chunks.slice(1, quote - 1).every(({ kind }) => kind !== 'comma');
}

/** `For Ma, it is “a gift”`: whose view the sentence gives. */
function inTheirEyes(sentence: Parsed): number | null {
  const { tokens, chunks } = sentence;
  const at = chunks[0]?.kind === 'conjunction' ? 1 : 0;
  const opens = /^(?:for|to)$/.test(tokens[chunks[at]?.from ?? -1]?.lower ?? '');
  return opens && isName(sentence, at + 1) && chunks[at + 2]?.kind === 'comma' ? at + 1 : null;
}

const isPerson = (sentence: Parsed, phrase: number): boolean => {
  const { tag, lower = '' } = sentence.tokens[(sentence.chunks[phrase]?.to ?? 0) - 1] ?? {};
  return tag === 'name' || tag === 'pronoun' || TITLES.has(lower);
};

/** Nouns for what somebody says. */
const SPEECH_NOUNS = new Set(
  (
    'accusation admission allegation assertion assurance boast call catchphrase claim comment complaint criticism ' +
    'description joke motto plea pledge prediction promise question quip remark reply response slogan suggestion vow ' +
    'warning'
  ).split(' '),
);

/** Whether a phrase tells what somebody says: `Ma’s own words`, `Ma’s warning`. */
export const isWords = ({ reference }: Phrase): boolean =>
  reference.kind === 'description' &&
  (reference.head === 'words' || SPEECH_NOUNS.has(reference.head.replace(/s$/, '')));

/** `They recall Ma’s warning that …`: whose words are quoted; -1 for somebody's in the sentences before (`his warning`). */
function ownedWords({ tokens, chunks }: Parsed, quote: number, subject: number): number {
  for (let at = quote - 1; at > Math.max(subject, quote - REACH); at--) {
    const { kind, from, to } = chunks[at] as Chunk;
    if (kind !== 'noun phrase' || !SPEECH_NOUNS.has(tokens[to - 1]?.lower.replace(/s$/, '') ?? '')) continue;
    const words = tokens.slice(from, to);
    if (words.some(({ tag }) => tag === 'possessive')) return at;
    if (words.some(({ lower }) => /^(?:his|her|their)$/.test(lower))) return -1;
  }
  return subject;
}

/** `Acme is “a gift”`: whether a quotation tells of the subject. */
export const isToldOf = (sentence: Parsed, quote: number): boolean =>
  /^(?:is|are|was|were|be|been|being)$/.test(lastVerb(sentence, quote));

/** `Ma became a “goal setter”`: what the writer says of the subject. */
const isMade = (sentence: Parsed, quote: number): boolean =>
  /^(?:become|becomes|became)$/.test(lastVerb(sentence, quote));

const lastVerb = (sentence: Parsed, quote: number): string => lastWord(sentence, verbBefore(sentence, quote));

/** The verb whose clause a quotation ends, or -1. */
function verbBefore({ chunks }: Parsed, quote: number): number {
  for (let at = quote - 1; at >= Math.max(0, quote - REACH); at--)
    if (chunks[at]?.kind === 'verb group') return at;
  return -1;
}

/**
 * A fragment in a sentence without a speech verb is laid in its subject's mouth, unless it tells of the subject:
 * `Ma “never came to see it.”`
 */
export function inSentenceOf(sentence: Parsed, quote: number): Attribution | null {
  const viewer = inTheirEyes(sentence);
  if (viewer !== null)
    return { speaker: viewer, cue: -1, by: opensClause(sentence.chunks, quote) ? 'subject' : 'sentence' };
  const at = verbBefore(sentence, quote);
  const verb = sentence.chunks[at];
  if (verb?.passive || (verb && isReducedNaming(sentence, at)))
    return { speaker: -1, cue: verb.verbAt ?? -1, by: 'subject' };
  if (isMade(sentence, quote)) return null;
  const subject = mainSubject(sentence, quote);
  const speaker = isPerson(sentence, subject) ? subject : ownedWords(sentence, quote, subject);
  if (speaker < 0 || speaker === quote - 1 || isMain(sentence, quote)) return null;
  const introduced = /^(?:comma|colon)$/.test(sentence.chunks[quote - 1]?.kind ?? '');
  return { speaker, cue: -1, by: introduced ? 'sentence' : 'subject' };
}
