import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { memo, useId, type FocusEvent } from 'react';
import { formatSteps } from '../../../rules/points.ts';
import type { ScoreColumns, ScoreItem, ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import { ROLES, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { CellLinks } from './cell-links.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { hasOthers, listChoices, readTyped } from './item-choices.ts';
import { RemarkText } from './remark-text.tsx';
import { setScore, type ScoreStep } from './score-steps.ts';
import type { ScoreCell } from './input-cell.ts';
import type { ItemView } from './score-view.ts';
import { useRowStyles } from './use-row-styles.ts';

const useStyles = makeStyles({
  scores: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '2px 12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  score: { display: 'inline-flex', gap: '4px' },
  own: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  gap: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface ItemRowProps {
  readonly sheet: ScoreSheet;
  /** What heads the two columns over this item. */
  readonly headings: ScoreColumns;
  readonly number: number;
  readonly view: ItemView;
  /** The column that is written; null while the item is shown to read only. */
  readonly role: Role | null;
  /** Its cell is selected in the sheet. */
  readonly isCurrent: boolean;
  readonly onStep: (step: ScoreStep) => void;
  readonly onJump: (address: string) => void;
  /** The focus has come into the row, by key or not. */
  readonly onVisit: (address: string, isByKey: boolean) => void;
  readonly describe: (remark: ScoreCell['remark']) => string | null;
}

/** One item: its text, the credits to tap, and what both sides gave. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { sheet, headings, number, view, role, isCurrent, onStep, onJump, onVisit, describe } = props;
  const rows = useRowStyles();
  const styles = useStyles();
  const textId = useId();
  const { item, cells, gap } = view;
  const show = (steps: number) => formatSteps(steps, sheet.step.value);
  return (
    <li
      id={rowId(item.id)}
      className={mergeClasses(rows.row, isCurrent && rows.current)}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        if (role !== null) onVisit(cells[role].address, event.target.matches(':focus-visible'));
      }}
    >
      <div className={rows.head}>
        <Text id={textId} className={rows.text}>
          <span className={rows.number}>{number}</span> {item.text}
        </Text>
        <Text size={200} className={rows.side}>
          {show(item.maximum)} 分
        </Text>
      </div>
      {role !== null && (
        <ItemChoices sheet={sheet} item={item} cell={cells[role]} labelledBy={textId} onStep={onStep} />
      )}
      <div className={styles.scores}>
        {ROLES.map((each) => (
          <span key={each} className={mergeClasses(styles.score, each === role && styles.own)}>
            {headings[each]} <span>{showCell(cells[each], show)}</span>
          </span>
        ))}
        {gap !== null && (
          <span className={mergeClasses(styles.score, gap !== 0 && styles.gap)}>
            差 <span>{gap > 0 ? `+${show(gap)}` : show(gap).replace('-', '−')}</span>
          </span>
        )}
        <CellLinks cells={cells} role={role} onJump={onJump} />
      </div>
      {ROLES.map((each) => (
        <RemarkText key={each} severity={cells[each].remark?.severity} text={describe(cells[each].remark)} />
      ))}
    </li>
  );
}, isSame);

interface ItemChoicesProps extends Pick<ItemRowProps, 'sheet' | 'onStep'> {
  readonly item: ScoreItem;
  readonly cell: ScoreCell;
  readonly labelledBy: string;
}

/** The credits of an item to tap, for the column that is written. */
function ItemChoices({ sheet, item, cell, labelledBy, onStep }: ItemChoicesProps) {
  const give = (steps: number | null) => {
    if (steps === cell.steps && typeof cell.written !== 'string') return;
    onStep(setScore(cell, steps, sheet.step.value));
  };
  return (
    <ChoiceRow
      labelledBy={labelledBy}
      choices={listChoices(sheet, item, cell.steps)}
      chosen={cell.steps === null ? null : String(cell.steps)}
      isDisabled={!cell.isWritable}
      onChoose={(key) => {
        give(Number(key));
      }}
      onClear={
        cell.written === null
          ? undefined
          : () => {
              give(null);
            }
      }
      onOther={
        hasOthers(item)
          ? (text) => {
              const typed = readTyped(sheet, item, text);
              if (typeof typed === 'string') return typed;
              give(typed);
              return null;
            }
          : undefined
      }
    />
  );
}

/** The id of the element of an item, basic, bonus or veto. */
export function rowId(itemId: string): string {
  return `item-${itemId}`;
}

function showCell({ steps, written }: ScoreCell, show: (steps: number) => string): string {
  if (steps !== null) return show(steps);
  return written === null ? '—' : '？';
}

/** Views are made anew with every change of the sheet; what they say mostly stays. */
function isSame(before: ItemRowProps, after: ItemRowProps): boolean {
  const { view: old, ...oldRest } = before;
  const { view, ...rest } = after;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  return (
    keys.every((key) => rest[key] === oldRest[key]) &&
    ROLES.every((role) => isSameCell(old.cells[role], view.cells[role]))
  );
}

function isSameCell(a: ScoreCell, b: ScoreCell): boolean {
  return a.steps === b.steps && a.written === b.written && a.remark?.message === b.remark?.message;
}
