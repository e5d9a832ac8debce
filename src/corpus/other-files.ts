import { FORMATS } from './formats/index.js';
import type { Severity } from './problem.js';

/** Files that stand beside texts in folders of documentation, in words. */
const NO_TEXTS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'pictures',
    of('.png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .tif .tiff .heic .psd .xcf .drawio .excalidraw'),
  ],
  ['sound and films', of('.mp3 .wav .ogg .oga .opus .flac .m4a .aac .mp4 .mov .webm .mkv .avi .m4v .ogv')],
  ['fonts', of('.ttf .otf .woff .woff2 .eot')],
  ['archives', of('.zip .gz .tgz .tar .bz2 .xz .7z .rar .jar .iso .dmg')],
  [
    'programs and settings',
    of(`.js .mjs .cjs .ts .mts .cts .jsx .tsx .vue .svelte .css .scss .sass .less .py .rb .go .rs .java .kt .c .h .cpp .hpp
    .cs .php .sh .bash .ps1 .bat .cmd .exe .dll .so .dylib .bin .dat .lua .pl .sql .json .jsonl .json5 .yml .yaml .toml .ini
    .cfg .conf .env .lock .map .xml .xsl .rss .atom .webmanifest .canvas .base .wasm .class .pyc .db .sqlite .bak .tmp .swp
    .patch .diff .snap .url .lnk .properties .gradle .cmake .mk .tf .dockerfile .njk .ejs .hbs .liquid .ipynb .po .pot`),
  ],
];

function of(extensions: string): ReadonlySet<string> {
  return new Set(extensions.split(/\s+/));
}

/** Why a file is no text of the corpus: it is of a kind that no text is, or of one that is not read. */
export function whyUnread(extension: string): [severity: Severity, message: string] {
  if (extension === '') return ['passed over', 'no text'];
  const kind = NO_TEXTS.find(([, extensions]) => extensions.has(extension))?.[0];
  if (kind) return ['passed over', `${kind} are not read`];
  if (SPREADSHEETS.has(extension))
    return ['left out', `${extension} files are not read; save each sheet as .csv`];
  const others = READ.filter((read) => FORMATS.some(({ extensions }) => extensions.includes(read)));
  return ['left out', `${extension} files are not read; save what stands in it as ${others.join(', ')}`];
}

const SPREADSHEETS = of('.xlsx .xlsm .xls .xlsb .ods .numbers');

/** What most programs can save a text as, as far as it is read here. */
const READ = ['.docx', '.pdf', '.html', '.md', '.txt'];
