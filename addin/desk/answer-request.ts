import { UnusableInput } from '../../rules/unusable-input.ts';
import { LockedCell } from '../../workbook/patch/patch-workbook.ts';
import type { DeskReply, DeskRequest } from './desk-messages.ts';
import type { Desk } from './desk.ts';

/** Answers a request on the desk. */
export function answerRequest(desk: Desk, { id, method, args }: DeskRequest): DeskReply {
  try {
    const member: unknown = Reflect.get(desk, method);
    if (typeof member !== 'function') throw new TypeError(`the desk has no ${method}`);
    return { id, value: Reflect.apply(member, desk, args) as unknown };
  } catch (error) {
    return { id, fault: kindOf(error), message: error instanceof Error ? error.message : String(error) };
  }
}

function kindOf(error: unknown): 'unusable' | 'locked' | 'defect' {
  if (error instanceof LockedCell) return 'locked';
  return error instanceof UnusableInput ? 'unusable' : 'defect';
}
