/** Reads a list that others keep: whatever sheets of it have a column by which units are known. */
import { OoxmlError } from '../../ooxml/errors.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { districtFinder } from '../../rules/district-name.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import { largestOf } from '../../rules/largest.ts';
import type { ListCell, ListFile, ListRow, ListSheet, MappedColumn, UnreadCell } from '../../rules/lists/list-sheet.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import type { AnyWorkbook } from '../formats/other-workbook.ts';
import { comparableHeading, findAllHeadings, listHeadingTexts } from '../intake/find-headings.ts';
import { quoteForUser } from '../intake/quote.ts';
import { readTable, type Table, type TableRow } from '../intake/table.ts';
import { findTab, hasRosterTabs } from '../roster/find-tabs.ts';
import { findUnseen } from '../roster/find-unseen.ts';
import { textIn } from '../roster/row-values.ts';
import { isIdentityColumn, type ListColumns } from './list-columns.ts';

/** A sheet of a list that was not read, and why: one Chinese sentence without a full stop. */
export interface SkippedSheet {
  readonly name: string;
  readonly why: string;
}

interface ReadList {
  readonly sheets: readonly ListSheet[];
  readonly skipped: readonly SkippedSheet[];
}

/** Of a whole roster 会员单位 alone is read: what stands in 推荐名单 is said of people. */
export function readList(workbook: AnyWorkbook, file: ListFile, columns: ListColumns, scheme: Scheme): ReadList {
  const only = hasRosterTabs(workbook.sheets) ? findTab(workbook, 'memberUnits') : undefined;
  const sheets: ListSheet[] = [];
  const skipped: SkippedSheet[] = [];
  for (const { name, state } of workbook.sheets) {
    const skip = (why: string) => void skipped.push({ name, why });
    if (only && name !== only.name) skip(`是总名册里的表，只读“${SHEET.memberUnits}”`);
    else if (state !== 'visible') skip('是隐藏的工作表，没有读；要并入的，请先取消隐藏');
    else {
      try {
        const sheet = readListSheet(workbook.readSheet(name), file, columns, scheme);
        if (sheet) sheets.push(sheet);
        else skip('没有单位编号、单位名称或统一社会信用代码这样的列');
      } catch (error) {
        if (!(error instanceof UnusableInput || error instanceof OoxmlError)) throw error;
        skip(hideLongNumbers(error.message).replace(/。$/, ''));
      }
    }
  }
  return { sheets, skipped };
}

/** @returns null for a sheet by which no unit is known */
function readListSheet(content: SheetContent, file: ListFile, columns: ListColumns, scheme: Scheme): ListSheet | null {
  const table = readTable(content, chooseSpecs(content, columns));
  const mapped = listMapped(table, columns);
  if (!mapped.some(({ heading }) => isIdentityColumn(heading))) return null;
  const struck = new Set(
    findUnseen('memberUnits', content, table, 'visible').flatMap(({ kind, rows }) =>
      kind === 'row-struck' ? rows : [],
    ),
  );
  const unclear = new Map(table.unclear.map(({ row, text }) => [row, `看不出是不是一家单位的记录（${text}）`]));
  const doubtOf = (row: number) =>
    struck.has(row) ? '这一行有划掉的内容，不知道还算不算数，请核对' : (unclear.get(row) ?? null);
  const unread: UnreadCell[] = table.problems.map(({ row, heading, address, message }) => {
    return { row, heading, address, message: hideLongNumbers(message) };
  });
  const find = districtFinder(scheme);
  const rows = table.rows.map((row): ListRow => {
    const cells = listCells(table, row).flatMap((cell): ListCell[] => {
      if (cell.heading !== '所属' || typeof cell.value !== 'string') return [cell];
      const district = find(cell.value);
      if (district !== null) return [{ ...cell, value: district }];
      unread.push(tellDistrict(table, row.row, cell));
      return [];
    });
    return { ...identityOf(row), doubt: doubtOf(row.row), cells };
  });
  return {
    file,
    name: content.name,
    columns: mapped,
    unmapped: listUnmapped(content, table, mapped),
    rows,
    unread,
    aside: table.aside.length,
  };
}

/**
 * As the sheet has most of the columns. Of headings in two rows one row alone may have what is needed; to demand a column that is called by both
 * together leads to them.
 */
function chooseSpecs(content: SheetContent, { specs, mappings }: ListColumns): readonly RosterColumn[] {
  const wanted = [...new Set(mappings.map(({ heading }) => heading))];
  const asked = wanted.map((needed) => specs.map((spec) => (spec.heading === needed ? demand(spec) : spec)));
  const count = (each: readonly RosterColumn[]) =>
    findAllHeadings(content, each)?.found.filter(({ column }) => column !== undefined).length ?? 0;
  const counted = [specs, ...asked].map((each) => ({ each, columns: count(each) }));
  const most = largestOf(counted.map(({ columns }) => columns));
  return counted.find(({ columns }) => columns === most)?.each ?? specs;
}

function demand(spec: RosterColumn): RosterColumn {
  return { ...spec, optional: false };
}

function listMapped(table: Table, { origins }: ListColumns): MappedColumn[] {
  const aliases = new Map(table.aliases.map(({ heading, alias }) => [heading, alias]));
  return [...table.columns].map(([heading, letters]) => {
    const written = (aliases.get(heading) ?? heading).trim();
    return {
      written: hideLongNumbers(written),
      heading,
      letters,
      origin: origins.get(comparableHeading(written)) ?? 'own',
    };
  });
}

function listUnmapped(content: SheetContent, { headingRow }: Table, mapped: readonly MappedColumn[]): string[] {
  const known = new Set(mapped.map(({ letters }) => letters));
  const others = listHeadingTexts(content, headingRow).filter(({ column }) => !known.has(columnLetters(column)));
  return others.map(({ text }) => hideLongNumbers(text.trim())).filter((text) => text !== '');
}

function identityOf({ row, facts }: TableRow): Pick<ListRow, 'row' | 'number' | 'name' | 'creditCode'> {
  const creditCode = textIn(facts, '统一社会信用代码');
  return {
    row,
    number: textIn(facts, '编号'),
    name: textIn(facts, '全称'),
    ...(creditCode !== '' && { creditCode }),
  };
}

function listCells({ columns }: Table, { row, facts }: TableRow): ListCell[] {
  return [...columns].flatMap(([heading, letters]) => {
    const value = facts.get(heading) ?? null;
    return value === null || value === '' || isIdentityColumn(heading)
      ? []
      : [{ heading, value, address: `${letters}${row}` }];
  });
}

function tellDistrict({ fileName, sheetName }: Table, row: number, { heading, address, value }: ListCell): UnreadCell {
  const place = `文件${quoteForUser(fileName)}工作表${quoteForUser(sheetName)}的 ${address} 单元格（${heading}）`;
  const message = `${place}应为名额分配表中的名称，现为${quoteForUser(String(value))}，请改正。`;
  return { row, heading, address, message };
}
