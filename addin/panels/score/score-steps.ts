/** What a person can do on the panel, each as one step: the cells that it changes, and what it is called when it is undone. */
import { VETO_WORDS, type VetoState } from '../../../rules/master-roster.ts';
import { toPoints } from '../../../rules/points.ts';
import type { Ratio } from '../../../rules/ratio.ts';
import { OPEN_VETO } from '../../../workbook/score-sheet/score-sheet-cell.ts';
import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import type { CellValue } from './plan-writes.ts';
import type { ScoreCell, VetoCell } from './input-cell.ts';
import type { ScoreView } from './score-view.ts';

export interface ScoreStep {
  readonly label: string;
  /** The column that all its cells stand in. */
  readonly role: Role;
  readonly cells: readonly CellValue[];
}

/** Gives one item a score in steps of the scheme, or with null none. */
export function setScore({ address, role }: ScoreCell, steps: number | null, step: Ratio): ScoreStep {
  const value = steps === null ? null : toPoints(steps, step);
  return { label: `${address} 得分`, role, cells: [{ address, value }] };
}

/** An open veto item is the box without a tick, as on the form that nobody has filled in. */
export function setVeto({ address, role }: VetoCell, state: VetoState): ScoreStep {
  const value = state === 'open' ? OPEN_VETO : VETO_WORDS[state];
  return { label: `${address} 否决项`, role, cells: [{ address, value }] };
}

/** Full marks for every basic item. Bonus items are claims, and veto items are confirmed one by one: both stay. */
export function fillFullMarks(view: ScoreView, role: Role, step: Ratio): ScoreStep {
  const basic = view.categories.filter(({ isBonus }) => !isBonus).flatMap(({ items }) => items);
  const cells = basic.map(({ item, cells: both }) => ({
    cell: both[role],
    value: toPoints(item.maximum, step),
  }));
  return { label: '基本项填满分', role, cells: toChanges(cells) };
}

/**
 * The unit's own scores as the association's. What the unit left blank, or wrote unreadably, stays; veto items are not taken over.
 * @param label `采用自评分`
 */
export function takeOverSelfScores(view: ScoreView, step: Ratio, label: string): ScoreStep {
  const cells = view.categories
    .flatMap(({ items }) => items)
    .flatMap(({ cells: { self, association } }) =>
      self.steps === null ? [] : [{ cell: association, value: toPoints(self.steps, step) }],
    );
  return { label, role: 'association', cells: toChanges(cells) };
}

/** Empties the scores and veto items of one role. */
export function clearColumn(view: ScoreView, role: Role): ScoreStep {
  const scores = view.categories.flatMap(({ items }) => items.map(({ cells }) => ({ cell: cells[role], value: null })));
  const vetoes = view.vetoes
    .filter(({ cells }) => cells[role].isFilled)
    .map(({ cells }) => ({ cell: cells[role], value: OPEN_VETO }));
  return { label: '清空', role, cells: toChanges([...scores, ...vetoes]) };
}

function toChanges(wanted: readonly { cell: ScoreCell | VetoCell; value: CellValue['value'] }[]): CellValue[] {
  return wanted
    .filter(({ cell, value }) => cell.isWritable && cell.written !== value)
    .map(({ cell, value }) => ({ address: cell.address, value }));
}
