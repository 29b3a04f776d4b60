/**
 * Schemes with one figure changed by one unit in its last place, in either direction: what next year's copy has where somebody forgot a
 * figure. Each must be refused.
 */
import { isSeq, parseDocument } from 'yaml';
import { addDays } from '../../rules/calendar.ts';
import type { Figure } from '../../schemes/figures/list-cited.ts';
import { loadScheme } from '../../schemes/load-scheme.ts';
import { withoutSpace } from '../../schemes/figures/written-text.ts';
import { readPrintedRows } from '../../schemes/printed-rows.ts';
import { listParts, readRawScheme, type RawScheme } from '../../schemes/raw-scheme.ts';
import { readSources } from '../../schemes/sources.ts';
import { formatPath, type FieldPath } from '../../schemes/yaml-file.ts';

type Files = ReadonlyMap<string, string>;

interface FigureMutant {
  readonly file: string;
  /** Of a field, or of the line of a table in the document. */
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** @param files of a scheme that loads */
export function listFigureMutants(files: Files): FigureMutant[] {
  const raw = readRawScheme(files, []);
  if (!raw) throw new Error('the scheme cannot be read');
  const ofFigures = listParts(raw).flatMap(({ name, cited }) =>
    cited.citations
      .flatMap(({ figures }) => figures)
      .flatMap((figure) => listChanges(figure).map((change) => ({ file: name, ...change }))),
  );
  // a figure that several citations prove is changed once
  const all = [...ofFigures, ...listYearMutants(files), ...listTableMutants(raw, files)];
  const seen = new Map(all.map((mutant) => [describeMutant(mutant), mutant]));
  return [...seen.values()];
}

export function describeMutant({ file, path, before, after }: FigureMutant): string {
  return `${file} ${formatPath(path)}: ${String(before)} → ${String(after)}`;
}

export function isRefused(files: Files, mutant: FigureMutant): boolean {
  return 'faults' in loadScheme(new Map(files).set(mutant.file, change(files, mutant)));
}

function change(files: Files, { file, path, before, after }: FigureMutant): string {
  const text = files.get(file) ?? '';
  if (!file.endsWith('.yaml')) return text.replace(String(before), () => String(after));
  const document = parseDocument(text);
  document.setIn(path, after);
  return document.toString();
}

type Change = Omit<FigureMutant, 'file'>;

function listChanges({ path, mark, value }: Figure): Change[] {
  const change = (after: unknown): Change => ({ path, before: value, after });
  if (typeof value === 'number') return changeNumber(value).map(change);
  if (Array.isArray(value)) return value.flatMap((cell: unknown, index) => changeCell(cell, [...path, index]));
  const written = String(value);
  switch (mark.reads) {
    case 'ratio':
      return changeRatio(written).map(change);
    case 'day':
      return [addDays(written, 1), addDays(written, -1)].map(change);
    case 'month-day':
      return [1, -1].map((days) => change(addDays(`2023-${written}`, days).slice(5)));
    case 'rounding':
      return ['floor', 'ceil', 'half-up'].filter((other) => other !== written).map(change);
    case 'words':
      return [change(changeLast(written))];
    // of the numbers in a sentence
    default:
      return [...changeDigits(written, /\d+/g), ...changeCounts(written, path.at(-1) === 'mend')].map(change);
  }
}

function changeNumber(value: number): number[] {
  const places = String(value).split('.')[1]?.length ?? 0;
  const unit = 10 ** -places;
  return [value + unit, value - unit].map((changed) => Number(changed.toFixed(places)));
}

/** One cell of a row: a number, or the dash of nothing. */
function changeCell(cell: unknown, path: FieldPath): Change[] {
  if (typeof cell === 'number') return changeNumber(cell).map((after) => ({ path, before: cell, after }));
  return cell === '-' ? [{ path, before: cell, after: 1 }] : [];
}

function changeRatio(written: string): string[] {
  const [numerator = 0, denominator = 1] = written.split('/').map(Number);
  return [
    [numerator + 1, denominator],
    [numerator - 1, denominator],
    [numerator, denominator + 1],
    [numerator, denominator - 1],
  ].map((parts) => parts.join('/'));
}

function changeLast(written: string): string {
  const last = written.slice(-1);
  return written.slice(0, -1) + (/\d/.test(last) ? String((Number(last) + 1) % 10) : last === 'X' ? 'Y' : 'X');
}

/** One text for each number of it and each direction. */
function changeDigits(written: string, numbers: RegExp): string[] {
  return [...written.matchAll(numbers)].flatMap(({ 0: digits, index }) =>
    changeNumber(Number(digits)).map(
      (after) => written.slice(0, index) + String(after) + written.slice(index + digits.length),
    ),
  );
}

const COUNTS = '零一二三四五六七八九十';
/** Of what a document counts; 统一, 一票 and 三列 count nothing. */
const COUNTED = /(?<![零一二三四五六七八九十第])[两一二三四五六七八九十](?=[项年人家名次份天元分倍级])/g;

/**
 * One text for each single 中文数字 that counts, and each direction; not where the sentence has that other count as well. What mends may be another
 * grade, on which the document has no word.
 */
function changeCounts(written: string, isMend: boolean): string[] {
  return [...written.matchAll(COUNTED)].flatMap(({ 0: digit, index }) => {
    const value = digit === '两' ? 2 : COUNTS.indexOf(digit);
    return [value + 1, value - 1].flatMap((after) => {
      const letter = after === 0 ? undefined : COUNTS[after];
      const unit = written[index + 1] ?? '';
      const isThere = written.replaceAll('两', '二').includes(`${letter ?? ''}${unit}`);
      return letter === undefined || isThere || (isMend && unit === '级')
        ? []
        : [written.slice(0, index) + letter + written.slice(index + 1)];
    });
  });
}

const YEARS = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** Every number of a table that is read from the document: nobody types it, but ratios, rounding and sums hold it fast. */
function listTableMutants(raw: RawScheme, files: Files): FigureMutant[] {
  const rows = readPrintedRows(raw, readSources(raw, files)) ?? [];
  return rows.flatMap(({ cite }) => {
    if (!cite) return [];
    const source = raw.scheme.data.documents.find(({ key }) => key === (cite.document ?? key))?.source ?? '';
    const line = files
      .get(source)
      ?.split('\n')
      .find((each) => withoutSpace(each) === withoutSpace(cite.quote));
    if (line === undefined) return [];
    const [number = '', ...cells] = line.split('\t');
    return cells.flatMap((cell, index) => {
      const numbers = /^\d+$/.test(cell) ? changeNumber(Number(cell)) : cell === '-' ? [1] : [];
      return numbers.map((after) => ({
        file: source,
        path: [cite.clause, index],
        before: line,
        after: [number, ...cells.with(index, String(after))].join('\t'),
      }));
    });
  });
}

/** The edition, and the years in titles. */
function listYearMutants(files: Files): FigureMutant[] {
  const inForms = parseDocument(files.get('forms.yaml') ?? '').getIn(['forms']);
  const forms = isSeq(inForms) ? inForms.items.map((_, index) => ['forms.yaml', 'forms', index, 'title'] as const) : [];
  return [...TITLES, ...forms].flatMap(([file, ...path]) => {
    const before = parseDocument(files.get(file) ?? '').getIn(path);
    return typeof before === 'string'
      ? changeDigits(before, YEARS).map((after) => ({ file, path, before, after }))
      : [];
  });
}

const TITLES = [
  ['scheme.yaml', 'id'],
  ['scheme.yaml', 'edition'],
  ['scheme.yaml', 'title'],
  ['scheme.yaml', 'documents', 0, 'title'],
  ['scheme.yaml', 'documents', 0, 'shortTitle'],
  ['score-sheet.yaml', 'title'],
  ['score-sheet.yaml', 'preamble'],
  ['quota.yaml', 'table', 'title'],
] as const;
