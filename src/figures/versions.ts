import type { Span } from '../text/span.js';

/** `version 5.3`, `Release Notes 5.0 to 5.4`, `patch 2.3`, `4.x`: what tells that a text speaks of versions. */
const TOLD =
  /\b(?:versions?|releases?|release notes|patch|patches|updates?|(?:update|upgrade|upgrading) to)\s(\d{1,2})\.(\d{1,2})\b|\b(\d{1,2})\.x\b/gi;

/** A number with one point, and the word or the heading's mark before it. */
const POINTED =
  /(?:(?<=^|[\s(])(\p{L}+)\s+|(?<=^\W*))(\d{1,2})\.(\d{1,2}|x)(?![\p{L}\d%°]|[.,]\d|\s*(?:%|percent|per cent|million|billion))/giu;

/** Words after which a number with a point is a version in a text that numbers its versions so. */
const AT = /^(?:on|in|since|until|before|after|or|and|starting|of)$/i;

/** The versions that a text tells of. */
export class Versions {
  readonly #written = new Set<string>();
  readonly #majors = new Set<number>();

  constructor(text: string) {
    for (const { 1: major, 2: minor, 3: any } of text.matchAll(TOLD)) {
      if (major !== undefined) this.#written.add(`${major}.${minor}`);
      const number = Number(major ?? any);
      for (const one of [number - 1, number, number + 1]) this.#majors.add(one);
    }
  }

  /** Where a sentence names versions (`stay on 5.2`, `4.x`); a number that a labelled version has is one anywhere. */
  within(words: string): Span[] {
    if (this.#majors.size === 0) return [];
    return [...words.matchAll(POINTED)].flatMap(({ 0: run, 1: before = '', 2: major, 3: minor, index }) => {
      const named = minor === 'x' || this.#written.has(`${major}.${minor}`);
      if (!named && !(this.#majors.has(Number(major)) && AT.test(before))) return [];
      const length = `${major}.${minor}`.length;
      const start = index + run.length - length;
      return [{ start, end: start + length }];
    });
  }
}
