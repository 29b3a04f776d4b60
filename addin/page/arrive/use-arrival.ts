import { useRef, useState } from 'react';
import { showPath } from '../../../rules/tally/returned-file.ts';
import { SHEET } from '../../../rules/roster-cell.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import type { OpenedRoster } from '../opened-roster.ts';
import { orStopped } from '../or-stopped.ts';
import { bringDropped } from '../returns/bring-dropped.ts';
import { holdsSchemes } from '../own-schemes/scheme-bundle.ts';
import type { OwnSchemesUse } from '../own-schemes/use-own-schemes.ts';
import type { Dropped } from '../returns/list-dropped.ts';
import { UNREADABLE } from '../returns/list-places.ts';
import { NO_CHOICES, type ReceiveChoices } from '../returns/returns-desk.ts';
import type { ReturnsUse } from '../returns/use-returns.ts';
import type { WorkshopUse } from '../use-workshop.ts';
import type { Arrived, ArrivedRoster } from './arrivals.ts';
import { tooEarly } from './too-early.ts';

interface ArrivalWork extends Pick<WorkshopUse, 'run'> {
  /** What is open already; null where nothing is. */
  readonly opened: OpenedRoster | null;
  readonly begin: () => void;
  readonly bring: OwnSchemesUse['bring'];
  readonly whenReady: OwnSchemesUse['whenReady'];
  readonly readFile: (file: File) => Promise<OpenedRoster | null>;
  readonly returns: Pick<ReturnsUse, 'choices' | 'receiveBrought'>;
  readonly onFault: (fault: unknown) => void;
}

/** Which of several rosters is opened. */
export interface RosterQuestion {
  readonly rosters: readonly ArrivedRoster[];
  /** @param chosen null where none is */
  readonly answer: (chosen: ArrivedRoster | null) => void;
}

/** Rosters that came in together, out of so many files: one of them is to be opened. */
interface RosterChoice {
  readonly count: number;
  readonly rosters: readonly ArrivedRoster[];
  /** Paths of what the browser cannot open. */
  readonly unread: readonly string[];
}

/**
 * What is dropped or picked anywhere on the page: a roster; a folder in which one stands, with what came in for it; only what came in; or schemes,
 * alone or with a roster of theirs.
 */
export function useArrival({ run, opened, begin, bring, whenReady, readFile, returns, onFault }: ArrivalWork) {
  const [question, setQuestion] = useState<RosterQuestion | null>(null);
  /** Between two steps of it, and while it waits for an answer, nothing is being done, and another would come between. */
  const arriving = useRef<Promise<void> | null>(null);

  /** @param others places of rosters, which are nobody's returns */
  const receiveRest = async (
    roster: OpenedRoster,
    choices: ReceiveChoices,
    others: readonly number[],
  ): Promise<void> => {
    if (roster.hasReturns) await returns.receiveBrought(choices, others);
    else onFault(new UnusableInput('拖入的其他文件没有读：这个评选方案不发也不收评分表，只用总名册就可以。'));
  };
  /** @param unread paths beside it that the browser cannot open, which nothing else tells of */
  const openAlone = async (file: File, unread: readonly string[]): Promise<void> => {
    const roster = await readFile(file);
    if (roster && unread.length > 0) onFault(restWasRead(unread));
  };
  const openWith = async ({ count, rosters, unread }: RosterChoice, chosen: ArrivedRoster): Promise<void> => {
    const others = rosters.filter((each) => each !== chosen).map(({ place }) => place);
    if (count - others.length <= 1) {
      await openAlone(chosen.file, unread);
      return;
    }
    const roster = await readFile(chosen.file);
    // Nothing was chosen for it yet.
    if (roster) await receiveRest(roster, NO_CHOICES, others);
  };
  const askWhich = (rosters: readonly ArrivedRoster[]): Promise<ArrivedRoster | null> =>
    new Promise((resolve) => {
      const asked: RosterQuestion = {
        rosters,
        answer: (chosen) => {
          // The browser tells late that a dialog has closed, when another may be asked.
          setQuestion((now) => (now === asked ? null : now));
          resolve(chosen);
        },
      };
      setQuestion(asked);
    });
  const sort = async ({ count, only, schemes }: Arrived): Promise<void> => {
    const unopened = schemes.unread.map(({ path }) => path);
    if (only) {
      await openAlone(only.file, unopened);
      return;
    }
    const found = await run('正在找总名册', async (workshop, signal) => {
      const search = await workshop.findRosters();
      signal.throwIfAborted();
      return search;
    });
    if (!found) return;
    const { rosters } = found;
    const unread = [...unopened, ...found.unread];
    const [first, ...others] = rosters;
    if (first) {
      const chosen = others.length > 0 ? await askWhich(rosters) : first;
      if (chosen) await openWith({ count, rosters, unread }, chosen);
    } else if (opened?.hasReturns) await receiveRest(opened, returns.choices, []);
    else onFault(noRoster(count, unread));
  };
  /**
   * @param listing what was dropped, of which a browser tells only while it is dropped
   * @param isInstead whether what came before was withdrawn for it, and is about to end
   */
  const arrive = async (listing: Promise<Dropped>, isInstead = false): Promise<void> => {
    const before = arriving.current;
    if (before && !isInstead) {
      onFault(tooEarly());
      return;
    }
    const whole = takeUp(before, listing);
    arriving.current = whole;
    await whole;
    if (arriving.current === whole) arriving.current = null;
  };
  const takeUp = async (before: Promise<void> | null, listing: Promise<Dropped>): Promise<void> => {
    try {
      await before;
      await whenReady();
      begin();
      const dropped = await run('正在打开拖入的文件', (_, signal) => orStopped(listing, signal));
      if (dropped) await takeIn(dropped);
    } catch (error) {
      onFault(error);
    }
  };
  const takeIn = async (dropped: Dropped): Promise<void> => {
    const [only, ...more] = dropped.files;
    if (only && more.length + dropped.folders.length === 0 && !holdsSchemes(dropped)) {
      await openAlone(
        only.file,
        dropped.unread.map(({ path }) => path),
      );
      return;
    }
    const arrived = await run('正在打开拖入的文件', async (workshop, signal) => {
      await bringDropped(workshop, dropped, signal);
      return await workshop.sortArrivals();
    });
    if (!arrived) return;
    const { schemes, hasWorkbooks } = arrived;
    if (schemes.files.length === 0) await sort(arrived);
    else if (opened) onFault(new UnusableInput('评选方案要在开始页拖入，请先点“开始页”。'));
    else if (await bring({ ...schemes, folder: dropped.folder })) {
      if (hasWorkbooks) await sort(arrived);
      else if (schemes.unread.length > 0) onFault(restWasRead(schemes.unread.map(({ path }) => path)));
    }
  };
  return { arrive, question };
}

function noRoster(count: number, unread: readonly string[]): UnusableInput {
  if (unread.length > 0) return new UnusableInput(`没有找到总名册：${nameUnread(unread)}。`);
  if (count === 0) return new UnusableInput('拖入的文件夹是空的，请核对是不是拖错了，再把总名册拖进来。');
  return new UnusableInput(
    `拖入的 ${count} 个文件里没有总名册（有“${SHEET.memberUnits}”和“${SHEET.nominees}”两张工作表的工作簿），请把总名册和它们一起拖进来，或先打开总名册。`,
  );
}

/** @param unread at least one */
function restWasRead(unread: readonly string[]): UnusableInput {
  return new UnusableInput(`${nameUnread(unread)}；其余的都读了。`);
}

/** At least one. */
function nameUnread(unread: readonly string[]): string {
  const [first = ''] = unread;
  const more = unread.length > 1 ? `等 ${unread.length} 个文件` : '';
  return `${quoteForUser(showPath(first))}${more}打不开（${UNREADABLE}），请核对还在原处，在 Excel 或 WPS 里关闭，再拖入一次`;
}
