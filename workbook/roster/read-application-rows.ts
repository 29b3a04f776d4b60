/** The rows of the sheets around 推荐名单 that not every scheme has, as `rules/` sees them. */
import {
  MATERIAL_WORDS,
  OBJECTION_WORDS,
  type Confirmation,
  type Expert,
  type ExpertScore,
  type MaterialRow,
  type MaterialState,
  type Objection,
  type ObjectionState,
  type Project,
} from '../../rules/master-roster.ts';
import { DECISION_WORDS, type Decision, type DecisionWord } from '../../rules/decision.ts';
import { fenOfWan } from '../../rules/money.ts';
import type { TableRow } from '../intake/table.ts';
import { number, text } from './row-values.ts';

export function toProject({ row, facts }: TableRow): Project {
  const wan = number(facts, '合同额（万元）');
  return {
    row,
    unitNumber: text(facts, '单位编号'),
    name: text(facts, '工程名称'),
    amountFen: wan === null ? null : fenOfWan(wan),
    facts,
  };
}

export function toConfirmation({ row, facts }: TableRow): Confirmation {
  const holds = facts.get('结论');
  return {
    row,
    application: text(facts, '申报编号'),
    condition: text(facts, '条件'),
    holds: typeof holds === 'boolean' ? holds : null,
    by: text(facts, '确认人'),
    on: text(facts, '确认日期'),
  };
}

export function toMaterialRow({ row, facts }: TableRow): MaterialRow {
  return {
    row,
    application: text(facts, '申报编号'),
    position: number(facts, '序号'),
    state: findState<MaterialState>(MATERIAL_WORDS, text(facts, '情况')),
    pages: number(facts, '页数'),
    remark: text(facts, '备注'),
  };
}

export function toExpert({ row, facts }: TableRow): Expert {
  return {
    row,
    name: text(facts, '姓名'),
    employer: text(facts, '工作单位'),
    unitNumber: text(facts, '单位编号'),
  };
}

export function toExpertScore({ row, facts }: TableRow): ExpertScore {
  return { row, application: text(facts, '申报编号'), expert: text(facts, '专家'), points: number(facts, '得分') };
}

/** A blank state is not yet decided. */
export function toObjection({ row, facts }: TableRow): Objection {
  return {
    row,
    application: text(facts, '申报编号'),
    state: findState<ObjectionState>(OBJECTION_WORDS, text(facts, '处理结果')) ?? 'open',
    content: text(facts, '内容'),
    facts,
  };
}

export function toDecision({ row, facts }: TableRow): Decision {
  return {
    row,
    matter: text(facts, '事项'),
    subject: text(facts, '对象'),
    word: findState<DecisionWord>(DECISION_WORDS, text(facts, '决定')),
    by: text(facts, '决定单位'),
    on: text(facts, '决定日期'),
    tally: text(facts, '票数或得分'),
    reason: text(facts, '理由'),
  };
}

function findState<State extends string>(words: Readonly<Record<State, string>>, written: string): State | null {
  for (const state in words) if (words[state] === written) return state;
  return null;
}
