/** For whom alone an output can be made, by the names that the command line takes. */
import { listApplicationFiles } from '../../rules/application-file.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { Scheme } from '../../rules/scheme.ts';

export interface Selection {
  /** What the field asks for. */
  readonly label: string;
  /** What is offered: of the open roster, in the scheme's order and then in the roster's. */
  readonly names: readonly string[];
}

/** @param id of the output; null where it is made for all */
export function findSelection(id: string, scheme: Scheme, check: RosterCheck): Selection | null {
  const { districts, awards } = scheme;
  // Whoever has neither materials nor questions gets no papers, and is refused by name.
  const nominees = id === 'materials' ? listApplicationFiles(check).map((file) => file.check) : check.nominees;
  const awarded = new Set(nominees.map(({ award }) => award.name));
  const held = awards.map(({ name }) => name).filter((name) => awarded.has(name));
  const units = nominees.map(({ nominee }) => nominee.unitName);
  if (id === 'sheets') return selectDistricts(scheme, check.index.roster.memberUnits);
  if (id === 'outgoing') {
    const given = check.places.filter(({ places }) => places > 0);
    return selectDistricts(
      scheme,
      given.map(({ district }) => ({ district: district.name })),
    );
  }
  if (id === 'materials') {
    const numbers = nominees.map(({ nominee }) => nominee.application);
    return select('只出这些奖项、单位或申报编号', [...held, ...numbers, ...units]);
  }
  if (id !== 'forms') return null;
  const label = `只出这些${districts.length > 0 ? '区、' : ''}奖项、单位或编号`;
  return select(label, [
    ...districtsOf(
      scheme,
      nominees.map(({ unit }) => unit?.district),
    ),
    ...held,
    ...units,
  ]);
}

/** Among the districts of these; null where the document knows none. */
export function selectDistricts(
  scheme: Pick<Scheme, 'districts'>,
  served: readonly { readonly district: string }[],
): Selection | null {
  if (scheme.districts.length === 0) return null;
  return select(
    '只出这些区',
    districtsOf(
      scheme,
      served.map(({ district }) => district),
    ),
  );
}

/** In the document's order. */
function districtsOf({ districts }: Pick<Scheme, 'districts'>, all: readonly (string | undefined)[]): string[] {
  const taken = new Set(all);
  return districts.map(({ name }) => name).filter((name) => taken.has(name));
}

/** A name with what may be somebody's number is not offered; it can be typed. */
function select(label: string, names: readonly string[]): Selection {
  const shown = names.filter((name) => name !== '' && hideLongNumbers(name) === name);
  return { label, names: [...new Set(shown)] };
}
