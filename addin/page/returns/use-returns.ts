import { useState } from 'react';
import type { Place } from '../job-runner.ts';
import type { OutputsUse } from '../use-outputs.ts';
import type { WorkshopUse } from '../use-workshop.tsx';
import type { Opened } from './district-board.tsx';
import { bringDropped } from './bring-dropped.ts';
import type { Dropped } from './list-dropped.ts';
import type { ReturnsBoard } from './returns-board.ts';
import type { ReceiveChoices, ReturnAnswer, ReturnsOutput } from './returns-desk.ts';

interface ReturnsWork extends Pick<WorkshopUse, 'run'>, Pick<OutputsUse, 'begin' | 'settle'> {
  /** What came in is known otherwise now than whatever shows it. */
  readonly renew: () => void;
}

/** What came in for the open roster, and what is done with it. */
export function useReturns({ begin, run, settle, renew }: ReturnsWork) {
  const [board, setBoard] = useState<ReturnsBoard | null>(null);
  const [opened, setOpened] = useState<Opened>({ group: 'missing', district: null });
  const show = (next: ReturnsBoard) => {
    setBoard(next);
    renew();
  };
  const receive = async (list: () => Promise<Dropped>, choices: ReceiveChoices) => {
    begin();
    const next = await run('正在收评分表', async (workshop) => {
      const { files, unread } = await list();
      await bringDropped(workshop, files);
      return await workshop.receive(choices, unread);
    });
    if (!next) return;
    show(next);
    setOpened({ group: firstOpened(next), district: null });
  };
  const answer = async (given: ReturnAnswer) => {
    begin();
    const next = await run('正在重新汇总', (workshop) => workshop.answerReturn(given));
    if (next) show(next);
  };
  const take = async (output: ReturnsOutput, title: string, allowClearing: boolean, place: Place) => {
    begin();
    const outcome = await run(`正在生成${title}`, (workshop) =>
      workshop.takeReturns(output, title, allowClearing, place),
    );
    if (outcome) await settle(outcome);
  };
  /** Another roster expects other units. */
  const clear = () => {
    setBoard(null);
  };
  return { board, opened, open: setOpened, receive, answer, take, clear };
}

export type ReturnsUse = ReturnType<typeof useReturns>;

/** What there is to do is in front. */
function firstOpened({ all, refused }: ReturnsBoard): Opened['group'] {
  if (all.decide > 0) return 'decide';
  if (all.mend > 0) return 'mend';
  if (refused.length > 0) return 'refused';
  return all.missing > 0 ? 'missing' : 'counted';
}
