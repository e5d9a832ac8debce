import { wordGroups } from '../data.js';

/** As far as a name, a title or a noun tells. */
export type Gender = 'male' | 'female' | null;

/** Names of those born elsewhere, and short forms, which no register tells. Lower case. */
const MORE = {
  male: `
    alexei amit anatoly anders andrei andrzej bashar barack bjorn boris dieter dmitry elon emmanuel francois geoff geert
    giuseppe gunter guillaume hans henrik herb igor ike jacques jean-claude jeb jens johan jurgen klaus kofi kwame luca
    matthias mel mikhail narendra nate newt nikolai olaf oleg olivier orrin paolo philippe piotr rahul rainer rand recep
    reince reinhold rich rupert sanjay sergei sid sven tobias tunde vikram vladimir walt wolfgang yuri yusuf zach
  `,
  female: `
    anja astrid ayesha condoleezza deb fatima heike huma ilse ines ivanka jen kamala kellyanne maryam meena melania priya
    ulrike whoopi
  `,
  either: 'alex andy charlie danny jo max nic sam steph',
};

const GENDERS = readGenders();

/** The file's groups are the names of men, of women, and of either. */
function readGenders(): ReadonlyMap<string, Gender> {
  const [men = [], women = [], either = []] = wordGroups('english', 'given-names.txt');
  const genders = new Map<string, Gender>();
  const enter = (names: readonly string[], gender: Gender) => {
    for (const name of names) genders.set(name, gender);
  };
  enter(MORE.male.trim().split(/\s+/), 'male');
  enter(MORE.female.trim().split(/\s+/), 'female');
  enter(men, 'male');
  enter(women, 'female');
  enter([...either, ...MORE.either.split(' ')], null);
  return genders;
}

/** Whether a lower-case word is a frequent given name. */
export const isGivenName = (word: string): boolean => GENDERS.has(word);

/** Who bears a given name, in lower case; null where either does, or where it is none. */
export const genderOfName = (word: string): Gender => GENDERS.get(word) ?? null;
