/**
 * The blanks of one edition that units may hold: the present one, and earlier ones that ask the same in the same cells in other words. Which
 * of them a returned sheet was made from, its own texts tell; the fingerprint that it carries only says where to look first.
 */
import { rememberBy } from '../../rules/remember.ts';
import { textKey } from '../../rules/same-text.ts';
import type { IssuedBlank } from '../../rules/scheme-score-sheet.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetContent } from '../../ooxml/read/sheet-content.ts';
import { RowAligner, type AlignedSheet } from './align-rows.ts';
import { hasLockedCellsOf } from './check-locked-cells.ts';
import { fingerprintBlank } from './score-sheet-identity.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';

/** One blank. Its layout differs from the present one's in texts alone. */
interface BlankForm {
  readonly layout: ScoreSheetLayout;
  readonly aligner: RowAligner;
  /** Addresses of the cells that say something else than the present blank. */
  readonly otherTexts: readonly string[];
  /** Null for the present blank. */
  readonly fingerprint: string | null;
}

/** A sheet, and the blank that it was made from. */
export interface SheetOnForm extends AlignedSheet {
  readonly form: BlankForm;
}

/** The present blank first, then the earlier ones in other words, the newest first. */
const listForms = rememberBy((layout: ScoreSheetLayout): readonly [BlankForm, ...BlankForm[]] => {
  const present = { layout, aligner: new RowAligner(layout), otherTexts: [], fingerprint: null };
  const earlier = layout.scheme.scoreSheet.blanks.filter(({ texts }) => texts.size > 0).reverse();
  return [present, ...earlier.map((blank) => formOf(layout, blank))];
});

function formOf(layout: ScoreSheetLayout, { fingerprint, texts }: IssuedBlank): BlankForm {
  const cells = layout.cells.map((cell) => {
    const value = texts.get(cell.address);
    return value === undefined ? cell : { ...cell, content: { kind: 'fixed' as const, value } };
  });
  const worded = { ...layout, cells };
  return { layout: worded, aligner: new RowAligner(worded), otherTexts: [...texts.keys()], fingerprint };
}

/** The blank whose every locked cell stands in a sheet, where it stands in the form; the present one where there is none. */
export function findForm(grid: SheetGrid, layout: ScoreSheetLayout): BlankForm {
  const [present, ...earlier] = listForms(layout);
  if (earlier.length === 0) return present;
  return [present, ...earlier].find((form) => hasLockedCellsOf(grid, form.layout)) ?? present;
}

/**
 * Lays a sheet over the blank that it was made from: over the first whose every locked cell it has.
 * @param named the fingerprint that the file carries; its blank is tried first, and is taken where the sheet is like none
 */
export function layOverForm(content: SheetContent, layout: ScoreSheetLayout, named?: string): SheetOnForm {
  const [present, ...earlier] = listForms(layout);
  const own = earlier.find(({ fingerprint }) => fingerprint === named) ?? present;
  const first = { form: own, ...own.aligner.align(content) };
  if (earlier.length === 0 || hasLockedCellsOf(first.grid, own.layout)) return first;
  for (const form of [present, ...earlier]) {
    const sheet = { form, ...form.aligner.align(content) };
    if (hasLockedCellsOf(sheet.grid, form.layout)) return sheet;
  }
  return first;
}

/** Whether a text is the title of one of the blanks. */
export function isFormTitle(layout: ScoreSheetLayout, text: string): boolean {
  const key = textKey(text);
  return listForms(layout).some(({ layout: { cells } }) => {
    const content = cells.find(({ look }) => look === 'title')?.content;
    return content?.kind === 'fixed' && textKey(String(content.value)) === key;
  });
}

/** Something wrong with the list of blanks; `path` leads to the field of `score-sheet.yaml`. */
interface BlankFault {
  readonly path: readonly (string | number)[];
  /** In Chinese, without a full stop. */
  readonly message: string;
}

/** Holds a scheme's list of blanks against its present blank: a blank that changed and is not on the list would make returned sheets strangers. */
export async function checkBlanks(layout: ScoreSheetLayout): Promise<BlankFault[]> {
  const { blanks } = layout.scheme.scoreSheet;
  const present = await fingerprintBlank(layout);
  const texts = new Map(
    layout.cells.flatMap(({ address, content }) =>
      content.kind === 'fixed' && typeof content.value === 'string' ? [[address, content.value] as const] : [],
    ),
  );
  const faults = blanks.flatMap((blank, index) =>
    [...blank.texts].flatMap(([address, text]): BlankFault[] => {
      const now = texts.get(address);
      const path = ['blanks', index, 'texts', address];
      if (now === undefined) return [{ path, message: `${address} 在现在这版空白表里不是印着文字的格，请更正或删去` }];
      return now === text ? [{ path, message: `${address} 与现在这版的文字相同，请删去这一行` }] : [];
    }),
  );
  if (blanks.length === 0 || blanks.some(({ fingerprint }) => fingerprint === present)) return faults;
  const message = `空白评分表与登记过的各版都不同，现在这版的指纹是 ${present}；旧版已经发给单位的，在末尾加上这一条，并在旧版那条的 texts 里写明改动前的文字；旧版没有发出过的，用它换掉旧的一条`;
  return [...faults, { path: ['blanks'], message }];
}
