/** Runs the cases that every scheme keeps in its `cases.yaml`, each through a real workbook. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PartRule } from '../rules/finding.ts';
import { gradeApplications } from '../rules/grading/grade-application.ts';
import type { GradeResult } from '../rules/grading/result.ts';
import { asPrize, asQuota } from '../rules/parts.ts';
import { formatYuan } from '../rules/money.ts';
import { awardPrizes } from '../rules/prize.ts';
import { allocateQuotas, inPreparation } from '../rules/quota/quota-table.ts';
import { columnsOf } from '../rules/roster-columns.ts';
import { DATED_SHEETS } from '../rules/scheme-parts.ts';
import type { Award, Scheme } from '../rules/scheme.ts';
import { sheetsOf } from '../rules/sheets.ts';
import { findScheme, listSchemeIds, TEMPLATES_FOLDER } from './support/templates.ts';
import { checkCase, listFindings, readCases } from './support/scheme-cases.ts';

const folders = [TEMPLATES_FOLDER, fileURLToPath(new URL('schemes/sixth', import.meta.url))];
const listed = await Promise.all(
  folders.map(async (folder) => (await listSchemeIds(folder)).map((id) => ({ id, folder: path.join(folder, id) }))),
);
const schemes = listed.flat();
const hasCases = ({ folder }: { folder: string }) => existsSync(path.join(folder, 'cases.yaml'));

it('finds the cases of every scheme', () => {
  expect(schemes.length).toBeGreaterThan(folders.length);
  expect(schemes.filter((each) => !hasCases(each))).toEqual([]);
});

describe.each(schemes.filter(hasCases))('$id', async ({ id, folder }) => {
  const cases = await readCases(folder);
  let scheme: Scheme;

  beforeAll(async () => {
    scheme = await findScheme(id, path.dirname(folder));
  });

  it.each(cases.allocate)('allocates: $name', ({ district, members, places }) => {
    const table = allocateQuotas(inPreparation(asQuota(scheme)), new Map([[district, members]]));
    const row = table.rows.find((each) => each.district.name === district);
    expect(Object.fromEntries([...(row?.cells ?? [])].map(([award, cell]) => [award, cell.places]))).toEqual(places);
  });

  it.each(cases.check)('checks: $name', async (each) => {
    const { findings, clauses } = await listFindings(scheme, cases, each);
    expect(findings.toSorted()).toEqual(each.findings.toSorted());
    if (each.clauses) expect(clauses.toSorted()).toEqual(each.clauses.toSorted());
  });

  it.each(cases.check.filter((each) => each.cleared))('clears: $name', async ({ rows, cleared }) => {
    const { check } = await checkCase(scheme, cases, rows);
    const passing = check.nominees.filter((each) => each.cleared).map(({ nominee }) => nominee.application);
    expect(passing).toEqual(cleared);
  });

  it('has a unit that stands for several awards, of which some pass and others do not', () => {
    expect(cases.check.filter(({ cleared }) => cleared && cleared.length > 0)).not.toEqual([]);
  });

  it.each(cases.review)('goes into the notice or not: $name', async ({ rows, notice }) => {
    const { check } = await checkCase(scheme, cases, rows);
    expect(check.nominees[0]?.standing.notice).toBe(notice);
  });

  it.each(cases.prize)('pays: $name', async ({ rows, payments }) => {
    const { check } = await checkCase(scheme, cases, rows);
    const paid = awardPrizes(asPrize(scheme), check).prizes.map(
      ({ award, fen, payer }) => `${award.name} ${formatYuan(fen)} ${fen === 0 ? '不发放' : (payer ?? '待定')}`,
    );
    expect(paid).toEqual(payments);
  });

  it.each(cases.grade)('grades: $name', async (each) => {
    const { check } = await checkCase(scheme, cases, each.rows);
    const [result] = scheme.grading ? gradeApplications(check.index, scheme.grading) : [];
    if (!result) throw new Error('no grade can be given');
    const { reached, outcome, possible, change, downgrades, revocations, lacks } = each;
    const asked = Object.entries({ reached, outcome, possible, change, downgrades, revocations });
    expect(describeGrade(result)).toMatchObject(Object.fromEntries(asked.filter(([, value]) => value !== undefined)));
    const lacking = Object.keys(lacks).map((grade) => [grade, listLacking(result, grade)]);
    expect(Object.fromEntries(lacking)).toEqual(lacks);
  });

  it('has a case that passes, and one that does not for every rule and every condition that its document gives cause for', () => {
    const found = cases.check.flatMap(({ findings }) => findings.map((finding) => finding.split(' ')[0]));
    const lacking = cases.grade.flatMap(({ lacks }) => Object.values(lacks).flat());
    const conditions = scheme.awards.flatMap((award) => award.conditions.filter(({ kind }) => kind !== 'judgement'));
    const wanted = [
      ...Object.keys(scheme.checks),
      ...conditions.map((condition) => condition.id),
      ...partRules(scheme),
    ];
    const named = new Set([...found, ...lacking]);
    expect([...new Set(wanted)].filter((rule) => !named.has(rule))).toEqual([]);
    expect(cases.check.some(({ findings, rules }) => findings.length === 0 && !rules)).toBe(true);
  });

  it('orders every column of dates', () => {
    const sheets = sheetsOf(scheme).filter((sheet) => DATED_SHEETS.some((dated) => dated === sheet));
    const dates = sheets.flatMap((sheet) => columnsOf(sheet, scheme).filter(({ type }) => type === 'date'));
    const ordered = scheme.dateOrder.flatMap(({ points }) =>
      points.map((point) => 'heading' in point && point.heading),
    );
    expect(dates.map(({ heading }) => heading).filter((heading) => !ordered.includes(heading))).toEqual([]);
  });

  it('has cases of every part that it has', () => {
    const parts = { allocate: scheme.quota, prize: scheme.prize, grade: scheme.grading } as const;
    for (const kind of ['allocate', 'prize', 'grade'] as const) {
      expect({ kind, has: cases[kind].length > 0 }).toEqual({ kind, has: parts[kind] !== null });
    }
  });
});

/** The rules that the optional parts of a scheme bring with figures of the document's own. */
function partRules({ limits, materials, expertReview, notice, grading, dateOrder }: Scheme): PartRule[] {
  const has: Partial<Record<PartRule, boolean>> = {
    'cap-exceeded': limits.caps.length > 0,
    'unit-limit': limits.perUnit.length > 0,
    'material-missing': materials !== null,
    'material-unregistered': materials !== null,
    'expert-own-employer': expertReview !== null,
    'expert-score-out-of-range': expertReview !== null,
    'objection-open': notice.objections !== null,
    'objection-upheld': notice.objections !== null,
    'dates-contradict': dateOrder.length > 0,
    'certificate-term': Boolean(grading?.certificate.held),
    'grade-ground': grading !== null && grading.downgrades.length + grading.revocations.length > 0,
    'certificate-number-malformed': grading !== null,
    'certificate-number-twice': grading !== null,
  };
  return (Object.keys(has) as PartRule[]).filter((rule) => has[rule]);
}

function describeGrade({ reached, outcome, possible, change, downgrades, revocations }: GradeResult) {
  const show = (grade: Award | null) => grade?.shortName ?? '无';
  return {
    reached: show(reached),
    outcome: show(outcome),
    possible: show(possible),
    change,
    downgrades: downgrades.length,
    revocations: revocations.length,
  };
}

/** Ids of the conditions of a grade that are not answered yes. */
function listLacking({ steps }: GradeResult, grade: string): string[] {
  const step = steps.find((each) => each.grade.shortName === grade);
  if (!step) throw new Error(`${grade} is no grade that was assessed`);
  return step.reasons.filter(({ answer }) => answer !== 'yes').map(({ condition }) => condition.id);
}
