import { remembered } from '../text/remembered.js';
import { stem } from './terms.js';
import { verbOf } from './verbs.js';

/**
 * Words that exclude one another: of two that stand in the same place of two statements, at most one is true. A line a
 * group; words of one side that mean the same are joined by `=`.
 */
const GROUPS = `
  monday tuesday wednesday thursday friday saturday sunday
  january=jan february=feb march april may june july august=aug september=sept=sep october=oct november=nov december=dec
  spring summer autumn=fall winter
  morning=dawn=sunrise noon=midday afternoon evening=dusk=sunset night=midnight=overnight
  weekday weekend
  hourly daily=everyday=nightly weekly fortnightly=biweekly monthly quarterly yearly=annually=annual
  yesterday today=tonight tomorrow
  north=northern=northward south=southern=southward east=eastern=eastward west=western=westward
  left right
  upstairs downstairs
  ground=cellar=basement attic=loft
  red blue green yellow orange purple=violet black white brown grey=gray pink silver golden=gold
  wooden=wood=timber=oak stone=brick=concrete steel=iron=metal glass plastic leather=wool=cotton=silk paper=cardboard
  mother father sister brother son daughter uncle aunt grandmother grandfather nephew niece cousin
  wife husband
  boy girl
  man woman
  first=initially=original second third fourth fifth sixth seventh last=final=finally
  once twice thrice
  half third quarter
  before=prior=beforehand after=afterwards
  always=every=everyone=everybody=all=everything=entirely sometimes=some=several=partly=partially=occasionally=few=rarely=seldom never=none=nobody=nothing
  most=majority=mostly=usually=mainly=largely minority=few=rarely=seldom=hardly
  only=solely=exclusively=alone also=too=both
  more=exceed less=fewer
  most least=fewest
  maximum=most minimum=least
  best worst
  better worse
  biggest=largest smallest
  oldest youngest=newest
  longest shortest
  highest lowest
  fastest slowest
  allow=permit=let=allowed forbid=ban=prohibit=disallow=bar=banned
  optional=voluntary mandatory=obligatory=compulsory
  accept=approve=agree reject=refuse=decline=deny=disapprove
  increase=rise=grow=climb=raise=gain decrease=fall=drop=decline=shrink=reduce=cut
  start=begin=open=launch=commence end=finish=close=stop=conclude=cease
  open=opened shut=closed
  win lose
  victory defeat
  succeed=success=successful fail=failure=unsuccessful
  enable disable
  include exclude
  add=insert remove=delete
  buy=purchase=bought sell=sold
  lend borrow
  push pull
  arrive=enter depart=exit
  import export
  love=like=enjoy hate=dislike=detest
  praise=applaud criticise=criticize=attack=condemn
  support=favour=favor=back oppose=against
  help hinder=harm=hurt
  remember forget
  find=found lose=lost
  keep=retain discard=abandon=scrap
  build=construct=create destroy=demolish=cut=eliminate
  join=stay leave=quit
  longer shorter
  next previous
  live=survive=alive die=dead=perish
  lock unlock
  teach learn
  speed slow
  strengthen weaken
  widen narrow
  lengthen shorten
  improve=recover worsen=deteriorate
  appear vanish=disappear
  heat=warm cool=chill
  hot=warm cold=cool=chilly
  wet=damp dry
  hard=difficult=tough easy=simple
  heavy light
  big=large=huge=great small=little=tiny
  long=lengthy short=brief=briefly
  tall low
  wide=broad narrow
  thick thin
  deep shallow
  fast=quick=quickly=rapid=rapidly slow=slowly
  early=earlier late=later
  new=modern old=ancient
  young elderly=old
  rich=wealthy poor
  cheap=inexpensive=cheaply expensive=dear=costly
  free=gratis=unpaid paid=charged=chargeable
  strong weak
  full=crowded empty
  safe dangerous=risky=unsafe=hazardous
  clean dirty
  clear=obvious unclear
  bright dark
  loud=noisy quiet=silent
  happy=pleased=glad=content sad=unhappy=upset=angry
  good=excellent bad=poor=terrible
  right=correct=true wrong=incorrect=false
  legal=lawful illegal=unlawful
  public=publicly private=privately=secret=secretly
  common=frequent=often rare=uncommon=rarely=seldom
  known unknown
  same=identical=equal different
  inside=indoors=within outside=outdoors
  above below=beneath
  top bottom
  near=close=nearby far=distant
  male female
  alone=single-handedly together=jointly
  temporary=temporarily permanent=permanently
  local global=international=worldwide
  rural urban
  domestic foreign=abroad=overseas
  natural artificial
  manual=manually=hand automatic=automatically
  online offline
  cause prevent
  profit=gain loss
  friend=ally enemy=foe
  raw cooked
  fresh frozen=stale
  alive dead
  awake asleep
  guilty innocent
  visible invisible=hidden
  ahead behind
  sunny rainy=cloudy
  odd even
  double halve
`;

/** A group and which side of it a word is on. */
export interface Side {
  readonly group: number;
  readonly side: number;
}

/** What all forms of a word share: `fell`, `falls` → `fall`. */
const keyOf = remembered((word: string): string => stem(verbOf(word)?.lemma ?? word));

const SIDES: ReadonlyMap<string, readonly Side[]> = sidesByKey();

function sidesByKey(): ReadonlyMap<string, readonly Side[]> {
  const sides = new Map<string, Side[]>();
  for (const [group, line] of GROUPS.trim().split('\n').entries())
    for (const [side, words] of line.trim().split(/\s+/).entries())
      for (const word of words.split('=')) {
        const key = keyOf(word);
        sides.set(key, [...(sides.get(key) ?? []), { group, side }]);
      }
  return sides;
}

/** The sides that a lower-case word is on; most words are on none. */
export const sidesOf = (word: string): readonly Side[] => SIDES.get(keyOf(word)) ?? [];

/** Words that turn what is said around, beside those that begin with `un` and the like. */
const NEGATIONS: ReadonlySet<string> = new Set(
  `not no never none nobody nothing neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt
  couldnt shouldnt hasnt havent hadnt mustnt aint nowhere hardly barely scarcely unable fail failed fails failing lack lacks
  lacked lacking refuse refused refuses avoid avoids unlikely impossible except unless rather instead`.split(
    /\s+/,
  ),
);

/** Whether a lower-case word turns what is said around: `not`, `isn't`, `without`, `fails`. */
export const negates = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't");
