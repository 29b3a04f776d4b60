/** The messages between a page and its worker: calls of an object's methods, and their answers. */
import { UnusableInput } from '../../rules/unusable-input.ts';
import { HostError } from '../host/host-error.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** `unusable` and `locked` bring a sentence for the user, `cancelled` was asked for; `defect` is a fault of the program. */
type WorkerFault = 'unusable' | 'locked' | 'cancelled' | 'defect';

export type WorkerReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: WorkerFault; readonly message: string };

/** An object in a worker, from outside: every answer is waited for. */
export type ClientOf<Served> = {
  readonly [
    Name in keyof Served as Served[Name] extends (...args: never[]) => unknown ? Name : never
  ]: Served[Name] extends (...args: infer Args) => infer Result ? (...args: Args) => Promise<Awaited<Result>> : never;
};

/** What a call ends with that the user has cancelled. */
export class Cancelled extends Error {}

/** What a call ends with whose worker is no more: it has failed, or the browser has ended it. Its message is for the user, its cause for whoever mends it. */
export class WorkerGone extends Error {}

function errorOfFault(fault: WorkerFault, message: string): Error {
  switch (fault) {
    case 'locked':
      return new HostError('protected', message);
    case 'unusable':
      return new UnusableInput(message);
    case 'cancelled':
      return new Cancelled(message);
    case 'defect':
      return new Error(message);
  }
}

const GONE = '刚才这一步做到一半停了（多半是电脑内存不够），没有做成；请关掉别的网页和程序，再做一次。';

/** A script that the server has no more is fetched in vain however often. */
const NOT_STARTED =
  '刚才这一步没有做成，因为做事的部分启动不了（多半是网站上换了新的版本）；请重新打开这个网页或窗格，再做一次。';

/** The way to a worker and back. */
interface WorkerPort {
  post(request: WorkerRequest): void;
  /** `onBreak` when the worker itself has failed: no answer will come. Before its first message it has not started at all. */
  listen(onReply: (reply: WorkerReply) => void, onBreak: (message: string, hasStarted: boolean) => void): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * An object behind a worker. A fault of the worker itself ends all calls that wait.
 * @param name of the worker, for whoever mends it
 * @param onGone called once, before the calls that wait learn of it
 */
export function connectWorker<Served>(
  name: string,
  port: WorkerPort,
  onGone: () => void = () => undefined,
): ClientOf<Served> {
  const waiting = new Map<number, Waiting>();
  let broken: Error | null = null;
  let next = 1;
  port.listen(
    (reply) => {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('value' in reply) call?.resolve(reply.value);
      else call?.reject(errorOfFault(reply.fault, reply.message));
    },
    (message, hasStarted) => {
      if (broken) return;
      broken = new WorkerGone(hasStarted ? GONE : NOT_STARTED, { cause: `the ${name}'s worker: ${message}` });
      onGone();
      for (const { reject } of waiting.values()) reject(broken);
      waiting.clear();
    },
  );
  const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (broken) {
        reject(broken);
        return;
      }
      const id = next;
      next += 1;
      waiting.set(id, { resolve, reject });
      port.post({ id, method, args });
    });
  const methods = new Map<string, (...args: unknown[]) => Promise<unknown>>();
  // The proxy gives exactly the methods of the object, each turned into a message: that is what `ClientOf` says.
  return new Proxy({} as ClientOf<Served>, {
    get(_, member) {
      // A promise that is resolved with the client asks it for `then`.
      if (typeof member !== 'string' || member === 'then') return undefined;
      const known = methods.get(member);
      if (known) return known;
      const method = (...args: unknown[]) => call(member, args);
      methods.set(member, method);
      return method;
    },
  });
}

/** What a worker sends without being asked: how far it has come. */
export interface WorkerProgress {
  readonly progress: { readonly label: string; readonly done: number; readonly total: number };
}

/** What a worker sends when it begins: the lock that it holds as long as it lives. A browser does not tell otherwise that it has ended one. */
export interface WorkerLife {
  readonly held: string;
}

/** What a page wants to hear of a worker without having asked. */
interface WorkerEvents {
  readonly onProgress?: (progress: WorkerProgress['progress']) => void;
  /** As of `connectWorker`. */
  readonly onGone?: () => void;
}

export function connectTo<Served>(
  name: string,
  worker: Worker,
  { onProgress, onGone }: WorkerEvents = {},
): ClientOf<Served> {
  const port: WorkerPort = {
    post(request) {
      worker.postMessage(request);
    },
    listen(onReply, onBreak) {
      let hasStarted = false;
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply | WorkerProgress | WorkerLife>) => {
        hasStarted = true;
        if ('progress' in data) onProgress?.(data.progress);
        else if ('held' in data) {
          void navigator.locks.request(data.held, () => {
            onBreak('it has ended', hasStarted);
          });
        } else onReply(data);
      });
      worker.addEventListener('error', ({ message }) => {
        onBreak(message, hasStarted);
      });
      worker.addEventListener('messageerror', () => {
        onBreak('a message cannot be read', hasStarted);
      });
    },
  };
  return connectWorker<Served>(name, port, onGone);
}
