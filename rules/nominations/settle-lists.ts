/** Which of the lists that came in counts for each district. */
import { groupBy } from '../group-by.ts';
import { chooseFile, type FileChoice } from '../choose-file.ts';
import type { FileRemark } from '../tally/returned-file.ts';
import { findChosenUnit, OF_UNIT, type MemberFinder } from './chosen-unit.ts';
import { makeReceiptJudge, type Receipt, type Reception } from './receipts.ts';
import type { ReturnedNominationList, ReturnedNominations } from './returned-nominations.ts';

/** A list of a district. */
export interface DistrictFile extends Omit<ReturnedNominations, 'outcome'> {
  readonly district: string;
  readonly list: ReturnedNominationList;
  /** The form was made when its district had other places or units. */
  readonly isOutdated: boolean;
  readonly receipt: Receipt;
}

/** A file that counts for nothing. */
interface RejectedNominations extends Omit<ReturnedNominations, 'outcome'> {
  /** Null where nobody can tell whose it is. */
  readonly district: string | null;
  readonly faults: readonly FileRemark[];
  readonly receipt: Receipt;
}

/** `received`: one list counts. `undecided`: several that differ came, and none counts. `rejected`: what came cannot be read. `missing`: nothing came. */
export type DistrictListState = 'received' | 'undecided' | 'rejected' | 'missing';

export interface DistrictLists {
  readonly district: string;
  readonly state: DistrictListState;
  /** The list that counts; null where none does. */
  readonly counted: DistrictFile | null;
  /** A person chose it. */
  readonly isChosen: boolean;
  /** All that came and can be read, in the order of their paths. */
  readonly files: readonly DistrictFile[];
  readonly rejected: readonly RejectedNominations[];
}

export interface SettledLists {
  /** Every district that is expected, in the document's order. */
  readonly districts: readonly DistrictLists[];
  /** Files of which nobody can tell whose they are, and those of a district that has no places. */
  readonly homeless: readonly RejectedNominations[];
}

interface SettleInput {
  readonly files: readonly ReturnedNominations[];
  /** Districts that have places. */
  readonly expected: readonly string[];
  readonly finder: MemberFinder;
  readonly choice: FileChoice;
  readonly reception: Reception;
  /** By district the fingerprint of the form that it would get now. */
  readonly forms: ReadonlyMap<string, string>;
}

type WithoutReceipt<F> = Omit<F, 'receipt'>;

/** Sorts the files by district. Two with the same answer are one, whatever their bytes. */
export function settleLists({ files, expected, finder, choice, reception, forms }: SettleInput): SettledLists {
  const judgeReceipt = makeReceiptJudge(reception);
  const read: WithoutReceipt<DistrictFile>[] = [];
  const rejected: WithoutReceipt<RejectedNominations>[] = [];
  for (const { outcome, ...file } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (outcome.kind === 'rejected') {
      rejected.push({ ...file, district: outcome.district, faults: outcome.faults });
      continue;
    }
    const { list } = outcome;
    const district = list.district ?? districtOfUnits(list, finder);
    if (district !== null && expected.includes(district)) {
      const isOutdated = list.fingerprint !== '' && list.fingerprint !== forms.get(district);
      read.push({ ...file, district, list, isOutdated });
    } else rejected.push({ ...file, district, faults: [tellHomeless(district)] });
  }
  const byDistrict = groupBy(read, ({ district }) => district);
  const receive = <F extends WithoutReceipt<RejectedNominations> | WithoutReceipt<DistrictFile>>(file: F) => ({
    ...file,
    receipt: judgeReceipt(file, file.district, byDistrict.get(file.district ?? '') ?? []),
  });
  return {
    districts: expected.map((district) => {
      const all = (byDistrict.get(district) ?? []).map(receive);
      // What does not say whose it is must not suspend what does.
      const forms = all.filter(({ list }) => list.isForm);
      const own = forms.length > 0 ? forms : all;
      const beside = all
        .filter((each) => !own.includes(each))
        .map((file): RejectedNominations => ({ ...file, faults: [BESIDE_FORM] }));
      const back = [...rejected.filter((each) => each.district === district).map(receive), ...beside];
      const counted = chooseFile(own, choice, (file) => answerOf(file, finder));
      const isChosen = counted !== null && choice.chosen.has(counted.sha256);
      return { district, state: judgeState(counted, own, back), counted, isChosen, files: own, rejected: back };
    }),
    homeless: rejected.filter(({ district }) => district === null || !expected.includes(district)).map(receive),
  };
}

function judgeState(
  counted: DistrictFile | null,
  files: readonly DistrictFile[],
  rejected: readonly RejectedNominations[],
): DistrictListState {
  if (counted) return 'received';
  if (files.length > 0) return 'undecided';
  return rejected.length > 0 ? 'rejected' : 'missing';
}

/** Of a list in a layout of a district's own. */
const BESIDE_FORM: FileRemark = {
  code: 'beside-form',
  cell: null,
  message: '这个区已经报来发出的推荐表，这一份没有写明是哪个区的，没有计入；里面有要报的，请填进推荐表。',
};

/** What people filled in, and nothing else: however the unit is written, and whether or not the program computed what follows from it. */
function answerOf({ list }: Pick<DistrictFile, 'list'>, finder: MemberFinder): string {
  return JSON.stringify(
    list.rows.map((row) => [
      findChosenUnit(row, finder)?.number ?? row.choice,
      row.facts.filter(([heading]) => !OF_UNIT.has(heading)),
      row.unread.map(({ heading }) => heading),
      row.doubt !== null,
    ]),
  );
}

/** A list in a layout of the district's own says by its units whose it is: all that are known are of one district, and they are most of its rows. */
function districtOfUnits({ rows }: ReturnedNominationList, finder: MemberFinder): string | null {
  const districts = rows.flatMap((row) => findChosenUnit(row, finder)?.district ?? []).filter((name) => name !== '');
  const [only, ...others] = new Set(districts);
  const isMost = 2 * districts.length > rows.length;
  return only !== undefined && others.length === 0 && isMost ? only : null;
}

function tellHomeless(district: string | null): FileRemark {
  return district === null
    ? {
        code: 'district-unknown',
        cell: null,
        message: '没有写明是哪个区的推荐，里面的单位也不都是一个区的，请在推荐表里填写后重新报送。',
        isForUnit: true,
      }
    : {
        code: 'district-without-places',
        cell: null,
        message: `“${district}”没有名额，不能推荐；请核对名额分配和名额调整。`,
      };
}
