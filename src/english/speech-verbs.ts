/**
 * Verbs that report speech, by how they inflect. `say` verbs report whatever stands in quote marks next to them;
 * `tell` verbs take a hearer; `act` verbs describe the act of speaking (`praised`, `vowed`) and mostly govern
 * quoted fragments.
 */
export type VerbClass = 'say' | 'tell' | 'act';

/** A form of a speech verb. */
export interface SpeechVerb {
  readonly lemma: string;
  readonly class: VerbClass;
  /** The form in -ing, which borrows its subject from the clause it hangs on. */
  readonly participle: boolean;
  /** A form that is a noun as well (`claims`, `remarks`, `comment`). */
  readonly noun: boolean;
  /** The past, which no noun looks like, even where it is as the base form (`read`, `put`). */
  readonly past: boolean;
}

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Verbs with their own past: lemma/third person/past(/past participle). */
const IRREGULAR: Readonly<Record<VerbClass, string>> = {
  say: `say/says/said write/writes/wrote/written think/thinks/thought reply/replies/replied
    testify/testifies/testified cry/cries/cried read/reads/read put/puts/put quip/quips/quipped
    specify/specifies/specified clarify/clarifies/clarified`,
  tell: 'tell/tells/told',
  act: `deny/denies/denied decry/decries/decried vilify/vilifies/vilified swear/swears/swore/sworn
    sing/sings/sang/sung rip/rips/ripped slam/slams/slammed refer/refers/referred brag/brags/bragged
    identify/identifies/identified justify/justifies/justified dub/dubs/dubbed pan/pans/panned
    admit/admits/admitted speak/speaks/spoke/spoken deem/deems/deemed`,
};

const REGULAR: Readonly<Record<VerbClass, string>> = {
  say: `add rule ask answer tweet retweet note explain respond state declare argue conclude insist warn claim
    recall suggest observe remark comment joke exclaim shout yell scream whisper mutter mumble announce proclaim
    report reveal reiterate repeat retort counter contend assert maintain allege concede acknowledge
    lament complain opine muse wonder quote predict post blog text email message chant bark murmur gush
    interject elaborate propose reason recount relate remember stress emphasize underscore caution advise
    snap scoff fume boast confess chime deadpan sigh laugh shrug reflect volunteer wail intone drawl
    surmise theorize speculate posit vow pledge promise confirm inquire query`,
  tell: 'inform remind assure notify urge order instruct beg implore',
  act: `continue describe call accuse criticize criticise praise blast denounce condemn attack mock ridicule deride dismiss
    reject defend tout hail laud label characterize characterise portray depict brand blame charge cite
    challenge question demand express discuss mention outline promote advocate endorse
    welcome thank congratulate apologize apologise threaten vent rail object protest agree disagree
    believe pronounce preach lecture estimate indicate imply hint point signal
    compare liken lambast lambaste bash rebuke chide scold admonish berate castigate
    salute applaud commend trash invoke paraphrase echo appeal plead
    confide concur disclose divulge
    emphasise enthuse exhort grumble hiss holler howl insinuate interrupt jest ponder profess rant rave reassure
    rejoin sneer snarl sob sputter stammer stutter summarize summarise taunt tease thunder utter whine
    wisecrack recite rebut relay reminisce exult gloat gripe groan growl gasp chuckle giggle beam cheer chirp crow
    declaim decree dictate smile nod chat`,
};

/** Lemmas that double their last consonant. */
const DOUBLING = new Set(list('chat nod rebut sob'));

/** Forms that are nouns at least as often as verbs. */
const NOUNS = new Set(
  list(`
    cheer cheers crow crows beam beams howl howls rant rants groan groans growl growls gasp gasps
    chuckle chuckles giggle giggles tease taunt taunts smile smiles nod nods chat chats sob sobs decree decrees
    rule rules report reports claim claims comment comments remark remarks note notes joke jokes post posts tweet tweets
    answer answers question questions demand demands order orders state states email emails message messages
    text texts quote quotes blog blogs call calls attack attacks charge charges promise promises pledge pledges
    vow vows shout shouts cry cries sigh sighs laugh laughs shrug shrugs blame counter counters challenge challenges
    praise appeal appeals signal signals brand brands label labels stress caution advise estimate estimates protest
    protests object objects point points query queries reason reasons repeat repeats salute rebuke welcome lecture
    lectures chant chants bark barks scream screams whisper whispers snap snaps reply replies retort put puts
    thought trash echo echoes laud blast slam pan rip brag tout hint hints
  `),
);

function inflect(lemma: string): [string, string, string] {
  const third = /(?:[sxz]|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (lemma.endsWith('e')) return [third, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  const base = DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : lemma;
  return [third, `${base}ed`, `${base}ing`];
}

/** The form in -ing of a verb whose past is given. */
function participleOf(lemma: string, past: string): string {
  if (/[^aeiouy]ied$/.test(past)) return `${lemma}ing`;
  if (/([a-z])\1ed$/.test(past)) return past.replace(/ed$/, 'ing');
  if (/^(?:put|hit)$/.test(lemma)) return `${lemma}ting`;
  return lemma.endsWith('e') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
}

function buildTable(): ReadonlyMap<string, SpeechVerb> {
  const table = new Map<string, SpeechVerb>();
  const enter = (form: string, lemma: string, cls: VerbClass, participle = false, past = false) => {
    if (!table.has(form)) table.set(form, { lemma, class: cls, participle, noun: NOUNS.has(form), past });
  };
  for (const cls of ['say', 'tell', 'act'] as const) {
    for (const forms of list(IRREGULAR[cls]).map((entry) => entry.split('/'))) {
      const [lemma = '', third = '', past = ''] = forms;
      enter(past, lemma, cls, false, true);
      for (const form of [lemma, third, forms.at(-1) ?? past]) enter(form, lemma, cls);
      enter(participleOf(lemma, past), lemma, cls, true);
    }
    for (const lemma of list(REGULAR[cls])) {
      const [third, past, participle] = inflect(lemma);
      enter(past, lemma, cls, false, true);
      for (const form of [lemma, third]) enter(form, lemma, cls);
      enter(participle, lemma, cls, true);
    }
  }
  return table;
}

const TABLE = buildTable();

/** The speech verb that a lower-case word is a form of, if any. */
export const speechVerb = (word: string): SpeechVerb | undefined => TABLE.get(word);
