import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, type FocusEvent } from 'react';
import { VETO_WORDS, type VetoState } from '../../../rules/master-roster.ts';
import { ROLES, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { CellLinks } from './cell-links.tsx';
import { ChoiceRow, type Choice } from './choice-row.tsx';
import { FILLERS } from './column-words.ts';
import { rowId } from './item-row.tsx';
import { RemarkText } from './remark-text.tsx';
import { setVeto, type ScoreStep } from './score-steps.ts';
import type { VetoCell } from './input-cell.ts';
import type { VetoView } from './score-view.ts';
import { useRowStyles } from './use-row-styles.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  differs: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

const STATES = ['clear', 'occurred', 'open'] as const satisfies readonly VetoState[];
const CHOICES: readonly Choice[] = STATES.map((state) => ({
  key: state,
  label: VETO_WORDS[state],
  about: VETO_WORDS[state],
  isWarned: state === 'occurred',
}));

interface VetoRowProps {
  readonly view: VetoView;
  /** The column that is written; null while the item is shown to read only. */
  readonly role: Role | null;
  readonly isCurrent: boolean;
  readonly onStep: (step: ScoreStep) => void;
  readonly onJump: (address: string) => void;
  /** The focus has come into the row, by key or not. */
  readonly onVisit: (address: string, isByKey: boolean) => void;
}

/** One veto item: not occurred, occurred, or not yet confirmed. */
export function VetoRow({ view, role, isCurrent, onStep, onJump, onVisit }: VetoRowProps) {
  const rows = useRowStyles();
  const styles = useStyles();
  const textId = useId();
  const { item, number, cells } = view;
  const { self, association } = cells;
  const isDifferent = self.state !== 'open' && association.state !== 'open' && self.state !== association.state;
  return (
    <li
      id={rowId(item.id)}
      className={mergeClasses(rows.row, isCurrent && rows.current)}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        if (role !== null) onVisit(cells[role].address, event.target.matches(':focus-visible'));
      }}
    >
      <Text id={textId} className={rows.text}>
        <span className={rows.number}>{number}</span> {item.text}
      </Text>
      {role !== null && <VetoChoices cell={cells[role]} labelledBy={textId} onStep={onStep} />}
      <div className={styles.foot}>
        {ROLES.filter((each) => each !== role).map((each) => (
          <span key={each} className={mergeClasses(isDifferent && styles.differs)}>
            {FILLERS[each]}填写（{cells[each].address}）：{VETO_WORDS[cells[each].state]}
          </span>
        ))}
        <CellLinks cells={cells} role={role} onJump={onJump} />
      </div>
      {ROLES.map((each) => (
        <RemarkText key={each} severity={cells[each].remark?.severity} text={cells[each].remark?.message ?? null} />
      ))}
    </li>
  );
}

interface VetoChoicesProps extends Pick<VetoRowProps, 'onStep'> {
  readonly cell: VetoCell;
  readonly labelledBy: string;
}

/** The states of a veto item to tap, for the column that is written. */
function VetoChoices({ cell, labelledBy, onStep }: VetoChoicesProps) {
  return (
    <ChoiceRow
      labelledBy={labelledBy}
      choices={CHOICES}
      chosen={cell.state}
      isDisabled={!cell.isWritable}
      onChoose={(key) => {
        const state = STATES.find((each) => each === key);
        if (state && (state !== cell.state || cell.remark)) onStep(setVeto(cell, state));
      }}
    />
  );
}
