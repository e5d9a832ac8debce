/** Words that say where or among whom a figure holds; lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Adverbs of extent. */
export const EXTENT = set(`
  worldwide globally nationwide nationally internationally overseas abroad statewide countrywide citywide
  domestically locally companywide
`);

const pairs = (words: string): ReadonlyMap<string, string> =>
  new Map(
    words
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(':') as [string, string]),
  );

/** Names of the places that figures are most often broken down by, with one key each. */
export const PLACES = pairs(`
  us:us u.s:us u.s.:us usa:us u.s.a:us america:us uk:uk u.k:uk u.k.:uk britain:uk china:china japan:japan
  germany:germany france:france india:india canada:canada australia:australia europe:europe eu:eu asia:asia
  africa:africa russia:russia brazil:brazil mexico:mexico italy:italy spain:spain korea:korea ireland:ireland
  england:england scotland:scotland wales:wales turkey:turkey israel:israel world:world
`);

/** Their adjectives, with the same keys. */
export const DEMONYMS = pairs(`
  american:us americans:us british:uk chinese:china japanese:japan german:germany french:france indian:india
  canadian:canada australian:australia european:europe asian:asia african:africa russian:russia brazilian:brazil
  mexican:mexico italian:italy spanish:spain korean:korea irish:ireland english:england scottish:scotland
  turkish:turkey israeli:israel worldwide:world globally:world global:world
`);
