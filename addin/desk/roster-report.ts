/** What the panels show of a checked master roster: plain data, small enough to come from the worker at every change. */
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import { listDistricts } from '../../rules/checks/places.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import { cellOf } from '../../rules/roster-cell.ts';
import type { QuotaTable } from '../../rules/quota/quota-table.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { describeAside } from '../../rules/set-aside.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import type { RosterAddresses } from '../../workbook/roster/roster-addresses.ts';
import type { RosterWorkbook } from '../../workbook/roster/roster-workbook.ts';
import { describeTabs } from '../../workbook/roster/find-tabs.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { stateOfNomination } from './nomination-state.ts';
import type { NominationState } from './state-tones.ts';
import { targetOf, viewFindings, type CauseView, type FindingView, type Target } from './finding-view.ts';

export interface NomineeView {
  /** 受奖集体 or 姓名, and the unit: `某厂 张某`. */
  readonly label: string;
  readonly target: Target;
  /** The verdict in one sentence; empty for one that is cleared. */
  readonly verdict: string;
  readonly state: NominationState;
}

export interface PlaceView {
  readonly district: string;
  readonly awardId: string;
  readonly award: string;
  readonly places: number;
  /** Whether the roster holds the district, so that a place that nobody takes is free. */
  readonly isHeld: boolean;
  readonly explanation: string;
  /** The reason of a place that people set by hand. */
  readonly override: string | null;
  /** In the roster's order. */
  readonly nominees: readonly NomineeView[];
}

export interface DistrictView {
  readonly name: string;
  readonly members: number | null;
  readonly places: readonly PlaceView[];
}

export interface RosterReport {
  readonly schemeId: string;
  readonly schemeTitle: string;
  readonly awards: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
  /** Null where the document gives no places to districts. */
  readonly quota: QuotaView | null;
  readonly findings: readonly FindingView[];
  /** The same by what caused them. */
  readonly causes: readonly CauseView[];
  /** What is to be known of the reading and harms nobody: the file's format, rows that are no records, what checks rest on. Sentences. */
  readonly remarks: readonly string[];
}

export interface QuotaView {
  /** Those that the roster holds, or that somebody in it is nominated of. */
  readonly districts: readonly DistrictView[];
  /** There are other districts. */
  readonly isPartial: boolean;
  /** Of these districts, whether all of the document's or not: their members, their places, all nominees in them, and how many of those are cleared. */
  readonly totals: {
    readonly members: number;
    readonly places: number;
    readonly nominated: number;
    readonly cleared: number;
  };
  /** Nominees of districts or awards that the scheme does not know stand in no place. */
  readonly unplaced: number;
}

/** A roster that was checked. */
interface CheckedRoster {
  readonly scheme: Scheme;
  readonly check: RosterCheck;
  readonly addresses: RosterAddresses;
  /** What is odd about the workbook itself: sentences. */
  readonly remarks: readonly string[];
}

/**
 * Reads and checks a master roster.
 * @param remarks what is odd about the workbook itself
 * @throws {UnusableInput} when a sheet or a heading is missing
 */
export function reportRoster(workbook: RosterWorkbook, scheme: Scheme, remarks: readonly string[]): RosterReport {
  const { roster, addresses } = readMasterRoster(workbook, scheme);
  const all = [...remarks, describeTabs(addresses)].filter((remark) => remark !== '');
  return reportCheck({ scheme, check: checkRoster(scheme, roster), addresses, remarks: all });
}

/** What is shown of a roster that was checked. */
export function reportCheck({ scheme, check, addresses, remarks }: CheckedRoster): RosterReport {
  const aside = describeAside(check.index.roster.oddities.aside);
  return {
    schemeId: scheme.id,
    schemeTitle: scheme.title,
    awards: scheme.awards.map(({ id, name, shortName }) => ({ id, name, shortName })),
    quota: check.quota && viewQuota(check, check.quota, addresses),
    ...viewFindings(scheme, check, addresses),
    remarks: [...remarks, ...(aside === '' ? [] : [aside]), ...check.basis],
  };
}

function viewQuota(check: RosterCheck, quota: QuotaTable, addresses: RosterAddresses): QuotaView {
  const districts = viewDistricts(check, quota, addresses);
  const places = districts.flatMap((district) => district.places);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const nominated = sum(places.map(({ nominees }) => nominees.length));
  return {
    districts,
    isPartial: districts.length < quota.rows.length,
    totals: {
      members: sum(districts.map(({ members }) => members ?? 0)),
      places: sum(places.map((place) => place.places)),
      nominated,
      cleared: check.nominees.filter(({ cleared }) => cleared).length,
    },
    unplaced: check.index.roster.nominees.length - nominated,
  };
}

function viewDistricts(check: RosterCheck, quota: QuotaTable, addresses: RosterAddresses): DistrictView[] {
  const checks = new Map(check.nominees.map((nominee) => [nominee.nominee, nominee]));
  const told = listDistricts(check.places);
  const rows = quota.rows.filter(({ district }) => told.has(district));
  return rows.map(({ district, members, cells }) => ({
    name: district.name,
    members,
    places: check.places
      .filter((place) => place.district === district)
      .map(({ award, places, isHeld, explanation, nominees }) => ({
        district: district.name,
        awardId: award.id,
        award: award.name,
        places,
        isHeld,
        explanation,
        override: cells.get(award.id)?.override?.reason ?? null,
        nominees: nominees.map((nominee) => viewNominee(check, nominee, checks.get(nominee), addresses)),
      })),
  }));
}

function viewNominee(
  check: RosterCheck,
  nominee: Nominee,
  judged: NomineeCheck | undefined,
  addresses: RosterAddresses,
): NomineeView {
  const state = stateOfNomination(judged);
  return {
    label: labelNominee(nominee),
    target: targetOf(addresses, cellOf('nominees', nominee, '奖项')),
    verdict: judged && state !== 'cleared' ? proveVerdict(check.index, judged) : '',
    state,
  };
}

/** `某厂 张某`; the row of one that is not named. */
export function labelNominee({ unitName, name, row }: Nominee): string {
  const names = [unitName, name].filter((each) => each !== '');
  return [...new Set(names)].join(' ') || `第 ${row} 行`;
}
