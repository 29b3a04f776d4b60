/** The messages between a page and its worker: calls of an object's methods, and their answers. */
import { UnusableInput } from '../../rules/unusable-input.ts';
import { HostError } from '../host/host-error.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** `unusable` and `locked` bring a sentence for the user, `cancelled` was asked for; `defect` is a fault of the program. */
export type WorkerFault = 'unusable' | 'locked' | 'cancelled' | 'defect';

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

/** The way to a worker and back. */
interface WorkerPort {
  post(request: WorkerRequest): void;
  /** `onBreak` when the worker itself has failed: no answer will come. */
  listen(onReply: (reply: WorkerReply) => void, onBreak: (message: string) => void): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * An object behind a worker. A fault of the worker itself ends all calls that wait.
 * @param name of the worker, for whoever mends it
 */
export function connectWorker<Served>(name: string, port: WorkerPort): ClientOf<Served> {
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
    (message) => {
      broken = new Error(`the ${name}'s worker: ${message}`);
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

/** @param onProgress where the object in the worker tells how far it has come */
export function connectTo<Served>(
  name: string,
  worker: Worker,
  onProgress: (progress: WorkerProgress['progress']) => void = () => undefined,
): ClientOf<Served> {
  return connectWorker<Served>(name, {
    post(request) {
      worker.postMessage(request);
    },
    listen(onReply, onBreak) {
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply | WorkerProgress>) => {
        if ('progress' in data) onProgress(data.progress);
        else onReply(data);
      });
      worker.addEventListener('error', ({ message }) => {
        onBreak(message);
      });
    },
  });
}
