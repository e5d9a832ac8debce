/** How many times longer than usual the tests wait, for slow or busy machines: `VERBATIM_TEST_PATIENCE`, 1 by default. */
const FACTOR = Number(process.env.VERBATIM_TEST_PATIENCE || 1);
if (!(FACTOR > 0)) throw new Error('VERBATIM_TEST_PATIENCE must be a number above 0.');

/** How long to wait here for what takes at most `ms` elsewhere. All patience and all deadlines of the tests go through it. */
export const patient = (ms: number): number => ms * FACTOR;
