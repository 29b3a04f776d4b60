/** What of a roster can be made good without asking anybody, and what a person has to choose. */
import { canOffer } from '../../ooxml/patch/sheet-tail.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { restoreZeros } from '../../rules/checks/lost-zeros.ts';
import { isOpen, type Finding } from '../../rules/finding.ts';
import { groupBy } from '../../rules/group-by.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import { SHEET, type CellRef } from '../../rules/roster-cell.ts';
import { NOTE_KINDS } from '../../rules/note-kind.ts';
import { columnOf } from '../../rules/roster-columns.ts';
import { wordOf, type ColumnType, type Facts, type FactValue } from '../../rules/roster-column.ts';
import { readPlainNumber } from '../intake/number-text.ts';
import { addressOf, cellAddressOf, type RosterAddresses } from './roster-addresses.ts';

/** A cell that gets another value. */
export interface Mending {
  /** The tab. */
  readonly sheet: string;
  readonly address: string;
  readonly value: string | number | null;
  /** As shown to people; never an ID number or a telephone. */
  readonly old: string;
  readonly shown: string;
  readonly reason: string;
}

/** A cell that a person has to decide about. */
export interface Choosing {
  readonly sheet: string;
  readonly address: string;
  readonly old: string;
  readonly choices: readonly string[];
  readonly reason: string;
}

export interface MendPlan {
  readonly mendings: readonly Mending[];
  readonly choosings: readonly Choosing[];
  /** Merged ranges that are taken apart. */
  readonly unmerged: readonly { readonly sheet: string; readonly range: string }[];
}

type Checked = Pick<RosterCheck, 'index' | 'remarks'>;

/**
 * A single candidate is filled in where it contradicts nobody: in a cell that holds what cannot stand there, or nothing at all. What somebody has
 * written and may have meant is a question, and stays one.
 */
export function planMend(check: Checked, addresses: RosterAddresses): MendPlan {
  const planner = new MendPlanner(check, addresses);
  return planner.plan();
}

class MendPlanner {
  private readonly mendings = new Map<string, Mending>();
  private readonly choosings = new Map<string, Choosing>();
  private readonly unmerged: { sheet: string; range: string }[] = [];
  /** By row of the sheet. */
  private readonly facts: Readonly<Record<'nominees' | 'memberUnits', ReadonlyMap<number, Facts>>>;

  constructor(
    private readonly check: Checked,
    private readonly addresses: RosterAddresses,
  ) {
    const byRow = (rows: readonly { readonly row: number; readonly facts: Facts }[]) =>
      new Map(rows.map(({ row, facts }) => [row, facts]));
    const { nominees, memberUnits } = check.index.roster;
    this.facts = { nominees: byRow(nominees), memberUnits: byRow(memberUnits) };
  }

  plan(): MendPlan {
    const { roster } = this.check.index;
    for (const { cell, written } of roster.oddities.headings) {
      this.mend(cell, cell.heading, written, `列名“${cell.heading}”的另一种写法`);
    }
    for (const { cells, range, fact } of roster.oddities.merged) {
      if (fact === null) continue;
      this.unmerged.push({ sheet: this.tabOf(cells[0]), range });
      for (const cell of cells) this.mend(cell, toCellValue(fact), '（合并单元格）', `${range} 是合并单元格，逐行填写`);
    }
    for (const [cell, notes] of groupBy(roster.notes, ({ cell }) => this.keyOf(cell))) {
      const [first] = notes;
      if (!first) continue;
      const reasons = new Set(notes.map(({ kind }) => NOTE_KINDS[kind]));
      const before = this.mendings.get(cell)?.old ?? first.found;
      this.mend(first.cell, first.canonical === '' ? null : first.canonical, before, [...reasons].join('、'));
    }
    for (const { cell, number, whole } of restoreZeros(this.check.index)) {
      this.mend(cell, whole, number, '补上编号开头的 0');
    }
    const open = this.check.remarks.flatMap(({ findings }) => findings).filter(isOpen);
    for (const [, findings] of groupBy(open.filter(hasCandidates), ({ where: [cell] }) => this.keyOf(cell))) {
      this.settle(findings);
    }
    return { mendings: [...this.mendings.values()], choosings: [...this.choosings.values()], unmerged: this.unmerged };
  }

  /** All that is said of one cell and offers something. */
  private settle(findings: readonly Finding[]): void {
    const [first] = findings;
    const cell = first?.where[0];
    if (!cell) return;
    const choices = [...new Set(findings.flatMap(({ candidates = [] }) => candidates))];
    const [only, other] = choices;
    const isCertain = this.isBlank(cell) || findings.some(({ severity }) => severity === 'violation');
    if (only !== undefined && other === undefined && isCertain) {
      this.mend(cell, this.typed(cell, only), first.found, first.message);
      return;
    }
    const address = cellAddressOf(this.addresses, cell);
    if (address === null) return;
    this.choosings.set(this.keyOf(cell), {
      sheet: this.tabOf(cell),
      address,
      old: this.show(cell, first.found),
      choices,
      reason: hideLongNumbers(first.message),
    });
  }

  private isBlank({ sheet, row, heading }: CellRef): boolean {
    if (row === null || (sheet !== 'nominees' && sheet !== 'memberUnits')) return false;
    const value = this.facts[sheet].get(row)?.get(heading);
    return value === null || value === '';
  }

  private mend(cell: CellRef, value: string | number | null, old: string, reason: string): void {
    const address = cellAddressOf(this.addresses, cell);
    if (address === null) return;
    this.mendings.set(this.keyOf(cell), {
      sheet: this.tabOf(cell),
      address,
      value,
      old: this.show(cell, old),
      shown: value === null ? '（空白）' : this.show(cell, String(value)),
      reason: hideLongNumbers(reason),
    });
  }

  private show({ sheet, heading, row }: CellRef, text: string): string {
    const type = row === null ? undefined : this.typeOf(sheet, heading);
    return type === 'id-number' || type === 'phone' ? '（号码不显示）' : hideLongNumbers(text);
  }

  /** As the column has it: numbers are numbers. */
  private typed({ sheet, heading }: CellRef, text: string): string | number {
    const type = this.typeOf(sheet, heading);
    const isNumber = type === 'integer' || type === 'number' || type === 'points';
    return (isNumber ? readPlainNumber(text) : undefined) ?? text;
  }

  private typeOf(sheet: CellRef['sheet'], heading: string): ColumnType | undefined {
    return sheet === 'scheme' ? undefined : columnOf(sheet, heading, this.check.index.scheme)?.type;
  }

  private keyOf(cell: CellRef): string {
    return `${cell.sheet} ${addressOf(this.addresses, cell)}`;
  }

  private tabOf({ sheet }: CellRef): string {
    return this.addresses.get(sheet)?.sheetName ?? SHEET[sheet];
  }
}

function hasCandidates({ candidates = [] }: Finding): boolean {
  return candidates.length > 0;
}

function toCellValue(fact: FactValue): string | number | null {
  if (typeof fact === 'number') return fact;
  return fact === null ? null : wordOf(fact);
}

/** Whether the cell can offer them itself; else they stand in the list alone. */
export function isOffered({ choices }: Choosing): boolean {
  return canOffer(choices);
}
