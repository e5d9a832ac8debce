/** Words that stand before a person's name, in nouns that are people, and in names of organisations. Lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles that tell a man. */
export const MALE_TITLES = set(
  'mr sir lord king prince pope father brother congressman chairman councilman messrs',
);
/** Titles that tell a woman. */
export const FEMALE_TITLES = set(
  'mrs ms miss madam lady queen princess sister congresswoman chairwoman councilwoman dame mme',
);

/** Titles and offices: not part of the name they stand before. */
export const TITLES = set(`
  mr mrs ms miss mx dr prof professor rev reverend hon gen general col colonel lt lieutenant sgt sergeant capt captain
  cmdr commander adm admiral maj major brig gov govs governor sen sens senator senators rep reps representative pres president vice
  congressman congresswoman secretary mayor judge justice chief chairman chairwoman chair director speaker leader
  minister premier chancellor king queen prince princess pope sir lord lady dame madam father sister brother bishop
  archbishop cardinal rabbi imam pastor sheriff detective officer agent attorney deputy ambassador commissioner
  inspector superintendent coach ceo cfo coo founder spokesman spokeswoman spokesperson manager strategist adviser
  advisor aide candidate nominee treasurer comptroller undersecretary assistant executive editor reporter
  correspondent anchor host author actor actress singer comedian analyst pollster economist lawyer counsel
  president-elect former then ex-president first majority minority whip leader republican democrat democratic
  conservative liberal libertarian house senate messrs councilman councilwoman councilmember alderman delegate
  assemblyman assemblywoman
  det supt st-sgt private corporal specialist staff trooper cofounder co-founder vice-president
`);

/** Nouns that tell a man. */
export const MALE_NOUNS = set(`
  man boy father son husband brother uncle grandfather grandson nephew king prince actor spokesman chairman
  congressman businessman salesman policeman fireman gentleman dad guy widower fiance groom cowboy priest
  assemblyman councilman anchorman craftsman stepfather
`);
/** Nouns that tell a woman. */
export const FEMALE_NOUNS = set(`
  woman girl mother daughter wife sister aunt grandmother granddaughter niece queen princess actress spokeswoman
  chairwoman congresswoman businesswoman saleswoman policewoman lady mom widow fiancee bride waitress hostess nun
  assemblywoman councilwoman stepmother ballerina duchess
`);

/** Words that make a run of capitals the name of a body, not of a person. */
export const ORGANISATION_WORDS = set(`
  committee department university college institute association party times post journal news news' court council congress
  senate house agency bureau office company inc corp co ltd llc group foundation center centre union network press
  magazine daily tribune herald globe gazette chronicle review today street bank fund board commission administration
  ministry army navy force police club school hospital church league society coalition alliance organization
  organisation federation federal fbi cia nsa nato gop campaign international national american states nations
  republicans democrats americans services service partners pac trust reserve hall tower airport airlines hotel
  museum library project program amendment survey poll facebook twitter google microsoft apple
  cnn nbc abc cbs fox msnbc bbc npr pbs espn hbo ap afp reuters bloomberg politico breitbart
`);
