import { useState } from 'react';
import type { ReturnsBoard } from './returns/returns-board.ts';

/** Whether what came in for the open roster is to be left. */
export interface LeaveQuestion {
  /** `打开“总名册.xlsx”` */
  readonly what: string;
  /** Files that came in and can be used: score sheets, lists of nominations, opinions. */
  readonly received: number;
  readonly answer: (leaves: boolean) => void;
}

/** Asks before another roster takes the place of one for which something came in. @param board null where nothing did */
export function useLeave(board: ReturnsBoard | null) {
  const [question, setQuestion] = useState<LeaveQuestion | null>(null);
  const mayLeave = (what: string): Promise<boolean> => {
    if (!board) return Promise.resolve(true);
    return new Promise((resolve) => {
      const asked: LeaveQuestion = {
        what,
        received: board.usable,
        answer: (leaves) => {
          // The browser tells late that a dialog has closed, when another may be asked.
          setQuestion((now) => (now === asked ? null : now));
          resolve(leaves);
        },
      };
      setQuestion(asked);
    });
  };
  return { question, mayLeave };
}

export type MayLeave = ReturnType<typeof useLeave>['mayLeave'];
