import { type Document, DocumentWriter, type Note } from './document.js';

/** `0:01:20,500`, `01:20.5` */
const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}(?=\s|$)`);

/** Lines by which subtitles are told, and the least share of them that are times: a cue has three or four lines. */
const TOLD_BY = 200;
const MIN_TIMINGS = 1 / 6;

/** Seconds of silence after which something new begins. */
const LONG_PAUSE = 4;

/** Seconds between cues that follow one another without a pause. */
const NO_PAUSE = 0.5;

/** A speech without pauses is parted at a sentence's end after so many characters, without a sentence's end after more. */
const LONG_TURN = 600;
const LONGEST_TURN = 2000;

/** Blocks of a WebVTT file that are no speech. */
const VTT_NOTE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/** `Ann:`, `DR. SMITH:`, `Speaker 2:` */
const LABEL = /^(\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: (?:\p{Lu}|#?\d)[\p{L}\p{M}\p{N}.'’-]*){0,3}): +(?=\S)/u;

/** `- `, `>> `: somebody else speaks. */
const TURN = /^(?:[-–—] ?(?=["'“‘([¿¡♪ ]*\p{Lu})|>{2,3}\s*)/u;

/** `<v Ann>`, `<v.loud Ann>` */
const VOICE = /<v(?:\.[^\s<>]*)?\s+([^\s<>][^<>]*)>/g;

/** Marks of how words look and where they stand; the readings of ruby characters would double them. */
const MARKS =
  /<rt>[^<]*<\/rt>|<\/?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|span|br|\d[\d:.]*)(?=[\s.>/])[^<>]*>|\{\\[^{}]*\}/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/** What is shown at one time. */
interface Cue {
  /** 1-based line of its times. */
  readonly line: number;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: string[];
}

/** Words of a cue that one person says. */
interface Speech {
  readonly words: string;
  /** Who says it, where that is told. */
  readonly speaker: string | null;
  /** Whether somebody else begins here, though it is not told who. */
  readonly turn: boolean;
}

/** Whether a text is made of subtitles (SubRip or WebVTT), by its times. */
export function isSubtitles(text: string): boolean {
  if (!text.includes('->')) return false;
  const lines = text
    .split('\n', 3 * TOLD_BY)
    .filter((line) => line.trim() !== '')
    .slice(0, TOLD_BY);
  return lines.filter((line) => TIMING.test(line)).length >= Math.max(1, lines.length * MIN_TIMINGS);
}

/**
 * Reads subtitles as what is said, cues joined into speeches: a speech ends where somebody else begins, at a long pause and
 * where it gets long. Each knows its time and, where a label tells (`Ann: …`, `<v Ann>`), who speaks.
 */
export function readSubtitles(text: string, firstLine: number): Document {
  const { cues, notes } = cuesOf(text, firstLine);
  const speeches = new Speeches();
  let before: readonly string[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cue of cues) {
    const pause = cue.start - end;
    if (pause >= LONG_PAUSE) speeches.pause();
    const lines = cue.lines.filter((line) => line.trim() !== '');
    for (const speech of spoken(pause < NO_PAUSE ? withoutRepeated(lines, before) : lines))
      speeches.say(speech, cue);
    before = lines;
    end = Math.max(end, cue.end);
  }
  return speeches.document(notes);
}

/** The cues in the order of their times; one whose times cannot be read is left out with a note. */
function cuesOf(text: string, firstLine: number): { cues: Cue[]; notes: Note[] } {
  const cues: Cue[] = [];
  const faulty: number[] = [];
  let current: string[] | null = null;
  let inNote = false;
  const lines = text.split('\n');
  const isVtt = /^\uFEFF?WEBVTT/.test(text);
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]?.trim() ?? '';
    const timing = TIMING.exec(line);
    if (timing || line.includes('-->')) {
      withoutId(current);
      current = timing ? [] : null;
      if (timing) cues.push({ line: firstLine + index, ...timesOf(timing), lines: current as string[] });
      else faulty.push(firstLine + index);
    } else if (isVtt && above === '' && VTT_NOTE.test(line)) inNote = true;
    else if (line.trim() === '') inNote = false;
    if (!inNote && !timing) current?.push(line);
  }
  return { cues: cues.sort((a, b) => a.start - b.start), notes: noteOf(faulty) };
}

/** Takes away the number or name of the next cue, which stands right above its times. */
function withoutId(lines: string[] | null): void {
  if (!lines || lines.at(-1)?.trim() === '') return;
  if (lines.at(-2)?.trim() === '' || /^\s*\d+\s*$/.test(lines.at(-1) ?? '')) lines.pop();
}

function timesOf(timing: RegExpExecArray): { start: number; end: number } {
  const seconds = (at: number) =>
    3600 * Number(timing[at] ?? 0) +
    60 * Number(timing[at + 1]) +
    Number(timing[at + 2]) +
    Number((timing[at + 3] ?? '0').padEnd(3, '0')) / 1000;
  return { start: seconds(1), end: seconds(5) };
}

function noteOf(faulty: readonly number[]): Note[] {
  const [line] = faulty;
  if (line === undefined) return [];
  const which =
    faulty.length === 1 ? 'the times of this subtitle' : `the times of ${faulty.length} subtitles`;
  const message = `${which} cannot be read, so what is said there is left out; write them like 00:01:20,000 --> 00:01:24,000`;
  return [{ line, message }];
}

/** The lines of a cue without those that were on the screen before it, as rolling captions repeat them. */
function withoutRepeated(lines: readonly string[], before: readonly string[]): readonly string[] {
  const [now, then] = [lines.map(plain), before.map(plain)];
  for (let count = Math.min(now.length, then.length); count > 0; count--) {
    const repeated = now.slice(0, count).join('\n');
    // A word alone may well be said twice.
    if (/\s/.test(repeated) && repeated === then.slice(-count).join('\n')) return lines.slice(count);
  }
  return lines;
}

/** Who says what in the lines of a cue. */
function spoken(lines: readonly string[]): Speech[] {
  return lines.flatMap((line) => {
    // Split at a pattern with a group: what stands before the first voice, then names and words in turn.
    const [first = '', ...voices] = line.split(VOICE);
    const speeches = [labelled(plain(first))];
    for (let i = 0; i < voices.length; i += 2)
      speeches.push({ words: plain(voices[i + 1] ?? ''), speaker: plain(voices[i] ?? ''), turn: false });
    return speeches.filter(({ words }) => words !== '');
  });
}

function labelled(line: string): Speech {
  const words = line.replace(TURN, '');
  const speaker = LABEL.exec(words)?.[1] ?? null;
  const label = speaker === null ? '' : (LABEL.exec(words)?.[0] ?? '');
  return { words: words.slice(label.length), speaker, turn: words.length < line.length };
}

/** The words of a line without marks. */
const plain = (line: string): string =>
  line
    .replace(MARKS, '')
    .replace(/\\[Nnh]/g, ' ')
    .replace(/&(#?\w{2,4});/g, (entity, name) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

/** Puts together what is said, and writes it speech by speech. */
class Speeches {
  readonly #writer = new DocumentWriter();
  #speaker: string | null = null;
  #words: string[] = [];
  #length = 0;
  #begins: Cue | null = null;

  say({ words, speaker, turn }: Speech, cue: Cue): void {
    if (turn || (speaker !== null && speaker !== this.#speaker)) this.#end(speaker);
    else if (this.#isLong()) this.#end(this.#speaker);
    this.#begins ??= cue;
    this.#words.push(words);
    this.#length += words.length + 1;
  }

  /** What is said next may be said by anybody. */
  pause(): void {
    this.#end(null);
  }

  document(notes: readonly Note[]): Document {
    this.#end(null);
    return this.#writer.document({ notes });
  }

  #isLong(): boolean {
    if (this.#length < LONG_TURN) return false;
    return this.#length >= LONGEST_TURN || /[.!?…]["'”’)\]]*$/.test(this.#words.at(-1) ?? '');
  }

  #end(next: string | null): void {
    const [speaker, begins] = [this.#speaker, this.#begins];
    const label = speaker === null ? '' : `${speaker}: `;
    if (begins)
      this.#writer.add({
        text: label + this.#words.join(' '),
        line: begins.line,
        place: clock(begins.start),
        speaker: speaker === null ? null : { start: 0, end: speaker.length },
      });
    this.#speaker = next;
    this.#words = [];
    this.#length = 0;
    this.#begins = null;
  }
}

/** `0:01:20` */
function clock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value) % 60).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}
