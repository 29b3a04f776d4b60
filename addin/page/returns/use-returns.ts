import { useState } from 'react';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import type { Place } from '../job-runner.ts';
import { orStopped } from '../or-stopped.ts';
import { readGiven } from '../read-given.ts';
import type { OutputsUse } from '../use-outputs.ts';
import type { WorkshopUse } from '../use-workshop.ts';
import type { WorkshopClient } from '../workshop.ts';
import type { Opened } from './district-board.tsx';
import type { CollisionAnswer } from './collision-view.ts';
import { bringDropped } from './bring-dropped.ts';
import type { Dropped } from './list-dropped.ts';
import type { ReturnsBoard } from './returns-board.ts';
import {
  NO_CHOICES,
  type ReceiveChoices,
  type ReturnAnswer,
  type ReturnsOutput,
  type TakeChoices,
} from './returns-desk.ts';

interface ReturnsWork extends Pick<WorkshopUse, 'run'> {
  readonly outputs: Pick<OutputsUse, 'begin' | 'settle' | 'whenCutShort'>;
  /** What came in is known otherwise now than whatever shows it. */
  readonly renew: () => void;
}

/** What came in for the open roster, and what is done with it. */
export function useReturns({ run, outputs, renew }: ReturnsWork) {
  const { begin, settle, whenCutShort } = outputs;
  /** For all that comes in for the open roster, wherever on the page it is dropped. */
  const [choices, choose] = useState(NO_CHOICES);
  const [board, setBoard] = useState<ReturnsBoard | null>(null);
  /** Whether people have chosen among what came in what no tally was taken with. */
  const [isUnsaved, setUnsaved] = useState(false);
  const [opened, setOpened] = useState<Opened>({ group: 'missing', district: null });
  const show = (next: ReturnsBoard) => {
    setBoard(next);
    renew();
  };
  const goOnFrom = async (tally: File) => {
    const called = quoteForUser(tally.name);
    const bytes = await run(`正在读取${called}`, (_, signal) => orStopped(readGiven(tally, called), signal));
    if (bytes) choose((now) => ({ ...now, previous: { name: tally.name, bytes } }));
  };
  const receiveBrought = async (
    given: ReceiveChoices,
    without: readonly number[] = [],
    bring: (workshop: WorkshopClient, signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
  ) => {
    begin();
    const next = await run('正在收评分表', async (workshop, signal) => {
      await bring(workshop, signal);
      return await workshop.receive(given, without);
    });
    if (!next) return;
    show(next);
    setOpened({ group: firstOpened(next), district: null });
  };
  const receive = (listing: Promise<Dropped>) =>
    receiveBrought(choices, [], async (workshop, signal) => {
      await bringDropped(workshop, await orStopped(listing, signal), signal);
    });
  const change = async (work: (workshop: WorkshopClient) => Promise<ReturnsBoard>) => {
    begin();
    const next = await run('正在重新汇总', work);
    if (!next) return;
    show(next);
    setUnsaved(true);
  };
  const answer = (given: ReturnAnswer) => change((workshop) => workshop.answerReturn(given));
  const decide = (given: CollisionAnswer) => change((workshop) => workshop.decideCollision(given));
  const take = async (output: ReturnsOutput, title: string, given: TakeChoices, place: Place) => {
    begin();
    const work = (workshop: WorkshopClient) => workshop.takeReturns(output, title, given, place);
    const outcome = await run(`正在生成${title}`, work, whenCutShort(place));
    if (!outcome) return;
    await settle(outcome, () => {
      if (output === 'tally') setUnsaved(false);
    });
  };
  /** Another roster expects other units. */
  const clear = () => {
    setBoard(null);
    setUnsaved(false);
    choose(NO_CHOICES);
  };
  const shown = { board, opened, open: setOpened, isUnsaved };
  return { ...shown, choices, choose, goOnFrom, receive, receiveBrought, answer, decide, take, clear };
}

export type ReturnsUse = ReturnType<typeof useReturns>;

/** What there is to do is in front. */
function firstOpened({ all, refused }: ReturnsBoard): Opened['group'] {
  if (all.decide > 0) return 'decide';
  if (all.mend > 0) return 'mend';
  if (refused.length > 0) return 'refused';
  return all.missing > 0 ? 'missing' : 'counted';
}
