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

/** What is numbered rather than counted: `Section 427`, `part 3`, `No. 5`. */
export const LABELS = set(`
  section sections row rows part chapter chapters article figure fig fig. table no nos no. number page pages p pp
  volume vol act scene route highway interstate flight room gate phase type class grade channel rule item step
  version note level amendment clause paragraph appendix episode game week day season stage round lap tier category
  zip postcode week weeks rooms port patch error flat
`);

/** Names whose number is part of them even before a plural: `FTSE 100 companies`, `Galaxy 9 phones`. */
export const NUMBERED_NAMES = set(`
  covid-19 iphone ipad galaxy pixel playstation xbox windows android ios nasdaq ftse dow s&p sp russell nikkei stoxx cac
  dax asx topix fortune formula
`);

/** The same, but only when capitalised: `Line 5`, `Proposition 8`. */
export const NAMED_LABELS = set(`
  articles parts numbers platform title mark mk model series lane block district ward precinct division apollo schedule
  annex hole track bus line form area zone pier terminal unit lot suite apartment apt building catch proposition prop
  measure resolution bill order case docket psalm verse sonata symphony opus euro world generation gen agenda
  question option exhibit study experiment example equation eq reference ref grant ver group big
`);
