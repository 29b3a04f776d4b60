import { parseBlock, splitSheetName, blockAddress, oneCell, type Block } from './addresses.ts';
import { Calculator } from './formulas/calculator.ts';
import { Sheet } from './grid.ts';
import type { CellValue, PropertyValue, WorkbookSnapshot } from './snapshot.ts';
import { HostError, type Wire } from './wire.ts';

export interface DefinedName {
  name: string;
  /** With its `=`. */
  refersTo: string;
}

/** The workbook that the host holds. Names of sheets and defined names compare without regard to case, as in Excel. */
export class WorkbookModel {
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[];
  readonly customProperties: Map<string, PropertyValue>;
  readonly settings: Map<string, Wire>;
  calculationMode = 'Automatic';
  activeSheet: Sheet;
  selection: Block;
  readonly #calculator: Calculator;
  #nextId = 1;

  /** @throws Error when the snapshot has no sheet: Excel knows no such workbook. */
  constructor(snapshot: WorkbookSnapshot) {
    for (const sheet of snapshot.sheets) this.addSheet(sheet.name).fill(sheet, () => this.newId());
    this.names = (snapshot.names ?? []).map((name) => ({ ...name }));
    this.customProperties = new Map(Object.entries(snapshot.customProperties ?? {}));
    this.settings = new Map(Object.entries(snapshot.settings ?? {}));
    const active = snapshot.activeSheet === undefined ? this.sheets[0] : this.findSheet(snapshot.activeSheet);
    if (!active) throw new Error(`the workbook has no sheet ${snapshot.activeSheet ?? ''}`);
    this.activeSheet = active;
    this.selection = snapshot.selection === undefined ? oneCell(0, 0) : parseBlock(snapshot.selection);
    this.#calculator = new Calculator(this);
  }

  newId(): string {
    return `{id-${this.#nextId++}}`;
  }

  addSheet(name: string): Sheet {
    if (this.findSheet(name)) throw new HostError('ItemAlreadyExists', `A sheet ${name} exists already.`, 409);
    const number = String(this.sheets.length).padStart(4, '0');
    const sheet = new Sheet(`{00000000-0001-0000-${number}-000000000000}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  findSheet(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === wanted);
  }

  findName(name: string): DefinedName | undefined {
    return this.names.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  }

  /** The sheet and block that an address with a sheet name, or a defined name, means; undefined when there is none. */
  locate(reference: string): { sheet: Sheet; block: Block } | undefined {
    const name = this.findName(reference);
    const { sheet: sheetName, rest } = splitSheetName(name ? name.refersTo.replace(/^=/, '') : reference);
    const sheet = sheetName === null ? undefined : this.findSheet(sheetName);
    return sheet && { sheet, block: parseBlock(rest) };
  }

  /** To be called after every change of a value, a formula or a name: results are calculated anew. */
  changed(): void {
    this.#calculator.forget();
  }

  /** The value that a cell shows: its constant, the result of its formula, or null when it is empty. */
  valueAt(sheet: Sheet, row: number, column: number): CellValue | null {
    return this.#calculator.valueAt(sheet, row, column);
  }

  dump(): WorkbookSnapshot {
    return {
      sheets: this.sheets.map((sheet) => sheet.dump((row, column) => this.valueAt(sheet, row, column) ?? '')),
      names: this.names.map((name) => ({ ...name })),
      customProperties: Object.fromEntries(this.customProperties),
      settings: Object.fromEntries(this.settings),
      activeSheet: this.activeSheet.name,
      selection: blockAddress(this.selection),
    };
  }
}
