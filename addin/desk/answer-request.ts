import { tellUserFault } from '../../workbook/user-fault.ts';
import { LockedCell } from '../../ooxml/errors.ts';
import type { DeskReply, DeskRequest } from './desk-messages.ts';
import type { Desk } from './desk.ts';

/** Answers a request on the desk. */
export function answerRequest(desk: Desk, { id, method, args }: DeskRequest): DeskReply {
  try {
    const member: unknown = Reflect.get(desk, method);
    if (typeof member !== 'function') throw new TypeError(`the desk has no ${method}`);
    return { id, value: Reflect.apply(member, desk, args) as unknown };
  } catch (error) {
    const message = tellUserFault(error) ?? (error instanceof Error ? error.message : String(error));
    return { id, fault: kindOf(error), message };
  }
}

function kindOf(error: unknown): 'unusable' | 'locked' | 'defect' {
  if (error instanceof LockedCell) return 'locked';
  return tellUserFault(error) !== null ? 'unusable' : 'defect';
}
