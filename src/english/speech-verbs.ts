import { remembered } from '../text/remembered.js';
import { type Verb, verbOf } from './verbs.js';

/**
 * Verbs that report speech. `say` verbs report whatever stands in quote marks next to them; `tell` verbs take a
 * hearer; `act` verbs describe the act of speaking (`praised`, `vowed`) and mostly govern quoted fragments.
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

const LEMMAS: Readonly<Record<VerbClass, string>> = {
  say: `say write think reply testify cry read put quip specify clarify add rule ask answer tweet retweet note explain
    respond state declare argue conclude insist warn claim recall suggest observe remark comment joke exclaim shout
    yell scream whisper mutter mumble announce proclaim report reveal reiterate repeat retort counter contend assert
    maintain allege concede acknowledge lament complain opine muse wonder quote predict post blog text email message
    chant bark murmur gush interject elaborate propose reason recount relate remember stress emphasize underscore
    caution advise snap scoff fume boast confess chime deadpan sigh laugh shrug reflect volunteer wail intone drawl
    surmise theorize speculate posit vow pledge promise confirm inquire query`,
  tell: 'tell inform remind assure notify urge order instruct beg implore',
  act: `deny decry vilify swear sing rip slam refer brag identify justify dub pan admit speak deem continue describe
    call accuse criticize criticise praise blast denounce condemn attack mock ridicule deride dismiss reject defend
    tout hail laud label characterize characterise portray depict brand blame charge cite challenge question demand
    express discuss mention outline promote advocate endorse welcome thank congratulate apologize apologise threaten
    vent rail object protest agree disagree believe pronounce preach lecture estimate indicate imply hint point signal
    compare liken lambast lambaste bash rebuke chide scold admonish berate castigate salute applaud commend trash
    invoke paraphrase echo appeal plead confide concur disclose divulge emphasise enthuse exhort grumble hiss holler
    howl insinuate interrupt jest ponder profess rant rave reassure rejoin sneer snarl sob sputter stammer stutter
    summarize summarise taunt tease thunder utter whine wisecrack recite rebut relay reminisce exult gloat gripe groan
    growl gasp chuckle giggle beam cheer chirp crow declaim decree dictate smile nod chat`,
};

const CLASSES: ReadonlyMap<string, VerbClass> = new Map(
  Object.entries(LEMMAS).flatMap(([cls, lemmas]) =>
    lemmas.split(/\s+/).map((lemma): [string, VerbClass] => [lemma, cls as VerbClass]),
  ),
);

/** Forms that are nouns at least as often as verbs. */
const NOUNS: ReadonlySet<string> = new Set(
  `cheer cheers crow crows beam beams howl howls rant rants groan groans growl growls gasp gasps
  chuckle chuckles giggle giggles tease taunt taunts smile smiles nod nods chat chats sob sobs decree decrees
  rule rules report reports claim claims comment comments remark remarks note notes joke jokes post posts tweet tweets
  answer answers question questions demand demands order orders state states email emails message messages
  text texts quote quotes blog blogs call calls attack attacks charge charges promise promises pledge pledges
  vow vows shout shouts cry cries sigh sighs laugh laughs shrug shrugs blame counter counters challenge challenges
  praise appeal appeals signal signals brand brands label labels stress caution advise estimate estimates protest
  protests object objects point points query queries reason reasons repeat repeats salute rebuke welcome lecture
  lectures chant chants bark barks scream screams whisper whispers snap snaps reply replies retort put puts
  thought trash echo echoes laud blast slam pan rip brag tout hint hints`.split(/\s+/),
);

/** Whether a verb reports speech. */
export const isSpeechVerb = ({ lemma }: Verb): boolean => CLASSES.has(lemma);

/** The speech verb that a lower-case word is a form of, if any. */
export const speechVerb: (word: string) => SpeechVerb | undefined = remembered(lookUp);

function lookUp(word: string): SpeechVerb | undefined {
  const verb = verbOf(word);
  const cls = verb && CLASSES.get(verb.lemma);
  if (!cls) return undefined;
  return {
    lemma: verb.lemma,
    class: cls,
    participle: verb.form === 'gerund',
    noun: NOUNS.has(word),
    past: /^(?:past|participle|invariable)$/.test(verb.form),
  };
}
