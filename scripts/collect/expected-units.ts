/** What collecting needs of the master roster. */
import type { ScoreRow } from '../../rules/master-roster.ts';
import type { QuotaTable } from '../../rules/quota.ts';
import { asScored } from '../../rules/parts.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { TallyMember } from '../../rules/tally/unit-tally.ts';
import type { RosterAddresses } from '../../workbook/roster/roster-addresses.ts';
import { loadRoster } from '../load-roster.ts';

export interface ExpectedUnits {
  readonly fileName: string;
  readonly scheme: ScoredScheme;
  /** Null where the document gives no places. */
  readonly quota: QuotaTable | null;
  readonly members: readonly TallyMember[];
  /** The rows of 评分, and where its columns stand. */
  readonly scores: readonly Pick<ScoreRow, 'unitNumber' | 'row'>[];
  readonly addresses: RosterAddresses;
}

/**
 * Reads and checks the master roster, and keeps the little that is needed: the rest, every fact of every row, is several times all returned
 * files.
 * @throws UnusableInput as `loadRoster`, and where the scheme has no score sheet
 */
export async function readExpectedUnits(path: string): Promise<ExpectedUnits> {
  const { fileName, scheme: found, check, roster, addresses: tables } = await loadRoster(path);
  const scheme = asScored(found);
  const members = roster.memberUnits.map(({ row, number, name, district }) => ({ row, number, name, district }));
  const scores = roster.scores.map(({ unitNumber, row }) => ({ unitNumber, row }));
  const addresses = new Map([...tables].map(([sheet, { headingRow, columns }]) => [sheet, { headingRow, columns }]));
  // Texts that were read are slices of whole parts, and keep these in memory; copied they are their own.
  return { fileName, scheme, quota: check.quota, ...structuredClone({ members, scores, addresses }) };
}
