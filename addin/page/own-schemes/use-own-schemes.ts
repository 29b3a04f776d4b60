import { useCallback, useEffect, useState } from 'react';
import type { Dropped } from '../returns/list-dropped.ts';
import type { WorkshopUse } from '../use-workshop.tsx';
import type { SchemeView } from '../workshop.ts';
import type { CheckedScheme } from './own-schemes.ts';
import { canRemember, forgetScheme, readRemembered, rememberScheme } from './remembered-schemes.ts';
import { readBundles, type SchemeBundle } from './scheme-bundle.ts';

interface OwnSchemesWork extends Pick<WorkshopUse, 'run' | 'bringSchemes' | 'removeScheme' | 'ownSchemes'> {
  /** Nothing that was said before holds on. */
  readonly begin: () => void;
  readonly onFault: (fault: unknown) => void;
}

/** The schemes that there are, and those of the user's own among them: brought, checked, remembered if the user says so, removed. */
export function useOwnSchemes({ run, bringSchemes, removeScheme, ownSchemes, begin, onFault }: OwnSchemesWork) {
  const [schemes, setSchemes] = useState<readonly SchemeView[]>([]);
  /** Those that were brought last. */
  const [brought, setBrought] = useState<readonly CheckedScheme[]>([]);
  /** Ids of those that are remembered. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());

  const list = useCallback(async () => {
    const found = await run('正在打开', (workshop) => workshop.listSchemes());
    if (found) setSchemes(found);
  }, [run]);

  const check = useCallback(
    async (bundles: readonly SchemeBundle[]): Promise<readonly CheckedScheme[] | null> => {
      const checked = await bringSchemes(bundles);
      if (checked) await list();
      return checked;
    },
    [bringSchemes, list],
  );

  useEffect(() => {
    const restore = async () => {
      await list();
      if (!canRemember()) return;
      const remembered = await readRemembered();
      if (remembered.length === 0) return;
      setKept(new Set(remembered.map(({ id }) => id)));
      const checked = await check(remembered);
      setBrought((checked ?? []).filter(({ faults }) => faults.length > 0));
    };
    restore().catch(onFault);
  }, [list, check, onFault]);

  /** @returns whether all of them are used from now on */
  const bring = async (dropped: Dropped): Promise<boolean> => {
    begin();
    setBrought([]);
    try {
      const bundles = await readBundles(dropped);
      const checked = (await check(bundles)) ?? [];
      setBrought(checked);
      const sound = checked.filter(({ faults }) => faults.length === 0).map(({ id }) => id);
      if (kept.size > 0) await keepAll(bundles.filter(({ id }) => sound.includes(id)));
      return sound.length === bundles.length;
    } catch (error) {
      onFault(error);
      return false;
    }
  };
  const keepAll = async (bundles: readonly SchemeBundle[]) => {
    for (const bundle of bundles) await rememberScheme(bundle);
    setKept((before) => new Set([...before, ...bundles.map(({ id }) => id)]));
  };
  const forgetAll = async (ids: readonly string[]) => {
    for (const id of ids) await forgetScheme(id);
    setKept((before) => new Set([...before].filter((id) => !ids.includes(id))));
  };
  /** Has them all remembered, and those to come; or none. */
  const rememberAll = (isWanted: boolean): void => {
    begin();
    (isWanted ? keepAll(ownSchemes()) : forgetAll([...kept])).catch(onFault);
  };
  /** Uses it no longer, and forgets it. */
  const remove = async (id: string): Promise<void> => {
    begin();
    try {
      if (kept.has(id)) await forgetAll([id]);
      setBrought((before) => before.filter((each) => each.id !== id));
      await removeScheme(id);
      await list();
    } catch (error) {
      onFault(error);
    }
  };
  return { schemes, brought, kept, bring, rememberAll, remove };
}

export type OwnSchemesUse = ReturnType<typeof useOwnSchemes>;
