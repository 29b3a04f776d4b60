/** 回复: a page for each district that was to nominate, and its own list with the cells marked that it has to mend. */
import { hasLists, type GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { GatheredRow } from '../../rules/nominations/gathered-row.ts';
import { listCorrections, type CorrectionList } from '../../rules/nominations/correction-list.ts';
import type { DistrictLists } from '../../rules/nominations/settle-lists.ts';
import { planOutgoing } from '../../rules/outgoing.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { isSelected, topicOfPlaces, type Selection } from '../../rules/selection.ts';
import { askedCell } from '../../workbook/outgoing/nomination-sheets.ts';
import { FIRST_ROW, layOutOutgoing } from '../../workbook/outgoing/outgoing-layout.ts';
import { writeOutgoing } from '../../workbook/outgoing/write-outgoing.ts';
import {
  lacksSendingDay,
  nameDistrictAnswer,
  nameDistrictCorrections,
  writeDistrictAnswer,
} from '../../workbook/tally/write-district-answer.ts';
import type { AskedRow } from '../../workbook/tally/answer-rows.ts';
import type { InputFile, JobContext, MadeFile, OutputPlace } from '../job.ts';
import { listLeftFiles } from '../left-files.ts';
import { OutputFolder } from '../output-folder.ts';
import { setAside } from '../set-aside.ts';
import { give } from '../way.ts';
import type { ExpectedUnits } from './expected-units.ts';
import type { RowRemark } from '../../rules/nominations/returned-nominations.ts';
import type { JudgedGathering } from './judge-gathered.ts';

interface AnswersInput {
  readonly expected: Pick<ExpectedUnits, 'scheme' | 'nominations'>;
  readonly gathered: GatheredNominations | null;
  /** Null where the nominations were not checked: then there is the page alone. */
  readonly judged: JudgedGathering | null;
  /** Districts that get theirs; null for all, those without a single member too. */
  readonly selection: Selection | null;
  /** Until when to send a mended list back, `YYYY-MM-DD`; null where only the document may say it. */
  readonly replyBy: string | null;
}

/**
 * Writes nothing where no list of nominations came. The answers of districts that have no places any more, and marked lists of those that have
 * nothing to mend any more, are set aside.
 * @throws UnusableInput where a file of other origin stands at the place of an answer
 */
export async function writeAnswers(
  place: OutputPlace,
  { expected, gathered, judged, selection, replyBy }: AnswersInput,
  { context, sources }: { readonly context: JobContext; readonly sources: readonly InputFile[] },
): Promise<readonly MadeFile[]> {
  const { nominations } = expected;
  if (!gathered || !nominations || !hasLists(gathered)) return [];
  const scheme: Scheme = expected.scheme;
  const scope = { job: 'answers', scheme: scheme.id };
  const folder = await OutputFolder.open(place, context, sources, scope);
  const correct = judged && makeCorrector(judged);
  const answers = gathered.districts.map((lists) => ({ lists, corrections: correct && correct(lists) }));
  const isWanted = ({ district }: DistrictLists) => isSelected(selection, topicOfPlaces(district));
  const names = answers.flatMap(({ lists, corrections }) => [
    nameDistrictAnswer(lists.district),
    ...(corrections || !isWanted(lists) ? [nameDistrictCorrections(lists.district)] : []),
  ]);
  const { gone } = await listLeftFiles(folder, scope, names);
  await setAside(folder, gone);
  const own = answers.filter(({ lists }) => isWanted(lists));
  for (const { lists, corrections } of own) {
    const asked = corrections?.asked ?? new Map<GatheredRow, AskedRow>();
    const checked = judged && { asked, clearances: judged.clearances, overPlaces: judged.overPlaces };
    const page = await writeDistrictAnswer(scheme, lists, {
      ...{ gathered, places: nominations.places, taken: judged?.places ?? [], checked, replyBy },
    });
    await folder.write(nameDistrictAnswer(lists.district), page);
    if (corrections) await folder.write(nameDistrictCorrections(lists.district), await writeOutgoing(corrections.list));
  }
  context.tell(
    `已在 ${folder.folder.show('')} 给 ${own.length} 个区各写了一页推荐表回复；联系电话和日期是空的，请发出以前填上。`,
    'made',
  );
  const undated = own.filter(({ lists }) => lacksSendingDay(scheme, lists, replyBy)).length;
  if (undated > 0) {
    context.tell(`其中 ${undated} 页回复上的报送截止是空的，请填上；${give('reply-by')}的，印上这一天。`, 'made');
  }
  const marked = own.filter(({ corrections }) => corrections !== null).length;
  if (marked > 0) {
    context.tell(
      `其中 ${marked} 个区另有一份标出要改的格子的推荐表（请改正），里面有身份证号和电话，请只发给本区。`,
      'made',
    );
  }
  return await folder.close();
}

interface Corrections extends CorrectionList {
  readonly asked: ReadonlyMap<GatheredRow, AskedRow>;
}

/** A reader's sentence names file, sheet and cell: those of the office's own folder, where the answer names the cell of the form itself. */
const PLACE = /^文件“[^”]*”工作表“[^”]*”的 [A-Z]+\d+ 单元格（([^）]*)）/;

function withoutPlaces(asked: JudgedGathering['asked']): JudgedGathering['asked'] {
  const strip = (remarks: readonly RowRemark[]) =>
    remarks.map(({ heading, message }) => ({ heading, message: message.replace(PLACE, '“$1”') }));
  return new Map([...asked].map(([row, remarks]) => [row, strip(remarks)]));
}

/** Gives what a district has to mend, as it would be sent to it now; null where that is nothing. */
function makeCorrector({ gathered, check, asked: found }: JudgedGathering): (of: DistrictLists) => Corrections | null {
  const { lists } = planOutgoing(check);
  const asked = withoutPlaces(found);
  return ({ district, counted }) => {
    const own = lists.find((list) => list.district.name === district);
    const rows = gathered.rows.filter(({ file }) => file === counted);
    if (!own || !rows.some((row) => asked.has(row))) return null;
    const corrections = listCorrections(own, rows, asked, FIRST_ROW);
    const layout = layOutOutgoing(corrections.list);
    const askedRows = rows.flatMap((row): [GatheredRow, AskedRow][] => {
      const remarks = asked.get(row) ?? [];
      const at = corrections.rowOf.get(row);
      if (remarks.length === 0 || at === undefined) return [];
      const sentences = remarks.map(({ heading, message }) => `${askedCell(layout, at, heading)} ${message}`);
      return [[row, { row: at, sentences }]];
    });
    return { ...corrections, asked: new Map(askedRows) };
  };
}
