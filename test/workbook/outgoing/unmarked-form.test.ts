/** A form that another program saved has lost the mark inside: what is wrong with it is told as of a form all the same. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook, type WorkbookFile } from '../../../ooxml/read/open-workbook.ts';
import type { NominationOutcome } from '../../../rules/nominations/returned-nominations.ts';
import { describeForm, readNominations, type NominationForm } from '../../../workbook/outgoing/read-outgoing.ts';
import type { ScoreSheetWorkbook } from '../../../workbook/score-sheet/find-score-sheet.ts';
import { NominationRound } from '../../support/nomination-round.ts';

const DISTRICT = '崇明';

describe('a form without its mark', () => {
  let round: NominationRound;
  let form: NominationForm;
  let bytes: Uint8Array;

  beforeAll(async () => {
    round = await NominationRound.open('shanghai-security-2024');
    await round.send();
    form = describeForm(round.scheme);
    bytes = await round.get(`发出/${DISTRICT}推荐表.xlsx`);
  }, 120_000);

  it('is read by what 填写说明 says', () => {
    const outcome = readNominations(unmark(openWorkbook(bytes, '表.xlsx')), form);
    expect(outcome?.kind === 'read' && outcome.list.district).toBe(DISTRICT);
  });

  it.each(['推荐名单（崇明）', 'Sheet1'])('is refused as a form where its list is called %s', (name) => {
    const outcome = readNominations(unmark(openWorkbook(bytes, '表.xlsx'), { 推荐名单: name }), form);
    expect(faultsOf(outcome)).toEqual(['没有“推荐名单”这张工作表，请用发出的推荐表填写后重新报送，不要删表、改表名。']);
    expect(outcome?.kind === 'rejected' && outcome.district).toBe(DISTRICT);
  });

  it('is no form where no sheet names a district', () => {
    const names = { 推荐名单: 'Sheet1', 填写说明: 'Sheet2' };
    expect(readNominations(unmark(openWorkbook(bytes, '表.xlsx'), names), form)).toBeNull();
  });

  it('is refused for two districts in 填写说明, with both cells', () => {
    const workbook = unmark(openWorkbook(bytes, '表.xlsx'));
    const twice: ScoreSheetWorkbook = {
      ...workbook,
      readSheet: (name) => {
        const content = workbook.readSheet(name);
        const place = content.rows.find(({ cells }) =>
          cells.some((cell) => cell.kind === 'text' && cell.text === DISTRICT),
        );
        if (name !== '填写说明' || !place) return content;
        const cells = place.cells.map((cell) =>
          cell.kind === 'text' && cell.text === DISTRICT ? { ...cell, text: '浦东' } : cell,
        );
        return { ...content, rows: [...content.rows, { ...place, number: 99, cells }] };
      },
    };
    const [fault, ...others] = faultsOf(readNominations(twice, form));
    expect(others).toEqual([]);
    expect(fault).toMatch(/^文件“表\.xlsx”工作表“填写说明”中写了两个不同的推荐单位（.*崇明.*99 .*浦东.*），请核对/);
  });
});

/** As another program leaves it. */
function unmark(workbook: WorkbookFile, names: Readonly<Record<string, string>> = {}): ScoreSheetWorkbook {
  const old = new Map(Object.entries(names).map(([from, into]) => [into, from]));
  return {
    fileName: workbook.fileName,
    remarks: workbook.remarks,
    readBesideCells: (name) => workbook.readBesideCells(old.get(name) ?? name),
    creatingApplication: workbook.creatingApplication,
    customProperties: new Map(),
    sheets: workbook.sheets.map((sheet) => ({ ...sheet, name: names[sheet.name] ?? sheet.name })),
    readSheet: (name) => workbook.readSheet(old.get(name) ?? name),
  };
}

function faultsOf(outcome: NominationOutcome | null): string[] {
  return outcome?.kind === 'rejected' ? outcome.faults.map(({ message }) => message) : [];
}
