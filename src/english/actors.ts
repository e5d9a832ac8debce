import { headOf, lastWord, type Parsed } from './appositions.js';
import { singular } from './nouns.js';
import { verbOf } from './verbs.js';

/** Who does what a form without a subject of its own tells (`saying`, `to say`), where that is no subject. */

/** Verbs whose object does what the form in -ing behind it tells: `they heard Ma saying`, `the ad has Ma saying`. */
const SHOWING = new Set(
  'see hear watch show feature catch film record have has find quote depict portray'.split(' '),
);
/** What shows somebody: `footage of Ma saying`. */
const RECORDINGS = new Set(
  'footage video clip film tape audio recording image photo picture scene'.split(' '),
);
/** Verbs whose object does what the infinitive behind it tells: `the report prompted Ma to say`. */
const CAUSING = new Set(
  (
    'prompt lead force cause push press urge ask tell allow encourage inspire compel permit persuade convince provoke ' +
    'drive spur move order invite get want'
  ).split(' '),
);
/** Longest aside between the object and its infinitive, in chunks. */
const MAX_ASIDE = 24;

const lemmaAt = (sentence: Parsed, at: number): string =>
  verbOf(lastWord(sentence, at))?.lemma ?? lastWord(sentence, at);

/** `the film shows Ma saying`, `footage of Ma saying`, `with Ma saying`: whether the phrase does it. */
export function isShown(sentence: Parsed, phrase: number): boolean {
  const before = lastWord(sentence, phrase - 1);
  if (before === 'of') return RECORDINGS.has(singular(lastWord(sentence, phrase - 2)));
  return before === 'with' || SHOWING.has(lemmaAt(sentence, phrase - 1));
}

/** `The report prompted Ma, who runs it, to say`: the object that acts, before the `to`. */
export function causedBefore(sentence: Parsed, to: number): number | null {
  const { chunks } = sentence;
  let at = to - 1;
  if (chunks[at]?.kind === 'comma') {
    at--;
    while (at > to - MAX_ASIDE && chunks[at]?.kind !== 'comma') at--;
    at--;
  }
  if (chunks[at]?.kind !== 'noun phrase') return null;
  const head = headOf(sentence, at);
  return CAUSING.has(lemmaAt(sentence, head - 1)) ? head : null;
}
