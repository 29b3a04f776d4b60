import { LockedCell } from '../../ooxml/errors.ts';
import { tellUserFault } from '../../workbook/user-fault.ts';
import type { WorkerFault, WorkerProgress, WorkerReply, WorkerRequest } from './messages.ts';

/** Answers a request on the object that a worker serves. */
export async function answerRequest(served: object, { id, method, args }: WorkerRequest): Promise<WorkerReply> {
  try {
    const member: unknown = Reflect.get(served, method);
    if (typeof member !== 'function') throw new TypeError(`nothing here answers ${method}`);
    return { id, value: await Reflect.apply(member, served, args) };
  } catch (error) {
    const message = tellUserFault(error) ?? (error instanceof Error ? error.message : String(error));
    return { id, fault: kindOf(error), message };
  }
}

function kindOf(error: unknown): WorkerFault {
  if (error instanceof LockedCell) return 'locked';
  if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
  return tellUserFault(error) !== null ? 'unusable' : 'defect';
}

/** What is used of a worker's global scope, which the page's types do not know. */
interface WorkerScope {
  postMessage(message: WorkerReply | WorkerProgress): void;
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
}

/** Serves an object from the worker that this runs in. @returns the way to tell the page how far it has come */
export function serveFromWorker(make: (tell: (progress: WorkerProgress['progress']) => void) => object): void {
  const scope = self as unknown as WorkerScope;
  const served = make((progress) => {
    scope.postMessage({ progress });
  });
  scope.onmessage = ({ data }) => {
    void answerRequest(served, data).then((reply) => {
      scope.postMessage(reply);
    });
  };
}
