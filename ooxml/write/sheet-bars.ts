/** Bars behind numbers: the rule that every program knows, and what Excel 2010 added to it, a plain bar from 0. */
import type { DataBar } from './sheet-options.ts';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
/** What Excel calls the two extensions. */
const RULE_EXTENSION = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const SHEET_EXTENSION = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';

export function writeBars(bars: readonly DataBar[]): string {
  return bars
    .map(({ range, most, colour }, index) => {
      const bar = `<dataBar><cfvo type="num" val="0"/><cfvo type="num" val="${most}"/><color rgb="${colour}"/></dataBar>`;
      const more = `<extLst><ext xmlns:x14="${X14}" uri="${RULE_EXTENSION}"><x14:id>${nameBar(index)}</x14:id></ext></extLst>`;
      return `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${index + 1}">${bar}${more}</cfRule></conditionalFormatting>`;
    })
    .join('');
}

export function writeBarExtensions(bars: readonly DataBar[]): string {
  if (bars.length === 0) return '';
  const rules = bars.map(({ range, most }, index) => {
    const ends = [0, most].map((end) => `<x14:cfvo type="num"><xm:f>${end}</xm:f></x14:cfvo>`).join('');
    const bar = `<x14:dataBar minLength="0" maxLength="100" gradient="0">${ends}</x14:dataBar>`;
    return `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${nameBar(index)}">${bar}</x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;
  });
  return `<extLst><ext xmlns:x14="${X14}" uri="${SHEET_EXTENSION}"><x14:conditionalFormattings>${rules.join('')}</x14:conditionalFormattings></ext></extLst>`;
}

/** The same workbook has the same bytes, so that no id is drawn by lot. */
function nameBar(index: number): string {
  return `{00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`;
}
