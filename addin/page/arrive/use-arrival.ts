import { useState } from 'react';
import { SHEET } from '../../../rules/roster-cell.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import type { OpenedRoster } from '../opened-roster.ts';
import { bringDropped } from '../returns/bring-dropped.ts';
import { hasWorkbooks, holdsSchemes, withoutSchemes } from '../own-schemes/scheme-bundle.ts';
import type { OwnSchemesUse } from '../own-schemes/use-own-schemes.ts';
import type { DroppedFile } from '../returns/file-folder.ts';
import type { Dropped } from '../returns/list-dropped.ts';
import type { ReturnsUse } from '../returns/use-returns.ts';
import type { WorkshopUse } from '../use-workshop.tsx';

interface ArrivalWork extends Pick<WorkshopUse, 'run'> {
  /** What is open already; null where nothing is. */
  readonly opened: OpenedRoster | null;
  readonly begin: () => void;
  readonly bring: OwnSchemesUse['bring'];
  readonly readFile: (file: File) => Promise<OpenedRoster | null>;
  readonly receive: ReturnsUse['receive'];
  readonly onFault: (fault: unknown) => void;
}

/** Rosters that came in together: one of them is to be opened. */
export interface RosterChoice {
  readonly dropped: Dropped;
  readonly rosters: readonly DroppedFile[];
}

/**
 * What is dropped or picked anywhere on the page: a roster; a folder in which one stands, with what came in for it; only what came in; or schemes,
 * alone or with a roster of theirs.
 */
export function useArrival({ run, opened, begin, bring, readFile, receive, onFault }: ArrivalWork) {
  const [choice, setChoice] = useState<RosterChoice | null>(null);

  const receiveRest = async (dropped: Dropped, roster: OpenedRoster): Promise<void> => {
    if (roster.hasReturns) await receive(() => Promise.resolve(dropped), { previous: null, preferNewest: false });
    else onFault(new UnusableInput('拖入的其他文件没有读：这个评选方案不发也不收评分表，只用总名册就可以。'));
  };
  /** @param others rosters that stand beside it, which are nobody's returns */
  const openWith = async (
    dropped: Dropped,
    { file }: DroppedFile,
    others: readonly DroppedFile[] = [],
  ): Promise<void> => {
    const roster = await readFile(file);
    const files = dropped.files.filter((each) => !others.includes(each));
    if (roster && files.length > 1) await receiveRest({ ...dropped, files }, roster);
  };
  const sort = async (dropped: Dropped): Promise<void> => {
    const { files } = dropped;
    const places = await run('正在找总名册', async (workshop) => {
      await bringDropped(workshop, files);
      return await workshop.findRosters();
    });
    if (!places) return;
    const rosters = places.flatMap((place) => files[place] ?? []);
    const [first, ...others] = rosters;
    if (first && others.length > 0) setChoice({ dropped, rosters });
    else if (first) await openWith(dropped, first);
    else if (opened?.hasReturns) await receiveRest(dropped, opened);
    else onFault(noRoster(files.length));
  };
  /** @param listing what was dropped, of which a browser tells only while it is dropped */
  const arrive = async (listing: Promise<Dropped>): Promise<void> => {
    begin();
    const dropped = await listing;
    if (!holdsSchemes(dropped)) await take(dropped);
    else if (opened) onFault(new UnusableInput('评选方案要在开始页拖入，请先点“换一份总名册”。'));
    else if ((await bring(dropped)) && hasWorkbooks(withoutSchemes(dropped))) await take(withoutSchemes(dropped));
  };
  const take = async (dropped: Dropped): Promise<void> => {
    const [only, ...others] = dropped.files;
    if (only && others.length === 0) await openWith(dropped, only);
    else await sort(dropped);
  };
  const choose = (roster: DroppedFile | null): void => {
    setChoice(null);
    if (!choice || !roster) return;
    const others = choice.rosters.filter((each) => each !== roster);
    void openWith(choice.dropped, roster, others);
  };
  return { arrive, choice, choose };
}

function noRoster(count: number): UnusableInput {
  if (count === 0) return new UnusableInput('拖入的文件夹是空的，请核对是不是拖错了，再把总名册拖进来。');
  return new UnusableInput(
    `拖入的 ${count} 个文件里没有总名册（有“${SHEET.memberUnits}”和“${SHEET.nominees}”两张工作表的工作簿），请把总名册和它们一起拖进来，或先打开总名册。`,
  );
}
