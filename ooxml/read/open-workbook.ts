import { IntakeError, PlaceError } from '../errors.ts';
import { INTAKE_LIMITS, type IntakeLimits } from './intake-limits.ts';
import { OoxmlPackage } from '../package/ooxml-package.ts';
import type { Relation } from '../package/relations.ts';
import { PartMemory } from './part-memory.ts';
import { quote } from '../quote.ts';
import { readCells } from './read-cells.ts';
import { readCustomProperties, type CustomProperty } from './read-properties.ts';
import type { WorkbookName, ListedSheet, SheetList } from './read-sheet-list.ts';
import { NO_STRINGS, type SharedStrings } from './read-strings.ts';
import type { CellStyle } from './read-styles.ts';
import { sniffFormat, sniffZip } from './sniff-format.ts';
import type { SheetContent } from './sheet-content.ts';
import { ZipReader } from '../zip/zip-reader.ts';

/** A worksheet of an opened workbook. */
export interface SheetEntry {
  readonly name: string;
  readonly state: ListedSheet['state'];
  /** Its part in the zip: `xl/worksheets/sheet1.xml`. */
  readonly partName: string;
}

/** What people see on a sheet and no cell holds. */
interface BesideCells {
  /** By address. */
  readonly comments: ReadonlyMap<string, string>;
  readonly pictures: number;
}

/**
 * Opens a workbook that may come from anybody.
 *
 * Its structure is checked as a whole before anything is unpacked; every part that is read has its checksum verified.
 * @param fileName as the user knows it, for messages
 * @throws {IntakeError} with a code, and a Chinese sentence naming the file
 */
export function openWorkbook(bytes: Uint8Array, fileName: string, limits: IntakeLimits = INTAKE_LIMITS): WorkbookFile {
  return openZip(bytes, fileName, limits, (zip) => new WorkbookFile(zip, new PartMemory(limits), false));
}

/**
 * As `openWorkbook`, for one of many workbooks that are much alike.
 * @param memory the same for all of them
 */
export function openOneOfMany(bytes: Uint8Array, fileName: string, memory: PartMemory): WorkbookFile {
  return openZip(bytes, fileName, memory.limits, (zip) => new WorkbookFile(zip, memory, true));
}

function openZip(
  bytes: Uint8Array,
  fileName: string,
  limits: IntakeLimits,
  open: (zip: ZipReader) => WorkbookFile,
): WorkbookFile {
  if (bytes.length > limits.fileBytes) {
    throw new IntakeError('too-large', fileName, `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
  }
  const { kind, detail } = sniffFormat(bytes, fileName);
  if (kind !== 'zip') throw new IntakeError(kind, fileName, detail);
  const zip = new ZipReader(bytes, fileName, limits);
  const other = sniffZip(zip.names());
  if (other) throw new IntakeError(other.kind, fileName, other.detail);
  return open(zip);
}

/** An opened workbook. Sheets are read one at a time, when asked for. */
export class WorkbookFile {
  readonly fileName: string;
  /** Worksheets in the order of their tabs; sheets that hold only a chart are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly definedNames: readonly WorkbookName[];
  /** Values as text, whatever their type. */
  readonly customProperties: ReadonlyMap<string, string>;
  /** The same with their types. */
  readonly typedProperties: ReadonlyMap<string, CustomProperty>;
  /** `Microsoft Excel`, `WPS Office`, `LibreOffice/7.4…`; empty when the file does not say. */
  readonly creatingApplication: string;
  private readonly styles: readonly CellStyle[];
  private readonly stringsPart: string | undefined;
  private readonly corePart: string | undefined;
  private sharedStrings: SharedStrings | undefined;

  /** What is odd about the file and harms nobody: Chinese sentences. */
  readonly remarks: readonly string[];

  /** The parts of which it is made. */
  readonly pack: OoxmlPackage;
  /** The part that lists the sheets. */
  readonly mainPart: string;

  constructor(
    zip: ZipReader,
    private readonly memory: PartMemory,
    /** Whether rows may be the same as in other workbooks; those of a long list are not. */
    private readonly isOneOfMany: boolean,
  ) {
    const pack = new OoxmlPackage(zip, memory);
    this.pack = pack;
    this.fileName = zip.fileName;
    const packageRelations = pack.relationsOf('');
    const workbookPart = findTarget(packageRelations, 'officeDocument');
    if (workbookPart === undefined || !pack.hasContentTypes) {
      throw new IntakeError('not-a-workbook', zip.fileName);
    }
    this.mainPart = workbookPart;
    this.refuseMacros();
    pack.checkRelations(memory.limits.links);

    const relations = pack.relationsOf(workbookPart);
    const list = memory.sheetList.of(zip, workbookPart);
    this.sheets = this.joinSheets(list, relations);
    this.date1904 = list.date1904;
    this.definedNames = list.definedNames;
    const stylesPart = findTarget(relations, 'styles');
    this.styles = stylesPart === undefined ? [] : memory.styles.of(zip, stylesPart);
    this.stringsPart = findTarget(relations, 'sharedStrings');
    // The second word of each pair is that of the strict edition of the format.
    const customPart = findTarget(packageRelations, 'custom-properties', 'customProperties');
    this.typedProperties =
      customPart === undefined || !zip.has(customPart)
        ? new Map()
        : readCustomProperties(pack.scan(customPart), memory.limits.properties);
    this.customProperties = new Map([...this.typedProperties].map(([name, { text }]) => [name, text]));
    const appPart = findTarget(packageRelations, 'extended-properties', 'extendedProperties');
    // Some programs point to this part and leave it out; nothing rests on it.
    this.creatingApplication = appPart === undefined || !zip.has(appPart) ? '' : memory.application.of(zip, appPart);
    this.corePart = findTarget(packageRelations, 'core-properties');
    this.remarks = [
      ...(zip.behind > 0 ? [`文件末尾多出 ${zip.behind} 个字节，不属于工作簿，没有读取，请核对文件是否完整。`] : []),
      ...(pack.hasLinks
        ? ['工作簿引用了别的工作簿，没有打开它们，按保存在本文件里的结果读取，请核对是不是最新的。']
        : []),
    ];
  }

  hasSheet(name: string): boolean {
    return this.sheets.some((sheet) => sheet.name === name);
  }

  /**
   * Reads one sheet, by its exact name.
   * @throws {PlaceError} naming the sheets there are when there is no such sheet
   * @throws {IntakeError} when the sheet is damaged or too large
   */
  readSheet(name: string): SheetContent {
    const entry = this.sheets.find((sheet) => sheet.name === name);
    if (entry === undefined) {
      const there = this.sheets.map((sheet) => quote(sheet.name)).join('、');
      throw new PlaceError(
        `文件${quote(this.fileName)}中没有工作表${quote(name)}（现有${there}），请补上或改正工作表名称。`,
      );
    }
    this.sharedStrings ??= this.readStrings();
    const { sharedStrings } = this;
    return inSheet(name, () => this.readContent(entry, sharedStrings));
  }

  private readContent({ name, partName }: SheetEntry, sharedStrings: SharedStrings): SheetContent {
    const { fileName, date1904, styles } = this;
    const { limits } = this.memory;
    const scanner = this.pack.scan(partName);
    if (scanner.openRoot() !== 'worksheet') scanner.fail('damaged', '不是工作表');
    const memory = this.isOneOfMany ? this.memory.sheets.of(styles, date1904, scanner.prefix) : null;
    const { hasLinks } = this.pack;
    const around = { fileName, name, date1904, styles, limits, memory, hasLinks };
    return readCells(scanner, { ...around, sharedStrings });
  }

  /**
   * When the workbook says that it was saved last, `YYYY-MM-DDThh:mm:ssZ`; null when it does not say.
   * @throws {IntakeError}
   */
  readSavedTime(): string | null {
    if (this.corePart === undefined || !this.pack.has(this.corePart)) return null;
    return this.memory.savedTime.of(this.pack.zip, this.corePart);
  }

  /**
   * What stands beside the cells of a sheet; parts that are missing hold nothing.
   * @throws {IntakeError}
   */
  readBesideCells(name: string): BesideCells {
    return inSheet(name, () => this.listBesideCells(name));
  }

  private listBesideCells(name: string): BesideCells {
    const { pack } = this;
    const own = pack.relationsOf(this.sheets.find((sheet) => sheet.name === name)?.partName ?? '');
    const there = own.filter(({ target, external }) => !external && pack.has(target));
    const comments = there.find(({ kind }) => kind === 'comments')?.target;
    const pictures = there
      .filter(({ kind }) => kind === 'drawing')
      .flatMap(({ target }) => pack.relationsOf(target).filter(({ kind }) => kind === 'image'));
    return {
      comments: comments === undefined ? new Map() : this.memory.comments.of(pack.zip, comments),
      pictures: pictures.length,
    };
  }

  private readStrings(): SharedStrings {
    if (this.stringsPart === undefined) return NO_STRINGS;
    return this.memory.strings.of(this.pack.zip, this.stringsPart);
  }

  private joinSheets(list: SheetList, relations: readonly Relation[]): SheetEntry[] {
    const byId = new Map(relations.map((relation) => [relation.id, relation]));
    return list.sheets.flatMap(({ name, state, relationId }) => {
      const relation = byId.get(relationId);
      if (relation?.kind === 'chartsheet') return [];
      if (relation?.kind === 'dialogsheet') throw new IntakeError('macro', this.fileName, '对话框工作表');
      if (relation?.kind !== 'worksheet' || !this.pack.has(relation.target)) {
        throw new IntakeError('damaged', this.fileName, `缺少工作表${quote(name)}的内容`);
      }
      return [{ name, state, partName: relation.target }];
    });
  }

  /** Macros show in content types and part names; the type of the main part tells a workbook from other documents. */
  private refuseMacros(): void {
    const suspect = this.pack.zip.names().find((name) => /vbaProject|vbaData|macrosheets\/|dialogsheets\//i.test(name));
    if (suspect !== undefined) throw new IntakeError('macro', this.fileName, suspect);
    const mainType = this.pack.contentTypeOf(this.mainPart) ?? '';
    if (!/spreadsheetml\.(?:sheet|template)\.main\+xml$/.test(mainType)) {
      throw new IntakeError('not-a-workbook', this.fileName);
    }
  }
}

/** @throws {IntakeError} that names the sheet */
function inSheet<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof IntakeError ? error.inSheet(name) : error;
  }
}

function findTarget(relations: readonly Relation[], ...types: string[]): string | undefined {
  return relations.find((relation) => types.includes(relation.kind) && !relation.external)?.target;
}
