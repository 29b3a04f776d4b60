/** 评分汇总: everything that a tally found, for people to look at, to decide on and to hand to the next tally. */
import { describeGaps, type Gap } from '../../rules/incomplete-base.ts';
import { hasLists } from '../../rules/nominations/gather-nominations.ts';
import type { GivenDecision } from '../../rules/nominations/collision-decisions.ts';
import type { EarlierFile } from '../../rules/nominations/receipts.ts';
import type { GatheredOpinions } from '../../rules/opinions/gather-opinions.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import { ListWorkbook } from '../draw/list-workbook.ts';
import type { Contact } from '../roster/read-contacts.ts';
import type { ScoreWrite } from '../roster/fill-roster-scores.ts';
import type { ScoreSheetLayout } from '../score-sheet/score-sheet-layout.ts';
import { tableCollisions } from './collision-table.ts';
import { tableChanges } from './change-table.ts';
import { tableDuplicates, tableRejected, tableWarnings, type IgnoredEntry } from './file-tables.ts';
import { tableGaps, tableItems } from './item-tables.ts';
import { drawOverview } from './overview-sheet.ts';
import { tableQuestions } from './question-table.ts';
import { tableGathered } from './gathered-table.ts';
import { tableLists, type GatheredLists } from './nomination-tables.ts';
import { tableAnswers, tableOpinions } from './opinion-tables.ts';
import { tableTaken, type TakenTable } from './taken-table.ts';
import { tableRosterWrites } from './roster-table.ts';
import { tableSources } from './source-table.ts';
import { drawTable } from './draw-table.ts';
import { tableBorderline, tableHeldBack, tableMissing, tableUnits } from './unit-tables.ts';

interface TallySurroundings {
  readonly layout: ScoreSheetLayout;
  /** The layout's fingerprint. */
  readonly blank: string;
  readonly ignored: readonly IgnoredEntry[];
  /** The name of the earlier summary, where there is one. */
  readonly earlierName: string | null;
  /** What a new roster was given, where one is written. */
  readonly writes: readonly ScoreWrite[] | null;
  /** Null where no list of nominations came, now or before. */
  readonly lists: (GatheredLists & TakenTable) | null;
  /** Null where no workbook of opinions came. */
  readonly opinions: GatheredOpinions | null;
  /** What the master roster lacks of the units that are expected. */
  readonly gaps: readonly Gap[];
  /** Whom to remind, by row of the roster. */
  readonly contacts: ReadonlyMap<number, Contact>;
  /** What people filled in beside collisions. */
  readonly given?: readonly GivenDecision[];
  readonly left?: HandedOn;
}

/** What an earlier summary has that this gathering did not meet. */
export interface HandedOn {
  readonly answers: readonly GivenDecision[];
  readonly files: readonly EarlierFile[];
}

const NOTHING_LEFT: HandedOn = { answers: [], files: [] };

/** The bytes of the summary. The same tally gives the same bytes. */
export function writeTally(tally: Tally, around: TallySurroundings): Promise<Uint8Array> {
  const { layout, blank, ignored, earlierName, writes, opinions, contacts, given = [], left = NOTHING_LEFT } = around;
  const lists = around.lists !== null && hasLists(around.lists.gathered) ? around.lists : null;
  const collisions = { collisions: lists?.gathered.collisions ?? [], met: lists?.judged?.met ?? [] };
  const deadline = tally.scheme.deadline?.value ?? null;
  const warning = describeGaps(around.gaps);
  const workbook = new ListWorkbook(`${tally.scheme.title}评分汇总`);
  // What there is to do comes before what there is to know, and the proof last.
  const tables = [
    tableUnits(tally),
    tableHeldBack(tally, contacts),
    tableMissing(tally, contacts),
    tableRejected(tally),
    tableQuestions(tally),
    tableDuplicates(tally, layout),
    tableBorderline(tally),
    tableWarnings(tally, ignored),
    ...(lists !== null || left.files.length > 0 ? [tableLists(lists, { files: left.files, deadline })] : []),
    ...(lists !== null || left.answers.length > 0
      ? [tableCollisions({ ...collisions, given, left: left.answers })]
      : []),
    ...(lists === null ? [] : [tableGathered(lists)]),
    ...(opinions === null ? [] : [tableOpinions(opinions), tableAnswers(opinions)]),
    ...(earlierName === null ? [] : [tableChanges(tally, layout, earlierName)]),
    ...(writes === null ? [] : [tableRosterWrites(writes)]),
    tableGaps(tally),
    tableItems(tally, layout),
    ...(around.lists === null ? [] : [tableTaken(around.lists)]),
    tableSources(tally, layout),
  ];
  drawOverview(workbook, tally, { blank, ignored: ignored.length, tables }, warning);
  for (const table of tables) drawTable(workbook, table, warning);
  return workbook.finish();
}
