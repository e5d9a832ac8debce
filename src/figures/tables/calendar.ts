/** Words of the calendar and the clock, and of what is numbered rather than counted; lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const MONTHS = set(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

export const WEEKDAYS = set(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
`);

export const SEASONS = set('spring summer autumn fall winter christmas easter thanksgiving');

/** Spans of time that `last`, `this`, `next` and the like make a time of. */
export const PERIODS = set(`
  year years month months week weeks day days decade decades century quarter quarters season seasons night morning
  afternoon evening weekend summer winter spring autumn fall half hour hours minute minutes session sessions
`);

/** Adverbs that are a time by themselves. */
export const TIME_ADVERBS = set(
  'today yesterday tomorrow tonight now currently recently previously formerly already',
);

/** After a number, these make it a time of day. */
export const CLOCK = set("am pm a.m a.m. p.m p.m. o'clock gmt bst est edt pst pdt cet utc et");

/** Before a number of four digits, these make it a year. */
export const YEAR_PREPOSITIONS = set(`
  in since until till by during after before from through of for late early mid around year and to between
  fiscal fy circa spring summer autumn winter fall
`);

/** What is numbered: `Section 427`, `Part 3`, `No. 5`. */
export const LABELS = set(`
  section sections row part parts chapter chapters article articles figure fig fig. table no nos no. number numbers page
  pages p pp volume vol act route highway interstate flight room gate phase type class grade platform formula channel
  rule title item step version mark mk model series level lane block district ward precinct division apollo covid
  amendment clause paragraph schedule annex appendix episode game week day stage round lap hole track bus line form
  area zone pier terminal unit lot suite apartment apt building iphone galaxy playstation xbox windows android ios
  nasdaq ftse dow s&p sp russell nikkei stoxx cac dax asx topix hang fortune catch formula proposition prop measure
  resolution bill order case docket psalm verse sonata symphony opus euro world generation gen tier agenda question
  option exhibit study experiment example eq equation ref reference grant version ver sars-cov covid-19 group
`);
