import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CITED_RULES, FORMAT_RULES, type Finding } from '../../../rules/finding.ts';
import { SHEET } from '../../../rules/roster-cell.ts';
import { proveVerdict } from '../../../rules/verdict.ts';
import { nameRule, SEVERITY_WORDS } from '../../../rules/name-rule.ts';
import { outcomeOf } from '../../../workbook/draw/report-outcome.ts';
import { writeCheckReport } from '../../../workbook/draw/write-check-report.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';
import { readValues, recalculate, toPdfPages, type CellValues } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

let sample: CheckedSample;
let report: Uint8Array;
let values: CellValues;

beforeAll(async () => {
  sample = await checkSample({ flawed: true });
  report = await writeCheckReport(sample.scheme, sample.check, sample.addresses, '样例总名册.xlsx');
  values = await readValues(report);
});

/** The rows below the heading row, each by heading. */
function readList(sheet: string): Map<string, string>[] {
  const cells = values.get(sheet) ?? new Map<string, string | number | boolean>();
  const headings = [1, 2, 3, 4, 5].find((row) => cells.get(`A${row}`) === '序号') ?? 0;
  const columns = Array.from('ABCDEFGHIJKL').filter((letter) => cells.has(`${letter}${headings}`));
  const rows: Map<string, string>[] = [];
  for (let row = headings + 1; cells.has(`A${row}`); row += 1) {
    rows.push(
      new Map(
        columns.map((letter) => [
          String(cells.get(`${letter}${headings}`)),
          String(cells.get(`${letter}${row}`) ?? ''),
        ]),
      ),
    );
  }
  return rows;
}

describe('writeCheckReport', () => {
  it('lists every finding with what is wrong, what would mend it and the clause', () => {
    const { remarks: findings } = sample.check;
    expect(findings.length).toBeGreaterThan(20);
    const rows = readList('问题清单');
    expect(rows).toHaveLength(findings.length);
    for (const [index, finding] of findings.entries()) {
      const row = rows[index];
      expect(row?.get('性质')).toBe(SEVERITY_WORDS[finding.severity]);
      expect(row?.get('具体情况')).toBe(finding.message);
      expect(row?.get('更正办法')).toBe(finding.mend);
      expect(row?.get('原文')).toBe(finding.cite?.quote ?? '');
      expect(row?.get('依据')).toContain(finding.cite?.clause ?? '');
    }
  });

  it('gives addresses that stand under the heading that the finding is about', async () => {
    const source = new ExcelJS.Workbook();
    await source.xlsx.load(Uint8Array.from(sample.bytes).buffer);
    for (const [index, row] of readList('问题清单').entries()) {
      const sheet = source.getWorksheet(row.get('工作表'));
      const [, column = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(row.get('单元格') ?? '') ?? [];
      const [cell] = sample.check.remarks[index]?.where ?? [];
      const isGuide = cell?.sheet === 'scheme';
      // 说明 has its labels to the left.
      const heading = isGuide ? `A${number}` : `${column}1`;
      expect(sheet?.getCell(heading).text).toBe(row.get('栏目'));
      expect(sheet?.name).toBe(cell && SHEET[cell.sheet]);
      if (!isGuide) expect(Number(number)).toBe(cell?.row ?? 1);
    }
  });

  it('gives each nominee its verdict and the proof line', () => {
    const rows = readList('逐人结论');
    expect(rows).toHaveLength(sample.check.nominees.length);
    for (const [index, nominee] of sample.check.nominees.entries()) {
      expect(rows[index]?.get('理由')).toBe(proveVerdict(sample.check.index, nominee));
      expect(rows[index]?.get('结论') === '通过').toBe(nominee.cleared);
    }
  });

  it('sums up nominees and findings', () => {
    const { nominees, remarks } = sample.check;
    const cells = [...(values.get('结论')?.values() ?? [])];
    const outcomes = nominees.map(outcomeOf);
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    const total = cells.indexOf('合计');
    expect(cells.slice(total + 1, total + 5)).toEqual([
      nominees.length,
      count('cleared'),
      count('refused'),
      count('open'),
    ]);
    const totals = (['violation', 'question', 'note'] as const).map(
      (wanted) => remarks.filter(({ severity }) => severity === wanted).length,
    );
    expect(cells.slice(-3)).toEqual(totals);
  });

  it('marks a count of nominees above the places, and nothing at the places', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(report).buffer);
    const sheet = workbook.getWorksheet('结论');
    const red: string[] = [];
    sheet?.eachRow((row) => {
      row.eachCell((cell) => {
        // The line about an incomplete base is red as well.
        const isRed = cell.font.bold && cell.font.color?.argb === 'FF9C0006';
        if (isRed && !cell.text.startsWith('未定稿')) red.push(cell.text);
      });
    });
    const over = sample.check.places.filter(({ nominees, places }) => nominees.length > places);
    expect(over.length).toBeGreaterThan(0);
    expect(red).toEqual(over.map(({ nominees }) => String(nominees.length)));
  });

  it('lists each condition that people judge, once', () => {
    const rows = readList('人工审查事项');
    const demands = sample.scheme.awards.flatMap(({ conditions }) =>
      conditions.filter(({ kind }) => kind === 'judgement').map(({ demand }) => demand),
    );
    expect(rows.map((row) => row.get('审查事项')).sort()).toEqual([...new Set(demands)].sort());
    expect(rows.find((row) => row.get('审查事项') === '保卫工作制度健全')?.get('适用奖项')).toBe(
      '先进单位、先进保卫部门',
    );
    expect(rows.every((row) => row.get('原文') !== '' && row.get('依据')?.startsWith('沪企保协'))).toBe(true);
  });

  it('holds no ID number in any part of the file', () => {
    const numbers = sample.roster.nominees.map(({ idNumber }) => idNumber).filter((each) => each !== '');
    expect(numbers.length).toBeGreaterThan(500);
    for (const text of unpackTexts(report).values()) {
      expect(numbers.filter((each) => text.includes(each))).toEqual([]);
    }
  });

  it('hides an ID number that stands in a column for names', async () => {
    const [first, ...rest] = sample.check.nominees;
    if (!first) throw new Error('the sample has nominees');
    const idNumber = '990000197503120015';
    const nominee = { ...first.nominee, name: `样某${idNumber}` };
    const check = { ...sample.check, nominees: [{ ...first, nominee }, ...rest] };
    const bytes = await writeCheckReport(sample.scheme, check, sample.addresses, `${idNumber}.xlsx`);
    for (const text of unpackTexts(bytes).values()) expect(text).not.toContain(idNumber);
  });
});

describe('nameRule', () => {
  it('has a Chinese name for every rule', () => {
    const name = (rule: Finding['rule']) => nameRule(sample.scheme, { rule, cite: null });
    const names = [...FORMAT_RULES, ...CITED_RULES].map(name);
    expect(names.every((each) => /^\p{Script=Han}+$/u.test(each))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(name('independent-legal-person')).toBe('先进单位须具有独立法人资格');
  });
});

describe('outcomeOf', () => {
  it('tells refused from open by what is wrong, not by what is unknown', () => {
    const { remarks: findings } = sample.check;
    const violations = findings.filter(({ severity }) => severity === 'violation').slice(0, 1);
    const questions = findings.filter(({ severity }) => severity === 'question').slice(0, 1);
    expect([violations.length, questions.length]).toEqual([1, 1]);
    expect(outcomeOf({ cleared: true, answer: 'yes', findings: questions })).toBe('cleared');
    expect(outcomeOf({ cleared: false, answer: 'no', findings: [] })).toBe('refused');
    expect(outcomeOf({ cleared: false, answer: 'unknown', findings: [...questions, ...violations] })).toBe('refused');
    expect(outcomeOf({ cleared: false, answer: 'yes', findings: violations })).toBe('refused');
    expect(outcomeOf({ cleared: false, answer: 'unknown', findings: questions })).toBe('open');
  });
});

describe.skipIf(missing('soffice', 'pdftotext'))('the check report in LibreOffice', () => {
  it('recalculates to the values that were written', async () => {
    expect(unpackTexts(report).get('xl/worksheets/sheet1.xml')).toContain('<f>SUM(');
    expect(await recalculate(report)).toEqual(values);
  });

  it('repeats the heading row on each page of a list', async () => {
    const pages = await toPdfPages(report);
    const verdicts = pages.filter((page) => page.includes('符合参评条件') && page.includes('受奖集体/姓名'));
    expect(verdicts.length).toBeGreaterThan(10);
    expect(pages.filter((page) => page.trim() === '')).toEqual([]);
    const numbers = pages.map((page) => /第 *(\d+) *页 *共 *(\d+) *页/.exec(page)?.slice(1).map(Number));
    expect(numbers).toEqual(pages.map((_, index) => [index + 1, pages.length]));
  });
});
