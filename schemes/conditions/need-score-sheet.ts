import type { Condition } from '../../rules/condition.ts';
import type { ConditionPlace } from './format.ts';

/** For what is judged by the score sheet. */
export function needScoreSheet({ kind }: Pick<Condition, 'kind'>, { part, path, has }: ConditionPlace): void {
  if (!has.scoreSheet) part.report([...path, 'kind'], `${kind} 须有 score-sheet.yaml，请补上或改用其他条件`);
}
