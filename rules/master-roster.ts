/** The master roster (总名册): its rows as `rules/` sees them. They are numbered as in the sheet, from 1. */
import type { CellRef, TableKey } from './roster-cell.ts';
import type { Decision } from './decision.ts';
import type { NoteKind } from './note-kind.ts';
import type { Facts } from './roster-column.ts';
import type { RosterOddities, UnseenPart } from './roster-oddities.ts';

/** The words for the three states of a veto item, in cells. A blank cell is not yet confirmed. */
export const VETO_WORDS = { clear: '未发生', occurred: '发生', open: '未确认' } as const;

export type VetoState = keyof typeof VETO_WORDS;

/** Heading of the score column of veto item `index` (from 0): `否决项1`. */
export function vetoHeading(index: number): string {
  return `否决项${index + 1}`;
}

/** The words for what became of an item of 申报材料. A blank cell is not yet registered. */
export const MATERIAL_WORDS = { present: '已交', missing: '缺', faulty: '不合要求', waived: '免交' } as const;

export type MaterialState = keyof typeof MATERIAL_WORDS;

/** The words for what became of an objection. A blank cell is not yet decided. */
export const OBJECTION_WORDS = { open: '待核实', upheld: '成立', dismissed: '不成立' } as const;

export type ObjectionState = keyof typeof OBJECTION_WORDS;

export interface MemberUnit {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** Empty where the scheme has none. */
  readonly district: string;
  readonly sequence: string;
  /** 统一社会信用代码, right by its check character; left out where the row gives none. */
  readonly creditCode?: string;
  /** All columns of the row, the ones above included. */
  readonly facts: Facts;
}

/** Points as they stand in the cells; null is blank. */
export interface ScoreRow {
  readonly row: number;
  readonly unitNumber: string;
  /** Empty where the row gives none: it only helps where the number is nobody's. */
  readonly unitName: string;
  readonly selfBasic: number | null;
  readonly selfBonus: number | null;
  readonly associationBasic: number | null;
  readonly associationBonus: number | null;
  /** In the order of the scheme's veto items. */
  readonly vetoes: readonly VetoState[];
}

export interface Nominee {
  readonly row: number;
  /** 申报编号; empty where the roster gives none. */
  readonly application: string;
  /** The award's name as written; it may be unknown to the scheme. */
  readonly award: string;
  readonly unitNumber: string;
  readonly unitName: string;
  /** Of the unit, as in `MemberUnit`. */
  readonly creditCode?: string;
  /** 受奖集体 of a collective, 姓名 of a person. */
  readonly name: string;
  readonly sex: string;
  /** `YYYY-MM`, or empty. */
  readonly birthMonth: string;
  readonly idNumber: string;
  readonly position: string;
  readonly deeds: string;
  readonly facts: Facts;
}

/** A row of 工程业绩. */
export interface Project {
  readonly row: number;
  readonly unitNumber: string;
  readonly name: string;
  /** In fen (1/100 yuan); null is blank. */
  readonly amountFen: number | null;
  readonly facts: Facts;
}

/** A row of 人工确认. */
export interface Confirmation {
  readonly row: number;
  readonly application: string;
  /** What the condition demands, as written. */
  readonly condition: string;
  readonly holds: boolean | null;
  /** Empty when nobody has signed. */
  readonly by: string;
  readonly on: string;
}

/** A row of 申报材料. */
export interface MaterialRow {
  readonly row: number;
  readonly application: string;
  /** From 1; null is blank. */
  readonly position: number | null;
  readonly state: MaterialState | null;
  readonly pages: number | null;
  readonly remark: string;
}

/** A row of 评审专家. */
export interface Expert {
  readonly row: number;
  readonly name: string;
  readonly employer: string;
  /** Empty where the employer is no member unit. */
  readonly unitNumber: string;
}

/** A row of 专家评分. */
export interface ExpertScore {
  readonly row: number;
  readonly application: string;
  readonly expert: string;
  readonly points: number | null;
}

/** A row of 异议. */
export interface Objection {
  readonly row: number;
  readonly application: string;
  readonly state: ObjectionState;
  readonly content: string;
  /** All columns of the row, the ones above included. */
  readonly facts: Facts;
}

export interface OverrideRow {
  readonly row: number;
  readonly district: string;
  readonly award: string;
  readonly places: number | null;
  readonly reason: string;
}

/** A cell that could not be read as its column asks. `message` is the Chinese sentence, with file, sheet and cell. */
export interface CellProblem {
  readonly cell: CellRef;
  readonly code: string;
  readonly message: string;
  /** What the cell shows, quoted; never an ID number. */
  readonly found?: string;
  /** Texts that the cell could hold instead. */
  readonly candidates?: readonly string[];
}

/** A cell that was read in spite of how it was written. `message` says what was done to it, to go behind the cell's name. */
export interface CellNote {
  readonly cell: CellRef;
  readonly kind: NoteKind;
  readonly message: string;
  /** As quoted for users; never an ID number. */
  readonly found: string;
  /** What the cell would hold if it were written as wanted; empty for a blank one. It may be an ID number: it is written, and never told. */
  readonly canonical: string | number;
  /** The cell holds a formula. */
  readonly isComputed?: boolean;
}

/** 名册范围: which members the roster holds. Unless somebody has said 全部 in so many words, a district without any unit is not in it. */
export type RosterCoverage =
  | { readonly kind: 'all'; readonly isStated: boolean }
  | { readonly kind: 'districts'; readonly districts: readonly string[] }
  | { readonly kind: 'nominated' };

export interface MasterRoster {
  readonly coverage: RosterCoverage;
  /** Optional columns that the workbook lacks; their cells read as blank. */
  readonly absentColumns: readonly { readonly sheet: TableKey; readonly heading: string }[];
  readonly memberUnits: readonly MemberUnit[];
  readonly scores: readonly ScoreRow[];
  readonly nominees: readonly Nominee[];
  readonly overrides: readonly OverrideRow[];
  /** 市政府行业序列 as the staff keep it, first to last. */
  readonly sequence: readonly string[];
  // Empty where the scheme's roster lacks the sheet, as the lists above are.
  readonly projects: readonly Project[];
  readonly confirmations: readonly Confirmation[];
  readonly materials: readonly MaterialRow[];
  readonly experts: readonly Expert[];
  readonly expertScores: readonly ExpertScore[];
  readonly objections: readonly Objection[];
  readonly decisions: readonly Decision[];
  readonly problems: readonly CellProblem[];
  readonly notes: readonly CellNote[];
  readonly unseen: readonly UnseenPart[];
  readonly oddities: RosterOddities;
}
