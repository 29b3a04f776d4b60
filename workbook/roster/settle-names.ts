/**
 * Units and districts under one name each, however a row writes them: the unit's as 会员单位 has it, the district's as the scheme has it. A nomination
 * whose 统一社会信用代码 says that it is another unit's than its number or name gets that unit's.
 */
import { districtFinder } from '../../rules/district-name.ts';
import type { CellNote, MemberUnit, Nominee, OverrideRow } from '../../rules/master-roster.ts';
import { cellOf, type CellRef } from '../../rules/roster-cell.ts';
import type { NoteKind } from '../../rules/note-kind.ts';
import { textKey } from '../../rules/same-text.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnitFinder } from '../../rules/unit-identity.ts';
import { ByUnitNumber } from '../../rules/unit-number.ts';
import { quoteForUser } from '../intake/quote.ts';
import { settleByCode } from './settle-by-code.ts';

interface Rows {
  readonly memberUnits: readonly MemberUnit[];
  readonly nominees: readonly Nominee[];
  readonly overrides: readonly OverrideRow[];
}

/** The rows with those names, and a note for each cell that has another spelling. */
export function settleNames(scheme: Scheme, rows: Rows): Rows & { readonly notes: readonly CellNote[] } {
  const notes: CellNote[] = [];
  const note = (kind: NoteKind, cell: CellRef, written: string, name: string) => {
    const message = `写的是${quoteForUser(written)}，按${quoteForUser(name)}读取`;
    notes.push({ cell, kind, message, found: quoteForUser(written), canonical: name });
  };
  const find = districtFinder(scheme);
  const memberUnits = rows.memberUnits.map((unit) => {
    const district = find(unit.district);
    if (district === null || district === unit.district) return unit;
    note('district-name', cellOf('memberUnits', unit, '所属'), unit.district, district);
    return { ...unit, district, facts: new Map(unit.facts).set('所属', district) };
  });
  const overrides = rows.overrides.map((override) => {
    const district = find(override.district);
    if (district === null || district === override.district) return override;
    note('district-name', cellOf('overrides', override, '所属'), override.district, district);
    return { ...override, district };
  });
  const finder = new UnitFinder(new ByUnitNumber(memberUnits, ({ number }) => number));
  const nominees = rows.nominees.map((nominee) => {
    const { unitNumber: number, unitName: name, creditCode } = nominee;
    const identity = finder.identify({ number, name, creditCode });
    if (identity.kind === 'unknown') return nominee;
    const settled = identity.kind === 'code' ? settleByCode(nominee, identity, notes) : nominee;
    const { unit } = identity;
    if (unit.name === '') return settled;
    const isOther = (text: unknown): text is string =>
      typeof text === 'string' && text !== unit.name && textKey(text) === textKey(unit.name);
    const headings = ['单位名称', '受奖集体'].filter((heading) => isOther(settled.facts.get(heading)));
    if (headings.length === 0) return settled;
    const facts = new Map(settled.facts);
    for (const heading of headings) {
      note('unit-name', cellOf('nominees', nominee, heading), String(facts.get(heading)), unit.name);
      facts.set(heading, unit.name);
    }
    return {
      ...settled,
      unitName: isOther(settled.unitName) ? unit.name : settled.unitName,
      name: isOther(settled.name) ? unit.name : settled.name,
      facts,
    };
  });
  return { memberUnits, nominees, overrides, notes };
}
