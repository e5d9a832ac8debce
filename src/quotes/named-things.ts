import { isGivenName } from '../english/given-names.js';

/** What a quotation stands between, and how many words it has. */
export interface Surroundings {
  /** Within the marks. */
  readonly inner: string;
  readonly words: readonly string[];
  /** What stands right before and behind it with its marks, a few words each. */
  readonly before: string;
  readonly after: string;
}

/** Longer than a title of a work, or than a nickname. */
const MAX_TITLE_WORDS = 12;

const SMALL_WORDS = new Set(
  'a an the of in on at for from with by to and or but nor as vs v is are'.split(' '),
);

const WORK = `(?:ad|advert|album|anthem|autobiography|article|ballad|biography|blog|book|classic|column|comedy|commentary|commercial|documentary|drama|editorial|episode|essay|exhibition|film|hit|hymn|magazine|memoir|movie|musical|newsletter|novel|opera|painting|paper|play|podcast|poem|portrait|program|programme|sculpture|segment|sequel|series|show|single|sitcom|song|spot|statue|story|thriller|track|trilogy|video|website)`;

const WORK_BEFORE = new RegExp(String.raw`\b${WORK}s?,?\s*$`, 'i');
/** `“The Long Rain,” a new film about …` */
const WORK_AFTER = new RegExp(
  String.raw`^,?\s(?:an?|the|his|her|its|their|whose)\s(?:[\p{L}\p{N}’'-]+\s){0,3}${WORK}\b`,
  'u',
);
/** `“Pier to close,” by the Star’s Ann Lee` */
const BYLINE = /^,?\s(?:by|via)\s(?:the\s)?\p{Lu}/u;
/** `television’s “Rain,”` */
const OWNER = /\p{L}['’]s\s*$/u;

/** What introduces a word, a name or a headline that the writer only cites. */
const CITED =
  /(?:\bso-? ?called|\bknown as|\bnicknamed|\b(?:sub|en)?titled|\bheadlined|\bcaptioned|\bshort for|\bstands? for|\b(?:Latin|Greek|French|German|Spanish|Italian|Arabic|Hebrew|Chinese|Japanese|Russian|slang) for|\b(?:literally|i\.e\.|e\.g\.|meaning|lit\.)[,:]?|\bsubject line|\bheadlines?(?: (?:such as|like|was|were|is|read|reading|that (?:said|says|reads?)))?|\b(?:an?|another|some)\s(?:[\p{L}-]+\s){1,3}(?:called|named|termed))\s*$/u;

/** A word that a person presses, types or picks. */
const CONTROL =
  /(?:\b[Tt]he (?:button|checkbox|command|field|file|folder|key|link|menu|option|setting|tab)|(?:^|[.!?:]\s+|\bthen )(?:Choose|Click|Enter|Press|Select|Tap|Type|choose|click|enter|press|select|tap|type))\s*$/;

/** `“Pier falls into sea” — City News, 3 May 2019`: where a headline stood, up to its date. */
const SOURCE =
  /^[,.]?\s{0,2}(?:[—–-]+\s?)?(\p{Lu}[\p{L}’'-]*)(?:[ .&]{1,2}[\p{L}\p{N}’'-]+){0,5},\s(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(?:\s\d{1,2})?,?\s(?:19|20)\d\d/u;

/** Whether a quotation is the name of a work, a word that the text speaks about, or a headline of a paper. */
export const isNamedThing = (place: Surroundings): boolean =>
  CITED.test(place.before) || CONTROL.test(place.before) || isWork(place) || isSource(place);

const isWork = ({ inner, words, before, after }: Surroundings): boolean =>
  (/^\P{Ll}.*,$/su.test(inner + /^,?/.exec(after)) && BYLINE.test(after)) ||
  (isTitle(inner, words) && (WORK_BEFORE.test(before) || WORK_AFTER.test(after) || OWNER.test(before))) ||
  (words.length === 1 &&
    /^\p{Lu}\p{Ll}+[,.]?$/u.test(inner) &&
    (WORK_BEFORE.test(before) || OWNER.test(before)));

/** A person signs words of their own with a date: `“…” — Ann Lee, 3 May 2019`. */
function isSource({ after }: Surroundings): boolean {
  const [, first] = SOURCE.exec(after) ?? [];
  return first !== undefined && !isGivenName(first.toLowerCase());
}

/** Whether every word bears a capital but for the small ones. */
export function isTitle(inner: string, words: readonly string[]): boolean {
  if (words.length > MAX_TITLE_WORDS || words.length < 2 || /[.!?]\s|[?!;]$/.test(inner)) return false;
  return words.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL_WORDS.has(word)));
}
