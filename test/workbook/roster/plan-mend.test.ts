/** What is filled in, and what a person has to choose. */
import { expect, it } from 'vitest';
import type { Finding } from '../../../rules/finding.ts';
import type { CellRef } from '../../../rules/roster-cell.ts';
import { mergeFindings } from '../../../rules/merge-findings.ts';
import { planMend } from '../../../workbook/roster/plan-mend.ts';
import { makeAward, makeIndex, makeNominee, makeScheme } from '../../support/small-scheme.ts';

const SCHEME = makeScheme([makeAward('gold', '金', [])]);
const columns = new Map([
  ['奖项', 'A'],
  ['单位名称', 'B'],
  ['身份证号', 'C'],
  ['主要事迹', 'D'],
]);
const addresses = new Map([['nominees' as const, { sheetName: '推荐名单 ', headingRow: 1, lastRow: 99, columns }]]);
const at = (heading: string): CellRef => ({ sheet: 'nominees', row: 5, heading });

function finding(candidates: readonly string[], more: Partial<Finding> = {}): Finding {
  return {
    rule: 'unknown-award',
    severity: 'violation',
    cite: null,
    where: [at('奖项')],
    nominations: [],
    message: '奖项不明',
    found: '金奖',
    mend: '',
    candidates,
    ...more,
  };
}

function plan(...findings: Finding[]) {
  const index = makeIndex(SCHEME, { nominees: [makeNominee('金等级')] });
  const { mendings, choosings } = planMend({ index, remarks: mergeFindings(findings) }, addresses);
  return [
    ...mendings.map(({ sheet, address, value }) => `${sheet}!${address} = ${value ?? ''}`),
    ...choosings.map(({ sheet, address, choices }) => `${sheet}!${address}? ${choices.join(' ')}`),
  ];
}

const decision = { row: 2, matter: '', subject: '', word: 'agreed', by: '', on: '', tally: '', reason: '' } as const;

it.each<[string, readonly Finding[], string[]]>([
  ['the single candidate of a violation', [finding(['金'])], ['推荐名单 !A5 = 金']],
  ['that of a question', [finding(['金'], { severity: 'question' })], ['推荐名单 !A5? 金']],
  ['two', [finding(['金', '银'])], ['推荐名单 !A5? 金 银']],
  ['none', [finding([])], []],
  ['that of what is decided', [finding(['金'], { decision })], []],
  ['the same of two findings', [finding(['金']), finding(['金'], { rule: 'field-missing' })], ['推荐名单 !A5 = 金']],
  ['different ones of two', [finding(['金']), finding(['银'], { rule: 'field-missing' })], ['推荐名单 !A5? 金 银']],
  ['that of a column that the sheet lacks', [finding(['金'], { where: [at('职务')] })], []],
  ['two of a column that the sheet lacks', [finding(['金', '银'], { where: [at('职务')] })], []],
])('%s', (_, findings, planned) => {
  expect(plan(...findings)).toEqual(planned);
});

it('the single candidate of a question is filled in where the cell is blank, and several are offered', () => {
  const row = (facts: Readonly<Record<string, string | null>>) => [{ ...makeNominee('金等级', facts), row: 5 }];
  const planned = (facts: Readonly<Record<string, string | null>>, candidates: readonly string[]) => {
    const index = makeIndex(SCHEME, { nominees: row(facts) });
    const remarks = mergeFindings([finding(candidates, { severity: 'question' })]);
    const { mendings, choosings } = planMend({ index, remarks }, addresses);
    return [mendings.map(({ value }) => value), choosings.map(({ choices }) => choices)];
  };
  expect(planned({ 奖项: null }, ['金'])).toEqual([['金'], []]);
  expect(planned({ 奖项: '' }, ['金'])).toEqual([['金'], []]);
  expect(planned({ 奖项: '金奖' }, ['金'])).toEqual([[], [['金']]]);
  expect(planned({ 奖项: null }, ['金', '银'])).toEqual([[], [['金', '银']]]);
});

it('nothing private is told', () => {
  const index = makeIndex(SCHEME, {
    notes: [
      { cell: at('身份证号'), kind: 'id-number-form', message: '', found: '9900', canonical: '99000019750312001X' },
      {
        cell: at('主要事迹'),
        kind: 'white-space',
        message: '',
        found: '电话 13800001234',
        canonical: '电话13800001234',
      },
    ],
  });
  const { mendings } = planMend({ index, remarks: [] }, addresses);
  expect(mendings.map(({ value }) => value)).toEqual(['99000019750312001X', '电话13800001234']);
  expect(JSON.stringify(mendings.map(({ old, shown, reason }) => [old, shown, reason]))).not.toMatch(/\d{4}/);
});
