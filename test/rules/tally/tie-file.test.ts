import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PathTies } from '../../../rules/tally/tie-file.ts';
import { ByUnitNumber } from '../../../rules/unit-number.ts';
import { makeUnit } from '../../support/tally-files.ts';

const units = [
  makeUnit('200001', '机场', '机场虚构食品有限公司'),
  makeUnit('200003', '机场', '虚构建设（集团）公司'),
  makeUnit('200004', '机场', '虚构建设（集团）公司浦东分公司'),
  makeUnit('0012', '浦东', '虚构医院'),
];
const ties = new PathTies(new ByUnitNumber(units, ({ number }) => number));

it.each([
  ['200001 扫描件.jpg', '200001'],
  ['评分表200001.pdf', '200001'],
  ['评分表（２００００１）.pdf', '200001'],
  ['0012.pdf', '0012'],
  ['12 评分表.pdf', '0012'],
  ['区/200001/IMG_1.jpg', '200001'],
  ['200001/200003 表.pdf', '200003'],
  ['机场虚构食品有限公司(盖章).pdf', '200001'],
  ['虚构建设(集团)公司.pdf', '200003'],
  ['虚构建设(集团)公司浦东分公司.pdf', '200004'],
  ['200003 虚构建设（集团）公司浦东分公司.pdf', null],
  ['200001 虚构医院.pdf', null],
  ['200001 200003.zip', null],
  // A short number that does not begin the name may be a day, a copy, anything.
  ['评分表 12.pdf', null],
  ['12年评分表.pdf', null],
  ['评分表0012.pdf', null],
  ['2000011.pdf', null],
  ['扫描件.jpg', null],
  ['', null],
])('%s belongs to %s', (path, number) => {
  const tie = ties.tie(path);
  expect(tie.unitNumber).toBe(number);
  if (tie.unitNumber === null) expect(tie.why).not.toBe('');
});

it('a name that several units have ties to none of them', () => {
  const twins = [makeUnit('1', '浦东', '虚构双名公司'), makeUnit('2', '浦东', '虚构双名公司')];
  const among = new PathTies(new ByUnitNumber(twins, ({ number }) => number));
  expect(among.tie('虚构双名公司.pdf').unitNumber).toBeNull();
  expect(among.tie('2 虚构双名公司.pdf').unitNumber).toBe('2');
  expect(among.findByName('虚构双名公司')).toBeUndefined();
  expect(ties.findByName(' 虚构建设(集团)公司')?.number).toBe('200003');
});

it('the name in each of 10,000 files, and in its name, is looked up among 10,000 units within two seconds', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => makeUnit(String(at), '浦东', `虚构多名有限公司第${at}分公司`));
  const among = new PathTies(new ByUnitNumber(many, ({ number }) => number));
  const start = performance.now();
  expect(many.filter((unit) => among.findByName(unit.name) !== unit)).toEqual([]);
  const untied = many.filter((unit) => among.tie(`扫描 ${unit.name}.pdf`).unitNumber !== unit.number);
  expect(untied).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});

it('the units in a name are those that a search through all of them finds, whatever begins alike', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '厂'), minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 12 }), word, word, (names, before, behind) => {
      const all = names.map((name, at) => makeUnit(`x${at}`, '浦东', name));
      const among = new PathTies(new ByUnitNumber(all, ({ number }) => number));
      const text = before + behind;
      const inside = all.filter(({ name }) => name.length >= 4 && text.includes(name));
      const longest = inside.filter(
        ({ name }) => !inside.some((other) => other.name !== name && other.name.includes(name)),
      );
      const tie = among.tie(`${text}.`);
      const expected = longest.length === 1 ? longest[0]?.number : null;
      expect(tie.unitNumber).toBe(expected);
      if (longest.length > 1 && tie.unitNumber === null)
        expect(tie.why).toContain(`${longest[0]?.number ?? ''}、${longest[1]?.number ?? ''}`);
    }),
  );
});
