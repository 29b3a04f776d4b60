import { LockedCell } from '../../ooxml/errors.ts';
import { tellUserFault } from '../../workbook/user-fault.ts';
import type { WorkerLife, WorkerProgress, WorkerReply, WorkerRequest } from './messages.ts';
import { tellNoRoom } from './out-of-memory.ts';

/** Answers a request on the object that a worker serves. */
export async function answerRequest(served: object, { id, method, args }: WorkerRequest): Promise<WorkerReply> {
  try {
    const member: unknown = Reflect.get(served, method);
    if (typeof member !== 'function') throw new TypeError(`nothing here answers ${method}`);
    return { id, value: await Reflect.apply(member, served, args) };
  } catch (error) {
    return replyFault(id, error);
  }
}

function replyFault(id: number, error: unknown): WorkerReply {
  const sentence = tellUserFault(error) ?? tellNoRoom(error);
  if (sentence !== null) return { id, fault: error instanceof LockedCell ? 'locked' : 'unusable', message: sentence };
  const fault = error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'defect';
  return { id, fault, message: error instanceof Error ? error.message : String(error) };
}

/** What is used of a worker's global scope, which the page's types do not know. */
interface WorkerScope {
  postMessage(message: WorkerReply | WorkerProgress | WorkerLife): void;
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  onmessageerror: (() => void) | null;
}

/** Serves an object from the worker that this runs in. @returns the way to tell the page how far it has come */
export function serveFromWorker(make: (tell: (progress: WorkerProgress['progress']) => void) => object): void {
  const scope = self as unknown as WorkerScope;
  const served = make((progress) => {
    scope.postMessage({ progress });
  });
  scope.onmessage = ({ data }) => {
    void answerRequest(served, data).then((reply) => {
      try {
        scope.postMessage(reply);
      } catch (error) {
        // A large answer may find no room on its way.
        scope.postMessage(replyFault(data.id, error));
      }
    });
  };
  scope.onmessageerror = () => {
    throw new Error('a request cannot be read');
  };
  tellLife(scope);
}

function tellLife(scope: WorkerScope): void {
  // Only a page whose address is safe has locks; elsewhere “取消” finds out.
  if (!('locks' in navigator)) return;
  const held = crypto.randomUUID();
  void navigator.locks.request(held, () => {
    scope.postMessage({ held });
    return new Promise(() => undefined);
  });
}
