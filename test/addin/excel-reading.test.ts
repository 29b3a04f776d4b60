/** What Excel tells of a roster is read as its file is: tabs under other names, and merged cells where it tells them. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskClient } from '../../addin/desk/desk.ts';
import type { RosterReport } from '../../addin/desk/roster-report.ts';
import { ExcelHost } from '../../addin/host/excel/excel-host.ts';
import { FileHost } from '../../addin/host/file/file-host.ts';
import type { WorkbookHost } from '../../addin/host/port.ts';
import { LiveRoster } from '../../addin/roster/live-roster.ts';
import { SHEET, SHEET_ALIASES } from '../../rules/roster-cell.ts';
import { createNodeHost } from '../office-host/node-host.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { writeRoster } from '../support/returned-folder.ts';
import { startDeskHere } from './in-process-desk.ts';

const FILE = '工作簿.xlsx';
const [SCORES_ALIAS = ''] = SHEET_ALIASES.scores;
/** Of the rows below one another of one district. */
const MERGED = 'C3:C6';
/** More than Excel tells. */
const MANY = 513;

async function change(plain: Uint8Array, work: (units: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(plain).buffer);
  const units = book.getWorksheet(SHEET.memberUnits);
  if (!units) throw new Error('no units');
  work(units, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function reportOf(open: (desk: DeskClient) => Promise<WorkbookHost>): Promise<RosterReport> {
  const desk = startDeskHere();
  const live = new LiveRoster(await open(desk), desk);
  await live.start();
  const { report, fault } = live.getState();
  await live.stop();
  if (!report) throw fault ?? new Error('no report');
  return report;
}

const ofFile = (bytes: Uint8Array) => reportOf((desk) => FileHost.open(desk, bytes, FILE));
const inExcel = (bytes: Uint8Array, apiSet: string) =>
  reportOf(async (desk) => {
    const host = new ExcelHost(await createNodeHost({ apiSet, workbook: bytes }), desk);
    await host.describe();
    return host;
  });
/** What only Excel says of itself comes first. */
const tabsOf = ({ remarks }: RosterReport) => remarks.filter((remark) => remark.startsWith('工作表'));

describe('a roster in Excel', () => {
  let plain: Uint8Array;
  beforeAll(async () => {
    plain = await writeRoster(await findShanghai());
  });

  it('whose tabs have a space or another name is read as its file is', async () => {
    const bytes = await change(plain, (units, book) => {
      units.name = ` ${SHEET.memberUnits} `;
      const scores = book.getWorksheet(SHEET.scores);
      if (scores) scores.name = SCORES_ALIAS;
    });
    const [file, excel] = [await ofFile(bytes), await inExcel(bytes, '1.7')];
    expect(excel.findings).toEqual(file.findings);
    expect(tabsOf(excel)).toEqual(tabsOf(file));
    expect(tabsOf(excel).join('')).toContain(SCORES_ALIAS);
    expect(excel.quota).toEqual(file.quota);
  });

  it('with merged cells is read as its file is, from ExcelApi 1.13 on', async () => {
    const bytes = await change(plain, (units) => {
      units.mergeCells(MERGED);
    });
    const [file, excel] = [await ofFile(bytes), await inExcel(bytes, '1.13')];
    expect(excel.findings).toEqual(file.findings);
    expect(excel.findings.map(({ rule }) => rule)).toContain('cells-merged');
    expect(excel.remarks[0]).not.toContain('合并');
  });

  it('says that it does not see them before, or where there are more than Excel tells', async () => {
    const merged = await change(plain, (units) => {
      units.mergeCells(MERGED);
    });
    const many = await change(plain, (units) => {
      for (let row = 1; row <= MANY; row += 1) units.mergeCells(row, 40, row, 41);
    });
    for (const report of [await inExcel(merged, '1.12'), await inExcel(many, '1.17')]) {
      expect(report.remarks[0]).toContain('看不出合并单元格');
    }
    const rules = (await inExcel(merged, '1.12')).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('cells-merged');
  });
});
