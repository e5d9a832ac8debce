import { tagsOf } from '../dist/src/english/tagger.js';
import { tokensOf } from '../dist/src/english/tokens.js';

/** What joins two clauses that are both said to be so. */
const JOINS = /^(?:and|but|while|whereas|although|though|because|since|so)$/;

/** A clause with one of these says what it says under a condition, or of something before it. */
const BINDS =
  /^(?:if|unless|when|after|before|until|till|which|who|whose|where|or|as|than|once|except|provided|whether)$/;

/** No subject begins so, and none has a pronoun, which means nothing without the sentence before. */
const NO_SUBJECT = /^(?:preposition|subordinator|pronoun|adverb|gerund|participle|to)$/;
const HELD = /^(?:name|noun|plural|number)$/;

/** Tokens of a sentence: in a shorter one there is nothing to take apart, a longer one is seldom taken apart rightly. */
const LEAST = 8;
const MOST = 60;

const isVerb = (tag) => tag === 'verb' || tag === 'auxiliary';

/**
 * The clauses of a compound sentence that can be said by themselves, `[[subject, predicate], …]`: "Ada wrote it and sent it to
 * Bo" is Ada who "wrote it" and "sent it to Bo". Empty for any other sentence.
 */
export function clausesOf(text) {
  const tokens = tokensOf(text);
  const tags = tagsOf(tokens);
  if (tokens.length < LEAST || tokens.length > MOST) return [];
  const runs = runsOf(tokens, tags);
  const words = (from, to) => text.slice(tokens[from].start, tokens[to - 1].end);
  const clauses = [];
  let subject = '';
  for (const [first, end] of runs.length > 1 ? runs : []) {
    const verb = tags.slice(first, end).findIndex(isVerb);
    if (verb !== 0)
      subject = verb > 0 && isSubject(tokens, tags, first, first + verb) ? words(first, first + verb) : '';
    const isBound = tokens.slice(first, end).some(({ lower }) => BINDS.test(lower));
    if (subject !== '' && !isBound && end - first - verb >= 2)
      clauses.push([subject, words(first + verb, end)]);
  }
  return clauses;
}

/** The clauses as `[first, end]` in tokens, without what joins them and the marks around them. */
function runsOf(tokens, tags) {
  const hasVerb = (from, to) => tags.slice(from, to).some(isVerb);
  const cuts = [0];
  for (let i = 1; i < tokens.length - 1; i++)
    if (
      (/^[;:—]$/.test(tokens[i].text) || JOINS.test(tokens[i].lower)) &&
      hasVerb(cuts.at(-1), i) &&
      hasVerb(i + 1)
    )
      cuts.push(i);
  const isEdge = ({ kind, lower }) => kind === 'mark' || JOINS.test(lower);
  return cuts.map((cut, i) => {
    let [first, end] = [cut, cuts[i + 1] ?? tokens.length];
    while (first < end && isEdge(tokens[first])) first++;
    while (end > first && tokens[end - 1].kind === 'mark') end--;
    return [first, end];
  });
}

function isSubject(tokens, tags, first, end) {
  const own = tags.slice(first, end);
  const isLoose = own.some((tag) => tag === 'pronoun' || tag === 'comma') || BINDS.test(tokens[first].lower);
  return (
    own.some((tag) => HELD.test(tag)) &&
    !NO_SUBJECT.test(own[0]) &&
    !isLoose &&
    !/^(?:to|that|and)$/.test(tokens[end - 1].lower)
  );
}
