import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import type { Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { AskDialog } from '../../shell/ask-dialog.tsx';
import { columnHeadings, letterOf, nameColumn } from './column-words.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '6px' },
  icon: { flexShrink: 0, fontSize: '16px', color: tokens.colorBrandForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', outlineStyle: 'none' },
  part: { display: 'inline-block' },
  change: { minWidth: 'auto', flexShrink: 0 },
});

interface WrittenColumnProps {
  readonly sheet: ScoreSheet;
  readonly role: Role;
  /** The column was chosen just now: the focus comes here, since the question is gone. */
  readonly takesFocus: boolean;
  readonly onChange: (role: Role) => void;
}

/** The column that is written, always in sight, and the way to the other one: two steps, so that nobody changes it unawares. */
export function WrittenColumn({ sheet, role, takesFocus, onChange }: WrittenColumnProps) {
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const words = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) words.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const stay = () => {
    setAsking(false);
  };
  const other: Role = role === 'self' ? 'association' : 'self';
  const [basic, bonus] = [columnHeadings(sheet, false)[role], columnHeadings(sheet, true)[role]];
  return (
    <div className={styles.line}>
      <EditRegular className={styles.icon} aria-hidden />
      <Text ref={words} tabIndex={-1} size={200} className={styles.words} role="status">
        <span className={styles.part}>
          写入 {letterOf(role)}：<b>{basic}</b>
          {bonus !== basic && '，'}
        </span>
        {bonus !== basic && (
          <span className={styles.part}>
            加分项：<b>{bonus}</b>
          </span>
        )}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        className={styles.change}
        onClick={() => {
          setAsking(true);
        }}
      >
        换一栏
      </Button>
      {isAsking && (
        <AskDialog
          title="改填另一栏？"
          onCancel={stay}
          actions={
            <>
              <Button
                appearance="primary"
                onClick={() => {
                  stay();
                  onChange(other);
                }}
              >
                改填 {letterOf(other)}
              </Button>
              <Button onClick={stay}>不改</Button>
            </>
          }
        >
          <Text>
            现在写入 {nameColumn(sheet, role)}。改填以后，点选的分值都写入 {nameColumn(sheet, other)}
            ；两栏已有的得分都不变。
          </Text>
        </AskDialog>
      )}
    </div>
  );
}
