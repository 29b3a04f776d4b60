/** What collecting needs of the master roster. */
import { listGaps, type Gap } from '../../rules/incomplete-base.ts';
import type { QuotaTable } from '../../rules/quota/quota-table.ts';
import { asScored } from '../../rules/parts.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { TallyMember } from '../../rules/tally/unit-tally.ts';
import { openAnyWorkbook } from '../../workbook/formats/open-any-workbook.ts';
import { readContacts, type Contact } from '../../workbook/roster/read-contacts.ts';
import type { RosterScores } from '../../workbook/roster/fill-roster-scores.ts';
import type { InputFile } from '../job.ts';
import { readRoster } from '../load-roster.ts';
import type { SchemeSource } from '../scheme-source.ts';

export interface ExpectedUnits {
  readonly scheme: ScoredScheme;
  /** Null where the document gives no places. */
  readonly quota: QuotaTable | null;
  readonly members: readonly TallyMember[];
  /** What stands in 评分 now. */
  readonly scores: RosterScores;
  /** What is odd about the roster's file. */
  readonly remarks: readonly string[];
  /** What the roster lacks of them. */
  readonly gaps: readonly Gap[];
  /** Whom to remind, by row of the roster. */
  readonly contacts: ReadonlyMap<number, Contact>;
}

/**
 * Reads and checks the master roster, and keeps the little that is needed: the rest, every fact of every row, is several times all returned
 * files.
 * @throws UnusableInput as `loadRoster`, and where the scheme has no score sheet
 */
export async function readExpectedUnits(file: InputFile, schemes: SchemeSource): Promise<ExpectedUnits> {
  const workbook = await openAnyWorkbook(file.bytes, file.name);
  const { scheme: found, check, roster, addresses: tables, remarks } = await readRoster(workbook, file, schemes);
  const scheme = asScored(found);
  const contacts = readContacts(workbook, scheme);
  const members = roster.memberUnits.map(({ row, number, name, district, creditCode }) => ({
    row,
    number,
    name,
    district,
    ...(creditCode !== undefined && { creditCode }),
  }));
  const problems = roster.problems.filter(({ cell }) => cell.sheet === 'scores').map(({ cell }) => ({ cell }));
  const addresses = new Map(
    [...tables].map(([sheet, { sheetName, headingRow, columns }]) => [sheet, { sheetName, headingRow, columns }]),
  );
  const scores: RosterScores = { rows: roster.scores, problems, addresses };
  // Texts that were read are slices of whole parts, and keep these in memory; copied they are their own.
  return {
    scheme,
    quota: check.quota,
    remarks,
    ...structuredClone({ members, scores, contacts, gaps: listGaps(check, 'tally') }),
  };
}
