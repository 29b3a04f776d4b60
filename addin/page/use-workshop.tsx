import { useCallback, useRef, useState } from 'react';
import { Cancelled, connectTo, type WorkerProgress } from '../worker/messages.ts';
import type { Workshop, WorkshopClient } from './workshop.ts';

/** What is being done, and how far it has come. */
export interface Busy {
  readonly label: string;
  readonly progress: WorkerProgress['progress'] | null;
}

interface WorkshopUse {
  readonly busy: Busy | null;
  /** Does one thing at a time; null where it was cancelled or failed, which `onFault` has been told. */
  readonly run: <T>(label: string, work: (workshop: WorkshopClient) => Promise<T>) => Promise<T | null>;
  readonly cancel: () => void;
}

/** The workshop in its worker, which is started when it is first needed. */
export function useWorkshop(onFault: (fault: unknown) => void): WorkshopUse {
  const [busy, setBusy] = useState<Busy | null>(null);
  const client = useRef<WorkshopClient>(null);

  const start = useCallback(() => {
    const worker = new Worker(new URL('./workshop-worker.ts', import.meta.url), { name: 'workshop' });
    return connectTo<Workshop>('workshop', worker, (progress) => {
      setBusy((now) => (now === null ? null : { ...now, progress }));
    });
  }, []);

  const run = useCallback(
    async <T,>(label: string, work: (workshop: WorkshopClient) => Promise<T>): Promise<T | null> => {
      client.current ??= start();
      setBusy({ label, progress: null });
      try {
        return await work(client.current);
      } catch (error) {
        if (!(error instanceof Cancelled)) onFault(error);
        return null;
      } finally {
        setBusy(null);
      }
    },
    [start, onFault],
  );

  const cancel = useCallback(() => {
    void client.current?.cancel();
  }, []);

  return { busy, run, cancel };
}
