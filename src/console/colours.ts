import picocolors from 'picocolors';

/** Whether the output is a terminal that shows colours; Node's own check heeds `NO_COLOR`, `FORCE_COLOR` and `TERM`. */
export const hasColours: boolean = process.stdout.isTTY === true && process.stdout.hasColors();

/** Bold and dim for the output; plain text where it has no colours, also in CI, which picocolors alone takes for a terminal. */
export const colours = picocolors.createColors(hasColours);
