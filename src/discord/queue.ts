import { MAX_OPEN, MAX_READING, READING_MS } from './limits.js';

/** Sends what was made. It does not reject. */
export type Send = () => Promise<void>;

/** Something that a person asks for. */
export interface Request {
  readonly person: string;
  /** An answer, one that the network reads for, or suggestions while somebody types. */
  readonly kind: 'answer' | 'read' | 'suggestion';
  /** Until when it can be answered, on the queue's clock. */
  readonly until: number;
  /** Makes the answer; it does not reject. */
  make(): Promise<Send>;
}

/**
 * What became of a request: it was answered; its time was over before its turn came; the same person has asked for
 * something else before their suggestions were made; or it was not taken, for they wait for enough already.
 */
export type Outcome = 'answered' | 'late' | 'replaced' | 'full';

interface Waiting extends Request {
  settle(outcome: Outcome): void;
}

/** What the queue takes of its surroundings, for tests. */
export interface Surroundings {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Calls back when the event loop has had a turn for everything else. */
  nextTurn(begin: () => void): void;
}

const PROCESS: Surroundings = { now: () => performance.now(), nextTurn: (begin) => setImmediate(begin) };

/**
 * The queue in front of the work. Requests are begun one after another with a turn of the event loop between them, so that
 * what is ready goes out and what comes in is seen: answers before suggestions, and the one first that must be answered
 * first. What can no longer be answered in time is dropped.
 */
export class Queue {
  readonly #surroundings: Surroundings;
  readonly #waiting = new Set<Waiting>();
  readonly #typing = new Map<string, Waiting>();
  readonly #open = new Map<string, number>();
  #reading = 0;
  #isTurnDue = false;

  constructor(surroundings: Surroundings = PROCESS) {
    this.#surroundings = surroundings;
  }

  /** Takes a request and resolves when it is over. */
  add(request: Request): Promise<Outcome> {
    const { person, kind } = request;
    if (this.isFull(person)) return Promise.resolve('full');
    const typed = this.#typing.get(person);
    if (typed) this.#remove(typed, 'replaced');
    return new Promise((settle) => {
      const waiting: Waiting = { ...request, settle };
      this.#waiting.add(waiting);
      if (kind === 'suggestion') this.#typing.set(person, waiting);
      else this.#open.set(person, this.#openOf(person) + 1);
      this.#wake();
    });
  }

  /** Whether somebody waits for as much as one person may. */
  isFull(person: string): boolean {
    return this.#openOf(person) >= MAX_OPEN;
  }

  /** How many wait to be read for, without those that it has begun with. */
  get waitingForReader(): number {
    return [...this.#waiting].filter(({ kind }) => kind === 'read').length;
  }

  #openOf(person: string): number {
    return this.#open.get(person) ?? 0;
  }

  #wake(): void {
    if (this.#isTurnDue || this.#waiting.size === 0) return;
    this.#isTurnDue = true;
    this.#surroundings.nextTurn(() => {
      this.#isTurnDue = false;
      const next = this.#next();
      if (next) void this.#answer(next);
    });
  }

  /** Whose turn it is; what is too late for an answer goes. */
  #next(): Waiting | null {
    const now = this.#surroundings.now();
    let next: Waiting | null = null;
    for (const waiting of this.#waiting) {
      if (lastStart(waiting) <= now) this.#remove(waiting, 'late');
      else if (this.#mayBegin(waiting) && (next === null || isBefore(waiting, next))) next = waiting;
    }
    return next;
  }

  #mayBegin({ kind }: Waiting): boolean {
    return kind !== 'read' || this.#reading < MAX_READING;
  }

  async #answer(request: Waiting): Promise<void> {
    this.#take(request);
    if (request.kind === 'read') this.#reading++;
    const made = request.make();
    this.#wake();
    const send = await made;
    if (request.kind === 'read') this.#reading--;
    this.#wake();
    await send();
    this.#settle(request, 'answered');
  }

  #remove(waiting: Waiting, outcome: Outcome): void {
    this.#take(waiting);
    this.#settle(waiting, outcome);
  }

  /** It waits no longer. */
  #take(waiting: Waiting): void {
    this.#waiting.delete(waiting);
    if (waiting.kind === 'suggestion') this.#typing.delete(waiting.person);
  }

  #settle({ person, kind, settle }: Waiting, outcome: Outcome): void {
    const open = this.#openOf(person) - 1;
    if (kind !== 'suggestion' && open > 0) this.#open.set(person, open);
    else if (kind !== 'suggestion') this.#open.delete(person);
    settle(outcome);
  }
}

const lastStart = ({ kind, until }: Request): number => (kind === 'read' ? until - READING_MS : until);

const isBefore = (a: Request, b: Request): boolean =>
  (a.kind === 'suggestion') === (b.kind === 'suggestion') ? a.until < b.until : b.kind === 'suggestion';
