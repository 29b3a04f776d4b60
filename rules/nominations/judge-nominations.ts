/** What the check says of gathered nominations once they stand in the roster, and whose clearance changes with them. */
import type { RosterCheck } from '../check-roster.ts';
import { isOpen, type Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { hideLongNumbers } from '../id-number.ts';
import type { Nominee } from '../master-roster.ts';
import type { NomineeCheck } from '../nominee-check.ts';
import type { FactValue } from '../roster-column.ts';
import type { GatheredNominations } from './gather-nominations.ts';
import type { GatheredRow, NominationWrite } from './gathered-row.ts';
import { unitOf } from '../roster-index.ts';
import { findUnjudged } from '../unjudged.ts';
import { listOthers, listNames, withoutNames } from '../told-to-units.ts';
import { listCheckCollisions, type CheckCollision } from './check-collisions.ts';
import { OF_UNIT } from './chosen-unit.ts';
import type { GivenDecision } from './collision-decisions.ts';
import { showFact } from './fact-in.ts';
import type { RowRemark } from './returned-nominations.ts';

/** Whether a nomination is cleared, without what came in and with it; null before where the roster did not have it. */
export interface Clearance {
  readonly before: boolean | null;
  readonly after: boolean;
}

export interface JudgedNominations {
  /** What a district has to mend in each row; rows without are left out. */
  readonly asked: ReadonlyMap<GatheredRow, readonly RowRemark[]>;
  /** Of the rows that stand in the roster then. */
  readonly clearances: ReadonlyMap<GatheredRow, Clearance>;
  /** Those that are not cleared and of an award whose places are exceeded, which is told once for the award. */
  readonly overPlaces: ReadonlySet<GatheredRow>;
  /** Of every district and award that has places or somebody in them, in the document's order. */
  readonly places: readonly PlaceChange[];
  /** What collides once all of it stands in the roster. */
  readonly met: readonly CheckCollision[];
  /** Nominations of no list that are cleared now and were not, or the other way round, such as the second one of a person. */
  readonly others: readonly { readonly nominee: Nominee; readonly district: string; readonly clearance: Clearance }[];
}

/** How many of the places are taken, without what came in and with it. */
export interface PlaceChange {
  readonly district: string;
  readonly award: string;
  readonly places: number;
  readonly before: number;
  readonly after: number;
}

/** Of a district and an award. */
export interface PlacesTaken {
  readonly district: string;
  readonly award: string;
  readonly taken: number;
}

interface RosterSides {
  /** Whether the nomination of each row of the roster's 推荐名单 is cleared, without what came in. */
  readonly before: ReadonlyMap<number, boolean>;
  /** Likewise; where none are taken it may be left out. */
  readonly taken: readonly PlacesTaken[];
  /** What people have answered since beside collisions. */
  readonly given: readonly GivenDecision[];
  /** Of the roster with all that is written; rows that it had keep their places. */
  readonly check: RosterCheck;
}

/** @param headings of 推荐名单 that a district fills in: of others it can mend nothing */
export function judgeNominations(
  gathered: GatheredNominations,
  { before, taken, check, given }: RosterSides,
  headings: ReadonlySet<string>,
): JudgedNominations {
  const { nominees, places } = check;
  const tellFinding = makeTeller(nominees, headings);
  const unjudged = findUnjudged(check);
  const byRow = new Map(nominees.map((each) => [each.nominee.row, each]));
  const byNumber = new Map(nominees.map((each) => [each.nominee.application, each]));
  const writesOf = groupBy(gathered.writes, (write) => write.gathered);
  const asked = new Map<GatheredRow, readonly RowRemark[]>();
  const clearances = new Map<GatheredRow, Clearance>();
  const overPlaces = new Set<GatheredRow>();
  const listed = new Set<NomineeCheck>();
  for (const row of gathered.rows) {
    const stands = isTaken(row) ? findCheck(row) : undefined;
    if (stands) {
      listed.add(stands);
      clearances.set(row, { before: before.get(stands.nominee.row) ?? null, after: stands.cleared });
      const isOver = stands.findings.some((finding) => finding.rule === OF_ALL && isOpen(finding));
      if (isOver && !stands.cleared) overPlaces.add(row);
    }
    const unknown = stands || !isTaken(row) ? undefined : findUnknown(row);
    if (unknown) clearances.set(row, { before: null, after: false });
    const found = stands ?? unknown;
    const remarks = listAsked(row, writesOf.get(row) ?? [], found ? tellFinding(found) : null);
    if (remarks.length > 0) asked.set(row, remarks);
  }
  const others = nominees.flatMap((each) => {
    const was = before.get(each.nominee.row);
    if (listed.has(each) || was === undefined || was === each.cleared) return [];
    const clearance = { before: was, after: each.cleared };
    return [{ nominee: each.nominee, district: each.unit?.district ?? '', clearance }];
  });
  const came = new Set([...clearances.keys()].map(({ application }) => application));
  const met = listCheckCollisions(check, came, given);
  return { asked, clearances, overPlaces, others, places: comparePlaces(taken, places), met };

  /** Of an award that the scheme does not know. */
  function findUnknown({ nominee, application }: GatheredRow): JudgedOne | undefined {
    const own = [...unjudged].find(([each]) =>
      nominee ? each.row === nominee.row : each.application === application && application !== '',
    );
    return own && { nominee: own[0], unit: unitOf(check.index, own[0]) ?? null, findings: own[1] };
  }

  function findCheck({ nominee, application }: GatheredRow): NomineeCheck | undefined {
    return nominee ? byRow.get(nominee.row) : byNumber.get(application);
  }
}

function isTaken({ kind }: GatheredRow): boolean {
  return kind !== 'held' && kind !== 'removed';
}

/** What is asked about one nomination. */
type JudgedOne = Pick<NomineeCheck, 'nominee' | 'unit' | 'findings'>;

function comparePlaces(taken: readonly PlacesTaken[], usages: RosterCheck['places']): PlaceChange[] {
  const before = new Map(taken.map((each) => [`${each.award} ${each.district}`, each.taken]));
  return usages
    .map(({ district: { name: district }, award: { name: award }, places, nominees }): PlaceChange => {
      return { district, award, places, before: before.get(`${award} ${district}`) ?? 0, after: nominees.length };
    })
    .filter((each) => each.places + each.before + each.after > 0);
}

/**
 * What the gathering says first; what the check says of a cell of which it has said nothing, and of the unit.
 * @param found null where the row does not stand in the roster
 */
function listAsked(
  { kind, remarks }: GatheredRow,
  writes: readonly NominationWrite[],
  found: readonly RowRemark[] | null,
): RowRemark[] {
  if (kind === 'removed') return [];
  const gathered = [...remarks, ...writes.flatMap((write) => tellWrite(write) ?? [])];
  // Then the roster holds what it held before, and not what the district wrote.
  const isWritten = kind !== 'held' && !writes.some((write) => write.kind === 'conflict');
  if (!isWritten || !found) return gathered;
  const told = new Set(gathered.map(({ heading }) => heading));
  const fresh = found.filter(({ heading }) => heading === null || !told.has(heading));
  return [...gathered, ...new Map(fresh.map((each) => [`${each.heading} ${each.message}`, each])).values()];
}

/** Is told once for the award, beside its places. */
const OF_ALL: Finding['rule'] = 'over-quota';

function tellWrite({ kind, heading, before, after }: NominationWrite): RowRemark | null {
  const show = (value: FactValue) => `“${hideLongNumbers(showFact(value))}”`;
  if (kind === 'conflict') {
    const message = `${heading}与总名册不一致：总名册是${show(before)}，推荐表是${show(after)}，没有改；请核对，以哪个为准请告诉我们。`;
    return { heading, message };
  }
  if (kind !== 'kept') return null;
  return { heading, message: `${heading}清空了，总名册里仍是${show(before)}；要清空的请告诉我们。` };
}

/** A row of the roster, which the district does not have. */
const ROSTER_ROW = /（推荐名单第 \d+ 行）/g;

/** What the check finds that the district can mend: in a cell that it fills in, and what its unit does not meet. */
function makeTeller(nominees: readonly NomineeCheck[], headings: ReadonlySet<string>) {
  const districtOf = new Map(nominees.map(({ nominee, unit }) => [nominee, unit?.district]));
  return ({ nominee, unit, findings }: JudgedOne): RowRemark[] =>
    findings
      .filter((finding) => isOpen(finding) && finding.rule !== OF_ALL)
      .flatMap((finding): RowRemark[] => {
        const { where, severity, message, mend } = finding;
        // What rests on a fact of the unit names the nomination's cell besides; mended it is elsewhere.
        const isHere = where[0].sheet === 'nominees';
        const own = where.find((cell) => cell.sheet === 'nominees' && cell.row === nominee.row);
        const heading = isHere && own ? own.heading : null;
        // What is not known of the unit yet is for the office to find out.
        const isOfUnit = heading === null ? !isHere : OF_UNIT.has(heading);
        const isMendable = isOfUnit ? severity === 'violation' : heading !== null && headings.has(heading);
        if (!isMendable) return [];
        const others = listOthers(finding, nominee).filter((each) => districtOf.get(each) !== unit?.district);
        const names = listNames(others, nominee);
        const told = `${message}${message.endsWith('？') ? '' : '；'}${mend}。`;
        return [{ heading, message: withoutNames(told, names).replace(ROSTER_ROW, '') }];
      });
}
