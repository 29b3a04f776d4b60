import { cellAddress, isInRange, readRange, type CellPlace, type CellRange } from '../read/cell-address.ts';
import type { Edit } from '../xml/xml-edit.ts';
import { dropAttributes, readAttribute, type XmlTag } from '../xml/xml-tags.ts';
import { decodeXmlText, escapeXml } from '../xml/xml-text.ts';

/** A cell that offers some texts to choose from. */
export interface CellList extends CellPlace {
  readonly choices: readonly string[];
}

/** What stands before `dataValidations` in a worksheet, by the schema's order. */
const BEFORE_VALIDATIONS = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
]);
/** The most characters that a list inside a validation may have. */
const LONGEST_LIST = 255;

/** A validation as it stands. */
interface Validation {
  readonly tag: XmlTag;
  readonly ranges: readonly string[];
  formula: { start: number; end: number };
  end: number;
}

/** Whether the texts fit into a validation itself. */
export function canOffer(choices: readonly string[]): boolean {
  return choices.length > 0 && choices.join(',').length <= LONGEST_LIST && choices.every((each) => !/[,"]/.test(each));
}

/** What stands behind the rows of a sheet: merged cells are taken apart, and cells get lists to choose from. */
export class SheetTail {
  /** Lists that were not there before. */
  readonly added: CellList[] = [];
  private depth = 0;
  /** Where validations would stand. */
  private behind = 0;
  private merges: XmlTag | undefined;
  private readonly kept: XmlTag[] = [];
  private readonly taken: XmlTag[] = [];
  private mergesEnd = 0;
  private validations: { open: XmlTag; close: XmlTag } | undefined;
  private readonly known: Validation[] = [];

  constructor(
    private readonly unmerged: ReadonlySet<string>,
    private readonly lists: readonly CellList[],
  ) {}

  /** Takes every tag outside the rows, in their order; of the rows the tags around them. */
  meet(tag: XmlTag): void {
    if (tag.kind === 'close') this.depth -= 1;
    if (this.depth === 1) this.meetElement(tag);
    else if (this.depth === 2) this.meetItem(tag);
    else if (this.depth === 3 && tag.name === 'formula1') this.meetFormula(tag);
    if (tag.kind === 'open') this.depth += 1;
  }

  finish(xml: string, prefix: string): Edit[] {
    return [...this.unmerge(), ...this.offer(xml, prefix)];
  }

  private meetElement(tag: XmlTag): void {
    if (tag.name === 'mergeCells') {
      if (tag.kind === 'close') this.mergesEnd = tag.end;
      else this.merges = tag;
    }
    if (tag.name === 'dataValidations') {
      if (tag.kind === 'close' && this.validations) this.validations.close = tag;
      else this.validations = { open: tag, close: tag };
    }
    if (tag.kind !== 'open' && BEFORE_VALIDATIONS.has(tag.name)) this.behind = tag.end;
  }

  private meetItem(tag: XmlTag): void {
    if (tag.name === 'mergeCell' && tag.kind !== 'close') {
      const list = this.unmerged.has(readAttribute(tag.attributes, 'ref') ?? '') ? this.taken : this.kept;
      list.push(tag);
    }
    if (tag.name !== 'dataValidation') return;
    const last = this.known.at(-1);
    if (tag.kind === 'close') {
      if (last) last.end = tag.end;
      return;
    }
    const ranges = (readAttribute(tag.attributes, 'sqref') ?? '').split(/\s+/).filter((range) => range !== '');
    this.known.push({ tag, ranges, formula: { start: 0, end: 0 }, end: tag.end });
  }

  private meetFormula(tag: XmlTag): void {
    const last = this.known.at(-1);
    if (last && tag.kind === 'open') last.formula = { start: tag.end, end: tag.end };
    else if (last && tag.kind === 'close') last.formula.end = tag.start;
  }

  private unmerge(): Edit[] {
    const { merges, kept, taken } = this;
    if (!merges || taken.length === 0) return [];
    if (kept.length === 0) return [{ start: merges.start, end: this.mergesEnd, by: [] }];
    return [recount(merges, kept.length), ...taken.map(({ start, end }): Edit => ({ start, end, by: [] }))];
  }

  private offer(xml: string, prefix: string): Edit[] {
    for (const list of this.lists) if (!this.isOffered(list, xml)) this.added.push(list);
    if (this.added.length === 0) return [];
    const edits: Edit[] = [];
    let count = this.known.length;
    for (const validation of this.known) {
      const rest = validation.ranges.flatMap((range) => without(range, this.added));
      if (rest.length === validation.ranges.length && rest.every((range, at) => range === validation.ranges[at]))
        continue;
      if (rest.length === 0) count -= 1;
      edits.push(rest.length === 0 ? remove(validation) : readdress(validation.tag, rest));
    }
    const items = writeLists(prefix, this.added);
    count += items.length;
    const { validations } = this;
    if (!validations) {
      const name = `${prefix}dataValidations`;
      const text = `<${name} count="${count}">${items.join('')}</${name}>`;
      return [...edits, { start: this.behind, end: this.behind, by: [text] }];
    }
    const { open, close } = validations;
    if (open.kind === 'empty') {
      const kept = dropAttributes(open.attributes, 'count').trimEnd();
      const text = `<${open.rawName}${kept} count="${count}">${items.join('')}</${open.rawName}>`;
      return [...edits, { start: open.start, end: open.end, by: [text] }];
    }
    return [...edits, recount(open, count), { start: close.start, end: close.start, by: items }];
  }

  private isOffered({ choices, ...place }: CellList, xml: string): boolean {
    return this.known.some(({ tag, ranges, formula }) => {
      if (readAttribute(tag.attributes, 'type') !== 'list') return false;
      const text = decodeXmlText(xml.slice(formula.start, formula.end));
      return text === listFormula(choices) && ranges.some((range) => holds(range, place));
    });
  }
}

function listFormula(choices: readonly string[]): string {
  return `"${choices.join(',')}"`;
}

/** One validation for each list, whatever cells offer it. */
function writeLists(prefix: string, lists: readonly CellList[]): string[] {
  const byFormula = new Map<string, string[]>();
  for (const list of lists) {
    const formula = listFormula(list.choices);
    byFormula.set(formula, [...(byFormula.get(formula) ?? []), cellAddress(list)]);
  }
  return Array.from(
    byFormula,
    ([formula, cells]) =>
      `<${prefix}dataValidation type="list" allowBlank="1" sqref="${cells.join(' ')}"><${prefix}formula1>${escapeXml(formula)}</${prefix}formula1></${prefix}dataValidation>`,
  );
}

function recount(tag: XmlTag, count: number): Edit {
  const text = `<${tag.rawName}${dropAttributes(tag.attributes, 'count').trimEnd()} count="${count}">`;
  return { start: tag.start, end: tag.end, by: [text] };
}

function readdress(tag: XmlTag, ranges: readonly string[]): Edit {
  const end = tag.kind === 'empty' ? '/>' : '>';
  const kept = dropAttributes(tag.attributes, 'sqref').trimEnd();
  return { start: tag.start, end: tag.end, by: [`<${tag.rawName}${kept} sqref="${ranges.join(' ')}"${end}`] };
}

function remove({ tag, end }: Validation): Edit {
  return { start: tag.start, end, by: [] };
}

function holds(range: string, place: CellPlace): boolean {
  const block = readRange(range);
  return block !== undefined && isInRange(place, block);
}

/** The range without these cells, in as many ranges as it takes. */
function without(range: string, places: readonly CellPlace[]): string[] {
  const block = readRange(range);
  if (!block || !places.some((place) => isInRange(place, block))) return [range];
  const blocks = places.reduce<CellRange[]>((rest, place) => rest.flatMap((each) => cut(each, place)), [block]);
  return blocks.map(({ first, last }) => {
    const [from, to] = [cellAddress(first), cellAddress(last)];
    return from === to ? from : `${from}:${to}`;
  });
}

/** Above the cell, left and right of it, and below. */
function cut(block: CellRange, place: CellPlace): CellRange[] {
  if (!isInRange(place, block)) return [block];
  const { first, last } = block;
  const { row, column } = place;
  const rest: CellRange[] = [
    { first, last: { row: row - 1, column: last.column } },
    { first: { row, column: first.column }, last: { row, column: column - 1 } },
    { first: { row, column: column + 1 }, last: { row, column: last.column } },
    { first: { row: row + 1, column: first.column }, last },
  ];
  return rest.filter((each) => each.first.row <= each.last.row && each.first.column <= each.last.column);
}
