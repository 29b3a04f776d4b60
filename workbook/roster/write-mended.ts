/** A copy of a roster with a plan carried out: patched and not redrawn, each changed cell coloured, all of it listed in 修改清单. */
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { reviseWorkbook, type RevisionList, type SheetPlan } from '../../ooxml/patch/revise-workbook.ts';
import { findRevisionList } from './find-revision-list.ts';
import { isOffered, type Mending, type MendPlan } from './plan-mend.ts';

/** The name of the list's sheet. */
const LIST = '修改清单';
const HEADINGS = ['工作表', '单元格', '原来', '改为', '理由'] as const;
const WIDTHS = [14, 10, 30, 30, 60] as const;
/** Of cells that were changed, and of the headings of the list that says so. */
export const REVISION_COLOURS = { changed: 'FFDDEBF7', heading: 'FFEDEFF2' } as const;

/** What was written. */
interface Mended {
  /** Null where there was nothing to write: the copy is the roster itself. */
  readonly bytes: Uint8Array | null;
  readonly mendings: readonly Mending[];
  /** Cells with a formula, which only a person can mend. */
  readonly formulas: readonly Mending[];
}

export function writeMended(workbook: WorkbookFile, plan: MendPlan): Mended {
  let mendings: readonly Mending[] = plan.mendings;
  let formulas: readonly Mending[] = [];
  const { name, lastRow } = findRevisionList(workbook, LIST, HEADINGS);
  const list: RevisionList = {
    name,
    widths: WIDTHS,
    headings: HEADINGS,
    lastRow,
    tell: ({ refused, listed }) => {
      formulas = plan.mendings.filter((each) => refused.has(placeOf(each)));
      mendings = plan.mendings.filter((each) => !refused.has(placeOf(each)));
      const choosings = plan.choosings.filter((each) => listed.has(placeOf(each)));
      if (mendings.length === 0 && choosings.length === 0) return [];
      return [
        ...mendings.map(({ sheet, address, old, shown, reason }) => [sheet, address, old, shown, reason]),
        ...formulas.map(({ sheet, address, old, shown }) => [
          sheet,
          address,
          old,
          '（没有改）',
          `应为${shown}。这一格是公式：它引用的格改好以后，打开文件保存一次就会更新；不更新的，请改公式`,
        ]),
        ...choosings.map(({ sheet, address, old, choices, reason }) => [
          sheet,
          address,
          old,
          `（待确认：${choices.join('、')}）`,
          reason,
        ]),
      ];
    },
  };
  const bytes = reviseWorkbook(workbook, toSheetPlans(plan), list, REVISION_COLOURS);
  return { bytes, mendings, formulas };
}

function toSheetPlans({ mendings, choosings, unmerged }: MendPlan): SheetPlan[] {
  const sheets = new Set([...mendings, ...choosings, ...unmerged].map(({ sheet }) => sheet));
  return [...sheets].map((sheet) => ({
    sheet,
    changes: mendings.filter((each) => each.sheet === sheet),
    unmerged: unmerged.flatMap((each) => (each.sheet === sheet ? [each.range] : [])),
    lists: choosings.filter((each) => each.sheet === sheet && isOffered(each)),
  }));
}

function placeOf({ sheet, address }: { readonly sheet: string; readonly address: string }): string {
  return `${sheet}!${address}`;
}
