const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * English function words, folded. They say how a sentence is built, not what it is about, so they neither find
 * a sentence nor count against it.
 */
export const STOP_WORDS = words(`
  a about above after again against all almost also although am among an and another any anybody anyone anything
  are as at away be became because become been before being below between both but by can cannot cant could
  couldnt did didnt do does doesnt doing dont done down during each either else ever every for from further get
  gets getting give given gives go goes got had has hasnt have havent having he hed hell her here heres hers
  herself hes him himself his how hows however i id if ill im in into is isnt it its itself ive just let lets
  like likely made make makes many may maybe me might mine more most much must my myself near neither no nor not
  now of off often on once only or other others ought our ours ourselves out over own per perhaps please put
  quite rather really s said same say says shall shant she shed shell shes should shouldnt since so some somebody
  someone something soon still such t take tell than that thats the their theirs them themselves then there
  theres therefore these they theyd theyll theyre theyve thing things this those though through thus to too
  toward towards under until up upon us very via was wasnt we wed well were werent weve what whats whatever when
  whens where wheres whether which while who whom whos whose why whys will with within without wont would
  wouldnt yes yet you youd youll your youre yours yourself yourselves youve
`);

/** Words that people put around a question in a chat; they are about the asking, not about the texts. */
export const CHAT_WORDS = words(`
  hi hey hello thanks thank thx pls plz please tell know wonder wondering anyone somebody someone idea curious
  question answer article articles text texts bot ok okay um uh lol btw actually exactly
`);

/** Words a new sentence tends to open with: they tell `U.S. The` (a boundary) from `U.S. Treasury` (none). */
export const SENTENCE_OPENERS = words(`
  a after all also although an and another as at because before both but by despite during each even few first for from
  he her here his how however i if in it its last many meanwhile more most my no nor not now of on once only
  or other our she since so some still such that the their then there these they this those though through to
  today under until we what when where whether which while who why with yet you
`);
