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
import { readRemembered } from '../workbook/lists/joined-sheet.ts';
import { listFillable, makeListColumns, type ColumnMapping, type ListColumns } from '../workbook/lists/list-columns.ts';
import { readList } from '../workbook/lists/read-list.ts';
import { writeJoined } from '../workbook/lists/write-joined.ts';
import { tellUserFault } from '../workbook/user-fault.ts';
import { tellMade } from './deliver.ts';
import type { InputFile, JobContext, JobResult, MadeFile, OutputName } from './job.ts';
import { joinToJson, judgeJoin, tellJoin } from './join-words.ts';
import { loadRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { sha256 } from './sha-256.ts';
import { inputName } from './way.ts';

export interface JoinChoices {
  /** Headings of lists and the columns of 会员单位 that they mean. */
  readonly columns: readonly ColumnMapping[];
  /** The columns to fill; all when absent. */
  readonly only?: readonly string[] | undefined;
  /** The columns in which a list takes the roster's place. */
  readonly preferList?: readonly string[] | undefined;
}

export interface ListsInput extends JoinChoices {
  readonly roster: InputFile;
  readonly lists: readonly InputFile[];
  /** The new roster; what was found stands beside it. Null to know without writing. */
  readonly out: OutputName | null;
}

/** 并入名单: a copy of the roster with what lists of others say of its units, and 并入明细 beside it. The roster itself stays. */
export async function join(input: ListsInput, context: JobContext): Promise<JobResult<object>> {
  const { roster: source, out } = input;
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
  const remembered = readRemembered(workbook);
  const columns = makeListColumns(scheme, input.columns, remembered);
  const lists: GivenList[] = [];
  for (const [at, list] of input.lists.entries()) {
    context.signal.throwIfAborted();
    lists.push(await openList(list, columns, scheme));
    context.progress('正在读取名单', at + 1, input.lists.length);
  }
  refuseUnused(input.columns, lists);
  const sheets = lists.flatMap((list) => list.sheets);
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
  const files = out
    ? await deliverJoined(
        out,
        [made.bytes ?? source.bytes, await writeJoinReport(scheme.title, report)],
        input,
        context,
      )
    : [];
  tellJoin(report, context);
  return { files, summary: () => joinToJson(report, files), verdict: judgeJoin(report) };
}

/** A list that cannot be read is named, and harms no other. */
async function openList({ name, bytes }: InputFile, columns: ListColumns, scheme: Scheme): Promise<GivenList> {
  const file = { name: hideLongNumbers(name), sha256: await sha256(bytes) };
  try {
    const read = readList(await openAnyWorkbook(bytes, name), file, columns, scheme);
    const fault =
      read.sheets.length > 0
        ? null
        : `名单“${file.name}”里没有一张可以并入的表，请补上写有单位编号、单位名称或统一社会信用代码的表头行。`;
    return { file, ...read, fault };
  } catch (error) {
    const fault = tellUserFault(error);
    if (fault === null) throw error;
    return { file, sheets: [], skipped: [], fault };
  }
}

/** @throws UnusableInput for a column that no list may fill */
function chooseFillable(
  { only, preferList = [] }: JoinChoices,
  scheme: Scheme,
  present: ReadonlyMap<string, string>,
): Map<string, RosterColumn> {
  const all = listFillable(scheme);
  for (const [input, headings] of [
    ['only', only ?? []],
    ['prefer-list', preferList],
  ] as const) {
    const unknown = headings.filter((heading) => !all.some((column) => column.heading === heading));
    if (unknown.length === 0) continue;
    const known = all.map(({ heading }) => heading).join('、');
    throw new UnusableInput(
      `${inputName(input)} 里的“${hideLongNumbers(unknown.join('、'))}”不是名单可以并入的列；可以写：${known}。`,
    );
  }
  const isWanted = ({ heading }: RosterColumn) => present.has(heading) && (only?.includes(heading) ?? true);
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

/** `新总名册.xlsx` → `新总名册（并入明细）.xlsx` */
function nameReport(name: string): string {
  return `${name.replace(/\.xlsx$/i, '')}（并入明细）.xlsx`;
}

async function deliverJoined(
  out: OutputName,
  [roster, report]: readonly [Uint8Array, Uint8Array],
  { roster: source, lists }: ListsInput,
  context: JobContext,
): Promise<readonly MadeFile[]> {
  const folder = await OutputFolder.open(out, context, [source, ...lists]);
  const files = [
    { name: out.name, bytes: roster },
    { name: nameReport(out.name), bytes: report },
  ];
  // Neither is written where the other must not be.
  for (const { name } of files) await folder.refuseForeign(name);
  for (const { name, bytes } of files) await folder.write(name, bytes);
  const made = await folder.close();
  for (const file of made) context.tell(tellMade(out.folder.show(file.name), file), 'made');
  return made;
}
