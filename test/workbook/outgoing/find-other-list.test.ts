/** A second list in a form: which of the two counts is the district's to say, where they differ. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import { describeForm, readNominations, type NominationForm } from '../../../workbook/outgoing/read-outgoing.ts';
import type { ScoreSheetWorkbook } from '../../../workbook/score-sheet/find-score-sheet.ts';
import { NominationRound, writeCells } from '../../support/nomination-round.ts';

const DISTRICT = '浦东';
const LIST = '推荐名单';

describe('a form with a second list', () => {
  let form: NominationForm;
  let filled: Uint8Array;
  let changed: Uint8Array;

  beforeAll(async () => {
    const round = await NominationRound.open('shanghai-security-2024');
    await round.send();
    form = describeForm(round.scheme);
    filled = round.fill(await round.get(`发出/${DISTRICT}推荐表.xlsx`), round.nominationsOf(DISTRICT));
    changed = writeCells(filled, [{ row: 3, heading: '单位地址', value: '虚构路 99 号' }]);
  }, 120_000);

  /** @param second what stands in it, of another copy of the form */
  const read = (name: string, second: (workbook: ScoreSheetWorkbook) => SheetContent) => {
    const workbook = openWorkbook(filled, '表.xlsx');
    const [like] = workbook.sheets;
    if (!like) throw new Error('no sheets');
    return readNominations(
      {
        fileName: workbook.fileName,
        remarks: workbook.remarks,
        readBesideCells: (of) => workbook.readBesideCells(of === name ? LIST : of),
        creatingApplication: workbook.creatingApplication,
        customProperties: workbook.customProperties,
        sheets: [...workbook.sheets, { ...like, name }],
        readSheet: (of) =>
          of === name ? { ...second(openWorkbook(changed, '表.xlsx')), name } : workbook.readSheet(of),
      },
      form,
    );
  };

  it.each(['推荐名单 (2)', '推荐名单（旧）', 'Sheet1'])('asks which counts where it is %s and differs', (name) => {
    const outcome = read(name, (other) => other.readSheet(LIST));
    const faults = outcome?.kind === 'rejected' ? outcome.faults.map(({ message }) => message) : [];
    expect(faults).toEqual([
      `除“推荐名单”外还有一张推荐名单“${name}”，其中 1 行的内容与“推荐名单”不同，不知道以哪一张为准，请删去不用的一张后重新报送。`,
    ]);
  });

  it('says nothing of one that is the same, and of other sheets', () => {
    const same = read('推荐名单 (2)', () => openWorkbook(filled, '表.xlsx').readSheet(LIST));
    expect(same?.kind).toBe('read');
    expect(read('Sheet1', (other) => other.readSheet('单位查询'))?.kind).toBe('read');
    expect(readNominations(openWorkbook(filled, '表.xlsx'), form)?.kind).toBe('read');
  });
});
