/** One breach of each rule of the checklists. */
import { MATERIAL_WORDS } from '../../rules/master-roster.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import { applicationOf, question, violation, type RowFlaw, type Sample } from './flaw.ts';
import type { Row } from './row.ts';
import type { Victims } from './victims.ts';

export function* plantMaterialFlaws({ tables }: Sample, victims: Victims): Iterable<RowFlaw> {
  const take = () => {
    const victim = victims.takeNominee((each) =>
      tables.materials.some((row) => row.get('申报编号') === applicationOf(each)),
    );
    const rows = tables.materials.filter((row) => row.get('申报编号') === applicationOf(victim));
    return { victim, row: rows.at(-1) ?? new Map<string, FactValue>() };
  };
  for (const word of [MATERIAL_WORDS.missing, MATERIAL_WORDS.faulty]) {
    const { row } = take();
    row.set('情况', word);
    yield violation('material-missing', 'materials', row, '情况');
  }
  const waived = take().row;
  waived.set('情况', MATERIAL_WORDS.waived);
  yield question('material-waiver-unexplained', 'materials', waived, '备注');
  const open = take();
  open.row.set('情况', null);
  yield question('material-unregistered', 'nominees', open.victim.row, '申报编号');
  const twice = take().row;
  const copy: Row = new Map(twice);
  tables.materials.push(copy);
  yield violation('material-twice', 'materials', copy, '序号');
  const beyond: Row = new Map([...take().row, ['序号', 99]]);
  tables.materials.push(beyond);
  yield violation('material-unknown', 'materials', beyond, '序号');
}
