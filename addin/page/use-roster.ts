import { useState } from 'react';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import type { GivenLists } from './lists/lists-desk.ts';
import type { Made } from './made.ts';
import type { OpenedRoster } from './opened-roster.ts';
import { readGiven } from './read-given.ts';
import { sayDone, sayMade } from './said.ts';
import type { MayLeave } from './use-leave.ts';
import type { OutputsUse } from './use-outputs.ts';
import type { WorkshopUse } from './use-workshop.ts';
import type { InventedKind, SchemeView, WorkshopClient } from './workshop.ts';

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface RosterWork extends Pick<WorkshopUse, 'open' | 'closeRoster' | 'run'> {
  readonly outputs: Pick<OutputsUse, 'begin' | 'keep' | 'say' | 'closePrinted'>;
  /** Whether what came in for the open roster may go with it. */
  readonly mayLeave: MayLeave;
  /** What was looked at in another roster, and what came in for it, goes. */
  readonly onAnother: () => void;
}

/** The roster that is open: read, invented, mended or joined with lists, and the way back to those before each. */
export function useRoster({ open, closeRoster, run, outputs, mayLeave, onAnother }: RosterWork) {
  const { begin, keep, say, closePrinted } = outputs;
  const [opened, setOpened] = useState<OpenedRoster | null>(null);
  const [turn, setTurn] = useState(0);
  /** The roster that is open, and those before each change, the last one last. */
  const [source, setSource] = useState<Source | null>(null);
  const [earlier, setEarlier] = useState<readonly Source[]>([]);

  const read = async (
    name: string,
    bytes: () => Promise<Uint8Array>,
    before: readonly Source[] = [],
  ): Promise<OpenedRoster | null> => {
    begin();
    let held = new Uint8Array();
    const roster = await open(name, async () => {
      held = new Uint8Array(await bytes());
      return held;
    });
    if (!roster) return null;
    setSource({ name, bytes: held });
    setEarlier(before);
    setOpened(roster);
    closePrinted();
    onAnother();
    setTurn((last) => last + 1);
    return roster;
  };
  /** Null where it cannot be read, which has been said, or is not to be. */
  const readFile = async (file: File): Promise<OpenedRoster | null> => {
    const name = quoteForUser(file.name);
    return (await mayLeave(`打开${name}`)) ? await read(file.name, () => readGiven(file, name)) : null;
  };
  const invent = async ({ id }: SchemeView, kind: InventedKind): Promise<void> => {
    begin();
    const roster: Made | null = await run('正在编写虚构的总名册', (workshop) => workshop.invent(id, kind));
    if (!roster) return;
    const { name, file } = roster;
    if (kind === 'empty' || !file) await keep(roster);
    else await read(name, () => bytesOf(file));
  };
  /** What is made of the open roster is saved, and is the open one from then on. */
  const replace = async (label: string, question: string, make: (workshop: WorkshopClient) => Promise<Made>) => {
    if (!(await mayLeave(question))) return;
    begin();
    const made = await run(label, make);
    const { file } = made ?? {};
    if (!made || !file || !source) return;
    const saved = await keep(made);
    if (!saved) return;
    const { name, isCertain } = saved;
    await read(name, () => bytesOf(file), [...earlier, source]);
    say(sayMade({ ...made, name }, isCertain));
  };
  const mend = (places: readonly string[]): Promise<void> =>
    replace('正在改正写法', '打开改好的总名册', (workshop) => workshop.mend(places));
  const joinLists = (given: GivenLists): Promise<void> =>
    replace('正在并入名单', '打开并入名单的总名册', (workshop) => workshop.takeLists('roster', given));
  const last = earlier.at(-1);
  /** Null where nothing was changed. */
  const undo = last
    ? async () => {
        if (!(await mayLeave('退回改之前的总名册'))) return;
        const roster = await read(last.name, () => Promise.resolve(last.bytes), earlier.slice(0, -1));
        if (roster)
          say(sayDone(`已退回“${last.name}”`, '，现在看的是改之前的总名册；要用改好的那一份，请从存它的地方打开。'));
      }
    : null;
  const close = async () => {
    if (!(await mayLeave('回到开始页'))) return;
    begin();
    closeRoster();
    setOpened(null);
    onAnother();
  };
  /** `turn` is another for each roster that is opened. */
  return { opened, turn, readFile, invent, mend, joinLists, undo, close };
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
