/** What would be changed in the open roster, for people to look through. */
import type { InputFile } from '../../../jobs/job.ts';
import type { LoadedRoster } from '../../../jobs/load-roster.ts';
import { nameMendedCell, planMending } from '../../../jobs/mend.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';

export interface MendView {
  /** Names it when it is picked. */
  readonly place: string;
  readonly sheet: string;
  readonly cell: string;
  readonly old: string;
  readonly shown: string;
  readonly reason: string;
}

export interface MendsView {
  readonly mends: readonly MendView[];
  /** Cells that a person has to decide about, with what may stand there. */
  readonly choices: readonly (Omit<MendView, 'shown' | 'place'> & { readonly choices: readonly string[] })[];
}

/** @throws IntakeError where the roster's file can be read and not written */
export function viewMends(loaded: LoadedRoster | null, roster: InputFile): MendsView {
  if (!loaded) return { mends: [], choices: [] };
  const { mendings, choosings } = planMending(loaded, openWorkbook(roster.bytes, roster.name));
  return {
    mends: mendings.map((each) => {
      const { sheet, address, old, shown, reason } = each;
      return { place: nameMendedCell(each), sheet, cell: address, old, shown, reason };
    }),
    choices: choosings.map(({ sheet, address, old, choices, reason }) => ({
      sheet,
      cell: address,
      old,
      choices,
      reason,
    })),
  };
}

/** `总名册.xlsx` → `总名册（改）.xlsx`, and once only. */
export function nameMended(name: string): string {
  return `${name.replace(/\.[a-z]+$/i, '').replace(/（改）$/, '')}（改）.xlsx`;
}
