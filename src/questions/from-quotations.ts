import { MONTHS, WEEKDAYS } from '../english/calendar.js';
import { isCommonNoun } from '../english/nouns.js';
import { DEMONYMS } from '../english/places.js';
import { STOP_WORDS } from '../english/stop-words.js';
import { tagsOf } from '../english/tagger.js';
import { tokensOf } from '../english/tokens.js';
import type { Quotation } from '../quotes/quotation.js';
import { fold } from '../text/fold.js';
import { isPersonal } from './from-sentences.js';

/** `“The harbour needs new cranes,” said Ada Long.`: `What did Ada Long say about cranes?` */
export function saidAbout({ article, speaker, cue, start, end }: Quotation): string | null {
  if (!speaker?.named || speaker.body || !cue || !isPersonal(speaker.name)) return null;
  const words = article.text.slice(start, end);
  const topic = nameIn(words, speaker.name) ?? pluralIn(words);
  return topic && `What did ${speaker.name} say about ${topic}?`;
}

/** Capitalised words behind a small one, which describe no other: `the Midwest` of `in the Midwest and`. */
const NAME =
  /(?<=\p{Ll} )(?:the )?(\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*)(?=[,.!?;:—–]|$| (?:but|in|is|are|was|were|has|have|had|will|would|for|to|by|on|at|with|because|when)(?!\p{L}))/gu;

/** The first name of somebody or something else within the words. */
function nameIn(words: string, speaker: string): string | null {
  const own = new Set(fold(speaker).split(' '));
  const isNoTopic = (word: string) =>
    own.has(word) || STOP_WORDS.has(word) || DEMONYMS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word);
  for (const [topic, name = ''] of words.matchAll(NAME))
    if (!fold(name).split(' ').some(isNoTopic)) return topic;
  return null;
}

/** A plural with the noun before it, else the longest alone: the more letters, the more it tells. */
function pluralIn(words: string): string | null {
  const tokens = tokensOf(words);
  const tags = tagsOf(tokens);
  const found = tokens.flatMap(({ text }, at) => {
    const before = tokens[at - 1]?.text ?? '';
    if (tags[at] !== 'plural' || !/^\p{Ll}{4,}$/u.test(text)) return [];
    const isCompound = tags[at - 1] === 'noun' && isCommonNoun(before);
    return isCompound ? [`${before} ${text}`] : EMPTY.has(text) || STOP_WORDS.has(text) ? [] : [text];
  });
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Plurals that nobody asks for alone. */
const EMPTY = new Set(
  `things times ways lots years days weeks months hours minutes people kinds reasons others issues needs efforts details
  aspects moments hopes effects dues chances terms matters points sorts types parts areas levels cases results members ones
  forms sides steps places words lives hands eyes cents numbers places`.split(/\s+/),
);
