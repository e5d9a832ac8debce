/** Closed classes of English and its commonest verbs, for the tagger; lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(`
  a an the this that these those each every any some no another its his her their our my your whose either neither
  both all such what which many several few
`);

export const PRONOUNS = set(`
  i you he she it we they me him us them himself herself itself themselves ourselves myself yourself who whom
  someone anyone everyone nobody somebody everybody anybody something anything everything nothing there here
  it's he's she's they're we're i'm you're that's there's theyll well ill youll hell shell
`);

export const PREPOSITIONS = set(`
  aboard about above across after against along alongside amid among amongst around as at before behind below beneath
  beside besides between beyond by despite down during except for from in inside into like near of off on onto out
  outside over past per plus since through throughout till toward towards under underneath unlike until up upon
  versus via vs with within without worth including excluding following according than because concerning regarding
`);

export const CONJUNCTIONS = set(`
  and or but nor so yet if while whereas although though because unless when where whether how why that
`);

export const AUXILIARIES = set(`
  am is are was were be been being do does did done has have had having can could may might must shall should will
  would cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't
  wouldn't wont dont doesnt didnt isnt arent wasnt werent hasnt havent couldnt shouldnt wouldnt
`);

export const ADVERBS = set(`
  again ago ahead almost alone already also altogether always anyway apart approximately away back barely currently
  downward early else enough even ever far fast forward further furthermore hence here however indeed instead just
  largely later least less likewise little long maybe meanwhile more moreover most mostly much nearby nearly never
  nevertheless not now nowadays often once only otherwise perhaps please quite rather recently respectively
  roughly seldom significantly simply slightly somehow sometimes soon still straight then there thereby therefore
  thus today together tomorrow tonight too twice upward usually very well yesterday yet worldwide globally nationwide
  abroad overseas combined apiece alike
`);

/** Adjectives that no ending tells. */
export const ADJECTIVES = set(`
  new old big small large great good bad high low long short young early late first last next previous past current
  former top major minor main total entire whole full half average annual daily weekly monthly quarterly yearly net
  gross other more fewer less further additional extra different own same single double triple key public private
  local free real active open available separate straight consecutive other similar potential hot cold dead fresh
  black white red green blue male female digital global human foreign domestic federal national international
  full-time part-time more various mere staggering strong weak rich poor best worst better
  worse biggest largest smallest highest lowest latest oldest youngest greatest bigger larger smaller higher lower
  older younger senior junior electric retail western eastern northern southern central chief unsold raw solid
  overall wide tall deep thick heavy fast second third fourth fifth entry-level responsible likely due able present rare key sure
`);

/** Nouns that look like another class. */
export const NOUNS = set(`
  staff people person police team company firm group bank board pay sale being building ring king thing string spring
  morning evening meeting wing ceiling feeling wedding pudding rating offering holding earning saving listing filing
  setting reading hearing funding training trading spending lending housing banking engineering manufacturing
  marketing advertising parking shipping booking opening beginning turning painting hundred seed speed breed need
  deed feed weed shed bed red family supply reply july italy assembly ally bully jelly belly fly
  percent rival interval capital hospital signal trial arrival festival proposal approval manual animal metal
  individual professional official criminal potential terminal meal deal goal coal total material referendum
  interest forest harvest guest west east test contest request rest chest nest protest
`);

/** Irregular plurals, with their singular. */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  `people:people men:man women:woman children:child feet:foot teeth:tooth mice:mouse geese:goose lives:life
  wives:wife halves:half leaves:leaf loaves:loaf knives:knife shelves:shelf thieves:thief wolves:wolf criteria:criterion
  phenomena:phenomenon media:media data:data crises:crisis analyses:analysis bases:base theses:thesis
  firemen:fireman policemen:policeman fishermen:fisherman businessmen:businessman businesswomen:businesswoman
  congressmen:congressman servicemen:serviceman servicewomen:servicewoman salesmen:salesman craftsmen:craftsman
  workmen:workman gunmen:gunman spokesmen:spokesman chairmen:chairman sportsmen:sportsman freshmen:freshman
  grandchildren:grandchild schoolchildren:schoolchild oxen:ox dice:dice cattle:cattle movies:movie cookies:cookie
  calories:calorie ties:tie pies:pie species:species series:series headquarters:headquarters aircraft:aircraft
  spacecraft:spacecraft sheep:sheep deer:deer fish:fish salmon:salmon offspring:offspring personnel:personnel
  staff:staff pence:pence buses:bus gases:gas viruses:virus bonuses:bonus campuses:campus statuses:status
  censuses:census lenses:lens caches:cache axes:axe shoes:shoe toes:toe foes:foe canoes:canoe`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Nouns in -s that are singular. */
export const SINGULAR_IN_S = set(`
  news gas bus lens plus thus virus bonus campus status census surplus focus chaos business process loss boss class
  glass grass mass pass press stress success access address congress progress crisis analysis basis basis thesis
  emphasis diabetes mathematics physics politics economics athletics series species headquarters us is was has does
  this his its as yes always perhaps besides texas kansas arkansas illinois paris james charles thomas jones williams
  hertz celsius siemens
`);

/** Verbs as base, or base:past:participle where irregular. */
const VERBS = `
  accept account achieve acquire act add admit affect agree aim allow amount announce answer appear apply appoint
  approve argue arrive ask attack attend attract average award base bear:bore:born beat:beat:beaten become:became:become
  begin:began:begun believe bind:bound bid:bid:bid boast boost borrow break:broke:broken bring:brought build:built burn buy:bought
  call capture carry cast catch:caught cause celebrate change charge choose:chose:chosen claim clear climb close
  collect combine come:came:come commit compare compete complete comprise concede conclude confirm consider consist contain
  continue contribute control convert cost:cost cover create cross cut:cut damage deal:dealt decide decline decrease
  defeat deliver demand deny deploy describe design destroy detect develop die disclose discover discuss donate double
  drain draw:drew:drawn drive:drove:driven drop earn eat:ate:eaten edge eliminate employ enable end enjoy enter envisage
  equal estimate exceed expand expect experience explain export express extend face fail fall:fell:fallen feature
  feel:felt fight:fought file fill find:found finish fire fit fix flee:fled fly:flew:flown focus follow force forecast
  forge found gain gather generate get:got:gotten give:gave:given go:went:gone grant grow:grew:grown guarantee handle
  hand happen harm have:had head hear:heard help hire hit:hit hold:held host house hover identify import impose improve
  include increase indicate injure insist install intend introduce invest involve issue join jump keep:kept kill know:knew:known
  lack land last launch lay:laid lead:led learn leave:left lend:lent let:let lift limit list live look lose:lost lower
  maintain make:made manage manufacture mark mean:meant measure meet:met merge miss move name need note notice observe
  obtain occur offer open operate order outnumber outpace oversee:oversaw own pay:paid peak perform pick plan play
  plummet plunge point pledge post predict prepare present prevent process produce project promise propose protect prove
  provide publish pull purchase push put:put raise range reach read:read receive recognise recognize recommend record
  recover reduce refer reflect refuse register reject release remain remember remove report represent request require
  rescue resign respond rest result return reveal review ride:rode:ridden rise:rose:risen run:ran:run rush save say:said score
  secure see:saw:seen seek:sought seem sell:sold send:sent serve set:set settle shed:shed ship shoot:shot show:showed:shown
  shrink:shrank:shrunk shut:shut sign sink:sank:sunk sit:sat skip slash sleep:slept slide:slid slip slow slump soar speak:spoke:spoken
  spend:spent split:split sponsor spread:spread stage stand:stood start state stay steal:stole:stolen stick:stuck stop
  store strike:struck study submit suffer suggest supply support surge surpass survey sustain swim:swam take:took:taken
  talk target tax teach:taught tell:told test think:thought threaten throw:threw:thrown top total touch trade train
  transfer transport travel treat trigger triple try tumble turn understand:understood unveil urge use value vary visit
  vote wait walk want warn wash watch wear:wore:worn weigh welcome win:won wonder work worry write:wrote:written yield
  abandon absorb accelerate accuse acknowledge adapt adjust administer admire adopt advise afford aid alter analyse
  analyze anticipate apologise apologize arrange arrest assemble assess assign assist assume assure attribute authorise
  authorize avoid await ban battle behave bend:bent bet:bet bite:bit:bitten blame bleed:bled block blow:blew:blown boil
  book bother bounce breach breed:bred broadcast:broadcast brush calculate cancel cater cease challenge chase check
  cite clash clean co-host coach command commence comment commission communicate compensate complain comply compose
  conceal concentrate condemn conduct confess confront connect consume contact contend contest contract convince cook
  cool coordinate cope count crash crush cure dance dare date debate debut decorate dedicate defend defer define delay
  delete demonstrate depart depend depict deposit derive deserve desire differ dig:dug diminish dip disappear
  disappoint dismiss display dispute dissolve distribute disturb dive divide dominate doubt download draft drag dress
  drift drink:drank:drunk dry dub dump ease educate elect embrace emerge emit emphasise emphasize encounter encourage
  endorse endure enforce engage enhance ensure entertain equip erase escape establish evacuate evaluate evolve examine
  execute exercise exhibit exist expire exploit explode explore expose express fade fail fetch finance flood flow fold
  forbid:forbade:forbidden forget:forgot:forgotten forgive freeze:froze:frozen fuel fulfil function fund furnish glow
  govern grab grade graduate grind:ground guard guess guide halt hang:hung hate haul heal heat hesitate highlight hope
  hurt:hurt ignore illustrate imagine implement imply impress incorporate incur infect inform inherit initiate insert
  inspect inspire integrate interview invade invent invite jail judge justify keep kick kiss knock label lag laugh lie
  load lock log loom love lure market marry match mention migrate mix modify monitor motivate mount multiply murder
  negotiate nominate notify obey oblige occupy oppose organise organize originate outlaw outline outperform
  overcome:overcame:overcome overtake:overtook:overtaken owe pack paint park participate pass penalise perceive permit
  persuade pitch place plant plead:pled please pop position possess pour power praise pray prefer preserve preside press
  pretend print proceed proclaim progress prohibit prompt propel prosecute pump punish pursue qualify question quit:quit
  quote race rally rank rate react realise realize reassure rebound rebuild:rebuilt recall receive recruit recycle
  redeem reform regain regard regret regulate rejoin relate relax rely remind render renew rent repair repay:repaid
  repeat replace reply rescue reserve reside resign resist resolve restore restrict retail retain retire retreat reverse
  revise revive reward rid ring:rang:rung risk roar rob rock roll rotate round rub rule sack sail sample satisfy scale
  scan schedule scrap search seal seat seize select separate shake:shook:shaken shape shift shine:shone shock shop shout
  side sing:sang:sung smell smile smoke snap solve sort sound span spark specify spin:spun spot spray squeeze stabilise
  stabilize stand steer stem step stimulate strengthen stress stretch strip strive structure struggle stumble subject
  subscribe substitute succeed sue sum summon surge surprise surrender surround survive suspect suspend swear:swore:sworn
  sweep:swept swing:swung switch tackle tap tear:tore:torn tend tend terminate thank tie tighten time toss trace track
  transform translate trap trail tumble tune twist undergo:underwent:undergone undertake:undertook:undertaken unite
  update upgrade uphold:upheld upset:upset utilise utilize vanish venture verify view violate volunteer voice wage wake:woke
  wave weaken wed widen wield wipe withdraw:withdrew:withdrawn witness worsen wrap
`;

/** Verbs whose past is their base form. */
export const INVARIABLE = set(
  'beat bid burst cast cost cut hit hurt let put quit read set shed shut split spread upset',
);

/** Verbs whose `-s` form is a plural noun more often than not. */
export const MOSTLY_NOUNS = set(`
  account aim amount answer appeal attack average award base battle bid block boast book boost break brush burn call
  cast catch cause challenge change charge check claim clash coach comment commission contact contest contract control
  cost count cover crash cure cut damage dance date deal debate debut decline decrease delay demand deposit design
  desire display dispute doubt draft draw dress drift drink drive drop end estimate exercise exhibit experience export
  express face fall feature field file fight finance fire flood flow focus force forecast fuel function fund gain glow
  grade grant guard guess guide halt hand harm head heat highlight hit hold home hope house import increase interview
  issue judge jump kick kill label lack land launch lead lift limit list load lock log loss love march mark market match
  measure mention mount move murder name need note notice offer order pace pack paint park pass peak pitch place plan
  plant play pledge plunge point pop position post power press price print process produce profit program progress
  project promise protest purchase push question quote race raise rally range rank rate reach read rebound record
  reform regret release rent repair reply report request rescue reserve result retreat return review reward ride ring
  rise risk rock roll round rule run sack sail sample save scale schedule score scrap search seal seat shape share shift
  ship shock shop shot show side sign slide slip slump smell smile smoke sound span spark spin split spot spray stage
  stand start state stem step stick stop store stress stretch strike strip structure struggle study subject substitute
  sum supply support surge surprise survey suspect sweep swing switch talk tap target tax team tear term test tie time
  top total touch trace track trade trail train transfer transport trap travel treat trick trigger try tumble tune turn
  twist update upgrade use value venture view visit voice vote wage wait walk want wash watch wave win witness wonder
  work worry wrap yield
`);

/** How a verb form inflects; `past` only where it is no participle as well, `participle` where it may be both. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle';

/** Form of each inflected verb; the regular `-ed` and `-ing` forms are told by their ending instead. */
export const VERB_FORMS: ReadonlyMap<string, VerbForm> = new Map(
  VERBS.trim()
    .split(/\s+/)
    .flatMap((entry): [string, VerbForm][] => {
      const [base = '', past, participle = past] = entry.split(':');
      const forms: [string, VerbForm][] = [
        [base, 'base'],
        [thirdPerson(base), 'third'],
      ];
      if (participle !== undefined && participle !== base) forms.push([participle, 'participle']);
      if (past !== undefined && past !== participle && past !== base) forms.push([past, 'past']);
      return forms;
    }),
);

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}
