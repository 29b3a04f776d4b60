import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import { joinCellKey, joinLists } from '../rules/lists/join-lists.ts';
import type { MasterRoster } from '../rules/master-roster.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { RosterColumn } from '../rules/roster-column.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { findOtherFormat, openAnyWorkbook } from '../workbook/formats/open-any-workbook.ts';
import { comparableHeading } from '../workbook/intake/find-headings.ts';
import type { GivenList, JoinReport } from '../workbook/lists/given-list.ts';
import { writeJoinReport } from '../workbook/lists/join-report.ts';
import { readMappings } from '../workbook/lists/joined-sheet.ts';
import { listFillable, makeListColumns, type ColumnMapping, type ListColumns } from '../workbook/lists/list-columns.ts';
import { addListedValues, readListedValues, type ListedValue } from '../workbook/lists/listed-value.ts';
import { readList } from '../workbook/lists/read-list.ts';
import { writeJoined } from '../workbook/lists/write-joined.ts';
import { tellUserFault } from '../workbook/user-fault.ts';
import { tellMade } from './deliver.ts';
import type { InputFile, JobContext, JobResult, MadeFile, OutputName } from './job.ts';
import { joinToJson, judgeJoin, tellJoin } from './join-words.ts';
import { loadRoster } from './load-roster.ts';
import { OutputFolder, writeOutputFile } from './output-folder.ts';
import { sha256 } from './sha-256.ts';
import { inputName } from './way.ts';

export interface JoinChoices {
  /** Headings of lists and the columns of 会员单位 that they mean. */
  readonly columns: readonly ColumnMapping[];
  /** Columns of 会员单位 and what to fill in for whoever stands in the list; of one list alone. */
  readonly listed?: readonly { readonly heading: string; readonly value: string }[] | undefined;
  /** The columns to fill; all when absent. */
  readonly fill?: readonly string[] | undefined;
  /** The columns in which a list takes the roster's place. */
  readonly preferList?: readonly string[] | undefined;
}

export interface ListsInput extends JoinChoices {
  readonly roster: InputFile;
  readonly lists: readonly InputFile[];
  /** The new roster; null to know without it. */
  readonly out: OutputName | null;
  /** 并入明细; null where nobody wants it. */
  readonly report: OutputName | null;
}

/** What lists say of the units of a roster, and the roster with it. */
interface JoinedRun {
  readonly report: JoinReport;
  readonly scheme: Scheme;
  readonly bytes: Uint8Array;
}

/** 并入名单: a copy of the roster with what lists of others say of its units, and 并入明细 beside it. The roster itself stays. */
export async function join(input: ListsInput, context: JobContext): Promise<JobResult<object>> {
  const { report, scheme, bytes } = await runJoin(input, context);
  const files = await deliverJoined(
    [
      [input.out, bytes],
      [input.report, input.report ? await writeJoinReport(scheme.title, report) : null],
    ],
    input,
    context,
  );
  tellJoin(report, context);
  return { files, summary: () => joinToJson(report, files), verdict: judgeJoin(report) };
}

/**
 * Reads the lists and brings them to the roster; nothing is delivered.
 * @throws UnusableInput where the roster or a choice cannot be used; a list that cannot be is named in the report
 */
export async function runJoin(input: Omit<ListsInput, 'out' | 'report'>, context: JobContext): Promise<JoinedRun> {
  const { roster: source, listed = [] } = input;
  if (findOtherFormat(source.bytes, source.name) !== null) {
    throw new UnusableInput(
      `总名册“${source.name}”不是 .xlsx，可以读，但不能写回；请用 Excel 或 WPS 打开后另存为 .xlsx 再并入名单。`,
    );
  }
  const { scheme, roster, addresses } = await loadRoster(source, context.schemes);
  const place = addresses.get('memberUnits');
  if (!place) throw new UnusableInput(`总名册“${source.name}”没有“${SHEET.memberUnits}”这张表，请补上。`);
  const workbook = openWorkbook(source.bytes, source.name);
  const fillable = chooseFillable(input, scheme, place.columns);
  const remembered = readMappings(workbook);
  const columns = makeListColumns(scheme, input.columns, remembered);
  const said = readListedValues(scheme, listed);
  refuseListedOfSeveral(input);
  const lists: GivenList[] = [];
  for (const [at, list] of input.lists.entries()) {
    context.signal.throwIfAborted();
    lists.push(await openList(list, columns, said, scheme));
    context.progress('正在读取名单', at + 1, input.lists.length);
  }
  refuseUnused(input.columns, lists);
  const sheets = lists.flatMap((list) => list.sheets);
  for (const { heading } of said) {
    if (!fillable.has(heading)) {
      throw new UnusableInput(`总名册的“${SHEET.memberUnits}”没有“${heading}”这一列，请先加上，再并入名单。`);
    }
  }
  const joined = joinLists({
    units: roster.memberUnits,
    regionNames: scheme.roster.regionNames,
    sheets,
    closed: listClosed(roster),
    fillable,
    preferList: new Set(input.preferList),
  });
  const made = writeJoined(workbook, place, { joined, sheets, remembered });
  const report: JoinReport = { ...made, lists, joined, hasColumn: (heading) => place.columns.has(heading) };
  return { report, scheme, bytes: made.bytes ?? source.bytes };
}

/** A list that cannot be read is named, and harms no other. */
async function openList(
  { name, bytes }: InputFile,
  columns: ListColumns,
  said: readonly ListedValue[],
  scheme: Scheme,
): Promise<GivenList> {
  const file = { name: hideLongNumbers(name), sha256: await sha256(bytes) };
  try {
    const read = readList(await openAnyWorkbook(bytes, name), file, columns, scheme);
    const sheets = read.sheets.map((sheet) => addListedValues(sheet, said));
    const fault =
      read.sheets.length > 0
        ? null
        : `名单“${file.name}”里没有一张可以并入的表，请补上写有单位编号、单位名称或统一社会信用代码的表头行。`;
    return { file, sheets, skipped: read.skipped, fault };
  } catch (error) {
    const fault = tellUserFault(error);
    if (fault === null) throw error;
    return { file, sheets: [], skipped: [], fault };
  }
}

/** @throws UnusableInput for a column that no list may fill */
function chooseFillable(
  { fill, preferList = [] }: JoinChoices,
  scheme: Scheme,
  present: ReadonlyMap<string, string>,
): Map<string, RosterColumn> {
  const all = listFillable(scheme);
  for (const [input, headings] of [
    ['fill', fill ?? []],
    ['prefer-list', preferList],
  ] as const) {
    const unknown = headings.filter((heading) => !all.some((column) => column.heading === heading));
    if (unknown.length === 0) continue;
    const known = all.map(({ heading }) => heading).join('、');
    throw new UnusableInput(
      `${inputName(input)} 里的“${hideLongNumbers(unknown.join('、'))}”不是名单可以并入的列；可以写：${known}。`,
    );
  }
  const isWanted = ({ heading }: RosterColumn) => present.has(heading) && (fill?.includes(heading) ?? true);
  return new Map(all.filter(isWanted).map((column) => [column.heading, column]));
}

/** @throws UnusableInput for a heading that was asked for and that no list has: a slip of the hand, which would go unnoticed */
function refuseUnused(asked: readonly ColumnMapping[], lists: readonly GivenList[]): void {
  if (lists.some(({ fault }) => fault !== null)) return;
  const sheets = lists.flatMap((list) => list.sheets);
  const used = new Set(sheets.flatMap((sheet) => sheet.columns.map(({ written }) => comparableHeading(written))));
  const unused = asked.filter(({ written }) => !used.has(comparableHeading(written)));
  if (unused.length === 0) return;
  const others = [...new Set(sheets.flatMap(({ unmapped }) => unmapped))];
  const there = others.length > 0 ? `；名单里还没有对应的列：${others.map((each) => `“${each}”`).join('、')}` : '';
  throw new UnusableInput(
    `没有一份名单有${unused.map(({ written }) => `“${hideLongNumbers(written)}”`).join('、')}这一列，请核对 ${inputName('column')}${there}。`,
  );
}

/** Cells of 会员单位 that hold what nobody can read, or that are one with others. */
function listClosed({ problems, oddities }: MasterRoster): Map<string, string> {
  const closed = new Map<string, string>();
  for (const { cells } of oddities.merged) {
    for (const { sheet, row, heading } of cells) {
      if (sheet === 'memberUnits' && row !== null)
        closed.set(joinCellKey(row, heading), '总名册的这一格是合并单元格，请先取消合并');
    }
  }
  for (const { cell } of problems) {
    if (cell.sheet === 'memberUnits' && cell.row !== null)
      closed.set(joinCellKey(cell.row, cell.heading), '总名册的这一格读不懂，请先改正');
  }
  return closed;
}

/** `新总名册.xlsx`, `新总名册（并入）.xlsx` → `新总名册（并入明细）.xlsx` */
export function nameJoinReport(name: string): string {
  return `${name.replace(/(?:（并入）)?\.xlsx$/i, '')}（并入明细）.xlsx`;
}

async function deliverJoined(
  outputs: readonly (readonly [OutputName | null, Uint8Array | null])[],
  { roster, lists }: ListsInput,
  context: JobContext,
): Promise<MadeFile[]> {
  const from = [roster, ...lists];
  const wanted = outputs.flatMap(([out, bytes]) => (out && bytes ? [{ out, bytes }] : []));
  // None is written where another must not be.
  for (const { out } of wanted) await (await OutputFolder.open(out, context, from)).refuseForeign(out.name);
  const files: MadeFile[] = [];
  for (const { out, bytes } of wanted) {
    const made = await writeOutputFile(out, bytes, context, from);
    context.tell(tellMade(out.folder.show(out.name), made), 'made');
    files.push(made);
  }
  return files;
}

/** @throws UnusableInput where nobody knows of which list that was said */
function refuseListedOfSeveral({ listed = [], lists }: Pick<ListsInput, 'listed' | 'lists'>): void {
  if (listed.length === 0 || lists.length < 2) return;
  throw new UnusableInput(`${inputName('listed')} 是对一份名单说的，这次有 ${lists.length} 份；请把那一份单独并一次。`);
}
