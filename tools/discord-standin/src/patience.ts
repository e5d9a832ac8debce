/** How many times longer than usual everything waits, for slow or busy machines: `DISCORD_STANDIN_PATIENCE`, 1 by default. */
export const PATIENCE = Number(process.env.DISCORD_STANDIN_PATIENCE || 1);
if (!(PATIENCE > 0)) throw new Error('DISCORD_STANDIN_PATIENCE must be a number above 0.');

/** How long to wait here for what takes at most `ms` elsewhere. All patience and all deadlines go through it. */
export const patient = (ms: number): number => ms * PATIENCE;
