/** For whom alone an output can be made, by the names that the command line takes. */
import { listApplicationFiles } from '../../rules/application-file.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { Scheme } from '../../rules/scheme.ts';

export interface OnlyOffer {
  /** What the field asks for. */
  readonly label: string;
  /** What is offered: of the open roster, in the scheme's order and then in the roster's. */
  readonly names: readonly string[];
  /** Names of several kinds, of which one of each has to fit. */
  readonly isMixed: boolean;
}

/** Of lists of nominations, which are narrowed by all that a nomination is known by. */
const BY_NOMINATION: readonly string[] = ['check', 'materials', 'forms', 'rosters', 'notice', 'prizes'];

/** @param id of the output; null where it is made for all */
export function findOffer(id: string, scheme: Scheme, check: RosterCheck): OnlyOffer | null {
  if (id === 'sheets') return offerDistricts(scheme, check.index.roster.memberUnits);
  if (id === 'allocate') return offerDistricts(scheme, servedBy(check.quota?.rows ?? []));
  if (id === 'outgoing') return offerDistricts(scheme, servedBy(check.places.filter(({ places }) => places > 0)));
  return BY_NOMINATION.includes(id) ? offerNominations(id, scheme, check) : null;
}

function offerNominations(id: string, scheme: Scheme, check: RosterCheck): OnlyOffer {
  const { districts, awards } = scheme;
  // Whoever has neither materials nor questions gets no papers, and is refused by name.
  const nominees = id === 'materials' ? listApplicationFiles(check).map((file) => file.check) : check.nominees;
  const awarded = new Set(nominees.map(({ award }) => award.name));
  const label = `只出这些${districts.length > 0 ? '区、' : ''}奖项、单位或编号`;
  return offer(
    label,
    [
      ...districtsOf(
        scheme,
        nominees.map(({ unit }) => unit?.district),
      ),
      ...awards.map(({ name }) => name).filter((name) => awarded.has(name)),
      ...(id === 'materials' ? nominees.map(({ nominee }) => nominee.application) : []),
      ...nominees.map(({ nominee }) => nominee.unitName),
    ],
    true,
  );
}

function servedBy(all: readonly { readonly district: { readonly name: string } }[]): { readonly district: string }[] {
  return all.map(({ district }) => ({ district: district.name }));
}

/** Among the districts of these; null where the document knows none. */
export function offerDistricts(
  scheme: Pick<Scheme, 'districts'>,
  served: readonly { readonly district: string }[],
): OnlyOffer | null {
  if (scheme.districts.length === 0) return null;
  return offer(
    '只出这些区',
    districtsOf(
      scheme,
      served.map(({ district }) => district),
    ),
    false,
  );
}

/** In the document's order. */
function districtsOf({ districts }: Pick<Scheme, 'districts'>, all: readonly (string | undefined)[]): string[] {
  const taken = new Set(all);
  return districts.map(({ name }) => name).filter((name) => taken.has(name));
}

/** A name with what may be somebody's number is not offered; it can be typed. */
function offer(label: string, names: readonly string[], isMixed: boolean): OnlyOffer {
  const shown = names.filter((name) => name !== '' && hideLongNumbers(name) === name);
  return { label, names: [...new Set(shown)], isMixed };
}
