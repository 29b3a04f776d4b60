import { describe, expect, it } from 'vitest';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { changeFile, mustLoad, shanghaiFiles } from '../../schemes/shanghai-files.ts';
import {
  bare,
  printedHeadings,
  printedItems,
  printedRows,
  printedSums,
  printedTop,
  printedVetoes,
} from '../../support/annex-3.ts';

const layout = layOutScoreSheet(mustLoad(shanghaiFiles));
const fixedTexts = new Map(
  layout.cells.flatMap(({ address, content }) =>
    content.kind === 'fixed' ? [[address, bare(String(content.value))] as const] : [],
  ),
);

describe('the layout of the score sheet', () => {
  it('has been read from a document with 36 items, 5 veto items and 4 headings', () => {
    expect([printedItems.length, printedVetoes.length, printedHeadings.length, printedSums.length]).toEqual([
      36, 5, 4, 3,
    ]);
    expect(printedRows).toHaveLength(48);
  });

  it('says title, threshold and captions in the words of the document', () => {
    const [title = '', preamble = '', captions = ''] = printedTop.map(bare);
    expect(fixedTexts.get('A2')).toBe(title);
    expect(fixedTexts.get('A3')).toBe(preamble);
    const [name, filler, date] = captions.split(/_+/);
    expect([fixedTexts.get('A4'), fixedTexts.get('A5'), fixedTexts.get('C5')]).toEqual([name, filler, date]);
  });

  it('has every item and its points, in the order of the document', () => {
    const items = [...layout.categories, layout.bonus].flatMap((place) => place.items);
    expect(items.map(({ textCell, maximumCell }) => [fixedTexts.get(textCell), fixedTexts.get(maximumCell)])).toEqual(
      printedItems.map(({ text, maximum }) => [bare(text), maximum]),
    );
  });

  it('merges each category with its points over as many rows as the document does', () => {
    const merged = [...layout.categories, layout.bonus].map(({ firstRow, lastRow }) => {
      const label = layout.cells.find(({ address }) => address === `A${firstRow}`);
      expect(label?.range).toBe(`A${firstRow}:A${lastRow}`);
      return [fixedTexts.get(`A${firstRow}`), lastRow - firstRow + 1];
    });
    const starts = printedItems.flatMap(({ type }, index) => (type === '' ? [] : [index]));
    const printed = starts.map((start, index) => [
      bare(printedItems[start]?.type ?? ''),
      (starts[index + 1] ?? printedItems.length) - start,
    ]);
    expect(merged).toEqual(printed);
  });

  it('prints the sums of the document, with 30 bonus points where the form prints 100 by mistake, and says so', () => {
    const sumOf = (row: number) => [fixedTexts.get(`A${row}`), fixedTexts.get(`C${row}`)];
    const printed = printedSums.map(({ type, text, maximum }) => [type, [text, maximum].join('')]);
    expect(printed).toEqual([
      ['基本得分项合计', '100'],
      ['加分项合计', '100'],
      ['得分项总计', '130'],
    ]);
    expect([layout.basicRow, layout.bonusRow, layout.totalRow].map(sumOf)).toEqual([
      ['基本得分项合计', '100'],
      ['加分项合计', '30'],
      ['得分项总计', '130'],
    ]);
    const noted = layout.cells.find(({ address }) => address === `C${layout.bonusRow}`);
    expect(noted?.note).toMatch(/原件印作“100”，应为“30”/);
  });

  it('heads the columns of the basic and of the bonus items as the document does', () => {
    const headingsOf = (row: number) => ['A', 'B', 'C', 'D', 'E'].map((column) => fixedTexts.get(`${column}${row}`));
    const [basic, , , bonus] = printedHeadings.map(({ type, text, maximum, rest }) => [type, text, maximum, ...rest]);
    expect(headingsOf(layout.headingRow)).toEqual(basic);
    expect(headingsOf(layout.bonusHeadingRow)).toEqual(bonus);
  });

  it('has the veto items of the document, with a state for the unit and one for the association', () => {
    expect(layout.vetoes.map(({ row }) => fixedTexts.get(`B${row}`))).toEqual(
      printedVetoes.map(({ text }) => bare(text)),
    );
    expect(layout.vetoes[0]?.stateCells).toEqual({ self: 'D47', association: 'E47' });
  });

  it('notes the credits of exactly the items whose text names one in brackets', () => {
    const noted = layout.cells.filter(({ address, note }) => address.startsWith('B') && note !== undefined);
    const named = printedItems.filter(({ text }) => /[（(][^（()）]*分[）)]/.test(text)).map(({ text }) => bare(text));
    expect(named).toHaveLength(7);
    expect(noted.map(({ address }) => fixedTexts.get(address))).toEqual(named);
  });

  it('lists its cells by row, then by column', () => {
    const places = layout.cells.map(({ address }) => [Number(address.slice(1)), address.charCodeAt(0)] as const);
    const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    expect(places).toEqual(sorted);
  });

  it('covers no cell twice', () => {
    const covered = new Set<string>();
    for (const { range } of layout.cells) {
      const [from = '', to = from] = range.split(':');
      const [first, last] = [from, to].map((address) => ({
        letter: address.charCodeAt(0),
        row: Number(address.slice(1)),
      }));
      if (!first || !last) throw new Error(range);
      for (let row = first.row; row <= last.row; row += 1) {
        for (let letter = first.letter; letter <= last.letter; letter += 1) {
          const address = `${String.fromCharCode(letter)}${row}`;
          expect(covered.has(address), address).toBe(false);
          covered.add(address);
        }
      }
    }
    expect(covered.size).toBeGreaterThan(200);
  });
});

describe('the fingerprint of the blank', () => {
  it('is a SHA-256 that is the same each time', async () => {
    const first = await fingerprintBlank(layout);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprintBlank(layOutScoreSheet(mustLoad(shanghaiFiles)))).toBe(first);
  });

  it('differs for another edition', async () => {
    const other = layOutScoreSheet({ ...mustLoad(shanghaiFiles), edition: '2025' });
    expect(await fingerprintBlank(other)).not.toBe(await fingerprintBlank(layout));
  });

  it('differs for a sheet that says something else', async () => {
    const files = changeFile('score-sheet.yaml', 'association: 内保处/科评分', 'association: 评分');
    expect(await fingerprintBlank(layOutScoreSheet(mustLoad(files)))).not.toBe(await fingerprintBlank(layout));
  });
});
