/** How English reads that somebody says, as opposed to what a label explains, lists or orders. */

const PERSONAL =
  /(?<![\p{L}’'])(?:I(?:['’](?:m|ve|ll|d))?|[Mm](?:e|y|ine)|[Tt]hanks?|[Ll]et['’]s|[Ll]et us|[Yy](?:eah|es|ep)|[Oo]k(?:ay)?|OK|[Ss]orry|[Hh](?:ello|i)|[Aa]greed)(?!\p{L})/u;
const FIRST_PLURAL = /(?<![\p{L}’'])(?:[Ww]e|us|[Oo]urs?)(?!\p{L})/u;

/** Verbs in a form that has a subject of its own. */
const FINITE =
  /(?<!\p{L})(?:am|is|are|was|were|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must|\p{L}+n['’]t|\p{L}+['’](?:s|re|ve|ll|d|m))(?!\p{L})/iu;

const ENDS = /[.!?…]["'”’»)\]]*$/;

/** Whether somebody clearly speaks of themselves or answers: "I", "my", "thanks", "let us", "yes". */
export const isPersonalTalk = (words: string): boolean => PERSONAL.test(words);

/** `did you try it`, `what do you think of it`, `who told you that`, `which of us`, `your take`: not `how do you pin it`, as anybody does. */
const TO_SOMEBODY =
  /(?<![\p{L}’'])(?:(?:did|are|were|have|had|will|would)(?:n['’]t)? (?:you|u)|do (?:you|u) (?:think|know|mean|believe|remember|work|live|care|guys)|(?:of|about|told|asked|tell|send|show|call|remind) (?:you|u|me|us)|(?:should|shall|are|were|did|do) we|you (?:guys|all)|your (?:take|opinion|view|thoughts?|guess|point)|who cares|where(?:['’]s| is) every(?:one|body)|th(?:is|at) (?:guy|dude|man|woman))(?!\p{L})/iu;

/** Whether a question is put to somebody who is there, not to a text. */
export const isToSomebody = (words: string): boolean => TO_SOMEBODY.test(words);

/** Whether it is in the first person, "we" too. */
export const isTalk = (words: string): boolean => PERSONAL.test(words) || FIRST_PLURAL.test(words);

/** Whether some words are a sentence that somebody may say, and not an order to do something, a price or a name. */
export function readsAsSpeech(words: string): boolean {
  const opening = words.slice(0, 400);
  if (isPersonalTalk(opening)) return true;
  if (FINITE.test(opening)) return ENDS.test(words) || /\S+\s+\S+\s+\S/.test(opening);
  return ENDS.test(words) && (/^["'“‘]?\p{Lu}/u.test(words) || /[?!]/.test(words));
}
