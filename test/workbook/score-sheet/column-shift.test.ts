/** A column put into a returned sheet, or taken out of it, at every place: the sentence names it, and the unit is known all the same. */
import { beforeAll, describe, expect, it } from 'vitest';
import { columnLetters, readAddress } from '../../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { ReadOutcome } from '../../../rules/tally/returned-file.ts';
import { openScoreSheetReader, type ReadScoreSheets } from '../../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { openScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillSheet, fullFilling } from '../../support/filled-sheets.ts';
import { findShanghai } from '../../support/full-scheme.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { makeUnit } from '../../support/tally-files.ts';
import { unpackTexts } from '../../support/unpack.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const COLUMNS = [1, 2, 3, 4, 5, 6, 7];

let read: ReadScoreSheets;
let filled: Uint8Array;
beforeAll(async () => {
  const scheme = await findShanghai();
  const layout = layOutScoreSheet(scheme);
  read = openScoreSheetReader(layout, await fingerprintBlank(layout));
  filled = fillSheet((await openScoreSheets(scheme))(makeUnit('0012')), scheme, fullFilling(scheme));
});

/** The sheet as a program leaves it when columns move; without its properties where these are lost. */
function move(moved: (column: number) => number | null, keepsProperties = true): Uint8Array {
  const address = (text: string) => {
    const place = readAddress(text);
    const column = place ? moved(place.column) : null;
    return place && column !== null ? `${columnLetters(column)}${place.row}` : null;
  };
  const parts = [...unpackTexts(filled)].map(([name, xml]) => {
    if (name === 'docProps/custom.xml' && !keepsProperties) {
      return { name, data: xml.replaceAll('pingyou.', 'other.') };
    }
    if (name !== SHEET) return { name, data: xml };
    const cells = xml.replace(
      /<c r="([A-Z]+\d+)"([^>]*?)(\/>|>.*?<\/c>)/gs,
      (_, at: string, ...[attributes = '', rest = '']: string[]) => {
        const now = address(at);
        return now === null ? '' : `<c r="${now}"${attributes}${rest}`;
      },
    );
    return { name, data: cells.replace(/<mergeCells.*<\/mergeCells>/s, '') };
  });
  return makeZip(parts);
}

function outcomeOf(bytes: Uint8Array): ReadOutcome {
  const [only] = read(openWorkbook(bytes, '甲.xlsx'));
  if (!only) throw new Error('nothing was read');
  return only.outcome;
}

function messageOf(outcome: ReadOutcome): string {
  if (outcome.kind !== 'rejected') throw new Error('it was read');
  expect(outcome.faults.map(({ code }) => code)).toEqual(['columns-changed']);
  return outcome.faults[0]?.message ?? '';
}

describe.each([true, false])('with its properties: %s', (keepsProperties) => {
  it.each(COLUMNS)('a column put in before column %i', (at) => {
    const outcome = outcomeOf(move((column) => (column < at ? column : column + 1), keepsProperties));
    expect(messageOf(outcome)).toContain(`插入了 1 列（现在的 ${columnLetters(at)} 列）`);
    expect(messageOf(outcome)).toContain('请删去插入的列');
    expect(outcome).toMatchObject({ unitNumber: '0012' });
  });

  it.each(COLUMNS)('column %i taken out', (at) => {
    const outcome = outcomeOf(
      move((column) => (column === at ? null : column < at ? column : column - 1), keepsProperties),
    );
    expect(messageOf(outcome)).toContain(`删去了 1 列（发出时的 ${columnLetters(at)} 列）`);
    expect(messageOf(outcome)).toContain('请用本年度发出的评分表重新填写');
  });
});

it('two columns put in at once, and one put in where another is gone', () => {
  expect(messageOf(outcomeOf(move((column) => (column < 3 ? column : column + 2))))).toContain(
    '插入了 2 列（现在的 C、D 列）',
  );
  const both = messageOf(
    outcomeOf(move((column) => (column === 5 ? null : column < 2 || column > 5 ? column : column + 1))),
  );
  expect(both).toContain('插入了 1 列（现在的 B 列）、删去了 1 列（发出时的 E 列）');
});

it('columns that stand in their places are read', () => {
  expect(outcomeOf(move((column) => column))).toMatchObject({ kind: 'read', sheet: { unitNumber: '0012' } });
});
