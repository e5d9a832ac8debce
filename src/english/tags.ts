import type { JoinedToken } from './joined.js';
import type { Tag } from './parts-of-speech.js';
import { type SpeechVerb, speechVerb } from './speech-verbs.js';
import { tagsOf } from './tagger.js';

/** A token of the joined view and what it does. */
export interface Tagged extends JoinedToken {
  readonly tag: Tag;
  /** The speech verb that it is a form of; also of a noun that could be one. */
  readonly verb: SpeechVerb | undefined;
}

/** Tags the tokens of a paragraph from left to right. `names` are words that bear a capital within sentences. */
export function tag(tokens: readonly JoinedToken[], names: ReadonlySet<string>): Tagged[] {
  const tags = tagsOf(tokens, names);
  const tagged: Tagged[] = [];
  for (const [at, token] of tokens.entries()) {
    const { start, end, kind, text, lower, capital, glued, possessive, quote } = token;
    const verb = kind === 'word' ? speechVerb(lower) : undefined;
    const tag = grainOf(tags[at] as Tag, token);
    tagged.push({ start, end, kind, text, lower, capital, glued, possessive, quote, verb, tag });
  }
  return tagged;
}

/** The grain that attribution needs: of nouns and what describes them one kind, a capital being a name. */
function grainOf(tag: Tag, token: JoinedToken): Tag {
  if (tag === 'plural') return 'noun';
  if (tag === 'adjective' || tag === 'gerund') return token.capital ? 'name' : 'noun';
  if (tag === 'to') return 'preposition';
  if (token.lower === 'that') return 'subordinator';
  if (tag === 'number' && token.kind === 'word') return 'determiner';
  return tag;
}
