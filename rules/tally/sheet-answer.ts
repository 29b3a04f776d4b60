/** What a returned sheet says as a whole, before any points are counted. */
import { SCORE_COLUMNS, type ReturnedSheet, type ScoreColumn } from './returned-file.ts';

/**
 * `blank`: nobody has given a score, which is no answer, whatever veto items say. `self-missing`: the association's column holds scores and the
 * unit's own none or few beside them, so perhaps the unit has filled in the wrong one.
 */
export type SheetAnswer = 'filled' | 'blank' | 'self-missing';

/** The unit's own scores are few when they are fewer than this share of the association's: a stray cell or two is no self-assessment. */
const FEW = { numerator: 1, denominator: 2 } as const;

export function readAnswer(sheet: Answered): SheetAnswer {
  const [self, association] = [countAnswered(sheet, 'self'), countAnswered(sheet, 'association')];
  if (self + association === 0) return 'blank';
  return self * FEW.denominator < association * FEW.numerator ? 'self-missing' : 'filled';
}

type Answered = Pick<ReturnedSheet, 'scores' | 'unread'>;

/** Items of a column that hold something: a score, 0 among them, or what nobody could read. */
export function countAnswered({ scores, unread }: Answered, column: ScoreColumn): number {
  const from = SCORE_COLUMNS.indexOf(column) * scores.self.length;
  return scores[column].filter((score, index) => score !== null || unread.includes(from + index)).length;
}
