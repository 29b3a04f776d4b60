import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FigureRow, type ShownFigure } from '../figure-row.tsx';
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
  /** What the list shows. */
  readonly opened: Opened;
  readonly isBusy: boolean;
  /** Where what is taken goes. */
  readonly place: ReactNode;
  readonly onOpen: (opened: Opened) => void;
  readonly onReceive: (list: () => Promise<Dropped>, choices: ReceiveChoices) => void;
  readonly onAnswer: (answer: ReturnAnswer) => void;
  readonly onTake: (output: ReturnsOutput, title: string, allowClearing: boolean) => void;
  readonly onFault: (fault: unknown) => void;
}

/** 收评分表: what came in, what it says, and what is made of it. */
export function ReturnsView({ board, onReceive, onFault, ...rest }: ReturnsViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <ReceiveZone isBusy={rest.isBusy} onReceive={onReceive} onFault={onFault} />
      {board && <Board board={board} {...rest} />}
    </div>
  );
}

function Board({
  board,
  opened,
  isBusy,
  place,
  onOpen,
  onAnswer,
  onTake,
}: Omit<ReturnsViewProps, 'onReceive' | 'onFault' | 'board'> & { readonly board: ReturnsBoard }) {
  const styles = useStyles();
  const texts = useGroupText();
  const figure = (group: Opened['group'], label: string, value: number, tone?: string): ShownFigure => ({
    label,
    value,
    tone,
    isChosen: opened.group === group,
    onOpen: () => {
      onOpen({ group, district: null });
    },
  });
  const figures: readonly ShownFigure[] = [
    ...GROUPS.map((group) => figure(group, GROUP_WORDS[group], board.all[group], texts[group])),
    figure('refused', '退回的文件', board.refused.length),
    ...(board.ignored.length > 0 ? [figure('ignored', '没有读取的文件', board.ignored.length)] : []),
  ];
  return (
    <>
      <FigureRow label="收件一览" figures={figures} />
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
        <DistrictBoard board={board} opened={opened} onOpen={onOpen} />
        <ReturnedList board={board} opened={opened} isBusy={isBusy} onOpen={onOpen} onAnswer={onAnswer} />
      </div>
    </>
  );
}
