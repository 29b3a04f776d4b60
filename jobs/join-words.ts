/** What a join says to people and to programs. */
import { groupBy } from '../rules/group-by.ts';
import type { JoinedCell, JoinedKind } from '../rules/lists/join-lists.ts';
import type { MadeFile, JobContext, Verdict } from './job.ts';
import type { GivenList, JoinReport } from '../workbook/lists/given-list.ts';
import { showJoined } from '../workbook/lists/joined-sheet.ts';
import { isIdentityColumn } from '../workbook/lists/list-columns.ts';
import { fileChangesToJson } from './tell-changes.ts';
import { give } from './way.ts';

/** Nobody has to do anything about what a list was asked to win, and about units that it does not have. */
export function judgeJoin(report: JoinReport): Verdict {
  const { open, differing, unread, faults } = countOpen(report);
  return open + differing + unread + faults > 0 ? 'violations' : 'fine';
}

export function tellJoin(report: JoinReport, { tell }: Pick<JobContext, 'tell'>): void {
  const { lists, joined, written, formulas } = report;
  for (const list of lists) for (const sentence of tellList(list, report)) tell(sentence);
  const { open, differing, unread } = countOpen(report);
  const replaced = written.filter(({ kind }) => kind === 'replaced').length;
  const parts = [
    written.length === 0 ? '总名册没有要改的，是原样的副本' : `写了 ${written.length} 格`,
    ...(replaced > 0 ? [`其中 ${replaced} 格以名单为准改写`] : []),
    ...(joined.same > 0 ? [`${joined.same} 格与总名册相同`] : []),
    ...(differing > 0 ? [`${differing} 格不一致，没有改`] : []),
    ...(formulas.length > 0 ? [`${formulas.length} 格是公式，没有改`] : []),
    ...(open > 0 ? [`名单里 ${open} 行没有认出单位`] : []),
    ...(unread > 0 ? [`${unread} 格读不懂`] : []),
  ];
  tell(`${parts.join('；')}；逐条见“并入明细”。`);
  const kept = new Set(joined.cells.filter(({ kind }) => kind === 'kept').map(({ heading }) => heading));
  if (kept.size > 0) {
    tell(`不一致的，在总名册里改；整列以名单为准的，${give('prefer-list', [...kept].join(' '))} 再并一次。`);
  }
}

function* tellList({ file, sheets, skipped, fault }: GivenList, { joined, hasColumn }: JoinReport): Iterable<string> {
  if (fault !== null) yield fault;
  for (const { name, why } of skipped) yield `名单“${file.name}”的工作表“${name}”没有读：${why}。`;
  for (const sheet of sheets) {
    const mapped = sheet.columns
      .filter(({ heading }) => !isIdentityColumn(heading))
      .map(({ written, heading, origin }) => {
        const how = { own: '', given: '（这次指明，已记住）', remembered: '（总名册记得）', listed: '' }[origin];
        return `“${written}”→“${heading}”${hasColumn(heading) ? how : '（总名册没有这一列，没有写）'}`;
      });
    const columns = mapped.length === 0 ? '没有一列对得上总名册' : mapped.join('、');
    yield `名单“${file.name}”的工作表“${sheet.name}”：${sheet.rows.length} 行，认出 ${joined.matched.get(sheet) ?? 0} 行；${columns}。`;
    if (sheet.unmapped.length > 0) {
      yield `没有对应的列：${sheet.unmapped.map((each) => `“${each}”`).join('、')}；要并入的，${give('column', '"名单的列=总名册的列"')} 再并一次。`;
    }
  }
}

const DIFFERING: readonly JoinedKind[] = ['kept', 'torn', 'closed'];

function countOpen({ lists, joined }: JoinReport) {
  const sheets = lists.flatMap((list) => list.sheets);
  return {
    open: joined.open.length,
    differing: joined.cells.filter(({ kind }) => DIFFERING.includes(kind)).length,
    unread: sheets.reduce((sum, { unread }) => sum + unread.length, 0),
    faults: lists.filter(({ fault }) => fault !== null).length,
  };
}

/** For programs. */
export function joinToJson(report: JoinReport, files: readonly MadeFile[]) {
  const { lists, joined, written } = report;
  const kinds = groupBy(joined.cells, ({ kind }) => kind);
  return {
    lists: lists.map(({ file, sheets, skipped, fault }) => ({
      ...file,
      fault,
      skipped,
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        rows: sheet.rows.length,
        matched: joined.matched.get(sheet) ?? 0,
        columns: sheet.columns,
        unmapped: sheet.unmapped,
        unread: sheet.unread.map(({ address, message }) => ({ cell: address, message })),
      })),
    })),
    written: written.map(cellToJson),
    kept: (kinds.get('kept') ?? []).map(cellToJson),
    torn: (kinds.get('torn') ?? []).map(cellToJson),
    closed: (kinds.get('closed') ?? []).map(cellToJson),
    same: joined.same,
    open: joined.open.map(({ sheet, row, reason }) => ({
      list: sheet.file.name,
      sheet: sheet.name,
      row: row.row,
      reason,
    })),
    absent: joined.absent.map(({ file, unit }) => ({ list: file.name, row: unit.row })),
    changes: fileChangesToJson(files),
  };
}

function cellToJson({ unit, heading, before, claims }: JoinedCell) {
  return {
    row: unit.row,
    column: heading,
    old: showJoined(before),
    claims: claims.map(({ value, sheet, address }) => ({
      value: showJoined(value),
      list: sheet.file.name,
      sheet: sheet.name,
      cell: address,
    })),
  };
}
