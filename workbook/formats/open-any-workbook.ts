/** Opens a workbook in whatever format people keep it: .xlsx by our own reader, the others by one that is loaded when it is needed. */
import { IntakeError } from '../../ooxml/errors.ts';
import { INTAKE_LIMITS, type IntakeLimits } from '../../ooxml/read/intake-limits.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { sniffFormat, sniffZip } from '../../ooxml/read/sniff-format.ts';
import { peekNames } from '../../ooxml/zip/zip-names.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { quoteForUser } from '../intake/quote.ts';
import type * as SheetJsReader from './open-by-sheetjs.ts';
import { openTextTable } from './open-text-table.ts';
import type { AnyWorkbook } from './other-workbook.ts';

/** A format other than .xlsx. */
type OtherFormat = 'old-xls' | 'xlsb' | 'ods' | 'text';

/** Null for .xlsx, and for what is no workbook at all. */
export function findOtherFormat(bytes: Uint8Array, fileName: string): OtherFormat | null {
  const { kind } = sniffFormat(bytes, fileName);
  if (kind === 'old-xls' || kind === 'text') return kind;
  if (kind !== 'zip') return null;
  const inside = sniffZip(peekNames(bytes))?.kind;
  return inside === 'xlsb' || inside === 'ods' ? inside : null;
}

/**
 * Opens a workbook of any format.
 * @throws {IntakeError} where it is none, or more than the limits allow
 */
export async function openAnyWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: IntakeLimits = INTAKE_LIMITS,
): Promise<AnyWorkbook> {
  const format = findOtherFormat(bytes, fileName);
  return format === null ? openWorkbook(bytes, fileName, limits) : openOtherFormat(bytes, fileName, format, limits);
}

export async function openOtherFormat(
  bytes: Uint8Array,
  fileName: string,
  format: OtherFormat,
  limits: IntakeLimits,
): Promise<AnyWorkbook> {
  if (bytes.length > limits.fileBytes) {
    throw new IntakeError('too-large', fileName, `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
  }
  if (format === 'text') return openTextTable(bytes, fileName, limits);
  const { openBySheetJs } = await loadReader(fileName);
  return openBySheetJs(bytes, fileName, format, limits);
}

/** A page from a disk may not be able to load it. */
async function loadReader(fileName: string): Promise<typeof SheetJsReader> {
  try {
    return await import('./open-by-sheetjs.ts');
  } catch (cause) {
    const message = `文件${quoteForUser(fileName)}的格式在这里读不了，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`;
    throw new UnusableInput(message, { cause });
  }
}
