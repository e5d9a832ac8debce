/** Bits of what a function word tells about the words next to it. */
export const Cue = {
  pronoun: 1,
  cause: 2,
  manner: 4,
  speech: 8,
  duration: 16,
  copula: 32,
  place: 64,
  article: 128,
  preposition: 256,
} as const;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const CAUSE = set(
  'because since so due reason therefore owing thanks cause caused causes after result led amid',
);
const MANNER = set('by through using via with');
const SPEECH = set(
  'said says say told tells added adds asked stated wrote tweeted called described claimed announced argued warned insisted explained noted replied commented according think believe',
);
const PLACE = set('in at near from to outside on inside around across into');
const DURATION = set(
  'year years month months week weeks day days hour hours minute minutes decade decades old aged century centuries',
);
const COPULA = set('is are was were means called known refers');
const PRONOUNS = set('he she they it his her their its him them this these that those');

const CUES: readonly (readonly [number, ReadonlySet<string>])[] = [
  [Cue.pronoun, PRONOUNS],
  [Cue.cause, CAUSE],
  [Cue.manner, MANNER],
  [Cue.speech, SPEECH],
  [Cue.duration, DURATION],
  [Cue.copula, COPULA],
  [Cue.place, PLACE],
  [Cue.article, set('a an the')],
  [
    Cue.preposition,
    set(
      'in at near from to on into by with of like unlike than against for about over under between among after before',
    ),
  ],
];

/** The cues of a form, as bits. */
export const cuesOfForm = (form: string): number =>
  CUES.reduce((bits, [bit, forms]) => (forms.has(form) ? bits | bit : bits), 0);
