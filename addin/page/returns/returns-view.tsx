import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FigureRow, type ShownFigure } from '../figure-row.tsx';
import { DistrictBoard, type Opened } from './district-board.tsx';
import { GROUP_TONES } from '../../desk/state-tones.ts';
import { useToneInk } from '../../shell/state-looks.tsx';
import { GROUP_WORDS, GROUPS } from './group-looks.ts';
import { NominationsSection } from './nominations-section.tsx';
import { ReceiveZone } from './receive-zone.tsx';
import type { ReturnsBoard } from './returns-board.ts';
import type { ReturnsOutput, TakeChoices } from './returns-desk.ts';
import { ReturnedList } from './returned-list.tsx';
import { TakeReturns } from './take-returns.tsx';
import type { ReturnsUse } from './use-returns.ts';

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
  readonly returns: ReturnsUse;
  readonly isBusy: boolean;
  /** Where what is taken goes. */
  readonly place: ReactNode;
  readonly onTake: (output: ReturnsOutput, title: string, choices: TakeChoices) => void;
  readonly onFault: (fault: unknown) => void;
}

/** 收评分表: what came in, what it says, and what is made of it. */
export function ReturnsView({ onFault, ...rest }: ReturnsViewProps) {
  const styles = useStyles();
  const { returns, isBusy } = rest;
  return (
    <div className={styles.view}>
      <ReceiveZone isBusy={isBusy} returns={returns} onFault={onFault} />
      {returns.board && <Board board={returns.board} {...rest} />}
    </div>
  );
}

function Board({
  board,
  returns: { opened, open, answer, decide },
  isBusy,
  place,
  onTake,
}: Omit<ReturnsViewProps, 'onFault'> & { readonly board: ReturnsBoard }) {
  const styles = useStyles();
  const inks = useToneInk();
  const figure = (group: Opened['group'], label: string, value: number, tone?: string): ShownFigure => ({
    label,
    value,
    tone,
    isChosen: opened.group === group,
    onOpen: () => {
      open({ group, district: null });
    },
  });
  const figures: readonly ShownFigure[] = [
    ...GROUPS.map((group) => figure(group, GROUP_WORDS[group], board.all[group], inks[GROUP_TONES[group]])),
    figure('refused', '退回的文件', board.refused.length),
    ...(board.ignored.length > 0 ? [figure('ignored', '没有读取的文件', board.ignored.length)] : []),
  ];
  const list = (shown: Opened) => (
    <ReturnedList board={board} opened={shown} isBusy={isBusy} onOpen={open} onAnswer={(given) => void answer(given)} />
  );
  return (
    <>
      {board.asksUnits && <FigureRow label="收件一览" figures={figures} />}
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
      {board.nominations && (
        <NominationsSection
          board={board.nominations}
          isBusy={isBusy}
          onAnswer={(given) => void answer(given)}
          onDecide={(given) => void decide(given)}
        />
      )}
      {board.asksUnits ? (
        <div className={styles.columns}>
          <DistrictBoard board={board} opened={opened} onOpen={open} />
          {list(opened)}
        </div>
      ) : (
        board.ignored.length > 0 && list({ group: 'ignored', district: null })
      )}
    </>
  );
}
