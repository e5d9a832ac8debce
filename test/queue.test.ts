import { afterEach, describe, expect, it, vi } from 'vitest';
import { Ages } from '../src/discord/ages.js';
import { CoolDown } from '../src/discord/cool-down.js';
import { MAX_COUNTED, MAX_OPEN, MAX_READING, MENTIONS_IN_A_ROW, READING_MS } from '../src/discord/limits.js';
import { type Outcome, Queue, type Request } from '../src/discord/queue.js';

/** A queue whose clock and turns a test moves by hand, and what it has begun, made and sent. */
class Bench {
  time = 0;
  readonly begun: string[] = [];
  readonly sent: string[] = [];
  readonly outcomes: Record<string, Outcome> = {};
  readonly #turns: (() => void)[] = [];
  readonly #made = new Map<string, () => void>();
  readonly queue = new Queue({ now: () => this.time, nextTurn: (begin) => void this.#turns.push(begin) });

  /** Asks for something by the name that it has in the lists; what is read for is made when `make` says so. */
  ask(name: string, person = name, { kind = 'answer', until = 3000 }: Partial<Request> = {}): void {
    const made = new Promise<void>((resolve) => this.#made.set(name, resolve));
    const make = async () => {
      this.begun.push(name);
      if (kind === 'read') await made;
      return async () => void this.sent.push(name);
    };
    void this.queue.add({ person, kind, until, make }).then((outcome) => {
      this.outcomes[name] = outcome;
    });
  }

  /** One turn of the event loop. */
  async turn(): Promise<void> {
    for (const begin of this.#turns.splice(0)) begin();
    await settled();
  }

  /** Turns until nothing is begun any more. */
  async turns(): Promise<void> {
    while (this.#turns.length > 0) await this.turn();
    await settled();
  }

  async make(name: string): Promise<void> {
    this.#made.get(name)?.();
    await settled();
    await this.turns();
  }
}

/** Lets all go on that waits for nothing but a promise. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  it('begins one request after another, with a turn of the event loop between them', async () => {
    const bench = new Bench();
    for (const name of ['a', 'b', 'c']) bench.ask(name);
    expect(bench.begun).toEqual([]);
    await bench.turn();
    expect([bench.begun, bench.sent]).toEqual([['a'], ['a']]);
    await bench.turn();
    expect([bench.begun, bench.sent]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    await bench.turns();
    expect(bench.outcomes).toEqual({ a: 'answered', b: 'answered', c: 'answered' });
  });

  it('drops what nobody waits for any more, and what can no longer be read for in time, unmade', async () => {
    const bench = new Bench();
    bench.ask('dead', 'ann', { until: 100 });
    bench.ask('hopeless', 'ben', { kind: 'read', until: 100 + READING_MS - 1 });
    bench.ask('alive', 'cid', { until: 101 });
    bench.time = 100;
    await bench.turns();
    expect(bench.begun).toEqual(['alive']);
    expect(bench.outcomes).toEqual({ dead: 'late', hopeless: 'late', alive: 'answered' });
  });

  it('takes three requests of a person over all kinds, and the next when one of them is sent', async () => {
    const bench = new Bench();
    bench.ask('a', 'ann', { kind: 'read' });
    for (const name of ['b', 'c', 'd']) bench.ask(name, 'ann');
    bench.ask('typing', 'ann', { kind: 'suggestion' });
    bench.ask('other', 'ben');
    await settled();
    expect(bench.outcomes).toEqual({ d: 'full', typing: 'full' });
    await bench.turns();
    expect(bench.begun).toEqual(['a', 'b', 'c', 'other']);
    bench.ask('e', 'ann');
    await bench.make('a');
    bench.ask('f', 'ann');
    await bench.turns();
    expect(bench.outcomes).toMatchObject({ a: 'answered', e: 'answered', f: 'answered' });
    expect(MAX_OPEN).toBe(3);
  });

  it('lets suggestions give way to answers, and to what the same person asks for next', async () => {
    const bench = new Bench();
    bench.ask('l', 'ann', { kind: 'suggestion', until: 1 });
    bench.ask('la', 'ann', { kind: 'suggestion' });
    bench.ask('x', 'ben', { kind: 'suggestion' });
    bench.ask('ask', 'ben');
    bench.ask('sources', 'cid');
    await bench.turns();
    expect(bench.begun).toEqual(['ask', 'sources', 'la']);
    expect(bench.outcomes).toMatchObject({ l: 'replaced', x: 'replaced', la: 'answered' });
  });

  it('begins first what must be answered first', async () => {
    const bench = new Bench();
    bench.ask('mention', 'ann', { kind: 'read', until: 10_000 });
    bench.ask('ask', 'ben', { kind: 'read', until: 3000 });
    bench.ask('page', 'cid', { until: 2900 });
    await bench.turns();
    expect(bench.begun).toEqual(['page', 'ask', 'mention']);
  });

  it('has some read for at once, tells how many more wait for that, and keeps nothing else waiting', async () => {
    const bench = new Bench();
    const names = Array.from({ length: MAX_READING + 5 }, (_, i) => `ask ${i}`);
    for (const name of names) bench.ask(name, name, { kind: 'read' });
    expect(bench.queue.waitingForReader).toBe(names.length);
    await bench.turns();
    expect(bench.begun).toEqual(names.slice(0, MAX_READING));
    expect(bench.queue.waitingForReader).toBe(5);
    bench.ask('page');
    await bench.turns();
    expect(bench.sent).toEqual(['page']);
    await bench.make('ask 1');
    expect(bench.begun.at(-1)).toBe(`ask ${MAX_READING}`);
    for (const name of names) await bench.make(name);
    expect(bench.sent).toEqual(['page', 'ask 1', 'ask 0', ...names.slice(2)]);
    expect(bench.queue.waitingForReader).toBe(0);
  });
});

describe('the age of what Discord sends', () => {
  /** Ages of things by when they were made on Discord's clock and when they come on the bot's. */
  const agesOf = (...things: [made: number, now: number][]) => {
    const ages = new Ages();
    return things.map(([made, now]) => ages.of(made, now));
  };
  const HOUR = 3_600_000;

  it.each([
    ['clocks that agree', 0],
    ['a clock that is an hour fast', HOUR],
    ['a clock that is an hour slow', -HOUR],
  ])('is told by what came quickest, with %s', (_, skew) => {
    expect(
      agesOf([1000, 1050 + skew], [2000, 2020 + skew], [3000, 8020 + skew], [9000, 9020 + skew]),
    ).toEqual([0, 0, 5000, 0]);
  });

  it('is forgotten when the clocks drift apart', () => {
    const things = Array.from({ length: 200 }, (_, i): [number, number] => [i * 300_000, i * 300_300]);
    expect(Math.max(...agesOf(...things))).toBeLessThan(1000);
  });

  it('is never so great that a clock must be wrong', () => {
    expect(agesOf([HOUR * 24, 1000], [1000, 2000], [2000, 3000])).toEqual([0, 0, 0]);
  });
});

describe('the pause between mentions', () => {
  afterEach(() => vi.useRealTimers());

  it('ends though the clock of the machine is set back', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const coolDown = new CoolDown();
    const turns = Array.from({ length: MENTIONS_IN_A_ROW + 2 }, () => coolDown.take('ann'));
    expect(turns.slice(-3)).toEqual(['allowed', 'told', 'silent']);
    vi.setSystemTime(Date.now() - 3_600_000);
    vi.advanceTimersByTime(11_000);
    expect(coolDown.take('ann')).toBe('allowed');
  });

  it('begins at once for who waits for enough already, and is told once', () => {
    const coolDown = new CoolDown();
    expect([
      coolDown.take('ann', true, 0),
      coolDown.take('ann', true, 1),
      coolDown.take('ann', false, 2),
    ]).toEqual(['told', 'silent', 'silent']);
    expect(coolDown.take('ann', false, 20_000)).toBe('allowed');
  });

  it('counts as many people as there is room for, those that came last', () => {
    const coolDown = new CoolDown();
    const exhaust = (user: string) => {
      for (let i = 0; i < MENTIONS_IN_A_ROW; i++) coolDown.take(user, false, 0);
    };
    for (let i = 0; i <= MAX_COUNTED; i++) exhaust(`user ${i}`);
    expect([coolDown.take('user 0', false, 1), coolDown.take(`user ${MAX_COUNTED}`, false, 1)]).toEqual([
      'allowed',
      'told',
    ]);
  });
});
