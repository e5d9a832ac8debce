import { deflateRawSync } from 'node:zlib';

/** Words on a page of a PDF: how far from its left and its upper edge, in points, and how large. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const PAGE_HEIGHT = 842;

/**
 * A PDF of A4 pages in Helvetica. `info` is the inside of its information dictionary, `trailer` more of its trailer;
 * `drawn` is drawn on each page first, packed as `filter` says.
 */
export function pdf(
  pages: readonly (readonly Words[])[],
  { info = '', trailer = '', drawn = '', filter = '' } = {},
): Buffer {
  const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');
  const contents = pages.map((words) =>
    words
      .map(
        ({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${PAGE_HEIGHT - y} Td (${escaped(text)}) Tj ET`,
      )
      .join('\n'),
  );
  const first = 5;
  const page = (i: number) => first + 2 * i;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${page(i)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${PAGE_HEIGHT}] /Contents ${page(i) + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< ${filter} /Length ${drawn.length + content.length} >>\nstream\n${drawn}${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}${end}`, 'latin1');
}

/** The lines of a paragraph on a page of a PDF, one below the other. */
export const lines = (x: number, y: number, texts: readonly string[], size = 10): Words[] =>
  texts.map((text, i) => ({ text, x, y: y + 1.2 * size * i, size }));

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The namespace of the elements of a Word document. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document with this body; `word` are more files of its folder of that name. */
export function docx(
  body: string,
  { word = {}, isPacked = true }: { word?: Readonly<Record<string, string>>; isPacked?: boolean } = {},
): Buffer {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(word).map(([name, xml]) => [`word/${name}`, xml])),
  };
  return zip(files, isPacked);
}

/** A paragraph of a Word document, with a style or none. */
export const paragraph = (text: string, style = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A zip archive. */
function zip(files: Readonly<Record<string, string>>, isPacked: boolean): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = isPacked ? deflateRawSync(raw) : raw;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(isPacked ? 8 : 0, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(name.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, where, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
