import { WORDNET } from './wordnet.js';

/** Closed word classes of English and the words of open ones that no ending tells. All lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(`
  the a an this these those his her its their my our your some many several few most all both each every another
  no any either neither such
`);

export const PREPOSITIONS = set(`
  of in on at for from with by to about against between among through during before after under over into onto upon
  without within toward towards near across behind beyond since until despite like inside outside per via amid amidst
  around along off than regarding including concerning following according throughout above below beneath beside
  besides except alongside atop up down out as unlike citing aboard amongst past plus till underneath versus vs worth
  excluding
`);

/** Words that open a subordinate clause: what follows is a subject of its own. Some are prepositions as well. */
export const SUBORDINATORS = set(`
  because when while whilst if although though whereas where unless whether once so why how whenever what as since until
  till before after than
`);

export const CONJUNCTIONS = set('and or but nor yet plus');

export const RELATIVES = set('who which whom whose that');

export const AUXILIARIES = set(`
  is are was were be been being am has have had having do does did will would can could may might shall should must
 ain't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't
  couldn't shouldn't mustn't cannot wont dont doesnt didnt isnt arent wasnt werent hasnt havent
  couldnt shouldnt wouldnt
`);

export const SUBJECT_PRONOUNS = set('he she they we i it you there here');

/** Pronouns that are no personal subject. */
export const OTHER_PRONOUNS = set(`
  him them us me himself herself themselves itself ourselves myself yourself yourselves hers theirs ours mine
  everyone everybody someone somebody anyone anybody nobody others nothing something everything anything none
`);

export const ADVERBS = set(`
  also then later again still even just now always never often ever already soon earlier recently twice sometimes
  afterward afterwards meanwhile instead too there first simply further back long furthermore moreover however
  nevertheless nonetheless therefore thus indeed additionally likewise accordingly otherwise consequently together
  apparently maybe sure yes not perhaps else only rather quite almost last ago ahead alone altogether anyway apart
  approximately away barely currently downward early enough far fast forward hence largely least less little more
  mostly much nearby nearly nowadays please respectively roughly seldom significantly slightly somehow straight
  thereby upward usually very well worldwide globally nationwide abroad overseas combined apiece alike
`);

/** Adjectives that no ending tells. */
export const ADJECTIVES = set(`
  new old big small large great good bad high low long short young early late first last next previous past current
  former top major minor main total entire whole full half average annual daily weekly monthly quarterly yearly net
  gross other more fewer less further additional extra different equal own same single double triple key public private
  local free real active open available separate straight consecutive similar potential hot cold dead fresh black
  white red green blue male female digital global human foreign domestic federal national international full-time
  part-time various mere staggering strong weak rich poor best worst better worse biggest largest smallest highest
  lowest latest oldest youngest greatest bigger larger smaller higher lower older younger senior junior electric
  retail western eastern northern southern central chief unsold raw solid overall wide tall deep thick heavy fast
  second third fourth fifth entry-level responsible likely due able present rare sure only elderly friendly lonely
  lovely costly unlikely deadly united unnamed unidentified retired so-called longtime-married wicked sacred naked
`);

/** Nouns that look like another class. */
export const NOUNS: ReadonlySet<string> = new Set([
  ...WORDNET.nouns,
  ...set(`
  staff people person police team company firm group bank board pay sale being building ring king thing string
  spring morning evening meeting wing ceiling feeling wedding pudding rating offering holding earning saving listing
  filing setting reading hearing funding training trading spending lending housing banking engineering manufacturing
  marketing advertising parking shipping booking opening beginning turning painting hundred breed need feed shed red
  supply reply bully fly percent rival interval capital hospital signal arrival festival proposal approval manual
  animal metal individual professional criminal potential terminal meal deal goal coal total referendum harvest east
  test request protest rally anomaly lily homily part power cap spot
`),
]);

/** Nouns of time: `last week` is when, not who. */
export const TIME_NOUNS = set(`
  day night morning afternoon evening week weekend month year days weeks months years hour hours minutes
`);
