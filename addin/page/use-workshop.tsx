import { useCallback, useRef, useState } from 'react';
import { Cancelled, connectTo } from '../worker/messages.ts';
import { ProgressSign } from './progress-sign.ts';
import { startWorker } from './start-worker.ts';
import type { OpenedRoster } from './opened-roster.ts';
import type { CheckedScheme } from './own-schemes/own-schemes.ts';
import type { SchemeBundle } from './own-schemes/scheme-bundle.ts';
import type { Workshop, WorkshopClient } from './workshop.ts';

/** What is being done, and how far it has come. */
export interface Busy {
  readonly label: string;
  readonly sign: ProgressSign;
}

export interface WorkshopUse {
  readonly busy: Busy | null;
  /** Opens a roster, which also a workshop that takes the place of another then has. */
  readonly open: (name: string, bytes: () => Promise<Uint8Array>) => Promise<OpenedRoster | null>;
  /** Brings schemes of the user's own, which also a workshop that takes the place of another then has. */
  readonly bringSchemes: (bundles: readonly SchemeBundle[]) => Promise<readonly CheckedScheme[] | null>;
  readonly removeScheme: (id: string) => Promise<void>;
  /** Those that were brought and have no faults. */
  readonly ownSchemes: () => readonly SchemeBundle[];
  /** Does one thing at a time, what is asked for meanwhile after it; null where it was cancelled or failed, which `onFault` has been told. */
  readonly run: <T>(label: string, work: (workshop: WorkshopClient) => Promise<T>) => Promise<T | null>;
  /** Asks for what is there already, without saying that anything is being done; null where the workshop has gone. */
  readonly ask: <T>(work: (workshop: WorkshopClient) => Promise<T>) => Promise<T | null>;
  readonly cancel: () => void;
}

interface Running {
  readonly client: WorkshopClient;
  readonly worker: Worker;
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How long a workshop may take to stop; one that has not by then is ended, and another takes its place. */
const PATIENCE_MS = 1_000;

/** The workshop in its worker, which is started when it is first needed. */
export function useWorkshop(onFault: (fault: unknown) => void): WorkshopUse {
  const [busy, setBusy] = useState<Busy | null>(null);
  /** Of what is being done. */
  const sign = useRef(new ProgressSign());
  const running = useRef<Running>(null);
  const source = useRef<Source>(null);
  /** The user's own schemes without faults, by id. */
  const schemes = useRef(new Map<string, SchemeBundle>());
  const replacing = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Ends what is being waited for. */
  const giveUp = useRef<() => void>(() => undefined);
  /** Ends with what was asked for last; it never fails. */
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const start = useCallback(() => {
    const { worker, script } = startWorker();
    const client = connectTo<Workshop>('workshop', worker, (progress) => {
      sign.current.show(progress);
    });
    if (script) void client.keepScript(script);
    return { client, worker };
  }, []);

  /** What the workshop before knew. */
  const restore = useCallback(async (client: WorkshopClient) => {
    if (schemes.current.size > 0) await client.bringSchemes([...schemes.current.values()]);
    const known = source.current;
    if (known) await client.open(known.bytes, known.name);
  }, []);

  const runNow = useCallback(
    async <T,>(label: string, work: (workshop: WorkshopClient) => Promise<T>): Promise<T | null> => {
      sign.current = new ProgressSign();
      setBusy({ label, sign: sign.current });
      const stopped = new Promise<never>((_, reject) => {
        giveUp.current = () => {
          reject(new Cancelled(label));
        };
      });
      try {
        const isNew = running.current === null;
        running.current ??= start();
        const { client } = running.current;
        if (isNew) await Promise.race([restore(client), stopped]);
        return await Promise.race([work(client), stopped]);
      } catch (error) {
        if (!(error instanceof Cancelled)) onFault(error);
        return null;
      } finally {
        clearTimeout(replacing.current);
        setBusy(null);
      }
    },
    [start, restore, onFault],
  );

  const run = useCallback(
    <T,>(label: string, work: (workshop: WorkshopClient) => Promise<T>): Promise<T | null> => {
      const turn = last.current.then(() => runNow(label, work));
      last.current = turn;
      return turn;
    },
    [runNow],
  );

  const ask = useCallback(
    async <T,>(work: (workshop: WorkshopClient) => Promise<T>): Promise<T | null> => {
      try {
        return running.current ? await work(running.current.client) : null;
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    [onFault],
  );

  const open = useCallback(
    async (name: string, bytes: () => Promise<Uint8Array>) => {
      let read: Source | null = null;
      const opened = await run(`正在读取${name}`, async (workshop) => {
        read = { name, bytes: await bytes() };
        return await workshop.open(read.bytes, name);
      });
      if (opened) source.current = read;
      return opened;
    },
    [run],
  );

  const bringSchemes = useCallback(
    async (bundles: readonly SchemeBundle[]) => {
      const checked = await run('正在检查评选方案', (workshop) => workshop.bringSchemes(bundles));
      for (const bundle of bundles) {
        const isSound = checked?.some(({ id, faults }) => id === bundle.id && faults.length === 0);
        if (isSound) schemes.current.set(bundle.id, bundle);
      }
      return checked;
    },
    [run],
  );

  const removeScheme = useCallback(
    async (id: string) => {
      schemes.current.delete(id);
      await run('正在移除评选方案', (workshop) => workshop.removeScheme(id));
    },
    [run],
  );

  const ownSchemes = useCallback(() => [...schemes.current.values()], []);

  const cancel = useCallback(() => {
    const stopping = running.current;
    if (!stopping) return;
    void stopping.client.cancel();
    clearTimeout(replacing.current);
    replacing.current = setTimeout(() => {
      stopping.worker.terminate();
      running.current = null;
      giveUp.current();
    }, PATIENCE_MS);
  }, []);

  return { busy, open, bringSchemes, removeScheme, ownSchemes, run, ask, cancel };
}
