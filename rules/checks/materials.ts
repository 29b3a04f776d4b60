/** 申报材料: what an application lacks of its checklist. */
import type { Finding } from '../finding.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { findChecklist, listItemStates } from '../materials.ts';
import type { RosterIndex } from '../roster-index.ts';

/** An item that is missing or faulty is a violation; one that nobody has registered is a question. */
export function* checkMaterials(index: RosterIndex): Iterable<Finding> {
  const { scheme, roster, awardByName, materials } = index;
  for (const nominee of roster.nominees) {
    const checklist = findChecklist(scheme.materials, awardByName.get(nominee.award)?.id, nominee.facts);
    if (!checklist) continue;
    const own: CellRef = cellOf('nominees', nominee, '申报编号');
    const states = listItemStates(checklist, materials.all(nominee.application));
    for (const { item, state, row } of states) {
      if (state === 'waived' && row?.remark === '') {
        yield {
          rule: 'material-waiver-unexplained',
          severity: 'question',
          cite: item.cite,
          where: [cellOf('materials', row, '备注'), own],
          nominations: [nominee],
          message: `第 ${item.position} 项材料填“免交”，没有写明理由：${item.text}`,
          found: '空白',
          mend: '在“备注”写明为什么免交',
        };
      }
      if (state !== 'missing' && state !== 'faulty') continue;
      yield {
        rule: 'material-missing',
        severity: 'violation',
        cite: item.cite,
        where: row ? [cellOf('materials', row, '情况'), own] : [own],
        nominations: [nominee],
        message: `第 ${item.position} 项材料${state === 'missing' ? '缺' : '不合要求'}：${item.text}`,
        found: state === 'missing' ? '缺' : '不合要求',
        mend: item.provider === 'association' ? '由协会查询，查到后填“已交”' : '请申报方补交，收到后填“已交”',
      };
    }
    const open = states.filter(({ state }) => state === null);
    const [first] = open;
    if (!first) continue;
    yield {
      rule: 'material-unregistered',
      severity: 'question',
      cite: checklist.cite,
      where: [own],
      nominations: [nominee],
      message: `有 ${open.length} 项材料尚未登记：${open.map(({ item }) => `第 ${item.position} 项`).join('、')}`,
      found: '空白',
      mend: '在“申报材料”表逐项登记',
    };
  }
}
