/** Closed word classes of English, as far as finding the subject of a verb needs them. All lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(`
  the a an this that these those his her its their my our your some many several few most all both each every
  another other one two three four five six seven eight nine ten dozens no any either neither
`);

export const PREPOSITIONS = set(`
  of in on at for from with by to about against between among through during before after under over into onto upon
  without within toward towards near across behind beyond since until despite like inside outside per via amid amidst
  around along off than regarding including concerning following according throughout above below beneath beside
  besides except alongside atop up down out as unlike citing
`);

/** Words that open a subordinate clause or join clauses: what follows is a subject of its own. */
export const SUBORDINATORS = set(`
  that because when while if although though whereas where unless whether once so why how whenever what as since
  until till before after than
`);

export const CONJUNCTIONS = set('and or but nor yet plus');

export const RELATIVES = set('who which whom whose that');

export const AUXILIARIES = set(`
  is are was were be been being am has have had having do does did will would can could may might shall should must
  's 've 'd 'll 're ain't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't
  couldn't shouldn't mustn't cannot ca wo n't not gets got get getting
`);

/** Adverbs and the like that stand between a subject and its verb. */
const VERB_ADVERBS = set(`
  also then later again once still even just now always never often ever already soon earlier recently twice
  sometimes afterward afterwards meanwhile instead too there first simply further back not long since today
  yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday all both himself herself
  furthermore moreover however nevertheless nonetheless therefore thus indeed additionally likewise accordingly
  otherwise consequently together apparently maybe sure yes here
  themselves itself perhaps else only rather quite almost last
`);

export const SUBJECT_PRONOUNS = set('he she they we i it you who');

/** Pronouns that are no personal subject. */
export const OTHER_PRONOUNS = set(`
  him them us me himself herself themselves itself ourselves myself yourself yourselves hers theirs ours mine
  everyone everybody someone somebody anyone anybody nobody nothing something everything anything none
`);

/** Frequent verbs whose forms do not end in -ed; they bound a noun phrase. */
const COMMON_VERBS = set(`
  went took came got gave made saw knew thought told said became began left kept held brought led met ran stood sat
  lost paid won sent built spent fell rose grew drew threw broke chose spoke wrote drove rode wore tore bore beat
  hit put set cut let read shot sold bought caught taught fought sought stuck struck swung sank sprang understood
  felt found heard meant dealt lent bent kept slept swept wept fled fed bled bred hid slid lit shut hurt cost quit
  is are was were has have had does did do makes takes goes comes gets gives sees knows thinks becomes begins keeps
  holds brings leads meets runs stands sits loses pays wins sends builds spends falls rises grows wants seems
  appears remains includes contains means works lives plays moves turns starts stops tries asks needs helps looks
  uses finds feels leaves puts sets lets hears believes continues faces shows allows follows
  make take give keep want seem know think believe likes loves hates tends expects agrees
  arose awoke bade bent bet bid bit blew bound bowed bred burst cast chose clung crept dove drank dwelt ate fed flew
  flung forbade forgot forgave froze ground grabbed hung knelt laid lay leapt lit mistook overcame overtook overthrew
  proved rang ridden rose shook shed shone shrank shut slung slid slew spat sped spilt spun split spread stole strode
  stuck stung stank strove sweat swam swore tore threw undertook upheld undid withdrew withheld withstood woke wound
  wrung given taken seen known shown written spoken driven chosen broken done gone been grown drawn thrown born
  worn torn sworn stolen frozen forgotten hidden beaten eaten fallen risen undergone undone
`);

/** Words in -ly that are no adverbs, and in -ed that are no verbs. */
const NOT_ADVERBS = set(`
  family reply supply ally rally july italy assembly elderly friendly only early daily weekly monthly anomaly
  monopoly fly bully jelly belly lily homily lonely lovely costly likely unlikely deadly
`);

/** Weekdays, months and their abbreviations. */
export const TIME_WORDS = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
  sat sun today yesterday tomorrow tonight
`);

/** Nouns of time: `last week` is when, not who. */
export const TIME_NOUNS = set(`
  day night morning afternoon evening week weekend month year days weeks months years hour hours minutes
`);

const NOT_VERBS_ED = set(`
  united need seed speed feed weed breed deed indeed hundred red bed unnamed unidentified retired
  so-called longtime-married wicked sacred naked
`);

/** Whether a lower-case word reads as a finite verb or past participle. */
export const isVerbLike = (word: string): boolean =>
  AUXILIARIES.has(word) ||
  COMMON_VERBS.has(word) ||
  (word.length > 3 && word.endsWith('ed') && !NOT_VERBS_ED.has(word));

/** Whether a lower-case word reads as an adverb. */
export const isAdverb = (word: string): boolean =>
  VERB_ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word));

/** Words that belong to no noun phrase. */
export const isFunctionWord = (word: string): boolean =>
  PREPOSITIONS.has(word) ||
  SUBORDINATORS.has(word) ||
  CONJUNCTIONS.has(word) ||
  RELATIVES.has(word) ||
  AUXILIARIES.has(word) ||
  SUBJECT_PRONOUNS.has(word) ||
  OTHER_PRONOUNS.has(word);
