/** The red line stands on every sheet of every output that rests on an incomplete base, on each page, and on none that rests on a whole one. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { listApplicationFiles } from '../../../rules/application-file.ts';
import { gradeApplications } from '../../../rules/grading/grade-application.ts';
import { describeGaps, describeGapsInPublic, type Gap } from '../../../rules/incomplete-base.ts';
import type { UnseenPart } from '../../../rules/roster-oddities.ts';
import { gradingOf, quotaOf } from '../../../rules/parts.ts';
import { checkRoster, type RosterCheck } from '../../../rules/check-roster.ts';
import { awardPrizes } from '../../../rules/prize.ts';
import { composePublicNotice } from '../../../rules/public-notice.ts';
import { listRosters } from '../../../rules/roster.ts';
import { writeApplicationFile } from '../../../workbook/draw/write-application-file.ts';
import { writeApplicationOverview } from '../../../workbook/draw/write-application-overview.ts';
import { writeCheckReport } from '../../../workbook/draw/write-check-report.ts';
import { writeGradeReport } from '../../../workbook/draw/write-grade-report.ts';
import { writePrizeTable } from '../../../workbook/draw/write-prize-table.ts';
import { writePublicNotice } from '../../../workbook/draw/write-public-notice.ts';
import { writeQuotaTable } from '../../../workbook/draw/write-quota-table.ts';
import { writeRosters } from '../../../workbook/draw/write-rosters.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { writeTally } from '../../../workbook/tally/write-tally.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';
import { toPdfPages } from '../../support/libreoffice.ts';
import { AWARDS_2024, GRADING, sampleScheme, type SchemeSample } from '../../support/scheme-sample.ts';
import { makeUnit, tallyOf } from '../../support/tally-files.ts';
import { missing } from '../../support/tools.ts';

const HIDDEN: UnseenPart = {
  kind: 'row-hidden',
  cell: { sheet: 'nominees', row: 16, heading: '申报编号' },
  rows: [16],
};
const GAPS: readonly Gap[] = [{ what: '隐藏的行', count: 1, unit: '处', where: [HIDDEN.cell], listed: '问题清单' }];
const LINE = describeGaps(GAPS);

let shanghai: CheckedSample;
let awards: SchemeSample;
let grading: SchemeSample;
beforeAll(async () => {
  shanghai = await checkSample();
  awards = await sampleScheme(AWARDS_2024);
  grading = await sampleScheme(GRADING);
});

/** The check of a sample, of which one row is hidden where there are to be gaps. */
function recheck(
  { scheme, roster, check }: Pick<SchemeSample, 'scheme' | 'roster' | 'check'>,
  isWhole: boolean,
): RosterCheck {
  return isWhole ? check : checkRoster(scheme, { ...roster, unseen: [HIDDEN] });
}

/** Sheets whose rows are copied into the roster, and what the document says of itself. */
const WITHOUT_LINE = ['待确认', '待结论', '人工审查事项', '目录'];

const OUTPUTS: Readonly<Record<string, (gaps: readonly Gap[]) => Promise<Uint8Array>>> = {
  名额分配表: (gaps) => writeQuotaTable(shanghai.scheme, quotaOf(shanghai.check), gaps),
  名册: (gaps) => writeRosters(shanghai.scheme, listRosters(shanghai.check), gaps, new Map()),
  公示: (gaps) => writePublicNotice(shanghai.scheme, composePublicNotice(shanghai.check), { gaps, resting: 0 }),
  奖金: (gaps) => writePrizeTable(shanghai.scheme, awardPrizes(shanghai.scheme, shanghai.check), gaps, new Map()),
  资格审查: (gaps) =>
    writeCheckReport(awards.scheme, recheck(awards, gaps.length === 0), awards.addresses, '总名册.xlsx'),
  等级评定: (gaps) => {
    const check = recheck(grading, gaps.length === 0);
    const rules = gradingOf(grading.scheme);
    const results = gradeApplications(check.index, rules);
    const report = { scheme: grading.scheme, grading: rules, check, results, certificates: new Map() };
    return writeGradeReport(report, '总名册.xlsx');
  },
  材料汇总: (gaps) => writeApplicationOverview(awards.scheme, listApplicationFiles(awards.check).slice(0, 40), gaps),
  材料清单: (gaps) => {
    const [file] = listApplicationFiles(awards.check);
    if (!file) throw new Error('nobody applies');
    return writeApplicationFile(awards.scheme, file, gaps);
  },
  评分汇总: (gaps) => {
    const { scheme } = shanghai;
    const around = {
      layout: layOutScoreSheet(scheme),
      blank: 'f',
      ignored: [],
      earlierName: null,
      lists: null,
      opinions: null,
      writes: null,
      contacts: new Map(),
      gaps,
    };
    return writeTally(tallyOf(scheme, [makeUnit('0001'), makeUnit('0002')], []), around);
  },
};

async function open(bytes: Uint8Array): Promise<ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.worksheets;
}

/** The rows that hold the line. */
function rowsOfLine(sheet: ExcelJS.Worksheet): number[] {
  const rows: number[] = [];
  sheet.eachRow((row, number) => {
    if (/^未定稿/.test(row.getCell(1).text)) rows.push(number);
  });
  return rows;
}

describe.each(Object.entries(OUTPUTS))('%s', (name, write) => {
  it('has the line once on every sheet, red, in the print area, and on each page with the headings', async () => {
    const sheets = await open(await write(GAPS));
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets) {
      if (sheet.name === '人工审查事项' || sheet.name === '目录') continue;
      expect(sheet.headerFooter.oddHeader, sheet.name).toContain('&KFF0000未定稿');
      if (WITHOUT_LINE.includes(sheet.name)) continue;
      const [row = 0, ...more] = rowsOfLine(sheet);
      expect([row > 0, more], sheet.name).toEqual([true, []]);
      expect(sheet.getCell(row, 1).text).toBe(name === '公示' ? describeGapsInPublic(GAPS) : LINE);
      expect(sheet.getCell(row, 1).font.color?.argb).toBe('FF9C0006');
      expect(sheet.pageSetup.printArea).toBeUndefined();
      const [first = 0, last = 0] = (sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number);
      if (sheet.pageSetup.fitToHeight === 1) continue;
      expect(first <= row && row <= last, `${sheet.name} repeats ${first} to ${last}, the line is ${row}`).toBe(true);
    }
  });

  it('has nothing of it where the base is whole', async () => {
    for (const sheet of await open(await write([]))) {
      expect(rowsOfLine(sheet)).toEqual([]);
      expect(sheet.headerFooter.oddHeader ?? '').not.toContain('未定稿');
    }
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('in LibreOffice', () => {
  it.each(['公示', '名册', '奖金', '名额分配表'])(
    'every page of %s bears line and mark, and the line is whole',
    async (name) => {
      const pages = await toPdfPages((await OUTPUTS[name]?.(GAPS)) ?? new Uint8Array());
      const squeezed = pages.map((page) => page.replace(/\s/g, ''));
      const line = (name === '公示' ? describeGapsInPublic(GAPS) : LINE).replace(/\s/g, '');
      expect(squeezed.filter((page) => !page.includes(line) || !page.replace(line, '').includes('未定稿'))).toEqual([]);
      expect(pages.length).toBeGreaterThan(1);
    },
  );
});
