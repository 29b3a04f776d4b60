/** What the workbook computes while a district fills it in, by LibreOffice, against the scheme's data read here in plain code. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { makeRandom, type Random } from '../../../jobs/sample/random.ts';
import type { Guard } from '../../../rules/condition.ts';
import { planOutgoing, type OutgoingList } from '../../../rules/outgoing.ts';
import type { Award, Scheme } from '../../../rules/scheme.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import { writeOutgoing } from '../../../workbook/outgoing/write-outgoing.ts';
import { recalculate } from '../../support/libreoffice.ts';
import { sampleScheme, SIXTH } from '../../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../../support/templates.ts';
import { missing } from '../../support/tools.ts';

const SHANGHAI = { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER };
const HEADING_ROW = 2;
/** Given, following from the unit, or registered on receipt: nobody fills them in here. */
const LOCKED = new Set(['申报编号', '单位编号', '单位名称', '收到日期', '事迹材料']);

/** One row as it is filled in, by heading; the unit is the one that is meant, however it is written. */
interface Filling {
  readonly cells: ReadonlyMap<string, string>;
  readonly unit: OutgoingList['units'][number] | null;
}

describe.skipIf(missing('soffice'))('what a district sees while it fills in its workbook', () => {
  it.each([
    { scheme: SHANGHAI, district: '金山', seed: 1 },
    { scheme: SHANGHAI, district: '轨交', seed: 2 },
    { scheme: SHANGHAI, district: '内保处', seed: 3 },
    { scheme: SIXTH, district: '古镇', seed: 5 },
  ])(
    'is as the scheme says: $scheme.id $district',
    async ({ scheme: { id, folder }, district, seed }) => {
      const { scheme, check } = await sampleScheme({ id, folder }, { change: ({ nominees }) => nominees.splice(0) });
      const list = planOutgoing(check).lists.find((each) => each.district.name === district);
      if (!list) throw new TypeError(`no list of ${district}`);
      const random = makeRandom(seed);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await writeOutgoing(list)).slice().buffer);
      const sheet = workbook.getWorksheet('推荐名单');
      const choices = workbook.getWorksheet('选项');
      if (!sheet || !choices) throw new TypeError('no sheet');
      const columns = new Map<string, number>();
      sheet.getRow(HEADING_ROW).eachCell((cell, column) => columns.set(cell.text, column));
      const fillings = list.rows.map((_, index): Filling => {
        const filling = fill(list, random, (unit) => choices.getCell(2 + unit, 1).text);
        for (const [heading, value] of filling.cells) {
          if (value !== '') sheet.getCell(HEADING_ROW + 1 + index, columns.get(heading) ?? 0).value = value;
        }
        return filling;
      });
      const values = await recalculate(new Uint8Array(await workbook.xlsx.writeBuffer()));
      const shown = values.get('推荐名单') ?? new Map<string, string>();
      const said = new Set<string>();
      for (const [index, filling] of fillings.entries()) {
        const row = HEADING_ROW + 1 + index;
        const cellOf = (heading: string) => shown.get(sheet.getCell(row, columns.get(heading) ?? 0).address) ?? '';
        expect([row, cellOf('单位编号'), cellOf('单位名称')]).toEqual([
          row,
          filling.unit?.unit.number ?? '',
          filling.unit?.unit.name ?? '',
        ]);
        const wanted = expectFaults(scheme, list, fillings, index);
        const usual = isBlank(filling) ? '' : '已填齐';
        let hint = String(cellOf('提示'));
        if (wanted.length === 0) expect([row, hint]).toEqual([row, usual]);
        else {
          hint += '；';
          for (const each of wanted) {
            expect(hint).toContain(`${each}；`);
            hint = hint.replace(`${each}；`, '');
            said.add(each);
          }
          expect([row, hint]).toEqual([row, '']);
        }
      }
      expect(said.size).toBeGreaterThan(5);
      expectCounts(values, list, fillings);
    },
    120_000,
  );
});

/** One in eight cells is not as it should be. */
const ONE_IN = 8;

function fill(list: OutgoingList, random: Random, labelOf: (unit: number) => string): Filling {
  const cells = new Map<string, string>();
  const isOften = () => random.integer(1, ONE_IN) > 1;
  if (random.integer(1, 6) === 1) return { cells, unit: null };
  const awards = isOften() ? list.places.map(({ award }) => award) : list.scheme.awards;
  cells.set('奖项', isOften() ? random.pick(awards).name : '');
  const at = random.integer(0, list.units.length - 1);
  const unit = list.units[at];
  if (!unit) throw new TypeError('no unit');
  const { number, name } = unit.unit;
  const written = random.pick([labelOf(at), labelOf(at), number, ` ${number} `, name, '没有的单位', '']);
  cells.set('选择单位', written);
  for (const { heading, type, choices } of columnsOf('nominees', list.scheme)) {
    if (LOCKED.has(heading) || heading === '奖项') continue;
    if (!isOften()) cells.set(heading, random.pick(['', ' ']));
    else if (type === 'id-number' || type === 'credit-code')
      cells.set(heading, '9'.repeat(random.pick([17, 18, 18, 18])));
    else cells.set(heading, choices ? random.pick(choices) : type === 'yes-no' ? '是' : '虚构');
  }
  return { cells, unit: written === '' || written === '没有的单位' ? null : unit };
}

function isBlank({ cells }: Filling): boolean {
  return [...cells.values()].join('') === '';
}

/** What is missing in a row, from the scheme's data alone. */
function expectFaults(scheme: Scheme, list: OutgoingList, fillings: readonly Filling[], index: number): string[] {
  const filling = fillings[index];
  if (!filling || isBlank(filling)) return [];
  const { cells, unit } = filling;
  const valueOf = (heading: string) => (cells.get(heading) ?? '').replace(/^ +| +$/g, '');
  const faults: string[] = [];
  const awardName = valueOf('奖项');
  const place = list.places.find(({ award }) => award.name === awardName);
  if (awardName === '') faults.push('没有选奖项');
  else if (!place) faults.push('没有这个奖项的名额');
  else if (
    fillings.slice(0, index + 1).filter(({ cells: each }) => each.get('奖项') === awardName).length > place.places
  ) {
    faults.push('超出名额');
  }
  if (!unit) faults.push(cells.get('选择单位') === '' ? '没有选单位' : '名单里没有这家单位');
  else if (place) {
    const against = unit.obstacles.get(place.award.id);
    if (against) faults.push(`这家单位暂不能推荐：${against.join('，')}`);
  }
  const award = scheme.awards.find(({ name }) => name === awardName);
  if (award) faults.push(...expectOfAward(scheme, list, award, { filling, fillings, valueOf }));
  for (const { heading, type } of columnsOf('nominees', scheme)) {
    const length = valueOf(heading).length;
    if ((type === 'id-number' || type === 'credit-code') && length > 0 && length !== 18)
      faults.push(`${heading}不是 18 位`);
  }
  return faults;
}

interface Around {
  readonly filling: Filling;
  readonly fillings: readonly Filling[];
  readonly valueOf: (heading: string) => string;
}

function expectOfAward(
  scheme: Scheme,
  { district }: OutgoingList,
  award: Award,
  { filling: { unit }, fillings, valueOf }: Around,
): string[] {
  const faults: string[] = [];
  for (const condition of award.conditions) {
    if (condition.kind !== 'parent-award' || !unit) continue;
    const parent = scheme.awards.find(({ id }) => id === condition.award)?.name ?? '';
    if (!fillings.some((each) => each.unit === unit && each.cells.get('奖项') === parent)) {
      faults.push(`所在单位没有推荐为${parent}`);
    }
  }
  const needed = new Set(award.requiredFields);
  for (const condition of award.conditions) {
    if (condition.kind !== 'fact' || condition.of !== 'nominee' || condition.whenFilled) continue;
    if (condition.exceptScopes?.includes(district.scope)) continue;
    const holds = ({ of, heading, oneOf }: Guard) => {
      const value = of === 'nominee' ? valueOf(heading) : (unit?.unit.facts.get(heading) ?? '');
      return oneOf.includes(value === true ? '是' : value === false ? '否' : String(value));
    };
    // Of no unit nobody knows whether it is let off.
    const isMet = (guard: Guard) => (guard.of === 'member-unit' && !unit ? true : holds(guard));
    if (condition.when && !isMet(condition.when)) continue;
    if (condition.unless && (condition.unless.of === 'nominee' || unit) && holds(condition.unless)) continue;
    needed.add(condition.heading);
  }
  for (const heading of needed) {
    if (!LOCKED.has(heading) && valueOf(heading) === '') faults.push(`缺${heading}`);
  }
  return faults;
}

function expectCounts(
  values: Awaited<ReturnType<typeof recalculate>>,
  list: OutgoingList,
  fillings: readonly Filling[],
) {
  const guide = values.get('填写说明') ?? new Map<string, string>();
  const inUse: string[] = [];
  for (const { award, places } of list.places) {
    const used = fillings.filter(({ cells }) => cells.get('奖项') === award.name).length;
    inUse.push(`${award.name} ${used}/${places}`);
    const [address] = [...guide].find(([cell, value]) => cell.startsWith('A') && value === award.name) ?? [];
    const row = address?.slice(1) ?? '';
    const left =
      used > places ? `超出 ${used - places} 个` : used === places ? '已用完' : `还可推荐 ${places - used} 个`;
    expect([award.name, guide.get(`B${row}`), guide.get(`C${row}`), guide.get(`D${row}`)]).toEqual([
      award.name,
      places,
      used,
      left,
    ]);
  }
  expect(values.get('推荐名单')?.get('C1')).toBe(`已用名额：${inUse.join('  |  ')}`);
  const numbers = [...(values.get('备案名册') ?? [])].filter(
    ([cell, value]) => /^A\d+$/.test(cell) && typeof value === 'number',
  );
  const filled = fillings.filter(({ cells }) => (cells.get('奖项') ?? '') !== '');
  expect(numbers.map(([, value]) => value)).toEqual(filled.map((_, index) => index + 1));
}
