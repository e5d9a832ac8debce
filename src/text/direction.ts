/** Where Unicode has the scripts that are written from right to left: Hebrew, Arabic and the others of UAX #9. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Parts one after the other in a line. Where one is written from right to left and the next is not, or the other way round,
 * a new line begins: within one line the dates and numbers beside it would be shown in another order.
 */
export const inLine = (parts: readonly string[], between = ' · '): string =>
  parts.reduce((line, part, i) => {
    const turns = i > 0 && RIGHT_TO_LEFT.test(part) !== RIGHT_TO_LEFT.test(parts[i - 1] as string);
    return `${line}${turns ? '\n' : between}${part}`;
  });
