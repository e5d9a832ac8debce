import { isGivenName } from '../english/given-names.js';
import { wordsOf } from '../english/terms.js';
import { fold } from '../text/fold.js';
import { remembered } from '../text/remembered.js';
import { eachInTurn } from '../turns.js';
import type { Quotation, Speaker } from './quotation.js';

/** Who is quoted, and how often. */
export interface SpeakerCount {
  readonly name: string;
  readonly count: number;
}

/** Whoever speaks some quotations: a person over all articles, or what stands there where nobody is named. */
interface Voice {
  /** The full name, `null` when not named. */
  readonly name: string | null;
  /** What they are called, each form as its words between spaces. */
  readonly forms: Set<string>;
  count: number;
}

/** Who speaks the quotations of all articles; what a person is called is kept once. */
export class Speakers {
  readonly #voices: readonly Voice[];
  /** By the number of the quotation, the number of the voice. */
  readonly #voiceOf: Uint32Array;
  /** Those who are named, by the words of the name. */
  readonly #named: ReadonlyMap<string, number>;
  /** Those who are named, the most quoted first, then by name. */
  readonly counts: readonly SpeakerCount[];

  private constructor(voices: readonly Voice[], voiceOf: Uint32Array) {
    this.#voices = voices;
    this.#voiceOf = voiceOf;
    const named = Array.from(voices.entries(), ([number, { name }]): [string, number] => [
      formOf(name ?? ''),
      number,
    ]);
    this.#named = new Map(named);
    this.counts = this.countsIn(voiceOf.keys());
  }

  static async of(quotations: readonly Quotation[]): Promise<Speakers> {
    const fullName = await fullNamesOf(quotations);
    const numbers = new Map<string, number>();
    const voices: Voice[] = [];
    const voiceOf = new Uint32Array(quotations.length);
    await eachInTurn(quotations.entries(), ([i, { speaker }]) => {
      const name = speaker?.named ? fullName(speaker.name) : null;
      const key = name === null ? `\0${speaker?.text ?? ''}` : formOf(name);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      voiceOf[i] = number;
      const voice = voices[number] ?? { name, forms: new Set(name === null ? [] : [formOf(name)]), count: 0 };
      voices[number] = voice;
      voice.count++;
      if (speaker) addForms(voice, speaker);
    });
    return new Speakers(voices, voiceOf);
  }

  /**
   * The numbers of those who are called so (full name, last name or description, in any case), the most quoted first. Whose
   * whole name it is is meant alone: `BBC` is not whoever works there.
   */
  calledSo(asked: string): number[] {
    const words = nameWords(asked).map((word) => ` ${word} `);
    if (words.length === 0) return [];
    const named = this.#named.get(formOf(asked));
    if (named !== undefined) return [named];
    const voiceAt = (number: number) => this.#voices[number] as Voice;
    const hasAll = (form: string) => words.every((word) => form.includes(word));
    return [...this.#voices.keys()]
      .filter((number) => [...voiceAt(number).forms].some(hasAll))
      .sort((a, b) => voiceAt(b).count - voiceAt(a).count);
  }

  /** Whether one of these voices speaks, by the number of a quotation. */
  isOneOf(voices: readonly number[]): (number: number) => boolean {
    const asked = new Set(voices);
    return (number) => asked.has(this.#voiceOf[number] as number);
  }

  /** Who is named as speaking some quotations, given by their numbers, the most quoted there first, then by name. */
  countsIn(quotations: Iterable<number>): SpeakerCount[] {
    const counts = new Map<number, number>();
    for (const number of quotations) {
      const voice = this.#voiceOf[number] as number;
      counts.set(voice, (counts.get(voice) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([voice, count]) => {
        const name = this.#voices[voice]?.name ?? null;
        return name === null || nameWords(name).length === 0 ? [] : [{ name, count }];
      })
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }
}

function addForms({ name, forms }: Voice, speaker: Speaker): void {
  if (name !== null) for (const role of speaker.roles) forms.add(formOf(role));
  if (name === null || !isPronoun(speaker)) forms.add(formOf(speaker.text));
}

const isPronoun = ({ text }: Speaker): boolean => /^(?:he|she|they|i|we|it|who)$/i.test(text);

/** The words that tell a person, without articles and possessives. */
const nameWords = (text: string): string[] =>
  wordsOf(text)
    .map(({ text: word }) => fold(word).replace(/'s$/, ''))
    .filter((word) => !/^(?:the|a|an)$/.test(word));

const formOf: (text: string) => string = remembered((text) => ` ${nameWords(text).join(' ')} `);

/** Given and last name: middle names and initials come and go. */
const keyOf: (name: string) => string = remembered((name) => {
  const words = nameWords(name);
  return words.length > 2 ? `${words[0]} ${words.at(-1)}` : words.join(' ');
});

/**
 * For each name the form that stands most often for that person over all articles: a last name alone belongs to
 * whom only one longer name could mean, but a given name alone may be anybody's.
 */
async function fullNamesOf(quotations: readonly Quotation[]): Promise<(name: string) => string> {
  const forms = new Map<string, Map<string, number>>();
  const byLast = new Map<string, Set<string>>();
  await eachInTurn(quotations, ({ speaker }) => {
    if (!speaker?.named) return;
    const key = keyOf(speaker.name);
    const counts = forms.get(key) ?? new Map<string, number>();
    forms.set(key, counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1));
    const last = key.split(' ').at(-1) ?? '';
    if (last !== key && !speaker.body) byLast.set(last, (byLast.get(last) ?? new Set()).add(key));
  });
  const known = new Map<string, string>();
  const fullName = (name: string): string => {
    const longer = isGivenName(fold(name)) ? [] : [...(byLast.get(keyOf(name)) ?? [])];
    const counts = forms.get(longer.length === 1 ? (longer[0] ?? '') : keyOf(name));
    return [...(counts ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0] ?? name;
  };
  return (name) => {
    const full = known.get(name) ?? fullName(name);
    known.set(name, full);
    return full;
  };
}
