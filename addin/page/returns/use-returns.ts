import { useState } from 'react';
import type { Made } from '../made.ts';
import type { Place } from '../job-runner.ts';
import type { WorkshopClient } from '../workshop.ts';
import type { DroppedFile } from './file-folder.ts';
import type { Dropped } from './list-dropped.ts';
import type { ReturnsBoard } from './returns-board.ts';
import type { ReceiveChoices, ReturnAnswer, ReturnsOutput } from './returns-desk.ts';

/** How a part of the page has something done in the workshop. */
export interface PageWork {
  /** Nothing that was said before holds on. */
  readonly begin: () => void;
  readonly run: <T>(label: string, work: (workshop: WorkshopClient) => Promise<T>) => Promise<T | null>;
  /** Saves what was made, and says so; false when the user thought better of it. */
  readonly keep: (made: Made) => Promise<boolean>;
  /** What came in is known otherwise now than whatever shows it. */
  readonly renew: () => void;
}

/** Files in one message: to hand over one takes the page half a millisecond, and it must not stand still. */
const AT_ONCE = 60;

async function bring(workshop: WorkshopClient, dropped: readonly DroppedFile[]): Promise<void> {
  for (let from = 0; from < dropped.length; from += AT_ONCE) {
    await workshop.bring(dropped.slice(from, from + AT_ONCE), from === 0);
  }
}

/** What came in for the open roster, and what is done with it. */
export function useReturns({ begin, run, keep, renew }: PageWork) {
  const [board, setBoard] = useState<ReturnsBoard | null>(null);
  const show = (next: ReturnsBoard) => {
    setBoard(next);
    renew();
  };
  const receive = async (list: () => Promise<Dropped>, choices: ReceiveChoices) => {
    begin();
    const next = await run('正在收评分表', async (workshop) => {
      const { files, unread } = await list();
      await bring(workshop, files);
      return await workshop.receive(choices, unread);
    });
    if (next) show(next);
  };
  const answer = async (given: ReturnAnswer) => {
    begin();
    const next = await run('正在重新汇总', (workshop) => workshop.answerReturn(given));
    if (next) show(next);
  };
  const take = async (output: ReturnsOutput, title: string, allowClearing: boolean, place: Place) => {
    begin();
    const made = await run(`正在生成${title}`, (workshop) => workshop.takeReturns(output, title, allowClearing, place));
    if (made) await keep(made);
  };
  return { board, receive, answer, take };
}
