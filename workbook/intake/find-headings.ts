/** Finds the row of headings of a sheet, and the column of each. */
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { cleanControls } from '../../ooxml/read/control-characters.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable } from './clean-text.ts';
import { quoteForUser } from './quote.ts';

/** A title, the association's name and notes may stand above the headings. */
const HEADING_ROWS = 10;

export interface FoundColumn {
  readonly spec: RosterColumn;
  readonly heading: string;
  /** From 1; undefined for an optional column that is absent. */
  readonly column: number | undefined;
  /** What stands there where it is not the heading itself but one of its aliases. */
  readonly alias: string | null;
}

export interface FoundHeadings {
  /** The lowest row of the headings. */
  readonly lastRow: number;
  readonly found: readonly FoundColumn[];
}

/**
 * Finds the headings among the first ten rows. The order is free, and other columns may stand anywhere. Headings are equal whatever their white
 * space, width of brackets, and star for "required"; an alias is as good as the heading.
 * @throws {UnusableInput} naming all missing headings and those there are, or two columns that fit one heading
 */
export function findHeadings(sheet: SheetContent, specs: readonly RosterColumn[]): FoundHeadings {
  const place = `文件${quoteForUser(sheet.fileName)}的工作表${quoteForUser(sheet.name)}`;
  const [best, ...rivals] = findCandidates(sheet, specs);
  if (best === undefined) {
    const needed = specs.filter(({ optional }) => optional !== true);
    // Where none has to be there, one of those that say what a row is about does.
    const named = needed.length > 0 ? needed : specs.filter(({ naming }) => naming !== undefined);
    const all = named.map(({ heading }) => quoteForUser(heading));
    throw new UnusableInput(`${place}前 ${HEADING_ROWS} 行里找不到表头，应有${all.join('、')}，请补上表头行。`);
  }
  if (best.missing.length > 0) throw new UnusableInput(`${place}${describeMissing(best, rivals)}`);
  const found = specs.map((spec): FoundColumn => {
    const { heading } = spec;
    const [first, twin] = best.columns.get(heading) ?? [];
    if (first && twin) throw new UnusableInput(`${place}${describeTwins(heading, first, twin)}`);
    const isOwn = first === undefined || comparableHeading(first.text) === comparableHeading(heading);
    return { spec, heading, column: first?.column, alias: isOwn ? null : first.text };
  });
  return { lastRow: best.lastRow, found };
}

/** The columns of a sheet that has all headings; null for any other sheet, such as one that is nobody's table. */
export function findAllHeadings(sheet: SheetContent, specs: readonly RosterColumn[]): FoundHeadings | null {
  const [best] = findCandidates(sheet, specs);
  const isOne = [...(best?.columns.values() ?? [])].every((places) => places.length < 2);
  return best?.missing.length === 0 && isOne ? findHeadings(sheet, specs) : null;
}

/**
 * All texts of the row of headings. What stands in the row below, under cells that are merged over several columns and under nothing else, is named
 * with both, as it would be found: 应缴（会费）.
 */
export function listHeadingTexts(
  sheet: SheetContent,
  headingRow: number,
): readonly { readonly text: string; readonly column: number }[] {
  const at = sheet.rows.findIndex(({ number }) => number === headingRow);
  const own = sheet.rows[at];
  if (!own) return [];
  const upper = sheet.rows[at - 1];
  const [both] = upper ? joinRows(sheet, [upper, own]) : [];
  // What is merged above all columns is a title.
  if (upper && both && headingsOf(upper).length > listWide(sheet, upper).length) return both;
  const [joined] = joinRows(sheet, sheet.rows.slice(at, at + 2));
  const below = sheet.rows[at + 1];
  const isUnder = ({ column }: { readonly column: number }) =>
    listWide(sheet, own).some(({ first, last }) => column >= first.column && column <= last.column);
  return joined && below?.cells.every((cell) => isUnder(cell) || isBlankText(cell)) ? joined : headingsOf(own);
}

/** A text in a row of headings. */
interface Heading {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** A row, or two, that may hold the headings. */
interface Candidate {
  readonly headings: readonly Heading[];
  readonly lastRow: number;
  /** Where each wanted heading stands. */
  readonly columns: ReadonlyMap<string, readonly Heading[]>;
  /** Headings that must be there and are not. */
  readonly missing: readonly string[];
}

/**
 * The rows that have the most wanted headings, from top to bottom; none where no row has any. Of several that lack nothing the first holds
 * the headings, and the others repeat it, as lists do from page to page.
 */
function findCandidates(sheet: SheetContent, specs: readonly RosterColumn[]): Candidate[] {
  const upper = sheet.rows.filter(({ number }) => number <= HEADING_ROWS);
  const keys = headingKeys(specs);
  const plain = upper.map((row, at) => toCandidate(specs, keys, withoutGroups(sheet, row, upper[at + 1])));
  const joined = plain.some(({ missing }) => missing.length === 0)
    ? []
    : joinRows(sheet, upper).map((headings) => toCandidate(specs, keys, headings));
  const candidates = [...plain, ...joined];
  const most = Math.max(0, ...candidates.map(({ columns }) => columns.size));
  return candidates.filter(({ columns }) => columns.size > 0 && columns.size === most);
}

function toCandidate(
  specs: readonly RosterColumn[],
  keys: ReadonlyMap<string, string>,
  headings: readonly Heading[],
): Candidate {
  const columns = new Map<string, Heading[]>();
  for (const each of headings) {
    const heading = keys.get(comparableHeading(each.text)) ?? keys.get(comparableHeading(dropRemark(each.text)));
    if (heading !== undefined) columns.set(heading, [...(columns.get(heading) ?? []), each]);
  }
  const absent = specs.filter(({ heading, optional }) => !columns.has(heading) && optional !== true);
  const lastRow = headings.reduce((last, { row }) => Math.max(last, row), 0);
  return { headings, lastRow, columns, missing: absent.map(({ heading }) => heading) };
}

/** What a heading may be written as → the heading. What another column of the table is called is no alias. */
export function headingKeys(specs: readonly RosterColumn[]): Map<string, string> {
  const keys = new Map(specs.map(({ heading }) => [comparableHeading(heading), heading]));
  for (const { heading, aliases = [] } of specs) {
    for (const alias of aliases) {
      const key = comparableHeading(alias);
      if (!keys.has(key)) keys.set(key, heading);
    }
  }
  return keys;
}

/** What is wrong with the best candidate, or with all of those that are equally good. */
function describeMissing(best: Candidate, rivals: readonly Candidate[]): string {
  const { lastRow, missing, headings } = best;
  if (rivals.length > 0) {
    const all = [best, ...rivals];
    const rows = all.map((each) => each.lastRow).join('、');
    const details = all
      .map((each) => `第 ${each.lastRow} 行缺少${each.missing.map(quoteForUser).join('、')}`)
      .join('；');
    return `第 ${rows} 行都像表头，又都不全（${details}），请把表头合成一行。`;
  }
  const there = headings.map(({ text }) => quoteForUser(text));
  return `第 ${lastRow} 行缺少表头${missing.map(quoteForUser).join('、')}（现有${there.join('、')}），请补上或改正表头。`;
}

function describeTwins(heading: string, first: Heading, twin: Heading): string {
  const [one, other] = [first, twin].map(({ row, column }) => `${columnLetters(column)}${row}`);
  if (comparableHeading(first.text) === comparableHeading(twin.text)) {
    return `有两个表头${quoteForUser(heading)}（${one}、${other}），请改名其中一个。`;
  }
  return `有两列都可以是${quoteForUser(heading)}：${one} ${quoteForUser(first.text)}、${other} ${quoteForUser(twin.text)}，请改名其中一个。`;
}

function headingsOf({ number: row, cells }: SheetRow): Heading[] {
  return cells.flatMap((cell) => (cell.kind === 'text' ? [{ text: cell.text, row, column: cell.column }] : []));
}

/** Cells of a row that are merged over several columns. */
function listWide({ merges }: SheetContent, { number }: SheetRow): SheetContent['merges'] {
  return merges.filter(({ first, last }) => first.row === number && last.row === number && last.column > first.column);
}

/** What is merged above several texts is the group of these columns, and no heading of one: 缴费情况 above 2023 and 2024. */
function withoutGroups(sheet: SheetContent, row: SheetRow, below: SheetRow | undefined): Heading[] {
  const wide = listWide(sheet, row);
  if (wide.length === 0 || below?.number !== row.number + 1) return headingsOf(row);
  const under = headingsOf(below);
  return headingsOf(row).filter(({ column }) => {
    const merge = wide.find(({ first }) => first.column === column);
    const parts = under.filter(
      (each) => merge && each.column >= merge.first.column && each.column <= merge.last.column,
    );
    return parts.length < 2;
  });
}

function isBlankText(cell: Cell): boolean {
  return cell.kind === 'text' && comparable(cleanControls(cell.text)) === '';
}

/** Two rows under each other where a merged cell of the upper one stands above several of the lower: `自评` above `基本得分` is 基本得分（自评）. */
function joinRows(sheet: SheetContent, rows: readonly SheetRow[]): Heading[][] {
  return rows.flatMap((upper, index) => {
    const lower = rows[index + 1];
    const wide = listWide(sheet, upper);
    if (lower?.number !== upper.number + 1 || wide.length === 0) return [];
    const below = headingsOf(lower);
    const joined = headingsOf(upper).flatMap((each): Heading[] => {
      const merge = wide.find(({ first }) => first.column === each.column);
      if (!merge) return [each];
      const { first, last } = merge;
      const parts = below.filter(({ column }) => column >= first.column && column <= last.column);
      return parts.map((part) => ({ ...part, text: `${part.text}（${each.text}）` }));
    });
    const known = new Set(joined.map(({ column }) => column));
    return [
      [...joined, ...below.filter(({ column }) => !known.has(column))].map((each) => ({ ...each, row: lower.number })),
    ];
  });
}

/** What people write in brackets behind a heading to say how to fill in the column; what says what the column holds, as （元） or （自评）, is none. */
const HEADING_REMARK =
  /\s*[（([【][^（()）[\]【】]*(?:填|\d[字位]|全称|公章|格式|可选|如有|下拉)[^（()）[\]【】]*[)）\]】]\s*$/;

function dropRemark(text: string): string {
  return text.replace(HEADING_REMARK, '');
}

export function comparableHeading(text: string): string {
  return comparable(cleanControls(text)).replace(/^\*+|\*+$/g, '');
}
