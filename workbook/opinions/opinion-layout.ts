/** Where everything stands in a workbook of opinions, and what it says of itself, so that a returned file can be told from any other. */
import type { OutgoingOpinions } from '../../rules/opinions/plan-opinions.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { DECISION_SPELLINGS } from '../../rules/spellings.ts';
import { fingerprint } from '../fingerprint.ts';
import { OUTGOING_SHEET } from '../outgoing/outgoing-layout.ts';
import { SHEET_PROPERTY } from '../score-sheet/score-sheet-identity.ts';

export const OPINION_SHEET = { guide: OUTGOING_SHEET.guide, list: '征求意见表' } as const;

/** Of 填写说明. */
export const OPINION_LABEL = { step: '征求意见的一步', body: '征求意见的单位', answeredOn: '答复日期' } as const;

export const OPINION_PROPERTY = {
  scheme: SHEET_PROPERTY.scheme,
  edition: SHEET_PROPERTY.edition,
  step: 'pingyou.opinion.step',
  /** A score sheet and a list of nominations have none. */
  body: 'pingyou.opinion.body',
  blank: SHEET_PROPERTY.blank,
} as const;

/** The columns that are read of a returned list; the others are for whoever reads it. */
export const OPINION_COLUMNS = {
  application: { heading: '申报编号', type: 'code', naming: 'own' },
  unitName: { heading: '单位全称', type: 'text', breaks: 'nothing', optional: true },
  name: { heading: '受奖集体或姓名', type: 'text', breaks: 'nothing', optional: true },
  word: { heading: '意见', type: 'choice', choices: ['同意', '不同意'], spellings: DECISION_SPELLINGS },
  reason: { heading: '理由', type: 'text', optional: true },
  on: { heading: '日期', type: 'date', optional: true },
} as const satisfies Readonly<Record<string, RosterColumn>>;

export async function describeOpinionList(list: OutgoingOpinions): Promise<Record<string, string>> {
  const { scheme, step, body } = list;
  return {
    [OPINION_PROPERTY.scheme]: scheme.id,
    [OPINION_PROPERTY.edition]: scheme.edition,
    [OPINION_PROPERTY.step]: step.name,
    [OPINION_PROPERTY.body]: body,
    [OPINION_PROPERTY.blank]: await fingerprintOpinions(list),
  };
}

/** Over what people cannot change and an answer rests on. */
export function fingerprintOpinions({ scheme, step, body, rows }: OutgoingOpinions): Promise<string> {
  return fingerprint([
    scheme.id,
    scheme.edition,
    step.id,
    body,
    rows.map(({ nominee, unitName }) => [nominee.application, nominee.award, unitName, nominee.name]),
  ]);
}
