import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Builds the page's scripts, as `npm run preview` does. */
export function buildPage(): void {
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const tsc = path.join(typescript, 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', 'preview/page/tsconfig.json'], { stdio: 'inherit' });
}
