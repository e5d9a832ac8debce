import type { Tag } from '../english/parts-of-speech.js';
import { tagsOf } from '../english/tagger.js';
import { type Token, tokensOf } from '../english/tokens.js';
import { verbOf } from '../english/verbs.js';
import type { Span } from '../text/span.js';

/** A sentence whose subject and verb are plain to see: `SoftBank of Japan has already committed to …`. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  /** As it stands within a question: `the harbour`. */
  readonly subject: string;
  /** Whether it is one or more names and nothing else but an article. */
  readonly isName: boolean;
  readonly verb: VerbGroup;
  /** The token after the verb. */
  readonly end: number;
}

/** A verb with its auxiliary, as a question turns them around: `did` … `open`; `was` … `opened`. */
export interface VerbGroup {
  readonly auxiliary: string;
  /** '' where the auxiliary is all: `is`. */
  readonly main: string;
  /** As it stands, without adverbs: `opened`, `was opened`. */
  readonly plain: string;
  readonly isPassive: boolean;
}

/** More words before a verb are no subject that anybody would type. */
const MAX_SUBJECT = 8;

const SUBJECT: ReadonlySet<Tag> = new Set([
  'name',
  'noun',
  'plural',
  'adjective',
  'preposition',
  'determiner',
  'gerund',
]);
const NOMINAL: ReadonlySet<Tag> = new Set(['name', 'noun', 'plural']);
const BE = /^(?:is|are|was|were)$/;
const HAVE = /^(?:has|have|had)$/;
const MODAL = /^(?:will|can|could|would|must|should)$/;

/** What a sentence says of its subject; `null` where that does not stand at its beginning in plain words. */
export function clauseOf(text: string, { start, end }: Span, names: ReadonlySet<string>): Clause | null {
  const tokens = tokensOf(text, start, end);
  const tags = tagsOf(tokens, names);
  let at = 0;
  while (at < MAX_SUBJECT && SUBJECT.has(tags[at] as Tag)) at++;
  if (!isSubject(tokens, tags, at)) return null;
  const found = verbGroupAt(tokens, tags, at);
  const isOne = tags[at - 1] === 'name' && !/s$/.test((tokens[at - 1] as Token).lower);
  if (!found || (isOne && OF_MANY.test(found.verb.auxiliary))) return null;
  const subject = text.slice(start, (tokens[at - 1] as Token).end);
  const own = tags.slice(0, at);
  return {
    text,
    tokens,
    tags,
    subject: own[0] === 'name' ? subject : subject.charAt(0).toLowerCase() + subject.slice(1),
    isName:
      own.every((tag, i) => tag === 'name' || (i === 0 && tag === 'determiner')) && own.includes('name'),
    verb: found.verb,
    end: found.end,
  };
}

/** Before these the last of several names stands: `Ada Long and Owen Hale were …`. */
const OF_MANY = /^(?:are|were|have|do)$/;

/** `The harbour`, `Jack Ma`, `a docker`; not `His plan`, `This`, `In May`, `The head of`. */
function isSubject(tokens: readonly Token[], tags: readonly Tag[], end: number): boolean {
  if (end === 0 || !NOMINAL.has(tags[end - 1] as Tag)) return false;
  if (tags[0] === 'preposition' || tags[0] === 'gerund') return false;
  return tokens
    .slice(0, end)
    .every(
      ({ lower, text, kind }, i) =>
        kind === 'word' && (tags[i] !== 'determiner' || /^(?:the|an?)$/.test(lower)) && !/\.$/.test(text),
    );
}

/** The finite verb that begins at a token, with what helps it; adverbs are passed over. */
function verbGroupAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  start: number,
): { verb: VerbGroup; end: number } | null {
  const next = (from: number): number =>
    tags[from] === 'adverb' && !isNegation(tokens[from]) ? next(from + 1) : from;
  const first = next(start);
  const { lower = '' } = tokens[first] ?? {};
  if (tags[first] === 'verb') {
    const verb = mainVerb(lower, tokens[start - 1], tags[start - 1]);
    return verb && { verb, end: first + 1 };
  }
  if (tags[first] !== 'auxiliary') return null;
  const second = next(first + 1);
  const word = tokens[second]?.lower ?? '';
  const form = tags[second] === 'verb' || tags[second] === 'participle' ? verbOf(word)?.form : undefined;
  const helps =
    (BE.test(lower) && (form === 'participle' || form === 'gerund' || form === 'invariable')) ||
    (HAVE.test(lower) && (form === 'participle' || form === 'invariable')) ||
    (MODAL.test(lower) && (form === 'base' || form === 'invariable'));
  const isPassive = BE.test(lower) && form !== 'gerund';
  if (helps)
    return { verb: { auxiliary: lower, main: word, plain: `${lower} ${word}`, isPassive }, end: second + 1 };
  if (form !== undefined) return null;
  if (BE.test(lower))
    return { verb: { auxiliary: lower, main: '', plain: lower, isPassive: false }, end: first + 1 };
  const verb = HAVE.test(lower) ? haveVerb(lower) : null;
  return verb && { verb, end: first + 1 };
}

const isNegation = (token: Token | undefined): boolean =>
  /^(?:not|never|no|only|also|once)$/.test(token?.lower ?? '');

const haveVerb = (lower: string): VerbGroup => ({
  auxiliary: lower === 'had' ? 'did' : lower === 'has' ? 'does' : 'do',
  main: 'have',
  plain: lower,
  isPassive: false,
});

/** `opened`: `did` … `open`; `employs`: `does` … `employ`; a base form is the verb of a plural. */
function mainVerb(lower: string, before: Token | undefined, tag: Tag | undefined): VerbGroup | null {
  const verb = verbOf(lower);
  if (!verb || !before) return null;
  const forms = {
    past: 'did',
    participle: 'did',
    third: 'does',
    base: tag === 'plural' ? 'do' : '',
    gerund: '',
    invariable: '',
  };
  const auxiliary = forms[verb.form];
  return auxiliary === '' ? null : { auxiliary, main: verb.lemma, plain: lower, isPassive: false };
}

/** `did SoftBank promise`, `was the bridge built`, `is Jack Ma`. */
export const turned = ({ subject, verb }: Clause): string =>
  `${verb.auxiliary} ${subject} ${verb.main}`.trim();
