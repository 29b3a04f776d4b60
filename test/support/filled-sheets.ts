/** Score sheets as units and associations return them: stamped from the real blank, then filled in. */
import type { VetoState } from '../../rules/master-roster.ts';
import { VETO_WORDS } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import { listItems } from '../../rules/score-sheet.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { patchWorkbook, type WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { layOutScoreSheet, type ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { ROLES, type Role } from '../../workbook/score-sheet/score-sheet-places.ts';
import { makeZip } from './hostile-zip.ts';
import { unpackTexts } from './unpack.ts';

/** Steps of each item in the sheet's order; null leaves blank. */
export interface Filling {
  readonly scores: Readonly<Record<Role, readonly (number | null)[]>>;
  readonly vetoes: Readonly<Record<Role, readonly VetoState[]>>;
  /** Nothing that is filled in here is illegible. */
  readonly unread: readonly number[];
}

/** Full marks for every item, nothing occurred. */
export function fullFilling(scheme: ScoredScheme): Filling {
  const scores = listItems(scheme.scoreSheet).map(({ maximum }) => maximum);
  const vetoes = scheme.scoreSheet.vetoItems.map((): VetoState => 'clear');
  return { scores: { self: scores, association: scores }, vetoes: { self: vetoes, association: vetoes }, unread: [] };
}

/** Basic points of the association brought down to `points`, taken from the items one after another; bonus points as given. */
export function fillingOf(scheme: ScoredScheme, points: number, bonus = 0): Filling {
  const full = fullFilling(scheme);
  const basicItems = scheme.scoreSheet.categories.flatMap(({ items }) => items);
  let surplus = basicItems.reduce((sum, { maximum }) => sum + maximum, 0) - points;
  let left = bonus;
  const association = listItems(scheme.scoreSheet).map((item, index) => {
    const taken =
      index < basicItems.length ? Math.min(surplus, item.maximum) : item.maximum - Math.min(left, item.maximum);
    if (index < basicItems.length) surplus -= taken;
    else left -= item.maximum - taken;
    return item.maximum - taken;
  });
  return { ...full, scores: { ...full.scores, association } };
}

/** Nothing filled in at all. */
export function blankFilling(scheme: ScoredScheme): Filling {
  const scores = listItems(scheme.scoreSheet).map(() => null);
  const vetoes = scheme.scoreSheet.vetoItems.map((): VetoState => 'open');
  return { scores: { self: scores, association: scores }, vetoes: { self: vetoes, association: vetoes }, unread: [] };
}

/** As if the unit had filled in the association's column instead of its own. */
export function withoutSelf({ scores, vetoes, unread }: Filling): Filling {
  return {
    unread,
    scores: { ...scores, self: scores.self.map(() => null) },
    vetoes: { ...vetoes, self: vetoes.self.map(() => 'open') },
  };
}

/** As the unit hands it to the association: that column is still empty. */
export function withoutAssociation({ scores, vetoes, unread }: Filling): Filling {
  return {
    unread,
    scores: { ...scores, association: scores.association.map(() => null) },
    vetoes: { ...vetoes, association: vetoes.association.map(() => 'open') },
  };
}

/** The cells of a filling. */
export function listFilling(layout: ScoreSheetLayout, { scores, vetoes }: Filling): WorkbookChange[] {
  const { step } = layout.scheme.scoreSheet;
  const places = [...layout.categories, layout.bonus].flatMap(({ items }) => items);
  const sheet = layout.sheetName;
  return ROLES.flatMap((role) => [
    ...places.map(({ scoreCells }, index): WorkbookChange => {
      const steps = scores[role][index] ?? null;
      return { sheet, address: scoreCells[role], value: steps === null ? null : toPoints(steps, step.value) };
    }),
    ...layout.vetoes.map(({ stateCells }, index): WorkbookChange => {
      const state = vetoes[role][index] ?? 'open';
      return { sheet, address: stateCells[role], value: state === 'open' ? null : VETO_WORDS[state] };
    }),
  ]);
}

/** A stamped sheet with the filling written in, and further cells as told. */
export function fillSheet(
  bytes: Uint8Array,
  scheme: ScoredScheme,
  filling: Filling,
  more: Readonly<Record<string, string | number | null>> = {},
): Uint8Array {
  const layout = layOutScoreSheet(scheme);
  const changes = Object.entries(more).map(([address, value]) => ({ sheet: layout.sheetName, address, value }));
  return patchWorkbook(bytes, '评分表.xlsx', [...listFilling(layout, filling), ...changes]);
}

/** As people do who copy a sheet, or write beside the form. */
export function liftProtection(bytes: Uint8Array): Uint8Array {
  const parts = [...unpackTexts(bytes)];
  return makeZip(parts.map(([name, xml]) => ({ name, data: xml.replace(/<sheetProtection[^>]*\/>/, '') })));
}
