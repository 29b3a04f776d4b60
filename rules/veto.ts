/** 一票否决项: each has to be confirmed as not occurred; only that lets a unit pass. */
import type { Answer } from './answer.ts';
import { VETO_WORDS, type VetoState } from './master-roster.ts';
import type { VetoItem } from './scheme-score-sheet.ts';

const ANSWER_OF: Readonly<Record<VetoState, Answer>> = { clear: 'yes', occurred: 'no', open: 'unknown' };

/** Whether a unit passes as far as one veto item goes. */
function answerVeto(state: VetoState): Answer {
  return ANSWER_OF[state];
}

/** What one veto item says of a unit. */
interface VetoReason {
  readonly item: VetoItem;
  /** From 0. */
  readonly position: number;
  readonly state: VetoState;
  readonly answer: Answer;
  /** In Chinese, without a full stop. */
  readonly message: string;
}

/** One reason for each item that is not confirmed as not occurred, or a single one when all are. A missing state is open. */
export function judgeVetoes(items: readonly VetoItem[], states: readonly VetoState[]): VetoReason[] {
  const reasons = items.map((item, position): VetoReason => {
    const state = states[position] ?? 'open';
    const message = `否决项 ${position + 1}（${item.text}）${VETO_WORDS[state]}`;
    return { item, position, state, answer: answerVeto(state), message };
  });
  const notClear = reasons.filter(({ answer }) => answer !== 'yes');
  if (notClear.length > 0) return notClear;
  return reasons.slice(0, 1).map((reason) => ({ ...reason, message: `${items.length} 项否决项均确认未发生` }));
}

/** `否决项 3 发生，否决项 2、5 未确认`, numbered from 1. */
export function describeVetoStates(states: readonly VetoState[]): string {
  const name = (state: VetoState) => {
    const numbers = states.flatMap((each, index) => (each === state ? [index + 1] : []));
    return numbers.length > 0 ? [`否决项 ${numbers.join('、')} ${VETO_WORDS[state]}`] : [];
  };
  const parts = [...name('occurred'), ...name('open')];
  return parts.length > 0 ? parts.join('，') : `否决项均${VETO_WORDS.clear}`;
}
