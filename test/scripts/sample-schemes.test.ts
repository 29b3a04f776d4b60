/** The sample of every scheme: what is said to be in order is, and what is planted is found, no less and no more. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import { unitOfHeading } from '../../rules/checks/magnitudes.ts';
import { asksForConfirmation, isLeftToPeople, registeredCell } from '../../rules/conditions/registry.ts';
import { FORMAT_RULES, PART_RULES } from '../../rules/finding.ts';
import { gradeApplications } from '../../rules/grading/grade-application.ts';
import { groupBy } from '../../rules/group-by.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { linksApplications, sheetsOf } from '../../rules/sheets.ts';
import { makeSampleRoster, type SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { findScheme, listSchemeIds, TEMPLATES_FOLDER } from '../support/templates.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';

const folders = [TEMPLATES_FOLDER, fileURLToPath(new URL('../schemes/sixth', import.meta.url))];
const schemes = await Promise.all(
  folders.map(async (folder) => (await listSchemeIds(folder)).map((id) => ({ id, folder }))),
);

describe.each(schemes.flat())('$id', ({ id, folder }) => {
  let scheme: Scheme;
  beforeAll(async () => {
    scheme = await findScheme(id, folder);
  });

  test('in order, it has rows in every sheet, no findings, and everybody passes', async () => {
    const made = makeSampleRoster(scheme, { seed: 7, flawed: false });
    const empty = sheetsOf(scheme).filter((sheet) => made.tables[sheet].length === 0);
    expect(new Set(empty)).toEqual(
      new Set([...(scheme.quota ? ['overrides'] : []), ...(scheme.review ? [] : ['decisions'])]),
    );
    const check = await checkWritten(scheme, made);
    expect(check.remarks.slice(0, 5)).toEqual([]);
    expect(check.nominees.filter(({ cleared }) => !cleared)).toEqual([]);
    expect(check.nominees).toHaveLength(made.tables.nominees.length);
    // Whoever applies for a grade in the sample gets that one or a better one.
    const { grading } = scheme;
    const rank = (award: Award | null) => (award ? (grading?.grades.indexOf(award.id) ?? 0) : Infinity);
    const results = grading ? gradeApplications(check.index, grading) : [];
    const short = results.filter(({ applied, outcome }) => rank(outcome) > rank(applied));
    expect(short.map(({ nominee, applied, outcome }) => [nominee.row, applied?.name, outcome?.name])).toEqual([]);
  });

  test('has nominees of every award, and without places of its own 300 of them', () => {
    const { nominees } = makeSampleRoster(scheme, { seed: 7, flawed: false }).tables;
    const awards = new Set(nominees.map((row) => row.get('奖项')));
    expect(awards).toEqual(new Set(scheme.awards.map(({ name }) => name)));
    if (!scheme.quota) expect(nominees).toHaveLength(300);
  });

  test('has units that stand for two and three awards, where the document lets a unit', () => {
    const { nominees } = makeSampleRoster(scheme, { seed: 7, flawed: false }).tables;
    const sizes = [...groupBy(nominees, (row) => row.get('单位编号')).values()].map((rows) => rows.length);
    const { perUnit } = scheme.limits;
    const allowed = perUnit.length > 0 ? perUnit.reduce((sum, { most }) => sum + most.value, 0) : 3;
    const most = scheme.grading ? 1 : Math.min(3, allowed);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(most);
    if (most > 1) expect(sizes).toContain(2);
  });

  test.each([0, 7, 2024])(
    'flawed with seed %i, it has exactly the flaws that it says, each where it says',
    async (seed) => {
      const flawed = makeSampleRoster(scheme, { seed, flawed: true });
      const { remarks } = await checkWritten(scheme, flawed);
      const found = remarks.map(({ rule, severity, where: [{ sheet, row, heading }] }) =>
        [rule, severity, SHEET[sheet], row, heading].join(' '),
      );
      const planted = flawed.flaws.map(({ rule, severity, sheet, row, heading }) =>
        [rule, severity, SHEET[sheet], row, heading].join(' '),
      );
      expect(found.toSorted()).toEqual(planted.toSorted());
      expect(new Set(planted).size).toBe(planted.length);
    },
  );

  test('flawed, it has a nominee that a body shortlists against a condition, and says why', async () => {
    const { nominees } = await checkWritten(scheme, makeSampleRoster(scheme, { seed: 7, flawed: true }));
    const against = nominees.filter(({ standing }) => standing.notice === 'against');
    expect(against.map(({ answer, cleared }) => [answer, cleared])).toEqual(
      scheme.review?.steps.length === 1 ? [['no', false]] : [],
    );
  });

  test('flawed, it breaks every rule and every condition that a program can judge', () => {
    const { flaws } = makeSampleRoster(scheme, { seed: 7, flawed: true });
    const conditions = scheme.awards.flatMap((award) => award.conditions.filter((each) => !isLeftToPeople(each)));
    const once = scheme.checks['nominated-twice'] || scheme.waivers['applied-twice'] ? [] : ['applied-twice'];
    const rules = [
      ...generalRules(scheme),
      ...Object.keys(scheme.checks),
      ...once,
      ...conditions.map((each) => each.id),
    ];
    expect(new Set(flaws.map(({ rule }) => rule))).toEqual(new Set(rules));
  });

  test('the seed rules everything', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => makeSampleRoster(scheme, { seed, flawed: true }));
    expect(same).toEqual(one);
    expect(other?.tables.nominees[0]).not.toEqual(one?.tables.nominees[0]);
  });
});

async function checkWritten(scheme: Scheme, { tables, remarks, looks, coverage }: SampleRoster) {
  const bytes = await writeMasterRoster(scheme, tables, remarks, { looks, coverage });
  return checkRoster(scheme, readMasterRoster(openWorkbook(bytes, '样例.xlsx'), scheme).roster);
}

type GeneralRule = (typeof FORMAT_RULES | typeof PART_RULES)[number];

/** Rules that no document words, but that its parts bring with them. */
function generalRules(scheme: Scheme): GeneralRule[] {
  const { districts, scoreSheet, quota, roster, limits, materials, expertReview, notice, grading, awards, dateOrder } =
    scheme;
  const confirms = awards.some(({ conditions }) => conditions.some(asksForConfirmation));
  const links = linksApplications(scheme);
  const has: Readonly<Record<GeneralRule, boolean>> = {
    'coverage-unclear': (quota?.published ?? []).length > 0,
    'members-differ': (quota?.published ?? []).length > 0,
    'unreadable-cell': true,
    'cell-note': true,
    'duplicate-unit-number': true,
    'duplicate-unit-code': true,
    'unit-code-differs': true,
    // Shown by a test of its own: not every sample has numbers with zeros in front.
    'zeros-lost': false,
    'unknown-award': true,
    'unknown-district': districts.length > 0,
    'score-row-unknown': scoreSheet !== null,
    'score-row-twice': scoreSheet !== null,
    'project-unit-unknown': roster.projects !== null,
    'override-invalid': quota !== null,
    'sequence-unknown': roster.sequence !== null,
    'unit-number-blank': true,
    'decision-subject-unknown': true,
    'decision-idle': true,
    'decision-incomplete': true,
    'decision-word-unfit': true,
    'decision-twice': true,
    'conclusion-unreasoned': scheme.review !== null,
    'conclusion-after-rejection': (scheme.review?.steps.length ?? 0) > 1,
    // Shown by a test of its own: not every document names a day.
    'decision-day-odd': false,
    'opinion-adverse': scheme.review?.steps.some(({ asks }) => asks !== null) ?? false,
    'opinion-body-differs': scheme.review?.steps.some(({ asks }) => asks !== null) ?? false,
    'conclusion-body-differs': scheme.review !== null,
    'award-places-exceeded': (scheme.review?.places.length ?? 0) > 0,
    'panel-missing': expertReview !== null,
    'panel-incomplete': expertReview !== null,
    // Shown by a test of its own: a tie needs the whole panel of an award.
    'tie-at-line': false,
    'name-not-public': true,
    'row-hidden': true,
    'row-struck': true,
    'column-hidden': true,
    'sheet-hidden': true,
    // Shown by tests of their own: the sample is written by a program, in plain rows under its own headings.
    'sheet-copied': false,
    'row-unclear': false,
    'cells-merged': false,
    'heading-alias': false,
    'application-blank': links,
    'application-missing': !links,
    'application-twice': true,
    'application-unknown': links,
    'condition-unknown': confirms,
    'confirmation-twice': confirms,
    'material-unknown': materials !== null,
    'material-twice': materials !== null,
    'material-missing': materials !== null,
    'material-unregistered': materials !== null,
    'material-waiver-unexplained': materials !== null,
    'expert-unknown': expertReview !== null,
    'expert-namesake': expertReview !== null,
    'expert-employer-blank': expertReview !== null,
    'expert-score-twice': expertReview !== null,
    'expert-own-employer': expertReview !== null,
    'expert-score-blank': expertReview !== null,
    'expert-score-out-of-range': expertReview !== null,
    'objection-open': notice.objections !== null,
    'objection-upheld': notice.objections !== null,
    'cap-exceeded': limits.caps.length > 0,
    'unit-limit': limits.perUnit.length > 0,
    'certificate-number-malformed': grading !== null,
    'certificate-number-twice': grading !== null,
    'certificate-term': Boolean(grading?.certificate.held),
    'dates-contradict': dateOrder.length > 0,
    'registration-blank': awards.some(({ conditions }) => conditions.some((each) => registeredCell(each) !== null)),
    'magnitude-odd': (['projects', 'memberUnits'] as const).some((sheet) =>
      columnsOf(sheet, scheme).some((column) => sheetsOf(scheme).includes(sheet) && unitOfHeading(column) !== null),
    ),
    'grade-ground': grading !== null && grading.downgrades.length + grading.revocations.length > 0,
  };
  return [...FORMAT_RULES, ...PART_RULES].filter((rule) => has[rule]);
}
