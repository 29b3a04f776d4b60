/** The plain line stands on every sheet some of whose rows rest on a decision, on each page, with those rows alone; on no other sheet. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster, type RosterCheck } from '../../../rules/check-roster.ts';
import type { Decision } from '../../../rules/decision.ts';
import { nameNomination } from '../../../rules/decision-rows.ts';
import { gradeApplications } from '../../../rules/grading/grade-application.ts';
import { listGaps } from '../../../rules/incomplete-base.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import type { UnseenPart } from '../../../rules/roster-oddities.ts';
import type { NomineeCheck } from '../../../rules/nominee-check.ts';
import { gradingOf } from '../../../rules/parts.ts';
import { awardPrizes } from '../../../rules/prize.ts';
import { composePublicNotice, listNotified } from '../../../rules/public-notice.ts';
import { listResting, pickResting } from '../../../rules/resting-decisions.ts';
import { listRosters } from '../../../rules/roster.ts';
import { writeGradeReport } from '../../../workbook/draw/write-grade-report.ts';
import { writePrizeTable } from '../../../workbook/draw/write-prize-table.ts';
import { writePublicNotice } from '../../../workbook/draw/write-public-notice.ts';
import { writeRosters } from '../../../workbook/draw/write-rosters.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';
import { toPdfPages } from '../../support/libreoffice.ts';
import { GRADING, sampleScheme } from '../../support/scheme-sample.ts';
import { missing } from '../../support/tools.ts';
import { unpackTexts } from '../../support/unpack.ts';

const REASON = '理由只在总名册里';
const LINE = /^(本表有 \d+ 项按总名册|注：以上名单中有)/;

let sample: CheckedSample;
/** A unit that has a department and a responsible person, and a cadre of another: the row of each was hidden, and somebody said that it holds. */
let unit: NomineeCheck;
let dependent: NomineeCheck[];
let cadre: NomineeCheck;
let decided: RosterCheck;

beforeAll(async () => {
  sample = await checkSample();
  const { nominees } = sample.check;
  const find = (holds: (each: NomineeCheck) => boolean) => {
    const found = nominees.find(holds);
    if (!found) throw new Error('not in the sample');
    return found;
  };
  const ofUnit = ({ nominee }: NomineeCheck) =>
    nominees.filter((each) => each.nominee.unitNumber === nominee.unitNumber);
  unit = find((each) => each.award.id === 'advancedUnit' && ofUnit(each).length > 2);
  dependent = ofUnit(unit).filter(({ award }) => award.id === 'securityDepartment' || award.id === 'responsiblePerson');
  cadre = find(({ award, nominee }) => award.id === 'securityCadre' && nominee.unitNumber !== unit.nominee.unitNumber);
  const { unseen, decisions } = answerHidden([unit, cadre].map(({ nominee }) => nominee));
  const { roster, scheme } = sample;
  decided = checkRoster(scheme, { ...roster, unseen, decisions: [...roster.decisions, ...decisions] });
});

/** Hidden rows of nominations, each with the row of 决定 that says that it holds. */
function answerHidden(nominees: readonly Nominee[]): { unseen: UnseenPart[]; decisions: Decision[] } {
  return {
    unseen: nominees.map(({ row }) => ({
      kind: 'row-hidden',
      cell: { sheet: 'nominees', row, heading: '单位编号' },
      rows: [row],
    })),
    decisions: nominees.map((nominee, index) => ({
      row: index + 2,
      matter: '隐藏的行',
      subject: nameNomination(nominee),
      word: 'agreed',
      by: '秘书处某人',
      on: '2024-12-01',
      tally: '',
      reason: REASON,
    })),
  };
}

const OUTPUTS: Readonly<Record<string, (check: RosterCheck) => Promise<Uint8Array>>> = {
  名册: (check) =>
    writeRosters(sample.scheme, listRosters(check), listGaps(check, 'roster'), listResting(check, 'roster')),
  公示: (check) => {
    const resting = pickResting(listNotified(check), listResting(check, 'notice'));
    return writePublicNotice(sample.scheme, composePublicNotice(check), {
      gaps: listGaps(check, 'notice'),
      resting: resting.length,
    });
  },
  奖金: (check) => {
    const prizes = awardPrizes(sample.scheme, check);
    return writePrizeTable(sample.scheme, prizes, listGaps(check, 'prize'), listResting(check, 'prize'));
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
    if (LINE.test(row.getCell(1).text)) rows.push(number);
  });
  return rows;
}

const write = async (name: string, check: RosterCheck) => (await OUTPUTS[name]?.(check)) ?? new Uint8Array();

describe('a sheet', () => {
  it.each<[string, () => Record<string, string>]>([
    [
      '名册',
      () => ({
        先进集体: `本表有 2 项按总名册“决定”表的决定列入：${name(unit)}、${nameDependent('securityDepartment')}；`,
        先进个人: `本表有 2 项按总名册“决定”表的决定列入：${nameDependent('responsiblePerson')}、${name(cadre)}；`,
      }),
    ],
    ['公示', () => ({ 公示: '注：以上名单中有 4 项经个别研究决定列入。' })],
    [
      '奖金',
      () => ({
        奖金发放表: '本表有 3 项按总名册“决定”表的决定列入：',
        汇总: '本表有 3 项按总名册“决定”表的决定计入：',
        不发放说明: `本表有 1 项按总名册“决定”表的决定列入：${nameDependent('securityDepartment')}；`,
      }),
    ],
  ])('of %s says which of its own rows rest on a decision, once, in black, on each page', async (output, expected) => {
    const sheets = await open(await write(output, decided));
    expect(sheets.map((sheet) => sheet.name)).toEqual(Object.keys(expected()));
    for (const sheet of sheets) {
      const [row = 0, ...more] = rowsOfLine(sheet);
      expect([row > 0, more], sheet.name).toEqual([true, []]);
      expect(sheet.getCell(row, 1).text).toContain(expected()[sheet.name]);
      expect(sheet.getCell(row, 1).font.color?.argb).toBe('FF000000');
      expect(sheet.headerFooter.oddHeader ?? '').not.toContain('未定稿');
      if (output === '公示') continue;
      const [first = 0, last = 0] = (sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number);
      expect(first <= row && row <= last, `${sheet.name} repeats ${first} to ${last}, the line is ${row}`).toBe(true);
    }
  });

  it.each(Object.keys(OUTPUTS))('of %s says who decided and why to nobody', async (name) => {
    for (const part of unpackTexts(await write(name, decided)).values()) {
      expect(part).not.toMatch(/秘书处某人|理由只在/);
    }
  });

  it.each(Object.keys(OUTPUTS))('of %s has nothing of it where nobody decided anything', async (name) => {
    for (const sheet of await open(await write(name, sample.check))) expect(rowsOfLine(sheet)).toEqual([]);
  });
});

it('a notice has no number of a nomination', async () => {
  const parts = [...unpackTexts(await write('公示', decided)).values()];
  for (const { nominee } of [unit, ...dependent, cadre]) {
    expect(parts.filter((part) => part.includes(nameNomination(nominee)))).toEqual([]);
  }
});

it('the register of a grade report says so of what it lists as passed, and its other sheets do not', async () => {
  const { scheme, roster, check } = await sampleScheme(GRADING);
  const [first] = check.nominees;
  if (!first) throw new Error('nobody applies');
  const decisions = answerHidden([first.nominee]);
  const write = async (result: RosterCheck) => {
    const grading = gradingOf(scheme);
    const results = gradeApplications(result.index, grading);
    return open(
      await writeGradeReport({ scheme, grading, check: result, results, certificates: new Map() }, '总名册.xlsx'),
    );
  };
  const bearing = async (result: RosterCheck) =>
    (await write(result)).filter((sheet) => rowsOfLine(sheet).length > 0).map((sheet) => sheet.name);
  expect(await bearing(check)).toEqual([]);
  const result = checkRoster(scheme, {
    ...roster,
    ...decisions,
    decisions: [...roster.decisions, ...decisions.decisions],
  });
  expect(await bearing(result)).toEqual(['评定结果']);
});

describe.skipIf(missing('soffice', 'pdftotext'))('in LibreOffice', () => {
  it('every page of a roster bears the whole line', async () => {
    const pages = await toPdfPages(await write('名册', decided));
    const squeezed = pages.map((page) => page.replace(/\s/g, ''));
    expect(pages.length).toBeGreaterThan(10);
    expect(
      squeezed.filter((page) => !/本表有2项按.*由谁决定、理由，见该表和资格审查报告的“已决定”。/.test(page)),
    ).toEqual([]);
  });

  it('the notice bears its line once, at the end', async () => {
    const pages = await toPdfPages(await write('公示', decided));
    const bearing = pages.map((page) => page.replace(/\s/g, '').includes('经个别研究决定列入。'));
    expect(bearing).toEqual(pages.map((_, index) => index === pages.length - 1));
  });
});

const name = ({ nominee }: NomineeCheck) => nameNomination(nominee);

function nameDependent(award: string): string {
  const own = dependent.find((each) => each.award.id === award);
  return own ? `${name(own)}（随 ${name(unit)}）` : '';
}
