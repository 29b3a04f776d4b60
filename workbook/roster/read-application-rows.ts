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
import { DECIDED_ABOUT } from '../../rules/application-columns.ts';
import { DECISION_WORDS, type Decision, type DecisionWord } from '../../rules/decision.ts';
import { fenOfWan } from '../../rules/money.ts';
import type { TableRow } from '../intake/table.ts';
import { numberIn, textIn } from './row-values.ts';

export function toProject({ row, facts }: TableRow): Project {
  const wan = numberIn(facts, '合同额（万元）');
  return {
    row,
    unitNumber: textIn(facts, '单位编号'),
    name: textIn(facts, '工程名称'),
    amountFen: wan === null ? null : fenOfWan(wan),
    facts,
  };
}

export function toConfirmation({ row, facts }: TableRow): Confirmation {
  const holds = facts.get('结论');
  return {
    row,
    application: textIn(facts, '申报编号'),
    condition: textIn(facts, '条件'),
    holds: typeof holds === 'boolean' ? holds : null,
    by: textIn(facts, '确认人'),
    on: textIn(facts, '确认日期'),
  };
}

export function toMaterialRow({ row, facts }: TableRow): MaterialRow {
  return {
    row,
    application: textIn(facts, '申报编号'),
    position: numberIn(facts, '序号'),
    state: findState<MaterialState>(MATERIAL_WORDS, textIn(facts, '情况')),
    pages: numberIn(facts, '页数'),
    remark: textIn(facts, '备注'),
  };
}

export function toExpert({ row, facts }: TableRow): Expert {
  return {
    row,
    name: textIn(facts, '姓名'),
    employer: textIn(facts, '工作单位'),
    unitNumber: textIn(facts, '单位编号'),
  };
}

export function toExpertScore({ row, facts }: TableRow): ExpertScore {
  return {
    row,
    application: textIn(facts, '申报编号'),
    expert: textIn(facts, '专家'),
    points: numberIn(facts, '得分'),
  };
}

/** A blank state is not yet decided. */
export function toObjection({ row, facts }: TableRow): Objection {
  return {
    row,
    application: textIn(facts, '申报编号'),
    state: findState<ObjectionState>(OBJECTION_WORDS, textIn(facts, '处理结果')) ?? 'open',
    content: textIn(facts, '内容'),
    facts,
  };
}

export function toDecision({ row, facts }: TableRow): Decision {
  return {
    row,
    matter: textIn(facts, '事项'),
    subject: textIn(facts, '对象'),
    word: findState<DecisionWord>(DECISION_WORDS, textIn(facts, '决定')),
    by: textIn(facts, '决定单位'),
    on: textIn(facts, '决定日期'),
    tally: textIn(facts, '票数或得分'),
    reason: textIn(facts, '理由'),
    about: textIn(facts, DECIDED_ABOUT),
  };
}

function findState<State extends string>(words: Readonly<Record<State, string>>, written: string): State | null {
  for (const state in words) if (words[state] === written) return state;
  return null;
}
