/** Words that begin another clause, or another member of a list. */
const JOINING =
  'and but or nor yet which who whom whose where when while whereas because although though unless until since if after before';

/** After a comma, a semicolon, a colon, a dash, a bar or brackets; before brackets or a word that joins. A comma in a number parts nothing. */
const ENDING = new RegExp(
  `[,;:|)](?=\\s)|\\s(?:–|--?)(?=\\s)|—|(?=\\s\\(|\\s(?:${JOINING.split(' ').join('|')})\\s)`,
  'giu',
);

/** Where the phrases of a text end, as ascending offsets: where it can be cut so that either part reads well. */
export const phraseEnds = (text: string): number[] =>
  Array.from(text.matchAll(ENDING), ({ index, 0: mark }) => index + mark.length);
