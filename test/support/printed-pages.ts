/** The pages that LibreOffice prints, as its PDF has them, held against ours. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { PrintBox, PrintPage } from '../../ooxml/print/print-page.ts';

const run = promisify(execFile);
const LARGE = { maxBuffer: 512 * 1024 * 1024 };

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Sizes are in points. */
interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** Read when asked for. */
  readonly segments: () => Promise<readonly Segment[]>;
}

/** Prints workbooks in one run, as on a Chinese system, and gives the pages of each to `use`. */
export async function printByLibreOffice<T>(
  books: readonly Uint8Array[],
  use: (pages: readonly (readonly PdfPage[])[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyou-print-'));
  try {
    const sources = books.map((_, at) => join(folder, `${at}.xlsx`));
    await Promise.all(books.map((bytes, at) => writeFile(sources[at] ?? '', bytes)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const flags = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
    await run('soffice', [...flags, ...sources], { env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } });
    return await use(await Promise.all(books.map((_, at) => readPdf(join(folder, `${at}.pdf`)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readPdf(file: string): Promise<PdfPage[]> {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], LARGE);
  return stdout
    .split('<page ')
    .slice(1)
    .map((page, at) => {
      const [width = 0, height = 0] = numbersOf(page.slice(0, page.indexOf('>')));
      const words = Array.from(page.matchAll(/<word ([^>]*)>([^<]*)</g), ([, place = '', text = '']) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbersOf(place);
        return { text: unescape(text), x: (left + right) / 2, y: (top + bottom) / 2 };
      });
      return { width, height, words, segments: () => readSegments(file, at + 1) };
    });
}

/** The straight lines of a page; `matrix` turns them upside down, as PDF counts from below. */
async function readSegments(file: string, page: number): Promise<Segment[]> {
  const { stdout } = await run(
    'pdftocairo',
    ['-svg', '-nocenter', '-noshrink', '-f', String(page), '-l', String(page), file, '-'],
    LARGE,
  );
  const drawn = stdout.replace(/<defs>[^]*?<\/defs>/g, '');
  return Array.from(drawn.matchAll(/ d="M ([^"A-Z]*)L ([^"A-Z]*)"[^>]*transform="matrix\(([^)]*)\)"/g)).map((found) => {
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [a = 1, , , d = 1, e = 0, f = 0] = []] = found
      .slice(1)
      .map((text) => text.trim().split(/[ ,]+/).map(Number));
    return { x1: a * x1 + e, y1: d * y1 + f, x2: a * x2 + e, y2: d * y2 + f };
  });
}

function numbersOf(text: string): number[] {
  return Array.from(text.matchAll(/"(-?[\d.]+)"/g), ([, number]) => Number(number));
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** One millimetre. */
const NEAR = 72 / 25.4;
/** Words whose middles are that near stand on one line, in points. */
const SAME_LINE = 3;

/** Where the lines in the cells of two pages differ: a sentence each. */
export function compareLines(ours: PrintPage, theirs: PdfPage): LineDifference[] {
  const boxes = ours.boxes.filter(({ lines }) => lines.length > 0);
  const inBox = new Map<PrintBox, Word[]>(boxes.map((box) => [box, []]));
  for (const word of theirs.words) {
    const beside = boxes.filter((box) => isAbove(word, box.clip ?? box));
    const [nearest] = beside.sort((a, b) => distanceTo(word, a) - distanceTo(word, b));
    // Header and footer stand in no cell.
    if (nearest && distanceTo(word, nearest) < FAR) inBox.get(nearest)?.push(word);
  }
  return boxes.flatMap((box) => {
    const own = box.lines.map(({ runs }) => bare(runs.map(({ text }) => text).join(''))).filter((line) => line !== '');
    const other = toLines(inBox.get(box) ?? []);
    if (own.join('\n') === other.join('\n')) return [];
    return [{ place: `${ours.sheet} R${box.row}C${box.column}`, ours: own, theirs: other }];
  });
}

export interface LineDifference {
  readonly place: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** How far lines of header and footer are from where the other page has them, at most, in millimetres: the middle of each word of the other. */
export function headingDistance(ours: PrintPage, theirs: PdfPage): number {
  const far = ours.lines.flatMap((line) => {
    const own = bare(line.runs.map(({ text }) => text).join(''));
    const middle = line.y - RISE * (line.runs[0]?.font.size ?? 0);
    const same = theirs.words.filter(({ text, y }) => own.includes(bare(text)) && Math.abs(y - middle) < FAR);
    return own === '' ? [] : [Math.max(...same.map(({ y }) => Math.abs(y - middle)), same.length > 0 ? 0 : Infinity)];
  });
  return Math.max(0, ...far) / NEAR;
}

/** No line of a cell is that far from where it is looked for, in points. */
const FAR = 12;
/** From the line on which letters stand to the middle of a word, in ems. */
const RISE = 0.35;

function isAbove({ x }: Word, box: { readonly x: number; readonly width: number }): boolean {
  return x > box.x && x < box.x + box.width;
}

function distanceTo({ y }: Word, { lines }: PrintBox): number {
  return Math.min(...lines.map((line) => Math.abs(line.y - RISE * (line.runs[0]?.font.size ?? 0) - y)));
}

function toLines(words: readonly Word[]): string[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line?.[0] && word.y - line[0].y < SAME_LINE) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) =>
    bare(
      [...line]
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    ),
  );
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

/** How far a border of one page is from the nearest of the other, at most, in millimetres: taken at points along each, both ways. */
export async function borderDistance(ours: PrintPage, theirs: PdfPage): Promise<number> {
  const segments = await theirs.segments();
  const far = (from: readonly Segment[], to: readonly Segment[]) =>
    from.flatMap((each) => pointsOf(each).map((point) => Math.min(...to.map((other) => distance(point, each, other)))));
  // A text that is underlined has lines of its own there.
  const isUnderlined = ours.boxes.some(({ lines }) =>
    lines.some(({ runs }) => runs.some(({ font }) => font.underlined)),
  );
  const all = [...far(ours.rules, segments), ...(isUnderlined ? [] : far(segments, ours.rules))];
  return all.reduce((most, each) => Math.max(most, each), 0) / NEAR;
}

/** Steps between the points of a border that are looked at, in points. */
const STEP = 5;

function pointsOf({ x1, y1, x2, y2 }: Segment): { x: number; y: number }[] {
  const count = Math.max(2, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP));
  return Array.from({ length: count }, (_, at) => {
    const share = (at + 0.5) / count;
    return { x: x1 + (x2 - x1) * share, y: y1 + (y2 - y1) * share };
  });
}

function isUpright({ x1, x2 }: Segment): boolean {
  return Math.abs(x1 - x2) < 0.1;
}

/** Of a point of a border to another that runs the same way. */
function distance({ x, y }: { x: number; y: number }, of: Segment, to: Segment): number {
  if (isUpright(of) !== isUpright(to)) return Infinity;
  const beyond = (at: number, a: number, b: number) => Math.max(0, Math.min(a, b) - at, at - Math.max(a, b));
  return Math.hypot(beyond(x, to.x1, to.x2), beyond(y, to.y1, to.y2));
}
