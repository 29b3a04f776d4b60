/** What collecting needs of the master roster. */
import { listGaps, type Gap } from '../../rules/incomplete-base.ts';
import type { QuotaTable } from '../../rules/quota/quota-table.ts';
import { listNamedNumbers } from '../../rules/application-number.ts';
import type { Decision } from '../../rules/decision.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { ExpectedOpinions } from '../../rules/opinions/gather-opinions.ts';
import { planOpinions } from '../../rules/opinions/plan-opinions.ts';
import { listOutgoingBases } from '../../rules/outgoing-basis.ts';
import type { TableKey } from '../../rules/roster-cell.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import { nominationCell } from '../../rules/nominations/compare-cells.ts';
import type { PlacesTaken } from '../../rules/nominations/judge-nominations.ts';
import { asScored } from '../../rules/parts.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { TallyMember } from '../../rules/tally/unit-tally.ts';
import { openAnyWorkbook } from '../../workbook/formats/open-any-workbook.ts';
import { fingerprintOpinions } from '../../workbook/opinions/opinion-layout.ts';
import { fingerprintOutgoing } from '../../workbook/outgoing/outgoing-identity.ts';
import { readContacts, type Contact } from '../../workbook/roster/read-contacts.ts';
import type { RosterAddresses, RosterPlace } from '../../workbook/roster/roster-addresses.ts';
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
  /** Null where no district has a place. */
  readonly nominations: ExpectedNominations | null;
  /** Every body whose opinion is sought now; none where the document seeks none. */
  readonly opinions: readonly ExpectedOpinions[];
  /** Of 决定; null where the roster has no such sheet. */
  readonly decisionPlace: RosterPlace | null;
  /** Of 名额调整; null where the roster has no such sheet. */
  readonly overridePlace: RosterPlace | null;
}

/** What gathering nominations needs of the roster. */
interface ExpectedNominations {
  /** Of the districts that have some, in the document's order. */
  readonly places: readonly { readonly district: string; readonly award: string; readonly places: number }[];
  readonly nominees: readonly Nominee[];
  /** Whether the nomination of each row is cleared; of unknown awards none is there. */
  readonly cleared: ReadonlyMap<number, boolean>;
  /** Of every district and award how many nominations the roster has. */
  readonly taken: readonly PlacesTaken[];
  /** Cells of 推荐名单 that hold something which nobody can read, as `nominationCell` names them. */
  readonly unreadable: ReadonlySet<string>;
  /** As `listNamedNumbers` gives them. */
  readonly named: ReadonlySet<string>;
  /** The rows of 决定. */
  readonly decisions: readonly Decision[];
  /** District and award of each row of 名额调整, as a collision calls them. */
  readonly adjusted: readonly string[];
  /** By district the fingerprint of the form that it would get now. */
  readonly forms: ReadonlyMap<string, string>;
  /** Of 推荐名单. */
  readonly place: RosterPlace;
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
    [...tables].map(([sheet, { sheetName, headingRow, lastRow, columns }]) => [
      sheet,
      { sheetName, headingRow, lastRow, columns },
    ]),
  );
  const scores: RosterScores = { rows: roster.scores, problems, addresses };
  // Texts that were read are slices of whole parts, and keep these in memory; copied they are their own.
  return {
    scheme,
    quota: check.quota,
    remarks,
    ...structuredClone({
      members,
      scores,
      contacts,
      gaps: listGaps(check, 'tally'),
      nominations: await expectNominations(check, tables),
      opinions: await expectOpinions(check),
      decisionPlace: placeOf(tables, 'decisions'),
      overridePlace: placeOf(tables, 'overrides'),
    }),
  };
}

async function fingerprintForms(check: RosterCheck): Promise<ReadonlyMap<string, string>> {
  const forms = listOutgoingBases(check).map(async (basis): Promise<[string, string]> => {
    return [basis.district.name, await fingerprintOutgoing(basis)];
  });
  return new Map(await Promise.all(forms));
}

function expectOpinions(check: RosterCheck): Promise<ExpectedOpinions[]> {
  const expected = planOpinions(check).lists.map(async (list): Promise<ExpectedOpinions> => {
    const { step, body, rows } = list;
    return {
      step: step.name,
      body,
      fingerprint: await fingerprintOpinions(list),
      asked: rows.map(({ nominee, unitName, opinion }) => ({
        application: nominee.application,
        unitName,
        name: nominee.name,
        known: opinion,
      })),
    };
  });
  return Promise.all(expected);
}

function placeOf(addresses: RosterAddresses, sheet: TableKey): RosterPlace | null {
  const place = addresses.get(sheet);
  if (!place) return null;
  const { sheetName, headingRow, lastRow, columns } = place;
  return { sheetName, headingRow, lastRow, columns };
}

async function expectNominations(check: RosterCheck, addresses: RosterAddresses): Promise<ExpectedNominations | null> {
  const { places, index, nominees } = check;
  const place = placeOf(addresses, 'nominees');
  const given = places.filter((usage) => usage.places > 0);
  if (!place || given.length === 0) return null;
  const { roster, scheme } = index;
  const order = scheme.districts.map(({ name }) => name);
  return {
    places: given
      .map((usage) => ({ district: usage.district.name, award: usage.award.name, places: usage.places }))
      .sort((a, b) => order.indexOf(a.district) - order.indexOf(b.district)),
    nominees: roster.nominees.map((nominee) => ({ ...nominee, facts: new Map(nominee.facts) })),
    cleared: new Map(nominees.map(({ nominee, cleared }) => [nominee.row, cleared])),
    taken: places.map(({ district, award, nominees: own }) => ({
      district: district.name,
      award: award.name,
      taken: own.length,
    })),
    unreadable: new Set(
      roster.problems.flatMap(({ cell }) =>
        cell.sheet === 'nominees' && cell.row !== null ? [nominationCell(cell.row, cell.heading)] : [],
      ),
    ),
    named: listNamedNumbers(roster),
    decisions: roster.decisions,
    adjusted: roster.overrides.map(({ district, award }) => `${district} ${award}`),
    forms: await fingerprintForms(check),
    place,
  };
}
