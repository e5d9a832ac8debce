import { WORDNET } from './wordnet.js';

/** Irregular plurals, with their singular. */
const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  `people:people police:police men:man women:woman children:child feet:foot teeth:tooth mice:mouse geese:goose lives:life
  wives:wife halves:half leaves:leaf loaves:loaf knives:knife shelves:shelf thieves:thief wolves:wolf criteria:criterion
  phenomena:phenomenon media:media data:data crises:crisis analyses:analysis bases:base theses:thesis
  firemen:fireman policemen:policeman fishermen:fisherman businessmen:businessman businesswomen:businesswoman
  congressmen:congressman servicemen:serviceman servicewomen:servicewoman salesmen:salesman craftsmen:craftsman
  workmen:workman gunmen:gunman spokesmen:spokesman chairmen:chairman sportsmen:sportsman freshmen:freshman
  grandchildren:grandchild schoolchildren:schoolchild oxen:ox dice:dice cattle:cattle movies:movie cookies:cookie
  calories:calorie ties:tie pies:pie species:species series:series headquarters:headquarters aircraft:aircraft
  spacecraft:spacecraft sheep:sheep deer:deer fish:fish salmon:salmon offspring:offspring personnel:personnel
  staff:staff pence:pence buses:bus gases:gas viruses:virus bonuses:bonus campuses:campus statuses:status
  censuses:census lenses:lens caches:cache axes:axe shoes:shoe toes:toe foes:foe canoes:canoe`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Nouns in -s that are singular. */
const SINGULAR_IN_S: ReadonlySet<string> = new Set(
  `
  news gas bus lens plus thus virus bonus campus status census surplus focus chaos business process loss boss class
  glass grass mass pass press stress success access address congress progress crisis analysis basis basis thesis
  emphasis diabetes mathematics physics politics economics athletics series species headquarters us is was has does
  this his its as yes always perhaps besides texas kansas arkansas illinois paris james charles thomas jones williams
  hertz celsius siemens
`
    .trim()
    .split(/\s+/),
);

/** The singular of an English noun in lower case; a word that is no plural comes back as it is. */
export function singular(word: string): string {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (!isPlural(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zzes|oes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const COMMON: ReadonlySet<string> = new Set(WORDNET.common);

/** Whether a lower-case word is a noun that is no name: `state`. */
export const isCommonNoun = (word: string): boolean => COMMON.has(word);

/** Whether a lower-case word is the plural of a noun that is no name (`voters`, but not `sanders`). */
export const isCommonPlural = (word: string): boolean => isPlural(word) && COMMON.has(singular(word));

/** Whether a word in lower case has the form of a plural noun. */
export const isPlural = (word: string): boolean =>
  IRREGULAR_PLURALS.has(word) ||
  (word.length > 2 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word) && !SINGULAR_IN_S.has(word));
