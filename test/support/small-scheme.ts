/** A scheme of three grades and rosters for it, made in memory: rules can be tested one at a time, without any notice. */
import type { Condition } from '../../rules/condition.ts';
import type { Reason } from '../../rules/conditions/reason.ts';
import { makeJudge } from '../../rules/eligibility.ts';
import { gradeApplications } from '../../rules/grading/grade-application.ts';
import type { GradeResult } from '../../rules/grading/result.ts';
import type { Grading } from '../../rules/scheme-parts.ts';
import type { MasterRoster, MemberUnit, Nominee, Project } from '../../rules/master-roster.ts';
import type { RosterOddities } from '../../rules/roster-oddities.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import { indexRoster, type RosterIndex } from '../../rules/roster-index.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';

export const CITE = { document: 'rules', clause: '第一条', quote: '虚构' };

type Cells = Readonly<Record<string, FactValue>>;

/** A condition of any kind with what all kinds have. */
export function makeCondition<const C extends { kind: Condition['kind'] }>(
  id: string,
  rest: C,
): C & Pick<Condition, 'id' | 'cite' | 'demand' | 'mend'> {
  return { id, cite: CITE, demand: `须符合${id}`, mend: '补齐', ...rest };
}

export function makeAward(id: string, name: string, conditions: readonly Condition[]): Award {
  return {
    id,
    name: `${name}等级`,
    shortName: name,
    recipient: 'collective',
    rosterOrder: 1,
    requiredFields: [],
    conditions,
    honours: [],
    cite: CITE,
  };
}

export function makeScheme(awards: readonly Award[], grading: Grading | null = null): Scheme {
  return {
    id: 'small',
    title: '虚构评定',
    edition: '2030',
    issuer: '虚构协会',
    documents: [{ key: 'rules', title: '虚构办法', shortTitle: '虚构办法' }],
    scopes: [],
    districts: [],
    awards,
    stages: [],
    deadline: null,
    formCopies: null,
    notice: { days: null, objections: null },
    dateOrder: [],
    errata: [],
    waivers: {},
    review: null,
    checks: {},
    roster: {
      memberUnits: [],
      nominees: [],
      projects: [],
      omits: [],
      sequence: null,
      regionNames: [],
      abouts: {},
      districtHonours: null,
      lists: { collective: '单位', person: '个人' },
    },
    formsName: '证书',
    forms: [],
    quota: null,
    scoreSheet: null,
    prize: null,
    limits: { caps: [], perUnit: [] },
    materials: null,
    expertReview: null,
    grading,
  };
}

export function makeNominee(award: string, cells: Cells = {}): Nominee {
  return {
    row: 2,
    application: 'A1',
    award,
    unitNumber: '1',
    unitName: '虚构公司',
    name: '虚构公司',
    sex: '',
    birthMonth: '',
    idNumber: '',
    position: '',
    deeds: '',
    facts: new Map(Object.entries(cells)),
  };
}

export function makeUnit(cells: Cells = {}): MemberUnit {
  return {
    row: 2,
    number: '1',
    name: '虚构公司',
    district: '',
    sequence: '',
    facts: new Map(Object.entries(cells)),
  };
}

/** @param wan the contract in ten thousand yuan; null is blank */
export function makeProject(wan: number | null, cells: Cells = {}): Project {
  return {
    row: 2,
    unitNumber: '1',
    name: '工程',
    amountFen: wan === null ? null : Math.round(wan * 1_000_000),
    facts: new Map(Object.entries(cells)),
  };
}

/** Of a roster whose rows and tabs are as they should be. */
export const NO_ODDITIES: RosterOddities = { aside: [], unclear: [], merged: [], headings: [], copies: [] };

export function makeIndex(scheme: Scheme, rows: Partial<MasterRoster>): RosterIndex {
  return indexRoster(scheme, {
    coverage: { kind: 'all', isStated: false },
    absentColumns: [],
    memberUnits: [makeUnit()],
    scores: [],
    nominees: [],
    overrides: [],
    sequence: [],
    projects: [],
    confirmations: [],
    decisions: [],
    materials: [],
    experts: [],
    expertScores: [],
    objections: [],
    problems: [],
    notes: [],
    unseen: [],
    oddities: NO_ODDITIES,
    ...rows,
  });
}

/** What one condition says of one nominee. */
export function judgeOne(
  condition: Condition,
  { unit = {}, nominee = {}, ...rows }: { unit?: Cells; nominee?: Cells } & Partial<MasterRoster> = {},
): Reason {
  const award = makeAward('award', '奖', [condition]);
  const applicant = makeNominee(award.name, nominee);
  const index = makeIndex(makeScheme([award]), { memberUnits: [makeUnit(unit)], nominees: [applicant], ...rows });
  const [reason] = makeJudge(index)(applicant, award).reasons;
  if (!reason) throw new Error('the condition was not asked');
  return reason;
}

const STANDARDS = { when: { of: 'nominee', heading: '事项', oneOf: ['新申请', '晋级'] } } as const;
const points = (atLeast: number) =>
  makeCondition('points', {
    kind: 'sum',
    of: 'nominee',
    headings: ['自报', '平台'],
    atLeast,
    when: { ...STANDARDS.when, oneOf: ['新申请', '晋级', '年报'] },
  });
const staff = (atLeast: number) =>
  makeCondition('staff', { kind: 'fact', of: 'member-unit', heading: '人员', test: { atLeast }, ...STANDARDS });
const inTime = makeCondition('in-time', { kind: 'fact', of: 'nominee', heading: '按时', test: { is: 'yes' } });

const GRADES = [
  makeAward('gold', '金', [staff(9), points(90), inTime]),
  makeAward('silver', '银', [staff(6), points(60), inTime]),
  makeAward('bronze', '铜', [staff(3), points(30), inTime]),
];

export const SMALL_GRADING: Grading = {
  grades: ['gold', 'silver', 'bronze'],
  formalities: ['in-time'],
  currentGrade: '原等级',
  matter: {
    heading: '事项',
    annualReport: { value: '年报', cite: CITE },
    promotion: { value: '晋级', cite: CITE },
    keeps: { value: ['变更'], cite: CITE },
  },
  downgrades: [
    { of: 'member-unit', heading: '投诉', oneOf: [], cite: CITE },
    { of: 'nominee', heading: '处分', oneOf: ['警告'], cite: CITE },
  ],
  revocations: [{ of: 'member-unit', heading: '违法', oneOf: [], cite: CITE }],
  certificate: {
    numberHeading: '证书编号',
    issuedHeading: '发证日期',
    prefix: { value: 'X', cite: CITE },
    validUntil: { value: '05-31', cite: CITE },
    held: {
      issuedHeading: '原发证日期',
      untilHeading: '原有效期至',
      since: { value: '2028-03-01', cite: CITE },
      cite: CITE,
    },
  },
};

export const SMALL_SCHEME = makeScheme(GRADES, SMALL_GRADING);

/** Grades one application; unless told a new one, in time, that has what gold asks. */
export function gradeOne(applied: string, nominee: Cells = {}, unit: Cells = {}): GradeResult {
  const facts = { 事项: '新申请', 按时: true, 自报: 90, 平台: 0, ...nominee };
  const nominees = [makeNominee(`${applied}等级`, facts)];
  const memberUnits = [makeUnit({ 人员: 9, ...unit })];
  const [result] = gradeApplications(makeIndex(SMALL_SCHEME, { memberUnits, nominees }), SMALL_GRADING);
  if (!result) throw new Error('nothing was graded');
  return result;
}

/** `达到银 可能金 结果铜? up`: what is reached, may be reached and comes of it; a question mark where it is not settled. */
export function showGrade({ reached, possible, outcome, settled, change }: GradeResult): string {
  const show = (award: Award | null) => award?.shortName ?? '无';
  return `达到${show(reached)} 可能${show(possible)} 结果${show(outcome)}${settled ? '' : '?'} ${change ?? '-'}`;
}
