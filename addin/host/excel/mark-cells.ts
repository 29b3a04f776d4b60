/**
 * Marks as conditional formats of our own: they lie over the cells' formats, so taking them away leaves every fill as it was, whoever set it.
 * The formula is always true and says whose mark it is, so marks of an earlier day, or of a colleague, are found too.
 */
import { joinRuns, mergeMarks } from '../merge-marks.ts';
import type { Mark, MarkCount } from '../port.ts';
import type { ExcelContext } from './excel-context.ts';
import { codeOf, toHostError } from './excel-error.ts';

const SIGNATURE = '=LEN("评优台标记")>0';
const NOTE_PREFIX = '【评优台】';
const COLOUR = { violation: '#F8B4B4', question: '#FFE699' } as const;
/** Runs coloured, and notes written, in one sync. */
const AT_ONCE = 100;

/** Colours the cells and, from ExcelApi 1.10 on, adds a comment to each that has none, instead of all marks that there were. */
export async function markCells(excel: ExcelContext, marks: readonly Mark[]): Promise<MarkCount> {
  await unmarkCells(excel);
  const cells = mergeMarks(marks);
  for (const runs of inPieces(joinRuns(cells))) {
    await excel.run(async (context) => {
      for (const { sheet, address, severity } of runs) {
        const range = context.workbook.worksheets.getItem(sheet).getRange(address);
        const { custom } = range.conditionalFormats.add('Custom');
        custom.rule.formula = SIGNATURE;
        custom.format.fill.color = COLOUR[severity];
      }
      await context.sync();
    });
  }
  return { coloured: cells.length, noted: excel.has('1.10') ? await addNotes(excel, cells) : 0 };
}

/** Takes away every mark, on all sheets. */
export async function unmarkCells(excel: ExcelContext): Promise<void> {
  await excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/name');
    await context.sync();
    const formats = sheets.items.map((sheet) => {
      const found = sheet.getRange().conditionalFormats;
      found.load('items/type');
      return found;
    });
    await context.sync();
    const custom = formats.flatMap(({ items }) => items).filter(({ type }) => type === 'Custom');
    for (const format of custom) format.custom.rule.load('formula');
    await context.sync();
    for (const format of custom) if (format.custom.rule.formula === SIGNATURE) format.delete();
    await context.sync();
  });
  if (excel.has('1.10')) await removeNotes(excel);
}

async function removeNotes(excel: ExcelContext): Promise<void> {
  await excel.run(async (context) => {
    const { comments } = context.workbook;
    comments.load('items/content');
    await context.sync();
    for (const comment of comments.items) if (comment.content.startsWith(NOTE_PREFIX)) comment.delete();
    await context.sync();
  });
}

async function addNotes(excel: ExcelContext, cells: readonly Mark[]): Promise<number> {
  const taken = await findCommented(excel);
  const free = cells.filter(({ sheet, address }) => !taken.has(`${address} ${sheet}`));
  let noted = 0;
  for (const piece of inPieces(free)) {
    try {
      await writeNotes(excel, piece);
      noted += piece.length;
    } catch (error) {
      if (toHostError(error).code !== 'other') throw error;
      noted += await writeOneByOne(excel, piece);
    }
  }
  return noted;
}

function writeNotes(excel: ExcelContext, cells: readonly Mark[]): Promise<void> {
  return excel.run(async (context) => {
    for (const { sheet, address, note } of cells) {
      const cell = context.workbook.worksheets.getItem(sheet).getRange(address);
      context.workbook.comments.add(cell, NOTE_PREFIX + note);
    }
    await context.sync();
  });
}

/** A cell with a note of the old kind takes no comment, and only trying tells which one it is. @returns how many were written */
async function writeOneByOne(excel: ExcelContext, cells: readonly Mark[]): Promise<number> {
  let noted = 0;
  for (const cell of cells) {
    try {
      await writeNotes(excel, [cell]);
      noted += 1;
    } catch (error) {
      const code = codeOf(error instanceof Error ? error.cause : error);
      if (!['ItemAlreadyExists', 'InvalidOperation', 'InvalidArgument', 'ConflictingOperation'].includes(code))
        throw error;
    }
  }
  return noted;
}

/** The cells with a comment of somebody, as `C5 Sheet`. */
async function findCommented(excel: ExcelContext): Promise<Set<string>> {
  return excel.run(async (context) => {
    const { comments } = context.workbook;
    comments.load('items/id');
    await context.sync();
    const places = comments.items.map((comment) => {
      const range = comment.getLocation();
      range.load('address');
      range.worksheet.load('name');
      return range;
    });
    await context.sync();
    return new Set(places.map((range) => `${range.address.replace(/^.*!/, '')} ${range.worksheet.name}`));
  });
}

function* inPieces<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE);
}
