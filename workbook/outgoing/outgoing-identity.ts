/** What a workbook for nominations says of itself in its custom document properties, so that a returned file can be told from any other. */
import type { OutgoingList } from '../../rules/outgoing.ts';
import type { OutgoingBasis } from '../../rules/outgoing-basis.ts';
import { fingerprint } from '../fingerprint.ts';
import { SHEET_PROPERTY } from '../score-sheet/score-sheet-identity.ts';

export const OUTGOING_PROPERTY = {
  scheme: SHEET_PROPERTY.scheme,
  edition: SHEET_PROPERTY.edition,
  /** As the scheme names it. A score sheet has none. */
  district: 'pingyou.district',
  blank: SHEET_PROPERTY.blank,
} as const;

export async function describeOutgoing(list: OutgoingList): Promise<Record<string, string>> {
  return {
    [OUTGOING_PROPERTY.scheme]: list.scheme.id,
    [OUTGOING_PROPERTY.edition]: list.scheme.edition,
    [OUTGOING_PROPERTY.district]: list.district.name,
    [OUTGOING_PROPERTY.blank]: await fingerprintOutgoing(list),
  };
}

/**
 * Over what people cannot change and an answer rests on: the places, and the units to choose from. The numbers of the rows are held against the
 * roster one by one, and are others as soon as somebody is nominated or withdrawn.
 */
export function fingerprintOutgoing({ scheme, district, places, units }: OutgoingBasis): Promise<string> {
  return fingerprint([
    scheme.id,
    scheme.edition,
    district.name,
    places.map((each) => [each.award.name, each.places]),
    units.map(({ unit }) => [unit.number, unit.name]),
  ]);
}
