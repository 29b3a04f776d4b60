import { useState } from 'react';
import type { Gap } from '../../rules/incomplete-base.ts';
import type { Shown } from './glance.tsx';
import type { OpenedRoster } from './opened-roster.ts';

export type View = 'check' | 'mends' | 'lists' | 'returns' | 'verify';

/** What is looked at of the open roster. */
interface RosterLook {
  readonly view: View;
  /** What the list under the figures shows. */
  readonly shown: Shown;
  /** What is sought in it. */
  readonly search: string;
  /** What the list shows in place of what a figure counts: the rows that an output lacks; null where it is a figure's. */
  readonly gap: Gap | null;
  /** Somebody was led here, and the keyboard goes along. */
  readonly isLed: boolean;
}

interface LookOfTurn extends RosterLook {
  readonly turn: number;
}

/** @param turn another for each roster that is opened: it is looked at anew */
export function useLook(opened: OpenedRoster | null, turn: number) {
  const [kept, setKept] = useState<LookOfTurn | null>(null);
  const first = opened ? firstShown(opened) : 'nominees';
  const look: RosterLook =
    kept?.turn === turn ? kept : { view: 'check', shown: first, search: '', gap: null, isLed: false };
  const change = (changed: Partial<RosterLook>): void => {
    setKept({ ...look, isLed: false, ...changed, turn });
  };
  /** Leads to a list of the rows that it counts. */
  const see = (gap: Gap): void => {
    change({ view: 'check', search: '', gap, isLed: true });
  };
  return { look, change, see };
}

export type LookUse = ReturnType<typeof useLook>;

/** What there is to do is in front. */
function firstShown({ report }: OpenedRoster): Shown {
  const has = (severity: Shown) => report.findings.some((each) => each.severity === severity);
  if (has('violation')) return 'violation';
  return has('question') ? 'question' : 'nominees';
}
