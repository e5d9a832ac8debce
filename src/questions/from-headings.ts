import type { Article } from '../corpus/article.js';
import { closedClass } from '../english/parts-of-speech.js';
import { verbOf } from '../english/verbs.js';

const QUESTION =
  /^(?:who|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have)(?:['’](?:s|re))? /i;

/** The question that a heading, or a paragraph of one sentence, asks: `What is a quay?`; `null` for other words. */
export function askedIn(words: string): string | null {
  const question = /^(?:(?:\d+[.)]|Q\d*[.:)])\s*)?(.+\?)$/su.exec(words)?.[1]?.replace(/\s+/g, ' ') ?? '';
  return QUESTION.test(question) && !/[?!.]\s/.test(question) ? question : null;
}

/** What a heading is about as a question: `Installing the app`, `How to install the app`: `How do I install the app?` */
export function askedOf(words: string): string | null {
  const [, first = '', rest = ''] =
    /^(?:How to )?(\p{L}+) ((?:[\p{L}\p{N}’'/-]+ ?)+)$/u.exec(words.trim()) ?? [];
  const verb = verbOf(first.toLowerCase());
  const isHowTo = /^How to /.test(words);
  // "Opening hours" and "Pinning messages" look alike: only more words tell what is done from what is meant.
  const isCompound = !isHowTo && !rest.trim().includes(' ');
  if (!verb || verb.form !== (isHowTo ? 'base' : 'gerund') || isCompound || !isPlainPhrase(rest)) return null;
  return `How do I ${verb.lemma} ${rest.trim()}?`;
}

/** `the app on Linux`, not `The App`, where capitals tell no names, nor `it`. */
function isPlainPhrase(words: string): boolean {
  const [first = '', ...others] = words.trim().split(' ');
  const tag = closedClass(first.toLowerCase());
  const isOpening = first === first.toLowerCase() || others.length === 0;
  return isOpening && (tag === undefined || tag === 'determiner' || tag === 'preposition');
}

/** Indices of the sentences below a heading, up to the next that is no deeper; `[first, end)`. */
export function sectionBelow(
  { paragraphs, sentences }: Article,
  paragraph: number,
): readonly [number, number] {
  const own = paragraphs[paragraph];
  const next = paragraphs.findIndex(
    ({ kind, level }, i) => i > paragraph && kind === 'heading' && level <= (own?.level ?? 0),
  );
  return [own?.endSentence ?? 0, paragraphs[next]?.firstSentence ?? sentences.length];
}
