/** The messages between the page and the worker of the desk. */
import { UnusableInput } from '../../rules/unusable-input.ts';
import { HostError } from '../host/host-error.ts';
import type { DeskClient } from './desk.ts';

export interface DeskRequest {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** `unusable` and `locked` bring a sentence for the user; `defect` is a fault of the program. */
export type DeskReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: 'unusable' | 'locked' | 'defect'; readonly message: string };

function errorOfFault(fault: 'unusable' | 'locked' | 'defect', message: string): Error {
  if (fault === 'locked') return new HostError('protected', message);
  return fault === 'unusable' ? new UnusableInput(message) : new Error(message);
}

/** The way to a desk and back. */
interface DeskPort {
  post(request: DeskRequest): void;
  /** `onBreak` when the worker itself has failed: no answer will come. */
  listen(onReply: (reply: DeskReply) => void, onBreak: (message: string) => void): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The desk behind a worker. Calls are answered in their order; a fault of the worker itself ends all that wait. */
export function connectDesk(port: DeskPort): DeskClient {
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
      broken = new Error(`the desk's worker: ${message}`);
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
  // The proxy gives exactly the methods of `Desk`, each turned into a message: that is what `DeskClient` says.
  return new Proxy({} as DeskClient, {
    get(_, name) {
      // A promise that is resolved with the client asks it for `then`.
      if (typeof name !== 'string' || name === 'then') return undefined;
      const known = methods.get(name);
      if (known) return known;
      const method = (...args: unknown[]) => call(name, args);
      methods.set(name, method);
      return method;
    },
  });
}
