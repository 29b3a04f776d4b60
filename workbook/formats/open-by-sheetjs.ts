/** .xls, .xlsb and .ods by SheetJS, turned into what our own reader gives. The only file that knows the library. */
import { CFB, read, type CellObject, type ColInfo, type RowInfo, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { IntakeError } from '../../ooxml/errors.ts';
import { cellAddress, type CellRange } from '../../ooxml/read/cell-address.ts';
import type { IntakeLimits } from '../../ooxml/read/intake-limits.ts';
import { isDateCode, PLAIN_STYLE, type CellStyle } from '../../ooxml/read/read-styles.ts';
import type { Cell, ColumnBlock, SheetRow } from '../../ooxml/read/sheet-content.ts';
import { unpackStored } from '../../ooxml/zip/unpack-stored.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { OtherWorkbook, type OtherSheet } from './other-workbook.ts';

type LibraryFormat = 'old-xls' | 'xlsb' | 'ods';

const FORMAT_WORDS: Readonly<Record<LibraryFormat, string>> = { 'old-xls': '.xls', xlsb: '.xlsb', ods: '.ods' };
const OPTIONS = {
  type: 'array',
  dense: true,
  cellDates: false,
  cellHTML: false,
  cellText: false,
  cellNF: true,
  cellFormula: true,
  cellStyles: true,
  bookVBA: false,
} as const;
const STATES = ['visible', 'hidden', 'veryHidden'] as const;
/** Wrongly read as a password, or rightly: nobody can tell. */
const LOCKED = /password|encrypt/i;

/** @throws {IntakeError} */
export function openBySheetJs(
  bytes: Uint8Array,
  fileName: string,
  format: LibraryFormat,
  limits: IntakeLimits,
): OtherWorkbook {
  // The library unpacks without a limit: what it is given was unpacked by our own reader, every size and checksum kept.
  const plain =
    format === 'old-xls' ? takeSheetsAlone(bytes, fileName) : unpackStored(new ZipReader(bytes, fileName, limits));
  const book = readBook(plain, fileName, format);
  const { Props: props, SheetNames: names } = book;
  if (names.length === 0 || names.length > limits.sheets) throw damaged(fileName, format);
  const reader = new SheetConverter(fileName, book, limits);
  const sheets = names.flatMap((name, index) => reader.convert(name, index));
  const modified = props?.ModifiedDate;
  const isDated = modified instanceof Date && !Number.isNaN(modified.getTime());
  return new OtherWorkbook(
    {
      fileName,
      format: FORMAT_WORDS[format],
      customProperties: new Map(Object.entries(book.Custprops ?? {}).map(([name, value]) => [name, String(value)])),
      creatingApplication: typeof props?.Application === 'string' ? props.Application : '',
      savedTime: isDated ? modified.toISOString().replace(/\.\d+Z$/, 'Z') : null,
    },
    sheets,
  );
}

/** What is used of the library's reader of the older container. */
interface CompoundFiles {
  read(
    bytes: Uint8Array,
    options: { type: 'array' },
  ): {
    readonly FileIndex: readonly { readonly name: string; readonly content?: ArrayLike<number> }[];
  };
  write(container: unknown, options: { type: 'array' }): ArrayLike<number>;
  readonly utils: {
    cfb_new(): unknown;
    cfb_add(container: unknown, name: string, content: Uint8Array): unknown;
  };
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the library types it as any
const compoundFiles: CompoundFiles = CFB;
/** The first record of what Excel has written since 1997: its kind, its length, then the edition. */
const BIFF8 = [0x09, 0x08, null, null, 0x00, 0x06];

/**
 * The same .xls with nothing but its sheets. The library believes any count that stands in the properties, and in editions before 1997 any length:
 * a damaged one takes gigabytes.
 */
function takeSheetsAlone(bytes: Uint8Array, fileName: string): Uint8Array {
  try {
    const streams = compoundFiles.read(bytes, { type: 'array' }).FileIndex;
    const book = Uint8Array.from(streams.find(({ name }) => /^(?:workbook|book)$/i.test(name))?.content ?? []);
    if (BIFF8.some((byte, at) => byte !== null && book[at] !== byte)) throw new IntakeError('old-xls', fileName);
    if (!hasSoundRecords(book)) throw damaged(fileName, 'old-xls');
    const alone = compoundFiles.utils.cfb_new();
    compoundFiles.utils.cfb_add(alone, '/Workbook', book);
    return Uint8Array.from(compoundFiles.write(alone, { type: 'array' }));
  } catch (error) {
    throw error instanceof IntakeError ? error : damaged(fileName, 'old-xls');
  }
}

/** Cells as editions before 1997 wrote them, which the library reads in any. */
const EARLY_RECORDS = new Set([1, 2, 3, 4, 5, 7, 8]);

/** Kind and length, kind and length, up to the end or to what fills the last sector: no record leads beyond the stream. */
function hasSoundRecords(book: Uint8Array): boolean {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  let at = 0;
  while (at + 4 <= book.length) {
    const kind = view.getUint16(at, true);
    if (kind === 0) return book.subarray(at).every((byte) => byte === 0);
    if (EARLY_RECORDS.has(kind)) return false;
    at += 4 + view.getUint16(at + 2, true);
  }
  return at <= book.length;
}

function readBook(bytes: Uint8Array, fileName: string, format: LibraryFormat): WorkBook {
  try {
    return withoutWords(() => read(bytes, OPTIONS));
  } catch (error) {
    // The library throws whatever it meets in a file that is not what it seems.
    if (error instanceof Error && LOCKED.test(error.message)) throw new IntakeError('encrypted', fileName);
    throw damaged(fileName, format);
  }
}

/** The library writes its doubts to the console, in English and for nobody here. */
function withoutWords<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

function damaged(fileName: string, format: LibraryFormat): IntakeError {
  return new IntakeError('damaged', fileName, `${FORMAT_WORDS[format]} 的内容读不出来`);
}

class SheetConverter {
  private readonly styles: CellStyle[] = [PLAIN_STYLE];
  private readonly styleOf = new Map<string, number>();
  private readonly date1904: boolean;
  private cells = 0;

  constructor(
    private readonly fileName: string,
    private readonly book: WorkBook,
    private readonly limits: IntakeLimits,
  ) {
    this.date1904 = book.Workbook?.WBProps?.date1904 === true;
  }

  convert(name: string, index: number): OtherSheet[] {
    const sheet: WorkSheet | undefined = this.book.Sheets[name];
    // Sheets that hold only a chart or a macro have no cells.
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    const comments = new Map<string, string>();
    const rows = this.convertRows(sheet['!data'] ?? [], comments);
    const state = STATES[this.book.Workbook?.Sheets?.[index]?.Hidden ?? 0];
    // These lists have holes too.
    const rowsAbout: readonly (RowInfo | undefined)[] = sheet['!rows'] ?? [];
    const columnsAbout: readonly (ColInfo | undefined)[] = sheet['!cols'] ?? [];
    const hiddenRows = rowsAbout.flatMap((about, at) => (about?.hidden === true ? [at + 1] : []));
    const hiddenColumns = columnsAbout.flatMap((about, at): ColumnBlock[] => {
      return about?.hidden === true ? [{ first: at + 1, last: at + 1 }] : [];
    });
    const content = {
      fileName: this.fileName,
      name,
      date1904: this.date1904,
      styles: this.styles,
      rows,
      merges: (sheet['!merges'] ?? []).map(toRange),
      hiddenRows,
      hiddenColumns,
      filter: null,
      isProtected: sheet['!protect'] !== undefined,
    };
    return [{ state, content, comments }];
  }

  /** Rows and cells that are not there are holes in the library's lists. */
  private convertRows(
    data: readonly (readonly (CellObject | undefined)[] | undefined)[],
    comments: Map<string, string>,
  ): SheetRow[] {
    if (data.length > this.limits.rows) throw this.tooLarge();
    const rows: SheetRow[] = [];
    data.forEach((row, index) => {
      const cells: Cell[] = [];
      row?.forEach((found, at) => {
        if (!found) return;
        this.cells += 1;
        if (this.cells > this.limits.cells) throw this.tooLarge();
        const place = { row: index + 1, column: at + 1 };
        const comment = (found.c ?? []).map(({ t }) => t).join('\n');
        if (comment !== '') comments.set(cellAddress(place), comment);
        cells.push(...this.convertCell(found, place.column));
      });
      if (cells.length > 0) rows.push({ number: index + 1, cells });
    });
    return rows;
  }

  private convertCell({ t: kind, v: value, w: shown, f, z }: CellObject, column: number): Cell[] {
    const formula = f !== undefined;
    const base = { column, style: this.findStyle(typeof z === 'string' ? z : ''), formula };
    if (kind === 'e') return [{ ...base, kind: 'error', text: shown ?? '#VALUE!' }];
    if (typeof value === 'string') return [{ ...base, kind: 'text', text: value }];
    if (typeof value === 'boolean') return [{ ...base, kind: 'boolean', value }];
    if (typeof value === 'number') {
      return [{ ...base, kind: 'number', value, isDate: this.styles[base.style]?.isDate === true }];
    }
    return formula ? [{ ...base, kind: 'uncomputed' }] : [];
  }

  private findStyle(code: string): number {
    const known = this.styleOf.get(code);
    if (known !== undefined) return known;
    const minDigits = /^0+$/.test(code) ? code.length : 0;
    this.styles.push({ ...PLAIN_STYLE, isDate: isDateCode(code), minDigits });
    this.styleOf.set(code, this.styles.length - 1);
    return this.styles.length - 1;
  }

  private tooLarge(): IntakeError {
    return new IntakeError('too-large', this.fileName, '行或单元格太多');
  }
}

function toRange({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): CellRange {
  return { first: { row: s.r + 1, column: s.c + 1 }, last: { row: e.r + 1, column: e.c + 1 } };
}
