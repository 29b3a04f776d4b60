import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkshopUse } from '../use-workshop.ts';
import type { SchemeView } from '../workshop.ts';
import type { CheckedScheme } from './own-schemes.ts';
import { canRemember, forgetScheme, readRemembered, rememberScheme } from './remembered-schemes.ts';
import { readBundles, type SchemeBundle, type SchemeFiles } from './scheme-bundle.ts';

interface OwnSchemesWork extends Pick<WorkshopUse, 'run' | 'bringSchemes' | 'removeScheme' | 'ownSchemes'> {
  /** Nothing that was said before holds on. */
  readonly begin: () => void;
  readonly onFault: (fault: unknown) => void;
}

/** How far the page has come with listing them: `partly` where it was cancelled or has failed. */
type Listing = 'begun' | 'partly' | 'whole';

/** The schemes that there are, and those of the user's own among them: brought, checked, remembered if the user says so, removed. */
export function useOwnSchemes({ run, bringSchemes, removeScheme, ownSchemes, begin, onFault }: OwnSchemesWork) {
  const [schemes, setSchemes] = useState<readonly SchemeView[]>([]);
  /** Those that were brought last. */
  const [brought, setBrought] = useState<readonly CheckedScheme[]>([]);
  /** Ids of those that are remembered. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  /** What the user asks for, until the browser has done it: the tick stands at once. */
  const [wish, setWish] = useState<boolean | null>(null);
  /** The program's schemes and those that are remembered. */
  const [listing, setListing] = useState<Listing>('begun');
  const restoring = useRef<Promise<void>>(Promise.resolve());
  /** One after the other: what was asked for last holds. */
  const remembering = useRef<Promise<void>>(Promise.resolve());

  const list = useCallback(() => {
    const listAll = async (): Promise<Listing> => {
      const found = await run('正在打开', (workshop) => workshop.listSchemes());
      if (!found) return 'partly';
      setSchemes(found);
      const remembered = canRemember() ? await readRemembered() : [];
      if (remembered.length === 0) return 'whole';
      setKept(new Set(remembered.map(({ id }) => id)));
      const restored = await bringSchemes(remembered);
      if (!restored) return 'partly';
      setSchemes(restored.schemes);
      setBrought(restored.checked.filter(({ faults }) => faults.length > 0));
      return 'whole';
    };
    restoring.current = listAll()
      .catch((error: unknown): Listing => {
        onFault(error);
        return 'partly';
      })
      .then(setListing);
  }, [run, bringSchemes, onFault]);
  useEffect(list, [list]);

  /** Ends when the schemes are there. */
  const whenReady = useCallback(() => restoring.current, []);

  /** @returns whether all of them are used from now on */
  const bring = async (dropped: SchemeFiles): Promise<boolean> => {
    begin();
    setBrought([]);
    try {
      const bundles = await readBundles(dropped);
      const now = await bringSchemes(bundles);
      if (!now) return false;
      setSchemes(now.schemes);
      setBrought(now.checked);
      const sound = now.checked.filter(({ faults }) => faults.length === 0).map(({ id }) => id);
      // Whoever drops them in the first second does so before the page knows what is remembered; that it cannot be read was said by then.
      const remembered = canRemember() ? await readRemembered().catch(() => []) : [];
      if (remembered.length > 0) await keepAll(bundles.filter(({ id }) => sound.includes(id)));
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
    setWish(isWanted);
    const remember = () =>
      isWanted ? keepAll(ownSchemes()) : forgetAll([...kept, ...ownSchemes().map(({ id }) => id)]);
    remembering.current = remembering.current
      .then(remember)
      .catch(onFault)
      .then(() => {
        setWish((now) => (now === isWanted ? null : now));
      });
  };
  /** Uses it no longer, and forgets it. */
  const remove = async (id: string): Promise<void> => {
    begin();
    try {
      if (kept.has(id)) await forgetAll([id]);
      setBrought((before) => before.filter((each) => each.id !== id));
      const left = await removeScheme(id);
      if (left) setSchemes(left);
    } catch (error) {
      onFault(error);
    }
  };
  /** Once more, where it did not come to its end. */
  const listAgain = (): void => {
    begin();
    setListing('begun');
    list();
  };
  const remembers = wish ?? kept.size > 0;
  return { schemes, brought, kept, remembers, listing, listAgain, whenReady, bring, rememberAll, remove };
}

export type OwnSchemesUse = ReturnType<typeof useOwnSchemes>;
