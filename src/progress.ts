import type { OnProgress } from './turns.js';

/** Who is told what goes wrong, and how far long work has come. */
export interface Told {
  warn(message: string): void;
  info(message: string): void;
  /** Shows a line in the place of the one before, where there is a terminal; `null` takes it away. */
  line?(text: string | null): void;
}

/** A bar is shown for work that takes longer than this, and drawn this often. */
const BAR_AFTER_MS = 2000;
const DRAWN_EVERY_MS = 100;

/** A line in a log is written this often. */
const LOGGED_EVERY_MS = 10_000;

/** Leaves room for the words on a terminal of eighty columns. */
const BAR_LENGTH = 12;

/** What is said of some work. */
export interface Work {
  /** As a sentence begins: `Reading the texts`. */
  readonly what: string;
  /** What is counted: `files`. */
  readonly unit: string;
  /** A sentence on what holds until it is done, which is told at once where there is much to do, and one for when it is. */
  readonly meanwhile?: string;
  readonly end?: string;
}

/** So many sentences take longer than two seconds. */
const MUCH = 1000;

/**
 * Tells how far some work has come, when it takes a while: by a bar where there is a terminal, else by a line every ten
 * seconds.
 *
 * @returns takes how many of all are done.
 */
export function progressOf(told: Told, work: Work): OnProgress {
  const every = told.line ? DRAWN_EVERY_MS : LOGGED_EVERY_MS;
  let next = performance.now() + (told.line ? BAR_AFTER_MS : LOGGED_EVERY_MS);
  let wasTold = false;
  return (done, all) => {
    if (done === all) {
      if (wasTold) end(told, work);
      return;
    }
    const isNews = !wasTold && work.meanwhile !== undefined && all >= MUCH;
    if (performance.now() < next && !isNews) return;
    next = performance.now() + every;
    wasTold = true;
    const text = `${work.what}: ${done} of ${all} ${work.unit}`;
    if (told.line) told.line(`${barOf(done / all)} ${text}`);
    else told.info([`${text}.`, work.meanwhile].filter(Boolean).join(' '));
  };
}

function end(told: Told, work: Work): void {
  if (told.line) told.line(null);
  else if (work.end) told.info(work.end);
}

function barOf(share: number): string {
  const full = Math.round(share * BAR_LENGTH);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_LENGTH - full)}]`;
}
