import { remembered } from '../text/remembered.js';
import { WORDNET } from './wordnet.js';

/**
 * How a form of a verb inflects: `past` where it is no participle as well (`went`), `participle` where it may be both
 * (`said`), `invariable` where the past is the base form (`cut`), `gerund` in -ing.
 */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund' | 'invariable';

/** How a word that is a verb is used: as nothing else, more often as a verb, or more often as a noun or an adjective. */
export type VerbUse = 'only' | 'mostly' | 'rarely';

/** A form of a verb. */
export interface Verb {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly use: VerbUse;
}

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Verbs that texts use and WordNet counts as nouns only, or does not have. */
const MORE_VERBS = list(`
  blog co-host deadpan email envisage fund google gripe jest message outpace retweet sponsor text tweet update upgrade
  wisecrack chant oversee premiere
`);

/** base:past:participle; without a third part the past is the participle as well. */
const IRREGULAR = list(`
  arise:arose:arisen awake:awoke:awoken be:was:been bear:bore:born beat:beat:beaten become:became:become begin:began:begun
  bend:bent bet:bet bid:bid bind:bound bite:bit:bitten bleed:bled blow:blew:blown break:broke:broken breed:bred
  bring:brought broadcast:broadcast build:built burst:burst buy:bought cast:cast catch:caught choose:chose:chosen
  cling:clung come:came:come cost:cost creep:crept cut:cut deal:dealt dig:dug dive:dove:dived do:did:done draw:drew:drawn
  drink:drank:drunk drive:drove:driven dwell:dwelt eat:ate:eaten fall:fell:fallen feed:fed feel:felt fight:fought
  find:found flee:fled fling:flung fly:flew:flown forbid:forbade:forbidden forget:forgot:forgotten
  forgive:forgave:forgiven forecast:forecast foresee:foresaw:foreseen freeze:froze:frozen get:got:gotten
  give:gave:given go:went:gone grind:ground grow:grew:grown hang:hung have:had hear:heard hide:hid:hidden hit:hit
  hold:held hurt:hurt keep:kept kneel:knelt know:knew:known lay:laid lead:led leap:leapt leave:left lend:lent let:let
  lie:lay:lain light:lit lose:lost make:made mean:meant meet:met mislead:misled mistake:mistook:mistaken
  outdo:outdid:outdone overcome:overcame:overcome overhear:overheard oversee:oversaw:overseen overtake:overtook:overtaken
  overthrow:overthrew:overthrown pay:paid put:put quit:quit read:read rebuild:rebuilt repay:repaid rid:rid
  ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run say:said see:saw:seen seek:sought sell:sold send:sent
  set:set shake:shook:shaken shed:shed shine:shone shoot:shot show:showed:shown shrink:shrank:shrunk shut:shut
  sing:sang:sung sink:sank:sunk sit:sat slay:slew:slain sleep:slept slide:slid sling:slung slit:slit speak:spoke:spoken
  speed:sped spend:spent spill:spilt spin:spun spit:spat split:split spread:spread spring:sprang:sprung stand:stood
  steal:stole:stolen stick:stuck sting:stung stink:stank:stunk stride:strode strike:struck:struck strive:strove:striven
  swear:swore:sworn sweat:sweat sweep:swept swell:swelled:swollen swim:swam:swum swing:swung take:took:taken
  teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown thrust:thrust tread:trod:trodden
  undergo:underwent:undergone understand:understood undertake:undertook:undertaken undo:undid:undone
  uphold:upheld upset:upset wake:woke:woken wear:wore:worn weave:wove:woven weep:wept win:won wind:wound
  withdraw:withdrew:withdrawn withhold:withheld withstand:withstood wring:wrung write:wrote:written
`).map((entry) => entry.split(':'));

const USES: ReadonlyMap<string, VerbUse> = new Map([
  ...MORE_VERBS.map((lemma): [string, VerbUse] => [lemma, 'rarely']),
  ...WORDNET.verbs.map((lemma): [string, VerbUse] => [lemma, 'only']),
  ...WORDNET.mostlyVerbs.map((lemma): [string, VerbUse] => [lemma, 'mostly']),
  ...WORDNET.rarelyVerbs.map((lemma): [string, VerbUse] => [lemma, 'rarely']),
]);
const FORMS: ReadonlyMap<string, Verb> = irregularForms();

function irregularForms(): ReadonlyMap<string, Verb> {
  const forms = new Map<string, Verb>();
  for (const [lemma = '', past = '', participle = past] of IRREGULAR) {
    const use = USES.get(lemma) ?? 'mostly';
    if (past === lemma) forms.set(lemma, { lemma, use, form: 'invariable' });
    else forms.set(past, { lemma, use: 'only', form: past === participle ? 'participle' : 'past' });
    if (participle !== past && participle !== lemma)
      forms.set(participle, { lemma, use: 'only', form: 'participle' });
  }
  return forms;
}

/** The verb that a lower-case word is a form of; a regular one is told by its ending. */
export const verbOf: (word: string) => Verb | undefined = remembered(lookUp);

function lookUp(word: string): Verb | undefined {
  const irregular = FORMS.get(word);
  if (irregular) return irregular;
  const use = USES.get(word);
  if (use) return { lemma: word, form: 'base', use };
  if (word.endsWith('ying')) return inflected(word, 'gerund', [`${word.slice(0, -4)}ie`, word.slice(0, -3)]);
  if (word.endsWith('ing')) return inflected(word, 'gerund', basesOf(word.slice(0, -3)));
  if (word.endsWith('ied'))
    return inflected(word, 'participle', [`${word.slice(0, -3)}y`, word.slice(0, -1)]);
  if (word.endsWith('ed')) return inflected(word, 'participle', basesOf(word.slice(0, -2)));
  if (word.endsWith('ies')) return inflected(word, 'third', [`${word.slice(0, -3)}y`, word.slice(0, -1)]);
  if (word.endsWith('es')) return inflected(word, 'third', [word.slice(0, -1), word.slice(0, -2)]);
  return word.endsWith('s') ? inflected(word, 'third', [word.slice(0, -1)]) : undefined;
}

/** What a verb may be whose ending in a vowel was taken off: `not` → `note`, `not`; `plann` → `plan`; `putt` → `put`. */
function basesOf(stem: string): string[] {
  if (stem.at(-1) !== stem.at(-2)) return [`${stem}e`, stem];
  const single = stem.slice(0, -1);
  return FORMS.has(single) ? [single, stem] : [stem, single];
}

function inflected(word: string, form: VerbForm, lemmas: readonly string[]): Verb | undefined {
  const lemma = word.length > 3 ? lemmas.find((one) => one.length > 1 && USES.has(one)) : undefined;
  return lemma === undefined
    ? undefined
    : { lemma, form, use: form === 'third' ? (USES.get(lemma) ?? 'only') : 'only' };
}
