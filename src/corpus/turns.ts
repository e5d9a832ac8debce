import { isGivenName } from '../english/given-names.js';
import { isPersonalTalk, isTalk, readsAsSpeech } from '../english/talk.js';
import type { Span } from '../text/span.js';
import type { Block } from './article.js';

/** How much a label by itself says that it names somebody: a given name or a title does, any other capital may. */
type Grade = 'sure' | 'likely' | 'initials' | 'role';

/** What a label opens: `Matteo: adding …`, `Note: …`. */
interface Line {
  /** Index of its block. */
  readonly block: number;
  /** From the label to the next one, or to the block's end. */
  readonly span: Span;
  readonly label: Span;
  /** Whether it stands in a list of tasks or people, where only what is personal is speech. */
  readonly listed: boolean;
  /** Whether a line begins there, not just a sentence. */
  readonly opensLine: boolean;
}

/** A line that may be somebody's turn. */
interface Candidate extends Line {
  /** The label in lower case. */
  readonly name: string;
  readonly grade: Grade;
  /** Whether it is in the first person ("we"), or clearly somebody's own ("I", "thanks"). */
  readonly talks: boolean;
  readonly personal: boolean;
}

/** Longest label with what stands before it, such as a time. */
const MAX_LABEL = 120;

/** Characters of a turn that are looked at for how it reads. */
const SAMPLE = 400;

const STAMP = String.raw`(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[^\S\n]+)?`;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const NAME = String.raw`${WORD}(?: (?:${WORD}|\d{1,2}|d[aeiu]|del|la|van|von|der|den|bin|al)){0,4}`;
const ASIDE = String.raw`(?: ?[([][^()[\]\n]{1,40}[)\]])?`;

/** `, HARBOUR CHIEF`, as in transcripts of broadcasts. */
const OFFICE = String.raw`(?:, ?[\p{Lu}\d][\p{Lu}\d .,'’&/-]{1,60})?`;

/** `Matteo: …`, `[0:12] Ann Lee (chair): …`, `ANN LEE, MAYOR: …`, with a list's marker before it or not. */
const LABELLED = new RegExp(
  `^\\s*(?:[•*+‣–-] |\\d{1,3}[.)] )?${STAMP}(${NAME})${OFFICE}${ASIDE}:\\s+(?=\\S)`,
  'du',
);

/** What stands between the name and the words: `> `, `: `, ` (voice-over): `, `, MAYOR: `. */
const AFTER_NAME = new RegExp(`^${OFFICE}${ASIDE}[^\\S\\n]*[>:]\\s*`, 'u');

/**
 * Gives the blocks that are somebody's turn in a conversation their speaker; a block that holds several turns becomes
 * several. A label alone says little (`Note: …`, `Shipping: …`): where it is unsure that people talk to
 * each other and that the label names one of them, the block has no speaker.
 */
export function withTurns(text: string, blocks: readonly Block[]): readonly Block[] {
  const checked = withoutAgenda(text, blocks);
  const lines = linesOf(text, checked);
  if (lines.length < 2) return checked;
  const common = new Set(text.match(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]*/gu));
  const candidates = lines.flatMap((line) => candidateOf(text, line, common) ?? []);
  const turns = isConversation(candidates) ? turnsAmong(candidates) : [];
  if (turns.length === 0) return checked;
  // Whose words follow another label within a turn is not known: it is no part of the turn.
  const named = new Set(candidates.map(({ label }) => label));
  const ends = lines.filter(({ opensLine, label }) => opensLine || named.has(label));
  return divided(text, checked, ends, new Map(turns.map(({ span, label }) => [span.start, label])));
}

/** The words of a turn, without the name before them; `null` for what is nobody's turn. */
export const wordsOfTurn = (text: string, { speaker, end }: Block): Span | null =>
  speaker && { start: Math.min(end, afterName(text, speaker)), end };

const afterName = (text: string, { end }: Span): number =>
  end + (AFTER_NAME.exec(text.slice(end, end + MAX_LABEL))?.[0].length ?? 0);

/** Whether a label says what somebody does in the conversation, not who it is: `Interviewer`, `Speaker 2`, `Q`. */
export const isRole = (label: string): boolean => ROLE.test(label.toLowerCase()) || /^[QA]$/.test(label);

const ROLE =
  /^(?:the )?(?:interviewer|interviewee|reporter|journalist|host|co-host|guest|moderator|narrator|presenter|announcer|audience(?: member)?|chair|chairman|chairwoman|chairperson|speaker|participant|caller)(?: \d{1,2})?$/;

const TITLED =
  /^(?:mrs?|ms|mx|dr|prof(?:essor)?|sir|lord|lady|rev|judge|justice|mayor|senator|president|councill?or)\.? /;

/** Given names that are as well a month or a place, and may open what is said of either. */
const AMBIGUOUS = new Set(
  'april may june august austin dallas florence georgia jordan chad virginia carolina savannah sydney lincoln victoria charlotte madison paris israel'.split(
    ' ',
  ),
);

/** Words that stand before a colon and are nobody. */
const LABELS = new Set(
  `action actions advice agenda alert also answer answers apologies assumption attendance attendees attention author authors
  background benefits bonus bug caution cause caveat changes closing conclusion cons consensus context contents copyright
  credits danger date deadline decision decisions default definition description details disclaimer discussion dislikes
  documentation due duration editor edit effect email end error errata example examples exception exceptions exercise faq
  features figure fix fixes for from format goal goals hint history how idea if image important info information ingredients
  input instructions intro introduction issue issues item key keywords language legend licence license likes limitations
  link links list location management method mission motion moved name names news next no note notes notice objective
  opening optional options other outcome output overview page participants password payment payments permissions phone
  photo place platform policy present privacy problem pros purpose question questions quick quote rating reason reasons
  recap recommendation refunds references related remember reminder required requirements requires resolution resolved
  resources result results returns reward rewards rule rules safety schedule scope section see settings shipping skills
  solution source sources spoiler status step steps subject summary support syntax table tags tax team terms time tip
  tips title to todo topic topics translation troubleshooting tutorial type update updates usage use username value verdict
  version video vote votes warning warnings warranty website what when where who why yes`.split(/\s+/),
);

/** Endings of nouns that are no names. */
const ABSTRACT = /(?:[ts]ion|ment|ness|ity|[ae]nce|ship|ism|ology|ings?)$/;

/** Sections and lead-ins under which a name with a colon says whose task or post something is. */
const LISTS =
  /\b(?:actions?|to-?dos?|tasks?|next steps|attend(?:ance|ees)|present|participants|apologies|absent|roles|credits|cast|contacts?|glossary|definitions|terms|ingredients|assignments|responsibilities)\b/i;

/**
 * Without the speakers of lines that only seem to be of a chat: `10:30 Opening: the mayor speaks` is of an agenda,
 * `<F10> opens the menu` of a manual. What tells them is that nobody comes up twice, or that nobody talks.
 */
function withoutAgenda(text: string, blocks: readonly Block[]): readonly Block[] {
  const unsure = blocks.filter(
    ({ start, speaker }) => speaker && !/\d[^<]*<|\[.*\d/.test(text.slice(start, speaker.start)),
  );
  const names = unsure.map(({ speaker }) => text.slice(speaker?.start, speaker?.end).toLowerCase());
  if (names.length === 0) return blocks;
  const talking = unsure.filter((block) =>
    isTalk(text.slice(block.speaker?.end, block.end).slice(0, SAMPLE)),
  ).length;
  const isChat = new Set(names).size < names.length && 8 * talking >= names.length;
  // Columns are those of a table.
  const isColumn = ({ speaker }: Block) =>
    />(?:\t| {2})/.test(text.slice(speaker?.end, (speaker?.end ?? 0) + 3));
  const nobody = new Set(
    unsure.filter((block, at) => !isChat || isColumn(block) || LABELS.has(names[at] as string)),
  );
  return blocks.map((block) => (nobody.has(block) ? { ...block, speaker: null } : block));
}

function linesOf(text: string, blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  let section = '';
  for (const [number, block] of blocks.entries()) {
    if (block.kind === 'heading') section = text.slice(block.start, block.end);
    if ((block.kind !== 'body' && block.kind !== 'item') || block.speaker) continue;
    const labels = labelsIn(text, block);
    if (labels.length === 0) continue;
    const above = blocks[block.group];
    const leadIn = above?.kind === 'body' && above !== block ? text.slice(above.start, above.end) : '';
    const listed = LISTS.test(section) || LISTS.test(leadIn.slice(-MAX_LABEL));
    for (const [at, { start, label, opensLine }] of labels.entries()) {
      const span = { start, end: labels[at + 1]?.start ?? block.end };
      lines.push({ block: number, span, label, listed, opensLine });
    }
  }
  return lines;
}

interface Label {
  readonly start: number;
  readonly label: Span;
  readonly opensLine: boolean;
}

/** The labels that open lines of a block, and, where one opens the block, those that open sentences after it. */
function labelsIn(text: string, { start, end, kind }: Block): Label[] {
  const labels: Label[] = [];
  const read = (from: number, opensLine: boolean) => {
    const [first, last] =
      LABELLED.exec(text.slice(from, Math.min(end, from + MAX_LABEL)))?.indices?.[1] ?? [];
    if (first === undefined || last === undefined) return;
    labels.push({ start: from, label: { start: from + first, end: from + last }, opensLine });
  };
  read(start, true);
  if (kind === 'item') return labels;
  const openers = labels.length > 0 ? LINE_OR_SENTENCE : LINE;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(openers))
    read(start + index + 1, mark === '\n');
  return labels;
}

const LINE = /\n/g;
const LINE_OR_SENTENCE = /\n|(?<=[.!?…]["'”’)\]]?) (?=\p{Lu})/gu;

function candidateOf(text: string, line: Line, common: ReadonlySet<string>): Candidate | null {
  const { label, span } = line;
  const written = text.slice(label.start, label.end);
  const name = written.toLowerCase();
  const grade = gradeOf(written, name, common);
  const words = text.slice(afterName(text, label), span.end).trim();
  if (grade === null || !readsAsSpeech(words)) return null;
  const sample = words.slice(0, SAMPLE);
  return { ...line, name, grade, talks: isTalk(sample), personal: isPersonalTalk(sample) };
}

function gradeOf(written: string, name: string, common: ReadonlySet<string>): Grade | null {
  if (ROLE.test(name)) return 'role';
  const words = name.split(' ');
  const [first = ''] = words;
  if (TITLED.test(name)) return 'sure';
  if (isGivenName(first)) return AMBIGUOUS.has(first) || common.has(first) ? 'likely' : 'sure';
  if (words.some((word) => LABELS.has(word) || common.has(word) || ABSTRACT.test(word))) return null;
  return /^\p{Lu}{2,4}$/u.test(written) ? 'initials' : 'likely';
}

/** Whether people talk to each other in some lines: a good part reads like it, and somebody is named or comes up again. */
function isConversation(lines: readonly Candidate[]): boolean {
  const personal = lines.filter((line) => line.personal).length;
  const talking = lines.filter(({ talks }) => talks).length;
  if (lines.length < 2 || talking === 0 || 4 * talking < lines.length) return false;
  if (lines.some(({ grade }) => grade === 'sure')) return true;
  const times = timesOf(lines);
  const recurring = [...times.values()].filter((count) => count > 1).length;
  if (recurring > 1) return personal > 0 && 4 * personal >= lines.length;
  // Initials (`SHN: Thank you, I will be brief.`) may as well be abbreviations that are explained.
  return times.size > 1 && 2 * personal >= lines.length && lines.every(({ grade }) => grade === 'initials');
}

function timesOf(lines: readonly Candidate[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { name } of lines) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** The lines of a conversation that are turns: of people (`Ann Lee`, then `LEE`), and of whom else talks or stands right beside them. */
function turnsAmong(lines: readonly Candidate[]): Candidate[] {
  const times = timesOf(lines);
  const talking = new Set(lines.filter(({ talks }) => talks).map(({ name }) => name));
  const surnames = new Set(
    lines.filter(({ grade }) => grade === 'sure').map(({ name }) => name.slice(name.lastIndexOf(' ') + 1)),
  );
  const isKnown = ({ grade, name }: Candidate) =>
    grade === 'sure' || surnames.has(name) || ((times.get(name) ?? 0) > 1 && talking.has(name));
  return lines.filter((line, at) => {
    if (line.personal || line.listed) return line.personal;
    const beside = [lines[at - 1], lines[at + 1]].some(
      (other) => other && isKnown(other) && Math.abs(other.block - line.block) <= 1,
    );
    return isKnown(line) || beside;
  });
}

/**
 * The blocks with the turns that `speakers` has by where they begin. A block with turns is divided at each of `ends`, and
 * groups go by the new numbers.
 */
function divided(
  text: string,
  blocks: readonly Block[],
  ends: readonly Line[],
  speakers: ReadonlyMap<number, Span>,
): Block[] {
  const result: Block[] = [];
  /** Of a block its last piece: that is what leads in to a list. */
  const numbers: number[] = [];
  let next = 0;
  for (const [number, block] of blocks.entries()) {
    const starts: number[] = [];
    while (ends[next]?.block === number) starts.push((ends[next++] as Line).span.start);
    const cuts = starts.some((start) => speakers.has(start))
      ? starts.filter((start) => start > block.start)
      : [];
    const group = numbers[block.group] ?? result.length;
    let { line } = block;
    for (const [at, from] of [block.start, ...cuts].entries()) {
      const to = cuts[at] ?? block.end;
      const speaker = speakers.get(from) ?? block.speaker;
      result.push({
        ...block,
        ...trimmed(text, from, to),
        line,
        speaker,
        group: at === 0 ? group : result.length,
      });
      line += text.slice(from, to).split('\n').length - 1;
    }
    numbers.push(result.length - 1);
  }
  return result;
}

/** Without white space at the ends. */
function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: start + slice.trimEnd().length };
}
