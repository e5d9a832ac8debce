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

const COUNTRIES = `
  afghanistan albania algeria argentina armenia austria belarus belgium bolivia bosnia bulgaria cambodia chile colombia congo
  croatia cuba denmark ecuador egypt estonia ethiopia finland ghana greece haiti honduras hungary iceland indonesia iran
  iraq jamaica jordan kenya kosovo kuwait latvia lebanon libya lithuania malaysia morocco myanmar nepal netherlands
  nicaragua nigeria norway pakistan panama peru philippines poland portugal qatar romania rwanda serbia singapore
  slovakia slovenia somalia sudan sweden switzerland syria taiwan thailand tunisia uganda ukraine uruguay venezuela vietnam
  yemen zambia zimbabwe
`;
const STATES = `
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
  iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
  ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec alberta manitoba
  ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb. nev.
  n.c. n.d. n.h. n.j. n.m. n.y. okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. wash. wis. w.va. wyo. d.c.
`;
const CITIES = `
  amsterdam athens atlanta austin baghdad baltimore bangkok barcelona beijing berlin boston brussels cairo charlotte chicago
  cleveland copenhagen dallas damascus delhi denver detroit dublin frankfurt geneva glasgow houston istanbul jakarta jerusalem
  kabul kiev lagos lisbon london madrid manchester manila melbourne memphis miami milan milwaukee minneapolis montreal
  moscow mumbai munich nairobi naples oslo ottawa paris philadelphia phoenix pittsburgh prague rome sacramento seattle
  seoul shanghai stockholm sydney tehran tokyo toronto vancouver vienna warsaw washington zurich
`;

const PLACE_NAMES: ReadonlySet<string> = set(`${COUNTRIES} ${STATES} ${CITIES}`);

/** Names of several words that begin like this are places: `North Dakota`, `New York`. */
const PLACE_OPENER =
  /^(?:new|north|south|east|west|northern|southern|eastern|western|san|santa|los|las|el|fort|lake|mount|port|saint|st\.) \S+/;

/** Whether a name, in lower case, is that of a place. */
export const isPlace = (name: string): boolean =>
  PLACE_NAMES.has(name) || PLACES.has(name) || PLACE_OPENER.test(name);
