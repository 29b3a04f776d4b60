import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, type FocusEvent } from 'react';
import { VETO_WORDS, type VetoState } from '../../../rules/master-roster.ts';
import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { ChoiceRow, type Choice } from './choice-row.tsx';
import { rowId } from './item-row.tsx';
import { RemarkText } from './remark-text.tsx';
import { ROLE_WORDS } from './role-words.ts';
import { setVeto, type ScoreStep } from './score-steps.ts';
import type { VetoView } from './score-view.ts';
import { useRowStyles } from './use-row-styles.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', gap: '12px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  differs: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

const STATES = ['clear', 'occurred', 'open'] as const satisfies readonly VetoState[];
const CHOICES: readonly Choice[] = STATES.map((state) => ({
  key: state,
  label: VETO_WORDS[state],
  about: VETO_WORDS[state],
  isWarned: state === 'occurred',
}));

export interface VetoRowProps {
  readonly view: VetoView;
  readonly role: Role;
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
  const cell = cells[role];
  const other: Role = role === 'self' ? 'association' : 'self';
  const isDifferent = cells[other].state !== 'open' && cell.state !== 'open' && cells[other].state !== cell.state;
  return (
    <li
      id={rowId(item.id)}
      className={mergeClasses(rows.row, isCurrent && rows.current)}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        onVisit(cell.address, event.target.matches(':focus-visible'));
      }}
    >
      <Text id={textId} className={rows.text}>
        <span className={rows.number}>{number}</span> {item.text}
      </Text>
      <ChoiceRow
        labelledBy={textId}
        choices={CHOICES}
        chosen={cell.state}
        isDisabled={!cell.isWritable}
        onChoose={(key) => {
          const state = STATES.find((each) => each === key);
          if (state && (state !== cell.state || cell.remark)) onStep(setVeto(cell, state));
        }}
      />
      <div className={styles.foot}>
        <span className={mergeClasses(isDifferent && styles.differs)}>
          {ROLE_WORDS[other].name}：{VETO_WORDS[cells[other].state]}
        </span>
        <Link
          as="button"
          className={rows.jump}
          aria-label={`在表格里选中 ${cell.address}`}
          onClick={() => {
            onJump(cell.address);
          }}
        >
          {cell.address}
        </Link>
      </div>
      {[cell, cells[other]].map(({ address, remark }) => (
        <RemarkText key={address} severity={remark?.severity} text={remark?.message ?? null} />
      ))}
    </li>
  );
}
