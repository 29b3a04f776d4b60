/**
 * Returned lists of nominations against the master roster: what each row adds and changes there. The roster is never undone by a file: where both
 * sides say something and nobody can tell which came later, the roster stays and a person is asked.
 */
import { groupBy } from '../group-by.ts';
import type { FileChoice } from '../choose-file.ts';
import { hideLongNumbers } from '../id-number.ts';
import type { Nominee } from '../master-roster.ts';
import type { FactValue } from '../roster-column.ts';
import type { TallyMember } from '../tally/unit-tally.ts';
import { findChosenUnit, makeMemberFinder, OF_UNIT, type MemberFinder } from './chosen-unit.ts';
import { factIn, showFact } from './fact-in.ts';
import { makeRowMatcher, nameIn } from './match-rows.ts';
import type { ReturnedNominations, ReturnedRow, RowRemark, TakenRow, TakenRows } from './returned-nominations.ts';
import type { Reception } from './receipts.ts';
import { settleLists, type DistrictFile, type SettledLists } from './settle-lists.ts';

interface GatherInput {
  /** Districts that have places, in the document's order. */
  readonly expected: readonly string[];
  readonly members: readonly TallyMember[];
  /** Of the roster. */
  readonly nominees: readonly Nominee[];
  /** Cells of the roster's 推荐名单 that hold something which nobody can read, as `nominationCell` names them. */
  readonly unreadable: ReadonlySet<string>;
  /** Headings of 推荐名单 that a district fills in. */
  readonly headings: readonly string[];
  readonly files: readonly ReturnedNominations[];
  /** Null where nothing was gathered before. */
  readonly earlier: TakenRows | null;
  readonly choice: FileChoice;
  readonly reception: Reception;
  /** Gives a number that no row has. */
  readonly number: () => string;
}

/**
 * `new`: the roster has no such nomination. `same`: it has it like this. `changed`: cells are filled in or changed. `removed`: staff took it out of the
 * roster after it was gathered. `held`: it is not taken, and why.
 */
export type GatheredKind = 'new' | 'same' | 'changed' | 'removed' | 'held';

/** One row of a list that counts. */
export interface GatheredRow {
  readonly kind: GatheredKind;
  readonly file: DistrictFile;
  readonly row: ReturnedRow;
  readonly application: string;
  /** Null where the roster has no such unit. */
  readonly unit: TallyMember | null;
  /** In the roster; null where it has no such row. */
  readonly nominee: Nominee | null;
  /** What people should know: why it is held, which cells nobody can read. */
  readonly remarks: readonly RowRemark[];
}

/** `kept`: the district clears what the roster holds. `conflict`: both have changed, or nobody knows who has. */
export type NominationWriteKind = 'added' | 'changed' | 'kept' | 'conflict';

/** A cell of 推荐名单 in which a list and the roster differ. */
export interface NominationWrite {
  readonly kind: NominationWriteKind;
  readonly gathered: GatheredRow;
  readonly heading: string;
  readonly before: FactValue;
  readonly after: FactValue;
}

export interface GatheredNominations extends SettledLists {
  readonly rows: readonly GatheredRow[];
  readonly writes: readonly NominationWrite[];
  /** Nominations of the roster that the district's form does not have any more. */
  readonly withdrawn: readonly { readonly nominee: Nominee; readonly file: DistrictFile }[];
  readonly earlier: TakenRows | null;
}

/** Whether a list came now; what was gathered before is handed on all the same. */
export function hasLists({ districts, homeless }: GatheredNominations): boolean {
  return homeless.length > 0 || districts.some(({ state }) => state !== 'missing');
}

/** What says whom a nomination is of, besides its unit. */
const OF_PERSON = ['奖项', '姓名', '受奖集体'];

/** A cell of the roster's 推荐名单. */
export function nominationCell(row: number, heading: string): string {
  return `${row} ${heading}`;
}

export function gatherNominations(input: GatherInput): GatheredNominations {
  const finder = makeMemberFinder(input.members);
  const settled = settleLists({ ...input, finder });
  const counted = settled.districts.flatMap((each) => each.counted ?? []);
  const match = makeRowMatcher(input);
  const found = counted.flatMap((file) =>
    file.list.rows.map((row): Found => {
      const unit = findChosenUnit(row, finder);
      return { file, row, unit, ...match(row, unit) };
    }),
  );
  const alike = groupBy(found, ({ application }) => application);
  const compared = found.map((each) => compareRow(each, alike.get(each.application) ?? [], { ...input, finder }));
  const named = new Set(found.map(({ application }) => application));
  const isWithdrawn = ({ application, unitNumber }: Nominee, { district }: DistrictFile) =>
    application !== '' && !named.has(application) && finder.byNumber.find(unitNumber)?.district === district;
  return {
    ...settled,
    earlier: input.earlier,
    rows: compared.map(({ gathered }) => gathered),
    writes: compared.flatMap(({ writes }) => writes),
    withdrawn: counted
      .filter(({ list }) => list.isForm)
      .flatMap((file) =>
        input.nominees.filter((nominee) => isWithdrawn(nominee, file)).map((nominee) => ({ nominee, file })),
      ),
  };
}

interface Found {
  readonly file: DistrictFile;
  readonly row: ReturnedRow;
  readonly unit: TallyMember | null;
  readonly application: string;
  readonly nominee: Nominee | null;
}

interface Compared {
  readonly gathered: GatheredRow;
  readonly writes: readonly NominationWrite[];
}

type Sides = Pick<GatherInput, 'headings' | 'earlier' | 'unreadable'> & { readonly finder: MemberFinder };

function compareRow(found: Found, alike: readonly Found[], sides: Sides): Compared {
  const { row, nominee, application } = found;
  const { unread } = row;
  const make = (kind: GatheredKind, remarks: readonly RowRemark[]): GatheredRow => ({ ...found, kind, remarks });
  const hold = (why: RowRemark): Compared => ({ gathered: make('held', [why, ...unread]), writes: [] });
  const why = whyHeld(found, alike, sides.finder);
  if (why !== null) return hold(why);
  const taken = sides.earlier?.get(application) ?? null;
  if (!nominee && taken?.isAgreed) {
    const gone =
      '上次已经写进新总名册，这份总名册里没有，没有再写；用的不是上次写出的总名册的，请换那一份再收一次；是在总名册里删去的，确要推荐就填回去。';
    return { gathered: make('removed', [{ heading: null, message: gone }]), writes: [] };
  }
  const differing = listDiffering(found, taken, sides);
  const isOther = differing.some(({ kind, heading, before }) => kind !== 'kept' && isIdentity(heading, before));
  if (nominee && isOther) return hold({ heading: '申报编号', message: tellOther(found, nominee) });
  // A row is written whole or not at all: one person's particulars must not come to stand beside another's.
  const waits = differing.some(({ kind }) => kind === 'conflict');
  const judged = waits ? differing.map((each) => ({ ...each, kind: 'conflict' as const })) : differing;
  const isWritten = judged.some(({ kind }) => kind === 'added' || kind === 'changed');
  const gathered = make(nominee ? (isWritten ? 'changed' : 'same') : 'new', unread);
  return { gathered, writes: judged.map((each) => ({ ...each, gathered })) };
}

/** Whether somebody else would stand under the number, and what was decided about the number would count for them. */
function isIdentity(heading: string, before: FactValue): boolean {
  return (OF_UNIT.has(heading) || OF_PERSON.includes(heading)) && showFact(before) !== '';
}

function tellOther({ application, row, unit }: Found, nominee: Nominee): string {
  const name = (each: readonly string[]) => `“${each.filter((part) => part !== '').join(' ')}”`;
  const held = name([nominee.unitName, nominee.award, nominee.name]);
  const said = name([unit?.name ?? '', factIn(row, '奖项'), nameIn(row)]);
  return `申报编号“${application}”在总名册里是${held}，推荐表里是${said}，没有写进总名册；换了人的，请区里清空这一行、另用空行填写，只是写法不同的，在总名册里改成一样。`;
}

function listDiffering(found: Found, taken: TakenRow | null, { headings, unreadable, finder }: Sides) {
  const { nominee, row } = found;
  const notRead = new Set(row.unread.map(({ heading }) => heading));
  // However its number is written in the roster.
  const isSameUnit = nominee !== null && finder.byNumber.find(nominee.unitNumber) === found.unit;
  return listCells(found, headings, notRead).flatMap(({ heading, after }) => {
    if (isSameUnit && OF_UNIT.has(heading)) return [];
    const before = nominee?.facts.get(heading) ?? null;
    const isUnreadable = nominee !== null && unreadable.has(nominationCell(nominee.row, heading));
    const kind =
      isUnreadable && showFact(after) !== '' ? 'conflict' : judgeCell(before, after, baseOf(taken, heading, before));
    return kind ? [{ kind, heading, before, after } as const] : [];
  });
}

/**
 * What list and roster had in common last; null where that is not known. What was gathered and not written is known to be common only where the
 * roster has it by now.
 */
function baseOf(taken: TakenRow | null, heading: string, held: FactValue): string | null {
  if (taken === null) return null;
  const said = taken.cells.get(heading) ?? '';
  return taken.isAgreed || said === showFact(held) ? said : null;
}

/** What the row says for each column; number and name are those of the unit that was chosen. */
function listCells({ row, unit, application }: Found, headings: readonly string[], notRead: ReadonlySet<string>) {
  const facts = new Map(row.facts);
  return [
    { heading: '申报编号', after: application },
    { heading: '单位编号', after: unit?.number ?? null },
    { heading: '单位名称', after: unit?.name ?? null },
    ...headings
      .filter((heading) => !notRead.has(heading))
      .map((heading) => ({ heading, after: facts.get(heading) ?? null })),
  ];
}

/**
 * @param base what both had in common last; null where that is not known
 * @returns null where nothing is to be said
 */
function judgeCell(before: FactValue, after: FactValue, base: string | null): NominationWriteKind | null {
  const [held, said] = [showFact(before), showFact(after)];
  if (held === said) return null;
  // The district has said nothing new: what stands in the roster now is what staff have made of it.
  if (base !== null && said === base) return null;
  if (held === '') return 'added';
  if (said === '') return base === null ? null : 'kept';
  return base !== null && held === base ? 'changed' : 'conflict';
}

/** Rows that are named in one sentence; the others are counted. */
const MOST_NAMED = 3;

function whyHeld(
  { row, unit, application, nominee, file }: Found,
  alike: readonly Found[],
  { byNumber }: MemberFinder,
): RowRemark | null {
  const ofUnit = (message: string): RowRemark => ({ heading: '单位名称', message });
  const ofNumber = (message: string): RowRemark => ({ heading: '申报编号', message });
  if (row.doubt !== null) return { heading: null, message: row.doubt };
  if (hideLongNumbers(application) !== application) {
    return ofNumber('申报编号像是身份证号或电话，没有写进总名册；请照发出的推荐表改正编号后重新报送。');
  }
  if (!unit) {
    return ofUnit('单位不在会员单位表中，或编号与名称不是同一家，没有写进总名册；请核对“选择单位”，改正后重新报送。');
  }
  if (unit.district !== file.district) {
    const whose = unit.district === '' ? '哪个区不明' : `“${unit.district}”`;
    return ofUnit(
      `“${unit.name}”属于${whose}，不是“${file.district}”的会员单位，没有写进总名册；请核对单位，或核对它的所属。`,
    );
  }
  if (alike.length > 1) {
    const named = alike.slice(0, MOST_NAMED).map((each) => `${each.file.district}第 ${each.row.row} 行`);
    const rows = `${named.join('、')}${alike.length > MOST_NAMED ? '等' : ''}`;
    return ofNumber(
      `申报编号“${application}”有 ${alike.length} 行（${rows}），都没有写进总名册；请照发出的推荐表改正编号后重新报送。`,
    );
  }
  const holder = nominee && byNumber.find(nominee.unitNumber);
  if (holder && holder.district !== file.district) {
    return ofNumber(
      `申报编号“${application}”在总名册里是“${holder.district}”的，没有写进总名册；请照发出的推荐表改正编号后重新报送。`,
    );
  }
  return null;
}
