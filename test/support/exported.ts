/*
 * What the engine exports to be called, and what tests reach of it, read from the sources as the formatter leaves them: an
 * export begins its line, an import names its file. (TypeScript 7 has no settled interface to ask for it.)
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The faces, which are tested from outside, and what starts them. */
const FACES = /^src\/(?:discord|console)\/|^src\/(?:main|start)\.ts$/;

/** A function, a class, or a constant whose name is no word list's or limit's. */
const CALLABLE = /^export (?:async )?(?:function\*?|class|const) ([a-z]\w*|[A-Z]\w*[a-z]\w*)/gm;

/** `import { a, type B } from './c.js'`, over several lines too; types alone call nothing. */
const IMPORT = /import \{([^}]*)\} from '([.#][^']+\.js)'/g;

/** Any file of ours that a source names: what it imports, the code of a thread beside it, the program of a process. */
const OURS = /'((?:\.|#root\/|dist\/src\/)[^']+\.js|worker\.js)'/g;

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith(ending) && !file.endsWith('.d.ts'));

const sources = new Map<string, string>();

function read(file: string): string {
  const known = sources.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
  sources.set(file, known);
  return known;
}

/** The source of a file that is named from another one. */
function sourceOf(name: string, from: string): string {
  const source = name.replace(/\.js$/, '.ts');
  const fromRoot = /^(?:#root|dist)\/(.*)/.exec(source)?.[1];
  return fromRoot ?? path.posix.join(path.posix.dirname(from), source);
}

/** Functions and classes that the engine exports, as `src/text/fold.ts fold`. */
export const exportedByEngine = (): string[] =>
  filesIn('src', '.ts')
    .filter((file) => !FACES.test(file))
    .flatMap((file) => [...read(file).matchAll(CALLABLE)].map(([, name]) => `${file} ${name}`));

/** What tests import by name, in the same form. */
export function importedByTests(): Set<string> {
  const names = filesIn('test', '.test.ts').flatMap((test) =>
    [...read(test).matchAll(IMPORT)].flatMap(([, list = '', file = '']) =>
      list.split(',').map((name) => `${sourceOf(file, test)} ${name.trim().replace(/ as .*$/, '')}`),
    ),
  );
  return new Set(names);
}

/** The sources that a test runs, as far as imports tell. */
export function reachedFrom(test: string): Set<string> {
  const reached = new Set([test]);
  for (const file of reached) {
    for (const [, name = ''] of read(file).matchAll(OURS)) reached.add(sourceOf(name, file));
  }
  return reached;
}
