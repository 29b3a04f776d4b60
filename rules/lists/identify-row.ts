/**
 * Which unit of the roster a row of somebody else's list is about: by its code, else its number, else its name. Others count and write otherwise than
 * the roster does, so that what is nobody's number says nothing; but where two of the three name different units, or a name only nearly fits, a
 * person has to say.
 */
import { hideLongNumbers } from '../id-number.ts';
import type { MemberUnit } from '../master-roster.ts';
import { askForUnit, listLikelyUnits } from '../meant-unit.ts';
import { RowsByKey } from '../rows-by-key.ts';
import { looseUnitKey, sameTextAs, textKey } from '../same-text.ts';
import { UnitFinder, type UnitIdentity } from '../unit-identity.ts';
import { ByUnitNumber } from '../unit-number.ts';
import type { ListRow } from './list-sheet.ts';

export type RowIdentity =
  | { readonly kind: 'unit'; readonly unit: MemberUnit; readonly by: IdentifiedBy }
  /** One Chinese sentence without a full stop: why, and what to do. */
  | { readonly kind: 'open'; readonly reason: string };

type IdentifiedBy = 'code' | 'number' | 'name';

type WrittenIdentity = Pick<ListRow, 'number' | 'name' | 'creditCode'>;

/** @param regionNames that a name may begin with or not, the longer of two that begin alike first */
export function makeRowIdentifier(
  units: readonly MemberUnit[],
  regionNames: readonly string[],
): (row: WrittenIdentity) => RowIdentity {
  const identifier = new RowIdentifier(units, regionNames);
  return (row) => identifier.identify(row);
}

class RowIdentifier {
  readonly #finder: UnitFinder<MemberUnit>;
  readonly #byNumber: ByUnitNumber<MemberUnit>;
  readonly #byName: RowsByKey<MemberUnit>;
  readonly #byLooseName: RowsByKey<MemberUnit>;
  readonly #doubled: ReadonlySet<MemberUnit>;

  constructor(units: readonly MemberUnit[], regionNames: readonly string[]) {
    this.#byNumber = new ByUnitNumber(units, ({ number }) => number);
    this.#finder = new UnitFinder(this.#byNumber);
    this.#byName = new RowsByKey(units, ({ name }) => name, textKey);
    this.#byLooseName = new RowsByKey(
      units,
      ({ name }) => name,
      (name) => looseUnitKey(name, regionNames),
    );
    const shared = [
      new RowsByKey(units, ({ number }) => number),
      new RowsByKey(units, ({ creditCode = '' }) => creditCode),
    ];
    const groups = shared.flatMap((rows) => [...rows.groups()]);
    this.#doubled = new Set(groups.flatMap((group) => (group.length > 1 ? group : [])));
  }

  identify(row: WrittenIdentity): RowIdentity {
    if (row.number === '' && row.name === '' && row.creditCode === undefined) {
      return open('没有统一社会信用代码、编号和名称，不知道是哪家单位，请补填其中一项');
    }
    const identity = this.#judge(row, this.#finder.identify(row));
    if (identity.kind === 'open' || !this.#doubled.has(identity.unit)) return identity;
    return open(`${nameUnit(identity.unit)}在总名册里不止一行，不知道填哪一行，请先在总名册里只留一行`);
  }

  #judge(row: WrittenIdentity, identity: UnitIdentity<MemberUnit>): RowIdentity {
    switch (identity.kind) {
      case 'contrary': {
        const whose = identity.ofCode ? `是${nameUnit(identity.ofCode)}的` : '不是它的';
        return open(`编号是${nameUnit(identity.unit)}的，统一社会信用代码${whose}，请核对是哪家单位`);
      }
      case 'code': {
        const { unit, ofNumber } = identity;
        if (ofNumber && ofNumber !== unit) {
          return open(`统一社会信用代码是${nameUnit(unit)}的，编号是${nameUnit(ofNumber)}的，请核对是哪家单位`);
        }
        const other = this.#otherNamed(row.name, unit);
        if (other) return open(`统一社会信用代码是${nameUnit(unit)}的，名称是${nameUnit(other)}的，请核对是哪家单位`);
        return { kind: 'unit', unit, by: 'code' };
      }
      case 'number':
        return this.#judgeNumber(row, identity.unit);
      case 'unknown':
        return this.#judgeName(row);
    }
  }

  /** What differs in region and legal form alone is no other name beside a number that fits. */
  #judgeNumber({ name }: WrittenIdentity, unit: MemberUnit): RowIdentity {
    const isOwn = name === '' || sameTextAs(name)(unit.name) || this.#byLooseName.all(name).includes(unit);
    if (isOwn) {
      return { kind: 'unit', unit, by: 'number' };
    }
    const other = this.#otherNamed(name, unit);
    const whose = other ? `是${nameUnit(other)}的` : '不是它的';
    return open(`编号是${nameUnit(unit)}的，名称${whose}，请核对是哪家单位`);
  }

  #judgeName(row: WrittenIdentity): RowIdentity {
    const named = this.#byName.all(row.name);
    const [only, second] = named;
    if (only && second) {
      const both = [only, second].map(nameUnit).join('、');
      return open(`叫这个名称的在总名册里不止一家（${both}），请写明编号`);
    }
    if (!only) {
      const question = askForUnit(this.#listNear(row));
      return open(question === '' ? '总名册里没有这家单位' : hideLongNumbers(question));
    }
    const hasOtherCode = row.creditCode !== undefined && only.creditCode !== undefined;
    return hasOtherCode
      ? open(`名称是${nameUnit(only)}的，统一社会信用代码不是它的，请核对是哪家单位`)
      : { kind: 'unit', unit: only, by: 'name' };
  }

  /** Beside a name of its own a number that is nearly another's is no hint. */
  #listNear({ number, name }: WrittenIdentity): ReturnType<typeof listLikelyUnits<MemberUnit>> {
    if (name === '') return listLikelyUnits(this.#byNumber, [], { unitNumber: number });
    return this.#byLooseName.all(name).map((unit) => ({ unit, why: '名称相近' }));
  }

  /** A unit that bears the name, where this one does not. */
  #otherNamed(name: string, unit: MemberUnit): MemberUnit | undefined {
    const named = this.#byName.all(name);
    return named.includes(unit) ? undefined : named[0];
  }
}

function open(reason: string): RowIdentity {
  return { kind: 'open', reason };
}

function nameUnit({ number, name }: MemberUnit): string {
  return hideLongNumbers(number === '' ? `“${name}”` : `编号“${number}”的“${name}”`);
}
