/** Opens a template once and cuts it at everything that a page changes. */
import { crc32 } from '#deflate';
import { TemplateError } from '../errors.ts';
import type { OoxmlPackage } from '../package/ooxml-package.ts';
import type { Relation } from '../package/relations.ts';
import { quote } from '../quote.ts';
import { openWorkbook } from '../read/open-workbook.ts';
import type { CustomProperty } from '../read/read-properties.ts';
import { editText } from '../xml/xml-edit.ts';
import { readElements, type XmlElement } from '../xml/xml-elements.ts';
import { XmlScanner } from '../xml/xml-scan.ts';
import { SheetGeometry } from './stamp-box.ts';
import type { CellSlot } from './stamp-cell.ts';
import type { PageRoom } from './page-room.ts';
import type { MarkKind } from './stamp-mark.ts';
import { PartPacker } from './stamp-packer.ts';
import type { Pattern } from './stamp-pattern.ts';
import { writeAppProperties, writeCoreProperties } from './stamp-properties.ts';
import { listPlaceholders, readPart, readSheet, type ReadingContext } from './stamp-sheet.ts';
import { StyleSheet } from './stamp-style.ts';
import { hintsPlaceholder, readRuns } from './stamp-text.ts';
import { readFrame, readNames, type DefinedName, type WorkbookFrame } from './stamp-workbook.ts';

/** A part that each page needs a copy of its own of, such as a drawing. */
export interface OwnPart {
  readonly part: string;
  readonly content: Pattern | Uint8Array;
  readonly relations: readonly Relation[];
}

export interface TemplateSheet {
  readonly name: string;
  /** Every placeholder that a page of this sheet must have a value for. */
  readonly placeholders: readonly string[];
  /** `hidden` and the like, as in the workbook, or nothing. */
  readonly state: string | undefined;
  readonly part: string;
  readonly pattern: Pattern;
  /** The same with a place for a mark in the header. */
  readonly marked: Readonly<Record<MarkKind, Pattern>>;
  /** Either with places for the heights of rows. */
  readonly flexible: (mark: MarkKind | undefined) => Pattern;
  readonly cells: readonly CellSlot[];
  readonly room: PageRoom;
  readonly relations: readonly Relation[];
  readonly ownParts: readonly OwnPart[];
  readonly definedNames: readonly DefinedName[];
}

export interface Template {
  /** The file's name, for messages. */
  readonly name: string;
  readonly sheets: readonly TemplateSheet[];
  /** The same for the same bytes, and else another. */
  readonly fingerprint: string;
  /** What a person must mend in the template before it can be stamped: one Chinese sentence each. */
  readonly faults: readonly string[];
  readonly pack: OoxmlPackage;
  readonly frame: WorkbookFrame;
  readonly styles: StyleSheet;
  /** The shared strings without the texts that pages replace; nothing where the template has none. */
  readonly sharedStrings: string | undefined;
  readonly globalNames: readonly DefinedName[];
  /** Parts of the workbook, such as its theme, that every stamped workbook has. */
  readonly keptParts: readonly KeptPart[];
  readonly customProperties: ReadonlyMap<string, CustomProperty>;
  readonly coreProperties: string;
  readonly appProperties: string;
  readonly packer: PartPacker;
}

/** A part that is the same in every stamped workbook. */
interface KeptPart {
  readonly part: string;
  readonly relations: readonly Relation[];
}

interface TemplateOptions {
  /** Leaves the results of formulas as they stand in the template: for one whose formulas no placeholder changes. */
  readonly keepResults?: boolean;
  /** What the workbooks name as the program that wrote them. */
  readonly application?: string;
}

/** Parts of a sheet that name things by workbook-wide numbers or hold data of their own. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['table', '“表格”（请转换为普通区域）'],
  ['pivotTable', '数据透视表'],
  ['queryTable', '外部数据查询'],
  ['slicer', '切片器'],
  ['timeline', '日程表'],
]);

/** Parts that pages may point to together. */
const SHARED = new Set(['image', 'hdphoto', 'audio', 'video', 'media']);

/**
 * Opens a template: an .xlsx as Excel, WPS or LibreOffice writes it, with placeholders such as `{{单位名称}}` in cells, headers,
 * footers and shapes. Broken placeholders are listed in `faults`.
 * @throws {IntakeError} when the file is no readable workbook
 * @throws {TemplateError} when it holds what a copy of a sheet cannot keep: macros, tables, pivot tables
 */
export function openTemplate(bytes: Uint8Array, name: string, options: TemplateOptions = {}): Template {
  const workbook = openWorkbook(bytes, name);
  const { pack } = workbook;
  const frame = readFrame(workbook);
  const styles = new StyleSheet(
    frame.stylesPart === undefined
      ? readElements(new XmlScanner(EMPTY_STYLES, '', name))
      : pack.readElements(frame.stylesPart),
  );
  const stringsRoot = frame.stringsPart === undefined ? undefined : pack.readElements(frame.stringsPart);
  const strings = stringsRoot?.find('si') ?? [];
  const faults: string[] = [];
  const sheetNames = new Set(frame.sheets.map((sheet) => sheet.name));
  const contextOf = (sheet: string): ReadingContext => ({
    sharedStrings: strings,
    sheetNames,
    fault: (place, what) => faults.push(`模板${quote(name)}的工作表${quote(sheet)}的${place}：${what}。`),
  });
  const names = readNames(frame, contextOf('全部'));

  const sheets = frame.sheets.map((entry): TemplateSheet => {
    const context = contextOf(entry.name);
    const root = pack.readElements(entry.part);
    const sheet = readSheet(root, new SheetGeometry(root, styles), context, options.keepResults === true);
    const ownParts = collectOwnParts(pack, entry.part, name, context);
    const inParts = ownParts.flatMap(({ content }) => (content instanceof Uint8Array ? [] : listPlaceholders(content)));
    return {
      name: entry.name,
      placeholders: [...new Set([...sheet.placeholders, ...inParts])],
      state: entry.state,
      part: entry.part,
      pattern: sheet.pattern,
      marked: sheet.marked,
      flexible: sheet.flexible,
      cells: sheet.cells,
      room: sheet.room,
      relations: pack.relationsOf(entry.part),
      ownParts,
      definedNames: names.filter(({ home }) => home === entry.name),
    };
  });
  const sharedStrings = stringsRoot === undefined ? undefined : blankPlaceholders(stringsRoot.xml, strings);
  const globalNames = names.filter(({ home }) => home === undefined);
  return {
    name,
    sheets,
    fingerprint: crc32(bytes).toString(16),
    faults,
    pack,
    frame,
    styles,
    sharedStrings,
    globalNames,
    keptParts: collectKeptParts(pack, frame),
    customProperties: workbook.typedProperties,
    coreProperties: writeCoreProperties(pack),
    appProperties: writeAppProperties(options.application ?? ''),
    packer: new PartPacker(),
  };
}

/** Whether pages share this part of a sheet, instead of each having a copy. */
export function isShared({ kind }: Relation): boolean {
  return SHARED.has(kind);
}

const EMPTY_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>' +
  '<cellXfs count="1"><xf/></cellXfs></styleSheet>';

function collectOwnParts(pack: OoxmlPackage, part: string, fileName: string, context: ReadingContext): OwnPart[] {
  const found = new Map<string, OwnPart>();
  const visit = (owner: string): void => {
    for (const relation of pack.relationsOf(owner)) {
      const unsupported = UNSUPPORTED.get(relation.kind);
      if (unsupported !== undefined) {
        throw new TemplateError(`模板${quote(fileName)}里有${unsupported}，填表时无法保留，请从模板中去掉。`);
      }
      const { target, external } = relation;
      if (external || isShared(relation) || found.has(target) || !pack.has(target)) continue;
      found.set(target, {
        part: target,
        content: readContent(pack, target, context),
        relations: pack.relationsOf(target),
      });
      visit(target);
    }
  };
  visit(part);
  return [...found.values()];
}

function collectKeptParts(pack: OoxmlPackage, frame: WorkbookFrame): KeptPart[] {
  const found = new Map<string, KeptPart>();
  const visit = (relations: readonly Relation[]): void => {
    for (const { target, external } of relations) {
      if (external || found.has(target) || !pack.has(target)) continue;
      const kept = { part: target, relations: pack.relationsOf(target) };
      found.set(target, kept);
      visit(kept.relations);
    }
  };
  visit(frame.relations);
  return [...found.values()].filter(({ part }) => part !== frame.stylesPart && part !== frame.stringsPart);
}

function readContent(pack: OoxmlPackage, part: string, context: ReadingContext): Pattern | Uint8Array {
  return /\.(xml|vml)$/i.test(part) ? readPart(part, pack.readText(part), context) : pack.readBytes(part);
}

/** Texts are told by their number, so those that pages replace stay as blanks. */
function blankPlaceholders(xml: string, strings: readonly XmlElement[]): string {
  const blanks = strings.filter((item) =>
    hintsPlaceholder(
      readRuns(item)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  return editText(
    xml,
    blanks.map(({ start, end, prefix }) => ({
      start,
      end,
      by: [`<${prefix}si><${prefix}t></${prefix}t></${prefix}si>`],
    })),
  );
}
