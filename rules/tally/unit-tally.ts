/** One member unit in the tally: what came of it, its points and verdicts, its rank. */
import type { Answer } from '../answer.ts';
import type { MemberUnit } from '../master-roster.ts';
import type { PlaceStanding } from '../ranking.ts';
import type { ScoreSheet } from '../scheme-score-sheet.ts';
import { listItems, type ItemScores } from '../score-sheet.ts';
import { judgeScoreSheet, type ScoreVerdict } from '../score-verdict.ts';
import { SCORE_COLUMNS, type AcceptedFile, type ScoreColumn } from './returned-file.ts';

/** What the tally asks of a member unit: its row in the roster, and who it is. */
export type TallyMember = Pick<MemberUnit, 'row' | 'number' | 'name' | 'district' | 'creditCode'>;

/**
 * `blank`: a sheet that nobody has filled in; `unconfirmed`: one of which a person has to say first whether it means what it says; `undecided`:
 * several files that differ; `rejected`: only files that had to go back.
 */
export type UnitState = 'counted' | 'blank' | 'unconfirmed' | 'undecided' | 'rejected' | 'missing';

export const STATE_WORDS: Readonly<Record<UnitState, string>> = {
  counted: '已计入',
  blank: '未填',
  unconfirmed: '待确认',
  undecided: '重复待定',
  rejected: '已退回',
  missing: '未交',
};

export const PLACE_STANDING_WORDS: Readonly<Record<PlaceStanding, string>> = {
  inside: '名额内',
  tied: '末位并列',
  outside: '名额外',
};

/** What the file that counts says. Of thousands only the outcome is kept; a whole verdict is judged whenever somebody asks for it. */
export class CountedScores {
  readonly outcome: UnitOutcome;

  constructor(
    private readonly scoreSheet: ScoreSheet,
    readonly file: AcceptedFile,
  ) {
    const { answer, basic, sums } = this.association;
    this.outcome = { answer, basic: basic.answer, basicPoints: sums.basicPoints, totalPoints: sums.totalPoints };
  }

  get self(): ScoreVerdict {
    return this.judge('self');
  }

  /** The one that eligibility and ranks rest on. */
  get association(): ScoreVerdict {
    return this.judge('association');
  }

  private judge(column: ScoreColumn): ScoreVerdict {
    const { scores, vetoes, unread } = this.file.sheet;
    const given = scores[column];
    const items = listItems(this.scoreSheet);
    const byItem: ItemScores = new Map(items.map(({ id }, index) => [id, given[index] ?? null]));
    const from = SCORE_COLUMNS.indexOf(column) * items.length;
    const unreadable = new Set(items.filter((_, index) => unread.includes(from + index)).map(({ id }) => id));
    return judgeScoreSheet(this.scoreSheet, byItem, vetoes[column], unreadable);
  }
}

/** What the association's column comes to; points in steps. */
interface UnitOutcome {
  readonly answer: Answer;
  /** Whether the basic points reach the threshold; unknown where a basic item has no possible score. */
  readonly basic: Answer;
  readonly basicPoints: number;
  readonly totalPoints: number;
}

export interface UnitTally {
  readonly unit: TallyMember;
  readonly state: UnitState;
  /** The file that stands for the unit, whether it counts or not; null where there is none. */
  readonly file: AcceptedFile | null;
  /** Of a file that counts. */
  readonly scores: CountedScores | null;
  /** Among all eligible units, and among those of the district; null where the unit is not eligible. */
  readonly rank: number | null;
  readonly districtRank: number | null;
  /** Against the places of the district; null where it has no rank. */
  readonly standing: PlaceStanding | null;
}

/** Points count where every basic item of the column has a possible score. */
export function isComplete({ basic }: ScoreVerdict): boolean {
  return basic.answer !== 'unknown';
}
