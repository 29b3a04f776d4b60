import { intersectBlocks, MAX_COLUMNS, parseBlock, splitSheetName, type Block } from '../addresses.ts';
import type { Cell, Sheet } from '../grid.ts';
import { HostError, HostGap } from '../wire.ts';
import { sumProducts } from './array-formulas.ts';
import { SHEET_FUNCTIONS } from './functions.ts';
import { operate } from './operate.ts';
import { parseFormula, type Expression } from './parse-formula.ts';
import { ErrorResult, isArea, isError, NAME_ERROR, REFERENCE_ERROR, toNumber } from './values.ts';
import type { Area, Value } from './values.ts';

/** What the calculator must be able to ask of the workbook. */
interface Workbook {
  findSheet(name: string): Sheet | undefined;
  locate(name: string): { sheet: Sheet; block: Block } | undefined;
}

const trees = new Map<string, Expression>();

/**
 * Results of formulas, calculated when they are asked for and kept until `forget`.
 * A circle counts as 0, as in Excel with iteration off.
 */
export class Calculator {
  readonly #workbook: Workbook;
  readonly #results = new Map<Readonly<Cell>, Value>();
  readonly #running = new Set<Readonly<Cell>>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  forget(): void {
    this.#results.clear();
  }

  /** @throws HostGap naming sheet, cell and function when the formula is beyond this calculator. */
  valueAt(sheet: Sheet, row: number, column: number): Value {
    const cell = sheet.peek(row, column);
    if (cell.formula === null) return cell.value;
    const known = this.#results.get(cell);
    if (known !== undefined) return known;
    if (this.#running.has(cell)) return 0;
    this.#running.add(cell);
    try {
      const result = this.#calculate(cell.formula, sheet);
      this.#results.set(cell, result);
      return result;
    } finally {
      this.#running.delete(cell);
    }
  }

  #calculate(formula: string, sheet: Sheet): Value {
    const tree = trees.get(formula) ?? parseFormula(formula);
    trees.set(formula, tree);
    try {
      return this.#single(tree, sheet) ?? 0;
    } catch (problem) {
      if (problem instanceof ErrorResult) return problem.value;
      throw problem;
    }
  }

  #evaluate(tree: Expression, sheet: Sheet): Value | Area {
    switch (tree.kind) {
      case 'constant':
        return tree.value;
      case 'array':
        return { area: tree.values, beyond: 0 };
      case 'reference':
        return this.#read(tree.text, sheet);
      case 'negate':
        return -toNumber(this.#single(tree.of, sheet));
      case 'percent':
        return toNumber(this.#single(tree.of, sheet)) / 100;
      case 'operation':
        return operate(tree.operator, this.#single(tree.left, sheet), this.#single(tree.right, sheet));
      case 'call': {
        if (tree.name === 'SUMPRODUCT') return sumProducts(tree.arguments, (part) => this.#evaluate(part, sheet));
        const call = Object.hasOwn(SHEET_FUNCTIONS, tree.name) ? SHEET_FUNCTIONS[tree.name] : undefined;
        if (!call) throw new HostGap(`the function ${tree.name} (in a formula of sheet ${sheet.name})`);
        return call(tree.arguments.map((argument) => () => (argument ? this.#evaluate(argument, sheet) : null)));
      }
    }
  }

  #single(tree: Expression, sheet: Sheet): Value {
    const found = this.#evaluate(tree, sheet);
    if (isArea(found) && found.area.length !== 1)
      throw new HostGap(`a formula of sheet ${sheet.name} that wants one value of an area`);
    const value = isArea(found) ? (found.area[0] ?? null) : found;
    if (isError(value)) throw new ErrorResult(value);
    return value;
  }

  #read(text: string, sheet: Sheet): Area {
    const place = this.#locate(text, sheet);
    const size = place.block.rows * place.block.columns;
    const readable = size > MAX_COLUMNS ? usedPart(place.sheet, place.block) : place.block;
    const area: Value[] = [];
    const { rows } = place.block;
    if (!readable) return { area, beyond: size, rows };
    for (let r = readable.row; r < readable.row + readable.rows; r += 1) {
      for (let c = readable.column; c < readable.column + readable.columns; c += 1)
        area.push(this.valueAt(place.sheet, r, c));
    }
    return { area, beyond: size - area.length, rows };
  }

  #locate(text: string, sheet: Sheet): { sheet: Sheet; block: Block } {
    const { sheet: sheetName, rest } = splitSheetName(text);
    const target = sheetName === null ? sheet : this.#workbook.findSheet(sheetName);
    if (!target) throw new ErrorResult(REFERENCE_ERROR);
    const named = sheetName === null ? this.#workbook.locate(rest) : undefined;
    if (named) return named;
    try {
      return { sheet: target, block: parseBlock(rest) };
    } catch (problem) {
      if (problem instanceof HostError) throw new ErrorResult(NAME_ERROR);
      throw problem;
    }
  }
}

/** The cells of a large block that can hold a value. */
function usedPart(sheet: Sheet, block: Block): Block | null {
  const used = sheet.usedBlock(true);
  return used && intersectBlocks(block, used);
}
