import { useState } from 'react';
import { connectTo } from '../worker/messages.ts';
import { startWorker } from './start-worker.ts';
import type { Workshop } from './workshop.ts';
import { WorkshopKeeper, type Busy, type StartWorkshop } from './workshop-keeper.ts';

const startWorkshop: StartWorkshop = (events) => {
  const { worker, script, end } = startWorker();
  const client = connectTo<Workshop>('workshop', worker, events);
  // Where it has gone by then, what is asked for next says so.
  if (script) client.keepScript(script).catch(() => undefined);
  return { client, end };
};

/** The workshop in its worker, and what it is doing. @param onFault the same as long as the page is open */
export function useWorkshop(onFault: (fault: unknown) => void) {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [keeper] = useState(() => new WorkshopKeeper(startWorkshop, setBusy, onFault));
  const { run, ask, cancel, open, closeRoster, bringSchemes, removeScheme, ownSchemes } = keeper;
  return { busy, run, ask, cancel, open, closeRoster, bringSchemes, removeScheme, ownSchemes };
}

export type WorkshopUse = ReturnType<typeof useWorkshop>;
