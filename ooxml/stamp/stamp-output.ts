/** Puts a stamped workbook together from the template's parts and the pages made from its sheets. */
import { writeContentTypes } from '../package/content-types.ts';
import {
  OFFICE_RELATIONS,
  PACKAGE_RELATIONS,
  relationsPartOf,
  writeRelations,
  type NewRelation,
  type Relation,
} from '../package/relations.ts';
import { fillPattern, isConstant, type Pattern } from './stamp-pattern.ts';
import { APP_PART, CORE_PART, CUSTOM_PART, writeCustomProperties } from './stamp-properties.ts';
import { isShared, type OwnPart, type Template, type TemplateSheet } from './stamp-template.ts';
import type { Page } from './stamp-value.ts';
import type { DefinedName } from './stamp-workbook.ts';
import { escapeXml } from '../xml/xml-text.ts';
import { quoteSheetName } from './stamp-name.ts';
import { joinZip, type PackedPart } from '../zip/zip-writer.ts';

const SHEET_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const APP_TYPE = 'application/vnd.openxmlformats-officedocument.extended-properties+xml';
const CUSTOM_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

/** Relations of a part, those to parts that a page owns led to its own copies. */
interface LedRelations {
  readonly part: string;
  readonly relations: readonly (Relation | NewRelation)[];
  readonly own: ReadonlyMap<string, string>;
}

export class PackageBuilder {
  /** What holds the pages' own texts. */
  private readonly parts: PackedPart[] = [];
  private readonly types: [part: string, type: string][] = [];
  private readonly sheetEntries: string[] = [];
  private readonly sheetRelations: NewRelation[] = [];
  private readonly names: string[] = [];
  private readonly relations: LedRelations[] = [];
  /** How many parts there are of each kind of name, such as `xl/comments`. */
  private readonly copies = new Map<string, number>();

  constructor(private readonly template: Template) {}

  /**
   * @param pattern the sheet's own, or one that is marked
   * @returns where it stands among the sheets, from 0
   */
  addPage(sheet: TemplateSheet, pattern: Pattern, name: string, page: Page): number {
    const number = this.sheetEntries.length + 1;
    const part = this.addSheet(name, sheet.state);
    this.parts.push(this.template.packer.packPage(part, pattern, page));
    for (const defined of sheet.definedNames) this.names.push(this.writeName(defined, page, number - 1));

    const own = new Map(sheet.ownParts.map((item) => [item.part, this.nameCopy(item.part)]));
    this.relations.push({ part, relations: sheet.relations, own });
    for (const item of sheet.ownParts) this.addOwnPart(item, own, page);
    return number - 1;
  }

  /** A sheet that no template has. */
  addDrawn(name: string, xml: string): void {
    const part = this.addSheet(name, undefined);
    this.parts.push(this.template.packer.pack(part, xml));
  }

  /** Of a sheet that was just added nothing prints: its area is one blank cell. */
  keepFromPrinting(name: string): void {
    const { prefix } = this.template.frame;
    const area = escapeXml(`${quoteSheetName(name)}!$XFD$1`);
    const index = this.sheetEntries.length - 1;
    this.names.push(
      `<${prefix}definedName name="_xlnm.Print_Area" localSheetId="${index}">${area}</${prefix}definedName>`,
    );
  }

  private addSheet(name: string, sheetState: string | undefined): string {
    const number = this.sheetEntries.length + 1;
    const part = `xl/worksheets/sheet${number}.xml`;
    const id = `rIdSheet${number}`;
    const { prefix } = this.template.frame;
    const state = sheetState === undefined ? '' : ` state="${escapeXml(sheetState)}"`;
    this.sheetEntries.push(`<${prefix}sheet name="${escapeXml(name)}" sheetId="${number}"${state} r:id="${id}"/>`);
    this.sheetRelations.push({ id, type: `${OFFICE_RELATIONS}/worksheet`, target: part, external: false });
    this.types.push([part, WORKSHEET]);
    return part;
  }

  /** @param shown index of the sheet that is seen when the workbook opens */
  finish(shown: number, stylesXml: string, properties: Readonly<Record<string, string>>): Uint8Array {
    const { frame, packer, customProperties } = this.template;
    const custom = writeCustomProperties(customProperties, properties);
    if (custom !== undefined) this.parts.push(packer.packChanging(CUSTOM_PART, custom));
    if (frame.stylesPart !== undefined) this.parts.push(packer.pack(frame.stylesPart, stylesXml));
    const hasCustom = custom !== undefined;
    const shape = [shown, hasCustom, ...this.sheetEntries, ...this.names, ...this.relations.map(nameOwnParts)];
    const [types, ...others] = packer.packFrame(shape.join('\n'), () => this.packFrame(shown, hasCustom));
    return joinZip([...(types ? [types] : []), ...this.parts, ...others]);
  }

  /** Everything but the texts of pages: the types of all parts first, their relations, the list of sheets, and what the template's workbooks share. */
  private packFrame(shown: number, hasCustom: boolean): PackedPart[] {
    const { frame, packer, pack, keptParts, sharedStrings } = this.template;
    const written: [part: string, content: string][] = [];
    const shared = new Set<string>();
    const writeLed = ({ part, relations, own }: LedRelations): void => {
      if (relations.length === 0) return;
      const led = relations.map((item) => {
        if ('kind' in item && isShared(item) && !item.external && pack.has(item.target)) shared.add(item.target);
        return item.external ? item : { ...item, target: own.get(item.target) ?? item.target };
      });
      written.push([relationsPartOf(part), writeRelations(part, led)]);
    };
    const none = new Map<string, string>();
    this.relations.forEach(writeLed);
    for (const { part, relations } of keptParts) {
      if (pack.has(part)) shared.add(part);
      writeLed({ part, relations, own: none });
    }
    if (frame.stylesPart !== undefined) this.addType(frame.stylesPart);
    if (frame.stringsPart !== undefined) {
      this.addType(frame.stringsPart);
      written.push([frame.stringsPart, sharedStrings ?? '']);
    }
    this.types.push([frame.part, SHEET_MAIN]);
    written.push([frame.part, this.writeWorkbook(shown)]);
    writeLed({ part: frame.part, relations: [...frame.relations, ...this.sheetRelations], own: none });
    written.push(...this.writeProperties(hasCustom));
    const sharedParts = [...shared].map((part) => {
      if (pack.contentTypes.ofParts.has(part.toLowerCase())) this.addType(part);
      return packer.packOnce(part, () => pack.readBytes(part));
    });
    const types = writeContentTypes(pack.contentTypes.ofExtensions, this.types);
    return [
      packer.pack('[Content_Types].xml', types),
      ...sharedParts,
      ...written.map(([part, content]) => packer.pack(part, content)),
    ];
  }

  /** `xl/drawings/drawing7.xml` for the seventh drawing: programs look for parts by the names that Excel gives them. */
  private nameCopy(part: string): string {
    const [, stem = part, extension = ''] = /^(.*?)\d*(\.[^.]*)$/.exec(part) ?? [];
    const number = (this.copies.get(stem) ?? 0) + 1;
    this.copies.set(stem, number);
    return `${stem}${number}${extension}`;
  }

  private addOwnPart(item: OwnPart, own: ReadonlyMap<string, string>, page: Page): void {
    const { pack, packer } = this.template;
    const { part, content } = item;
    const name = own.get(part) ?? part;
    if (content instanceof Uint8Array) this.parts.push({ ...packer.packOnce(part, () => content), name });
    else if (isConstant(content)) this.parts.push({ ...packer.packOnce(part, () => fillPattern(content, page)), name });
    // Slots lie close in them, and of workbooks with one page each they are all the same.
    else this.parts.push(packer.pack(name, fillPattern(content, page)));
    if (pack.contentTypes.ofParts.has(part.toLowerCase())) this.types.push([name, pack.contentTypeOf(part) ?? '']);
    this.relations.push({ part: name, relations: item.relations, own });
  }

  private addType(part: string): void {
    this.types.push([part, this.template.pack.contentTypeOf(part) ?? '']);
  }

  /** The document properties but the custom ones, and the relations of the package. */
  private writeProperties(hasCustom: boolean): [part: string, content: string][] {
    const { frame, coreProperties, appProperties } = this.template;
    const relations: NewRelation[] = [
      { id: 'rId1', type: `${OFFICE_RELATIONS}/officeDocument`, target: frame.part, external: false },
      { id: 'rId2', type: `${PACKAGE_RELATIONS}/metadata/core-properties`, target: CORE_PART, external: false },
      { id: 'rId3', type: `${OFFICE_RELATIONS}/extended-properties`, target: APP_PART, external: false },
    ];
    this.types.push([CORE_PART, CORE_TYPE], [APP_PART, APP_TYPE]);
    if (hasCustom) {
      const type = `${OFFICE_RELATIONS}/custom-properties`;
      relations.push({ id: 'rId4', type, target: CUSTOM_PART, external: false });
      this.types.push([CUSTOM_PART, CUSTOM_TYPE]);
    }
    return [
      [CORE_PART, coreProperties],
      [APP_PART, appProperties],
      [relationsPartOf(''), writeRelations('', relations)],
    ];
  }

  private writeWorkbook(shown: number): string {
    const { frame, globalNames } = this.template;
    const names = [...globalNames.map((defined) => this.writeName(defined)), ...this.names];
    const lists = {
      // Not every program declares the prefix at the root.
      sheets: `<${frame.prefix}sheets xmlns:r="${OFFICE_RELATIONS}">${this.sheetEntries.join('')}</${frame.prefix}sheets>`,
      names: names.length === 0 ? '' : `<${frame.prefix}definedNames>${names.join('')}</${frame.prefix}definedNames>`,
    };
    const text = frame.pieces.map((piece) => (typeof piece === 'string' ? piece : lists[piece.list])).join('');
    return shown === 0 ? text : text.replace(/<(?:[\w.-]+:)?workbookView(?=[\s/>])/, `$& activeTab="${shown}"`);
  }

  private writeName({ attributes, formula }: DefinedName, page?: Page, index?: number): string {
    const { prefix } = this.template.frame;
    const local = index === undefined ? '' : ` localSheetId="${index}"`;
    const text =
      page === undefined ? formula.filter((piece) => typeof piece === 'string').join('') : fillPattern(formula, page);
    return `<${prefix}definedName${attributes}${local}>${text}</${prefix}definedName>`;
  }
}

/** With the list of sheets it says all that the relations of a page depend on. */
function nameOwnParts({ part, own }: LedRelations): string {
  return [part, ...own.values()].join(' ');
}
