/** One member unit in the tally: what came of it, its sums and verdicts, its rank. */
import type { MemberUnit } from '../master-roster.ts';
import type { Standing } from '../ranking.ts';
import type { ScoreSheet } from '../scheme.ts';
import { listItems, type ItemScores } from '../score-sheet.ts';
import { judgeScoreSheet, type ScoreVerdict } from '../score-verdict.ts';
import type { AcceptedFile, ScoreColumn } from './returned-file.ts';

/** `undecided`: several files that differ; `rejected`: only files that had to go back. */
export type UnitState = 'counted' | 'undecided' | 'rejected' | 'missing';

export const STATE_WORDS: Readonly<Record<UnitState, string>> = {
  counted: '已计入',
  undecided: '重复待定',
  rejected: '已退回',
  missing: '未交',
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  inside: '名额内',
  tied: '末位并列',
  outside: '名额外',
};

/** What both columns of the file that counts say. */
export interface CountedScores {
  readonly file: AcceptedFile;
  readonly self: ScoreVerdict;
  /** The one that eligibility and ranks rest on. */
  readonly association: ScoreVerdict;
}

export interface UnitTally {
  readonly unit: MemberUnit;
  readonly state: UnitState;
  readonly scores: CountedScores | null;
  /** Among all eligible units, and among those of the district; null where the unit is not eligible. */
  readonly rank: number | null;
  readonly districtRank: number | null;
  /** Against the places of the district; null where it has no rank. */
  readonly standing: Standing | null;
}

/** Gives what both columns of a file say. */
export function createJudge(scoreSheet: ScoreSheet): (file: AcceptedFile) => CountedScores {
  const items = listItems(scoreSheet);
  const judge = ({ sheet }: AcceptedFile, column: ScoreColumn) => {
    const scores: ItemScores = new Map(items.map(({ id }, index) => [id, sheet.scores[column][index] ?? null]));
    return judgeScoreSheet(scoreSheet, scores, sheet.vetoes[column]);
  };
  return (file) => ({ file, self: judge(file, 'self'), association: judge(file, 'association') });
}

/** Points count where every basic item of the column has a possible score. */
export function isComplete({ basic }: ScoreVerdict): boolean {
  return basic.answer !== 'unknown';
}
