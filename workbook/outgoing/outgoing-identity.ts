/** What a workbook for nominations says of itself in its custom document properties, so that a returned file can be told from any other. */
import type { OutgoingList } from '../../rules/outgoing.ts';
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

/** Over what people cannot change and an answer rests on: the places, the numbers of the rows, the units to choose from. */
function fingerprintOutgoing({ scheme, district, places, rows, units }: OutgoingList): Promise<string> {
  return fingerprint([
    scheme.id,
    scheme.edition,
    district.name,
    places.map((each) => [each.award.name, each.places]),
    rows.map(({ application }) => application),
    units.map(({ unit }) => [unit.number, unit.name]),
  ]);
}
