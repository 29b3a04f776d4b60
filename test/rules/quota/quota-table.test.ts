import { describe, expect, it } from 'vitest';
import { allocateQuotas, type RosterOverride } from '../../../rules/quota/quota-table.ts';
import { explainQuotaCell } from '../../../rules/quota/explain.ts';
import type { Rounding } from '../../../rules/ratio.ts';
import type { QuotaRatio, QuotaScheme } from '../../../rules/scheme.ts';
import { CITE, makeAward, makeScheme } from '../../support/small-scheme.ts';

const cited = <T>(value: T) => ({ value, cite: CITE });

function ratio(
  award: string,
  of: QuotaRatio['of'],
  numerator: number,
  denominator: number,
  rounding: Rounding,
  scope = 'district',
): QuotaRatio {
  return { scope, award, of, ratio: cited({ numerator, denominator }), rounding: cited(rounding) };
}

/** Units are 10 % of the members, teams half of the units' places, crews half of the teams'; the city's own side has units alone. */
const RATIOS = [
  ratio('unit', 'members', 1, 10, 'half-up'),
  ratio('team', { award: 'unit' }, 1, 2, 'ceil'),
  ratio('crew', { award: 'team' }, 1, 2, 'floor'),
  ratio('unit', 'members', 1, 5, 'floor', 'city'),
];

const district = (name: string, scope: string, countsMembers = true) => ({ name, scope, countsMembers, cite: CITE });

function schemeWith(ratios: readonly QuotaRatio[], overrides: QuotaScheme['quota']['overrides'] = []): QuotaScheme {
  return {
    ...makeScheme([makeAward('unit', '单位', []), makeAward('team', '班组', []), makeAward('crew', '小组', [])]),
    scopes: ['district', 'city'].map((id) => ({ id, name: id, cite: CITE })),
    districts: [
      district('东区', 'district'),
      district('西区', 'district'),
      district('海岛', 'district', false),
      district('市属', 'city'),
    ],
    quota: { ratios, overrides, table: { title: '名额', subtotalScope: 'district', cite: CITE }, published: [] },
  };
}

const MEMBERS = new Map([
  ['东区', 65],
  ['西区', 34],
  ['海岛', 99],
  ['市属', 14],
]);

/** `东区 7 4 2`: the places of each district, award by award; a dash where there is no cell. */
function places(scheme: QuotaScheme, overrides: readonly RosterOverride[] = []): string[] {
  return allocateQuotas(scheme, MEMBERS, overrides).rows.map(({ district: { name }, cells }) =>
    [name, ...scheme.awards.map(({ id }) => cells.get(id)?.places ?? '-')].join(' '),
  );
}

const COMPUTED = ['东区 7 4 2', '西区 3 2 1', '海岛 0 0 0', '市属 2 - -'];

describe('the ratios', () => {
  it('give each place, each rounded in its own way, and a quota of a quota its rounded base', () => {
    // 65 × 10 % = 6.5 → 7; 7 × 1/2 = 3.5 → 4; 4 × 1/2 = 2. 34 × 10 % = 3.4 → 3; 1.5 → 2; 1. 14 × 20 % = 2.8 → 2.
    expect(places(schemeWith(RATIOS))).toEqual(COMPUTED);
  });

  it('may be listed in any order', () => {
    expect(places(schemeWith([...RATIOS].reverse()))).toEqual(COMPUTED);
    const [unit, team, crew, city] = RATIOS as [QuotaRatio, QuotaRatio, QuotaRatio, QuotaRatio];
    expect(places(schemeWith([team, city, crew, unit]))).toEqual(COMPUTED);
  });

  it('that refer to one another are refused, and not counted for ever', () => {
    const circle = [ratio('team', { award: 'crew' }, 1, 2, 'ceil'), ratio('crew', { award: 'team' }, 1, 2, 'ceil')];
    expect(() => places(schemeWith(circle))).toThrow(RangeError);
  });
});

describe('an override', () => {
  const ofScheme = [{ district: '东区', award: 'unit', places: cited(5), reason: '原文' }];
  const ofRoster = (number: number) => [{ district: '东区', award: 'unit', places: number, reason: '来函' }];

  it('wins over the formula, and what depends on it follows', () => {
    expect(places(schemeWith(RATIOS, ofScheme))).toEqual(['东区 5 3 1', ...COMPUTED.slice(1)]);
  });

  it('of the roster wins over one of the scheme, though it takes every place', () => {
    expect(places(schemeWith(RATIOS, ofScheme), ofRoster(9))).toEqual(['东区 9 5 2', ...COMPUTED.slice(1)]);
    expect(places(schemeWith(RATIOS, ofScheme), ofRoster(0))).toEqual(['东区 0 0 0', ...COMPUTED.slice(1)]);
    expect(places(schemeWith(RATIOS), ofRoster(0))).toEqual(['东区 0 0 0', ...COMPUTED.slice(1)]);
  });

  it('gives places where no members are counted', () => {
    const island = [{ district: '海岛', award: 'unit', places: cited(3), reason: '原文' }];
    expect(places(schemeWith(RATIOS, island))[2]).toBe('海岛 3 2 1');
  });

  it('is told with the formula that it changes', () => {
    const explain = (overrides: readonly RosterOverride[], name: string) => {
      const table = allocateQuotas(schemeWith(RATIOS), MEMBERS, overrides);
      const row = table.rows.find((each) => each.district.name === name);
      return [...(row?.cells.values() ?? [])].map((cell) => explainQuotaCell(table, cell));
    };
    expect(explain([], '东区')).toEqual([
      '会员单位 65 × 10% = 6.5 → 四舍五入 7',
      '单位等级 7 × 50% = 3.5 → 进一 4',
      '班组等级 4 × 50% = 2 → 舍去小数 2',
    ]);
    expect(explain(ofRoster(9), '东区')[0]).toBe('会员单位 65 × 10% = 6.5 → 四舍五入 7；名额调整为 9：来函');
    expect(explain([{ district: '海岛', award: 'unit', places: 1, reason: '来函' }], '海岛')).toEqual([
      '无计算基数；名额调整为 1：来函',
      '单位等级 1 × 50% = 0.5 → 进一 1',
      '班组等级 1 × 50% = 0.5 → 舍去小数 0',
    ]);
  });
});

describe('the sums', () => {
  it('are of the districts of one scope, and of all', () => {
    const { subtotal, total, grandTotal } = allocateQuotas(schemeWith(RATIOS), MEMBERS);
    expect([subtotal.members, [...subtotal.places.values()]]).toEqual([99, [10, 6, 3]]);
    expect([total.members, [...total.places.values()], grandTotal]).toEqual([113, [12, 6, 3], 21]);
  });

  it('of districts without members are nothing', () => {
    const { rows, grandTotal } = allocateQuotas(
      schemeWith(RATIOS),
      new Map([...MEMBERS.keys()].map((name) => [name, 0])),
    );
    expect(rows.map(({ members }) => members)).toEqual([0, 0, null, 0]);
    expect(grandTotal).toBe(0);
  });

  it('leave out districts that nobody has counted: their places are not known', () => {
    const { rows, grandTotal } = allocateQuotas(schemeWith(RATIOS), new Map([['东区', 65]]));
    expect(rows.map(({ members, cells }) => [members, cells.size])).toEqual([
      [65, 3],
      [null, 0],
      [null, 3],
      [null, 0],
    ]);
    expect(grandTotal).toBe(13);
  });
});
