/** Who is told what goes wrong, and how far long work has come. */
export interface Told {
  warn(message: string): void;
  info(message: string): void;
  /** Shows a line in the place of the one before, where there is a terminal; `null` takes it away. */
  line?(text: string | null): void;
}

/** Work that is done within this time needs no telling. */
const SOON_MS = 2000;

/** A line in a log is written this often, a bar drawn. */
const LOGGED_EVERY_MS = 10_000;
const DRAWN_EVERY_MS = 100;

const BAR_LENGTH = 24;

/** What is said of some work. */
export interface Work {
  /** As a sentence begins: `Reading the texts`. */
  readonly what: string;
  /** What is counted: `files`. */
  readonly unit: string;
  /** A sentence on what holds until it is done, and one for when it is. */
  readonly meanwhile?: string;
  readonly end?: string;
}

/**
 * Tells how far some work has come, when it takes longer than two seconds: by a bar where there is a terminal, else by a line
 * every ten seconds.
 *
 * @returns takes how many of all are done.
 */
export function progressOf(told: Told, work: Work): (done: number, all: number) => void {
  const began = performance.now();
  let toldAt: number | null = null;
  return (done, all) => {
    const now = performance.now();
    if (done === all) return end(told, work, toldAt !== null);
    const every = told.line ? DRAWN_EVERY_MS : LOGGED_EVERY_MS;
    if (now - began < SOON_MS || (toldAt !== null && now - toldAt < every)) return;
    toldAt = now;
    const text = `${work.what}: ${done} of ${all} ${work.unit}`;
    if (told.line) told.line(`${barOf(done / all)} ${text}`);
    else told.info([`${text}.`, work.meanwhile].filter(Boolean).join(' '));
  };
}

function end(told: Told, work: Work, wasTold: boolean): void {
  told.line?.(null);
  if (wasTold && !told.line && work.end) told.info(work.end);
}

function barOf(share: number): string {
  const full = Math.round(share * BAR_LENGTH);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_LENGTH - full)}]`;
}
