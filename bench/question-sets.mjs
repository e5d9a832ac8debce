/**
 * Question sets: a folder with texts.jsonl `{id, title?, text}` or texts/*.txt, and questions.jsonl
 * `{doc, q, any, kind, abstain}` (or claims.jsonl `{doc, claim, label, any}`); or a file in the format of SQuAD's sentences
 * `{articles, paragraphs: [{a, text}], questions: [{q, p, ans: [[start, end]]}]}`.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCorpus } from '../dist/src/corpus/read.js';

const jsonLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** {texts: [{id, title?, text}], questions: [{doc, q, kind, abstain, agree?, any? | spans?}]} */
export function readSet(set, claims = false) {
  if (set.endsWith('.json')) return readSquad(JSON.parse(readFileSync(set, 'utf8')));
  const texts = textsOf(set);
  if (!claims) return { texts, questions: jsonLines(path.join(set, 'questions.jsonl')) };
  const agree = { supported: 1, differs: 0, nothing: null };
  const questions = jsonLines(path.join(set, 'claims.jsonl')).map(({ doc, claim, label, any }) => ({
    doc,
    q: claim,
    any,
    kind: 'claim',
    abstain: label === 'nothing',
    agree: agree[label],
  }));
  return { texts, questions };
}

/** {texts: [{id, title?, text}], rows: [{doc, prev, q, full, any, abstain}]} */
export const readFollowUps = (set) => ({
  texts: jsonLines(path.join(set, 'texts.jsonl')),
  rows: jsonLines(path.join(set, 'followups.jsonl')),
});

/** {texts: [{id, title?, text}], claims: [{doc, claim, label, any, why}]}; the texts of a set of claims alone are `train/texts`. */
export function readClaims(set) {
  if (!set.endsWith('.jsonl'))
    return { texts: textsOf(set), claims: jsonLines(path.join(set, 'claims.jsonl')) };
  return { texts: textsOf('train'), claims: jsonLines(set) };
}

function textsOf(set) {
  if (existsSync(path.join(set, 'texts.jsonl'))) return jsonLines(path.join(set, 'texts.jsonl'));
  return readdirSync(path.join(set, 'texts')).map((file) => ({
    id: path.parse(file).name,
    text: readFileSync(path.join(set, 'texts', file), 'utf8'),
  }));
}

function readSquad({ articles, paragraphs, questions }) {
  const texts = articles.map((title, a) => ({ id: `s${a}`, title, text: '' }));
  const starts = paragraphs.map(({ a, text }) => {
    const whole = texts[a];
    const start = whole.text === '' ? 0 : whole.text.length + 2;
    whole.text += `${start === 0 ? '' : '\n\n'}${text}`;
    return start;
  });
  const rows = questions.map(({ q, p, ans }) => ({
    doc: `s${paragraphs[p].a}`,
    q,
    kind: 'encyclopaedia',
    abstain: false,
    spans: ans.map(([start, end]) => [starts[p] + start, starts[p] + end]),
    answer: paragraphs[p].text.slice(...ans[0]),
  }));
  return { texts, questions: rows };
}

const fileOf = ({ title, text }) => `${title ? `---\ntitle: ${JSON.stringify(title)}\n---\n` : ''}${text}`;

/** The texts as the product reads them, by id. */
export async function corpusOf(texts) {
  const dir = mkdtempSync(path.join(tmpdir(), 'rows-'));
  for (const text of texts) {
    const isMarkdown = /^#{1,6} /m.test(text.text);
    writeFileSync(path.join(dir, `${text.id}.${isMarkdown ? 'md' : 'txt'}`), fileOf(text));
  }
  const { articles, problems } = await readCorpus(dir);
  rmSync(dir, { recursive: true });
  for (const { file, message } of problems) console.error(file, message);
  return new Map(articles.map((article) => [article.id, article]));
}

/** Where the answers of a row begin and end in its text. */
export function spansOf({ any = [], spans }, { text }) {
  if (spans) return spans;
  return any.flatMap((words) => {
    const found = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push([at, at + words.length]);
    return found;
  });
}
