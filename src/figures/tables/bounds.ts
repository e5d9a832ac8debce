import type { Change } from '../figure.js';

/** Words that say how a number is meant, and words of rising and falling; lower case. */

const phrases = (change: Change, list: string): [string, Change][] =>
  list
    .trim()
    .split(/\s*,\s*/)
    .map((phrase) => [phrase, change]);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What may stand right before the number. */
export const BEFORE: ReadonlyMap<string, Change> = new Map([
  ...phrases(
    '~',
    `about, around, roughly, approximately, nearly, almost, some, circa, ca, ca., c., approx, approx., close to, near,
    estimated, barely, in the region of, in the vicinity of, the order of, ~, ≈, ∼, virtually, practically, nearing,
    approaching`,
  ),
  ...phrases(
    '>',
    `more than, over, above, at least, upwards of, upward of, greater than, larger than, higher than, longer than,
    older than, better than, exceeding, exceeds, exceed, exceeded, in excess of, surpassing, surpassed, topping, topped,
    no less than, not less than, no fewer than, north of, beyond, minimum of, starting at, starting from, heavier than,
    taller than, bigger than, wider than, faster than, surpass, surpasses, surpassed, greater than or equal to,
    more than or equal to, equal to or more than, equal to or greater than, at least equal to, >, > =, ≥, &gt;`,
  ),
  ...phrases(
    '<',
    `less than, fewer than, under, below, up to, at most, no more than, not more than, lower than, smaller than,
    younger than, cheaper than, lighter than, shorter than, narrower than, slower than, maximum of, shy of, short of,
    south of, capped at, limited to, less than or equal to, fewer than or equal to, equal to or less than, sub -, <, < =,
    ≤, &lt;`,
  ),
]);

/** What may stand right after the number. */
export const AFTER: ReadonlyMap<string, Change> = new Map([
  ...phrases('~', 'or so, approximately, roughly'),
  ...phrases(
    '>',
    'or more, or higher, or above, or greater, or older, or over, and more, and above, and over, and up, plus, +',
  ),
  ...phrases(
    '<',
    'or less, or fewer, or lower, or below, or under, or younger, and below, and under, at most, max',
  ),
]);

/** Forms of rising; of `raise` and `add` none, which somebody does to something. */
export const UP = words(`
  up rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping
  increase increases increased increasing grow grows grew grown growing surge surges surged surging soar soars soared
  soaring advance advances advanced advancing rally rallied rallies rallying higher rebound rebounded rocketed rocketing skyrocketed skyrocketing spike spikes spiked spiking leap leaps leapt leaped leaping balloon
  ballooned ballooning strengthen strengthened strengthening
`);

/** Forms of falling. */
export const DOWN = words(`
  down fall falls fell fallen falling drop drops dropped dropping lose loses lost losing decline declines declined
  declining slide slides slid sliding slip slips slipped slipping plunge plunges plunged plunging sink sank sinks sunk
  tumble tumbles tumbled tumbling shed sheds shedding slump slumps slumped slumping decrease decreases decreased
  decreasing dip dips dipped dipping shrink shrank shrunk plummet plummeted plummets plummeting crash crashes crashed crashing weaken weakened weakening
`);

/** Verbs that take something from one value to another without saying which way, or that somebody does to it. */
export const MOVES = words(`
  goes went gone move moves moved moving shift shifts shifted shifting change changes changed changing cut cuts
  cutting raise raises raised raising lift lifts lifted lifting lower lowers lowered lowering reduce reduces reduced
  reducing widen widens widened narrow narrows narrowed narrowing expand expands expanded expanding improve improves
  improved push pushes pushed pushing bring brings brought double doubled doubling triple tripled extend extends extended
  swell swells swelled swollen ease eases eased slow slows slowed accelerate accelerated upgrade upgraded downgrade
  downgraded revise revises revised trim trims trimmed
`);

/** Verbs whose `up` or `down` tells of no rise or fall: `picked up 30 points`. */
export const PARTICLE_VERBS = words(`
  pick picks picked picking set sets setting make makes made making put puts give gives gave given take takes took rack
  racks racked chalk chalked pile piled piling snap snapped line lined sign signed build built hand handed lay laid pay
  pays paid turn turned track tracked break broke broken boil boils boiled
`);
