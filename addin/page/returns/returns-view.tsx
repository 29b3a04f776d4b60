import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { DistrictBoard, type Opened } from './district-board.tsx';
import { GROUP_WORDS, GROUPS, useGroupText } from './group-looks.ts';
import type { Dropped } from './list-dropped.ts';
import { ReceiveZone } from './receive-zone.tsx';
import type { ReturnsBoard } from './returns-board.ts';
import type { ReceiveChoices, ReturnAnswer, ReturnsOutput } from './returns-desk.ts';
import { ReturnedList } from './returned-list.tsx';
import { TakeReturns } from './take-returns.tsx';

const useStyles = makeStyles({
  view: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '20px' },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: '12px' },
  card: {
    display: 'grid',
    justifyContent: 'start',
    justifyItems: 'start',
    gap: '2px',
    minWidth: 0,
    minHeight: '76px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightRegular,
  },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  number: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  label: { color: tokens.colorNeutralForeground2 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    gap: '24px',
    alignItems: 'start',
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  remarks: { margin: 0, paddingLeft: '1.4em' },
});

interface ReturnsViewProps {
  readonly board: ReturnsBoard | null;
  readonly isBusy: boolean;
  /** Where what is taken goes. */
  readonly place: ReactNode;
  readonly onReceive: (list: () => Promise<Dropped>, choices: ReceiveChoices) => void;
  readonly onAnswer: (answer: ReturnAnswer) => void;
  readonly onTake: (output: ReturnsOutput, title: string, allowClearing: boolean) => void;
  readonly onFault: (fault: unknown) => void;
}

/** 收评分表: what came in, what it says, and what is made of it. */
export function ReturnsView({ board, isBusy, place, onReceive, onAnswer, onTake, onFault }: ReturnsViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <ReceiveZone isBusy={isBusy} onReceive={onReceive} onFault={onFault} />
      {board && <Board {...{ board, isBusy, place, onAnswer, onTake }} />}
    </div>
  );
}

function Board({
  board,
  isBusy,
  place,
  onAnswer,
  onTake,
}: Omit<ReturnsViewProps, 'onReceive' | 'onFault' | 'board'> & { readonly board: ReturnsBoard }) {
  const styles = useStyles();
  const texts = useGroupText();
  const [opened, setOpened] = useState<Opened>(() => ({ group: firstOpened(board), district: null }));
  const cards: readonly { readonly group: Opened['group']; readonly label: string; readonly count: number }[] = [
    ...GROUPS.map((group) => ({ group, label: GROUP_WORDS[group], count: board.all[group] })),
    { group: 'refused', label: '退回的文件', count: board.refused.length },
    ...(board.ignored.length > 0
      ? [{ group: 'ignored' as const, label: '没有读取的文件', count: board.ignored.length }]
      : []),
  ];
  return (
    <>
      <div className={styles.cards} role="group" aria-label="收件一览">
        {cards.map(({ group, label, count }) => (
          <Button
            key={group}
            className={mergeClasses(styles.card, opened.group === group && styles.chosen)}
            aria-pressed={opened.group === group}
            onClick={() => {
              setOpened({ group, district: null });
            }}
          >
            <span
              className={mergeClasses(
                styles.number,
                count > 0 && group !== 'refused' && group !== 'ignored' && texts[group],
              )}
            >
              {count.toLocaleString('zh-CN')}
            </span>
            <span className={styles.label}>{label}</span>
          </Button>
        ))}
      </div>
      {board.remarks.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <ul className={styles.remarks}>
              {board.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <div>
        <TakeReturns board={board} isBusy={isBusy} onTake={onTake} />
        {place}
      </div>
      <div className={styles.columns}>
        <DistrictBoard board={board} opened={opened} onOpen={setOpened} />
        <ReturnedList board={board} opened={opened} isBusy={isBusy} onOpen={setOpened} onAnswer={onAnswer} />
      </div>
    </>
  );
}

/** What there is to do is in front. */
function firstOpened({ all, refused }: ReturnsBoard): Opened['group'] {
  if (all.decide > 0) return 'decide';
  if (all.mend > 0) return 'mend';
  if (refused.length > 0) return 'refused';
  return all.missing > 0 ? 'missing' : 'counted';
}
