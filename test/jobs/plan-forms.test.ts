/** A form whose own rows nobody sees, or somebody has struck out, says so, or that somebody decided about them; a certificate waits. */
import { beforeAll, expect, it } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import type { Decision } from '../../rules/decision.ts';
import { nameNomination } from '../../rules/decision-rows.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import type { UnseenPart } from '../../rules/roster-oddities.ts';
import { planForms } from '../../jobs/plan-forms.ts';
import { readFormTemplates, TEMPLATES_FOLDER } from '../support/templates.ts';
import { AWARDS_2024, GRADING, sampleScheme, type SchemeSample } from '../support/scheme-sample.ts';

const SHANGHAI = { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER };
let samples: Readonly<Record<'awards' | 'grading' | 'shanghai', SchemeSample>>;
beforeAll(async () => {
  const [awards, grading, shanghai] = await Promise.all([AWARDS_2024, GRADING, SHANGHAI].map((id) => sampleScheme(id)));
  if (!awards || !grading || !shanghai) throw new Error('no samples');
  samples = { awards, grading, shanghai };
});

/** Plans the forms of a sample of which the row of one nominee is hidden, and perhaps answered for. */
async function plan(
  { scheme, roster }: SchemeSample,
  hidden: Nominee | undefined,
  { draft = false, decisions = [] }: { draft?: boolean; decisions?: readonly Decision[] } = {},
) {
  const part = (row: number): UnseenPart => ({
    kind: 'row-hidden',
    cell: { sheet: 'nominees', row, heading: '申报编号' },
    rows: [row],
  });
  const check = checkRoster(scheme, {
    ...roster,
    decisions: [...roster.decisions, ...decisions],
    unseen: hidden ? [part(hidden.row)] : [],
  });
  const certify = () => ({ number: 'X1', unitName: '', grade: '', issued: '', validUntil: '', code: 'CODE' });
  const planned = planForms(scheme, check, await readFormTemplates(scheme), { by: 'all', copies: 1, draft, certify });
  const pages = planned.files.flatMap((file) => file.pages);
  return { ...planned, pages, remarked: pages.filter(({ mark }) => mark !== undefined && mark.kind !== 'word') };
}

/** A nominee with forms of a stage that is printed. */
async function findNominee(sample: SchemeSample, stage: string): Promise<Nominee> {
  const awards = sample.scheme.forms.filter((form) => form.stage === stage).map(({ award }) => award);
  const { printed } = await plan(sample, undefined);
  const found = printed.find(({ award }) => awards.includes(award.id));
  if (!found) throw new Error(`no form of stage ${stage}`);
  return found.nominee;
}

it('without a hidden row no form says anything', async () => {
  for (const sample of Object.values(samples)) expect((await plan(sample, undefined)).remarked).toEqual([]);
});

it('an approval form says which row is hidden, and is no draft', async () => {
  const sample = Object.values(samples).find(({ scheme }) => scheme.forms.some(({ stage }) => stage === 'approval'));
  if (!sample) throw new Error('no scheme has approval forms');
  const nominee = await findNominee(sample, 'approval');
  const { remarked } = await plan(sample, nominee);
  expect(remarked.length).toBeGreaterThan(0);
  for (const { mark, name } of remarked) {
    const text = `未定稿：要先处理“隐藏的行”（推荐名单第 ${nominee.row} 行）`;
    expect(mark).toEqual({ kind: 'sentence', text, label: '未定稿' });
    expect(name.startsWith(`${nominee.application}-`)).toBe(true);
  }
});

it('a slip in a conclusion is nothing to the form that is signed before it, and said to the certificate', async () => {
  const { scheme, roster } = samples.shanghai;
  const nominee = await findNominee(samples.shanghai, 'approval');
  const slip = (matter: string | undefined, word: Decision['word']) => ({
    ...answer(nominee),
    matter: matter ?? '',
    word,
  });
  const wrong = slip(scheme.review?.steps.at(-1)?.name, 'agreed');
  const others = roster.decisions.filter(({ subject }) => subject !== wrong.subject);
  const { remarked, printed } = await plan(
    { ...samples.shanghai, roster: { ...roster, decisions: [...others, wrong] } },
    undefined,
  );
  expect(printed.map((each) => each.nominee)).toContainEqual(nominee);
  expect(remarked).toEqual([]);
});

it('a form of a department that falls with its unit says whose conclusion it was', async () => {
  const { scheme, roster } = samples.shanghai;
  const unit = roster.nominees.find(({ award }) => award === '先进单位');
  const own = roster.nominees.filter(({ unitNumber }) => unitNumber === unit?.unitNumber);
  const first = scheme.review?.steps[0]?.name ?? '';
  const decisions = roster.decisions.map((row) =>
    row.matter === first && row.subject === unit?.application ? { ...row, word: 'rejected' as const } : row,
  );
  const { skipped } = await plan({ ...samples.shanghai, roster: { ...roster, decisions } }, undefined);
  expect(skipped.map(({ nominee, reason }) => [nominee.row, reason])).toEqual(
    own.map(({ row }) => [
      row,
      row === unit?.row ? '评审结论为不入围' : `所在单位的先进单位推荐（推荐名单第 ${unit?.row ?? 0} 行）不入围`,
    ]),
  );
});

const answer = (nominee: Nominee): Decision => ({
  row: 999,
  matter: '隐藏的行',
  subject: nameNomination(nominee),
  word: 'agreed',
  by: '秘书处',
  on: '2024-12-01',
  tally: '',
  reason: '核对过',
});

it('an approval form that rests on a decision says so, and is no draft', async () => {
  const nominee = await findNominee(samples.shanghai, 'approval');
  const { remarked } = await plan(samples.shanghai, nominee, { decisions: [answer(nominee)] });
  const number = nameNomination(nominee);
  expect(remarked.map(({ mark }) => mark?.text)).toContain(`按总名册“决定”表的决定通过审查（${number}）`);
  const ofOthers = remarked.filter(({ name }) => !name.startsWith(`${nominee.application}-`));
  for (const { mark } of ofOthers) expect(mark?.text).toBe(`按总名册“决定”表的决定通过审查（随 ${number}）`);
  for (const { mark } of remarked) expect([mark?.kind, mark?.label]).toEqual(['note', undefined]);
});

it('neither what the applicant hands in nor a certificate says anything of a decision', async () => {
  for (const [sample, stage] of [
    [samples.awards, 'application'],
    [samples.grading, 'certificate'],
  ] as const) {
    const nominee = await findNominee(sample, stage);
    const { remarked, printed } = await plan(sample, nominee, { decisions: [answer(nominee)] });
    expect(printed.map((each) => each.nominee)).toContainEqual(nominee);
    const stages = new Map(sample.scheme.forms.map((form) => [form.sheet, form.stage]));
    expect(remarked.filter(({ sheet }) => stages.get(sheet) !== 'approval')).toEqual([]);
  }
});

it('what the applicant hands in never says that it is not final', async () => {
  const sample = Object.values(samples).find(({ scheme }) => scheme.forms.some(({ stage }) => stage === 'application'));
  if (!sample) throw new Error('no scheme has application forms');
  const nominee = await findNominee(sample, 'application');
  const { pages } = await plan(sample, nominee);
  const stages = new Map(sample.scheme.forms.map(({ sheet, stage }) => [sheet, stage]));
  const own = pages.filter(
    ({ name, sheet }) => name.startsWith(`${nominee.application}-`) && stages.get(sheet) === 'application',
  );
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(({ mark }) => mark !== undefined)).toEqual([]);
});

it('a certificate is not issued on a row that nobody has answered for, but as a draft without a code', async () => {
  const nominee = await findNominee(samples.grading, 'certificate');
  const { skipped, printed } = await plan(samples.grading, nominee);
  expect(printed.some((each) => each.nominee === nominee)).toBe(false);
  expect(skipped.map(({ nominee: { row }, reason }) => [row, reason])).toEqual([
    [nominee.row, `要先处理“隐藏的行”（推荐名单第 ${nominee.row} 行）`],
  ]);
  const marked = (await plan(samples.grading, nominee, { draft: true })).pages;
  const drafts = marked.filter(({ mark }) => mark?.text === '草稿');
  expect(drafts).toHaveLength(1);
  expect([...(drafts[0]?.values.values() ?? [])]).not.toContain('CODE');
});
