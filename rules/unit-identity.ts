/**
 * Whose a row of the roster is, or a sheet that came back: the one place where number, name and 统一社会信用代码 are held against each other. The code
 * decides where it stands. Blank is nobody's.
 */
import { findMeantUnit } from './meant-unit.ts';
import { RowsByKey } from './rows-by-key.ts';
import { sameTextAs } from './same-text.ts';
import type { ByUnitNumber } from './unit-number.ts';

/** What a unit is known by. */
export interface KnownUnit {
  readonly number: string;
  readonly name: string;
  /** Right by its check character; left out where none is known. */
  readonly creditCode?: string;
}

export type UnitIdentity<Unit> =
  | { readonly kind: 'unknown' }
  /** By the number; no code speaks against it. Whether the name fits too is for others to judge. */
  | { readonly kind: 'number'; readonly unit: Unit }
  /** By the code, whatever number and name say. */
  | { readonly kind: 'code'; readonly unit: Unit; readonly ofNumber: Unit | undefined }
  /** The number is this unit's, and the code is not: that of another, or of nobody. A person has to say. */
  | { readonly kind: 'contrary'; readonly unit: Unit; readonly ofCode: Unit | undefined };

export class UnitFinder<Unit extends KnownUnit> {
  readonly #units: ByUnitNumber<Unit>;
  readonly #byCode: RowsByKey<Unit>;

  constructor(units: ByUnitNumber<Unit>) {
    this.#units = units;
    this.#byCode = new RowsByKey(units, ({ creditCode }) => creditCode ?? '');
  }

  /** @param written as it stands there */
  identify(written: KnownUnit): UnitIdentity<Unit> {
    const ofNumber = findMeantUnit(this.#units, { unitNumber: written.number, unitName: written.name });
    const { creditCode } = written;
    if (creditCode === undefined) return ofNumber ? { kind: 'number', unit: ofNumber } : { kind: 'unknown' };
    const sharing = this.#byCode.all(creditCode);
    // Two rows with one code are one unit; of these the one with the number is meant.
    const ofCode = sharing.find((unit) => unit === ofNumber) ?? sharing[0];
    if (!ofNumber) return ofCode ? { kind: 'code', unit: ofCode, ofNumber } : { kind: 'unknown' };
    if (ofCode === ofNumber) return { kind: 'code', unit: ofNumber, ofNumber };
    if (ofCode) {
      // Number and name say one thing, the code another.
      const isNamed = sameTextAs(written.name);
      const isNamedOtherwise = isNamed(ofNumber.name) && !isNamed(ofCode.name);
      if (!isNamedOtherwise) return { kind: 'code', unit: ofCode, ofNumber };
    } else if (ofNumber.creditCode === undefined) return { kind: 'number', unit: ofNumber };
    return { kind: 'contrary', unit: ofNumber, ofCode };
  }
}
