/** Abbreviations by what their full stop does, as they are written; a dotted one (`U.S`, `Ph.D`) needs no entry. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles and the like, capitalised: a name follows, so the sentence goes on. */
export const BEFORE_NAMES = list(`
  Mr Mrs Ms Mx Dr Prof Rev Hon Gen Col Lt Sgt Capt Cpt Cmdr Adm Maj Brig Gov Govs Sen Sens Rep Reps Pres Supt Det St Ste
  Mt Ft Messrs Mmes Mme Mlle Cllr Ald Fr Msgr Insp Asst Dep Cpl Pvt Amb Atty Attn Rt Wm Chas Geo Jas Jos Thos Th Chr
`);

/** Those that go on with the sentence whatever follows. */
export const INNER = list('vs v cf approx ca viz al i.e e.g');

/** Those that end no sentence when a number or a letter follows. */
export const NUMBERED = list('no nos vol vols fig figs p pp art sec ch eq max min ver ext apt rm b c d');

/** Those that may also end a sentence; what follows decides. */
export const TRAILING = list(`
  Inc Corp Co Ltd Bros Jr Sr Esq Dept Univ Assn Ave Blvd Rd dept bldg hosp
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
`);

/** The same; a name or an office often follows (`Calif. Democrats`). */
export const STATES = list(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
  Tex Va Vt Wash Wis Wyo
`);

const OF_A_WORD: ReadonlySet<string> = new Set(
  [...BEFORE_NAMES, ...TRAILING, ...STATES, 'vs', 'no'].map((word) => word.toLowerCase()),
);

/** Whether the full stop after a capitalised word, given in lower case, belongs to it. */
export const isAbbreviation = (word: string): boolean => OF_A_WORD.has(word);
