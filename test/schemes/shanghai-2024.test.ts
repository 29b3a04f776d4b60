/** The Shanghai scheme against the notice itself, whose tables are parsed here a second time. */
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../rules/citation.ts';
import type { ScoreItem } from '../../rules/scheme-score-sheet.ts';
import { listItems } from '../../rules/score-sheet.ts';
import { mustLoad, shanghaiFiles, textOf } from './shanghai-files.ts';

const scheme = mustLoad(shanghaiFiles);
const source = textOf('source.md');

function tableRows(from: string, to: string): string[][] {
  const part = source.slice(source.indexOf(`\n${from}\n`), source.indexOf(`\n${to}\n`));
  return part.split('\n').flatMap((line) => (line.includes('\t') ? [line.split('\t')] : []));
}

const toNumber = (cell: string | undefined) => (cell === '-' ? null : Number(cell));

describe('quotas', () => {
  const rows = tableRows('附件 1', '附件 2').filter(([number]) => /^\d+$/.test(number ?? ''));

  test('the districts are those of annex 1, in its order', () => {
    expect(scheme.districts.map(({ name }) => name)).toEqual(rows.map(([, name]) => name));
    expect(scheme.districts).toHaveLength(21);
  });

  test('only the districts without a number of members are not counted', () => {
    const uncounted = scheme.districts.filter(({ countsMembers }) => !countsMembers).map(({ name }) => name);
    expect(uncounted).toEqual(rows.filter(([, , members]) => members === '-').map(([, name]) => name));
    expect(uncounted).toEqual(['轨交', '化工']);
  });

  test('only 内保处 is of the city scope', () => {
    expect(scheme.districts.filter(({ scope }) => scope === 'city').map(({ name }) => name)).toEqual(['内保处']);
  });

  test('the published table is that of annex 1, cell by cell', () => {
    const awards = ['advancedUnit', 'securityDepartment', 'responsiblePerson', 'securityCadre'];
    expect(scheme.quota.published).toEqual(
      rows.map(([, district, members, ...places]) => ({
        district,
        members: toNumber(members),
        places: Object.fromEntries(awards.map((award, index) => [award, toNumber(places[index]) ?? 0])),
      })),
    );
  });

  test('each district cites its own row', () => {
    expect(scheme.districts.map(({ cite }) => cite.quote)).toEqual(rows.map((row) => row.join(' ')));
  });

  test('three cells are set by hand, each with a reason', () => {
    const { overrides } = scheme.quota;
    expect(overrides.map(({ district, award, places }) => [district, award, places.value])).toEqual([
      ['轨交', 'advancedUnit', 1],
      ['化工', 'advancedUnit', 1],
      ['机场', 'securityCadre', 0],
    ]);
    expect(overrides.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  test('the ratios are the percentages that their own quotes name', () => {
    for (const { award, ratio, of, scope } of scheme.quota.ratios) {
      const name = scheme.awards.find(({ id }) => id === award)?.name ?? '';
      const base = of === 'members' ? '会员单位' : '先进单位';
      const percent = new RegExp(`${name}按${base}数 (\\d+)%`).exec(ratio.cite.quote)?.[1];
      expect([scope, award, ratio.value]).toEqual([scope, award, { numerator: Number(percent), denominator: 100 }]);
    }
    expect(scheme.quota.ratios).toHaveLength(8);
    expect(scheme.quota.ratios.every(({ rounding }) => rounding.value === 'half-up')).toBe(true);
  });
});

describe('score sheet', () => {
  const rows = tableRows('附件 3', '附件 4');
  const sums = new Set(['基本得分项合计', '加分项合计', '得分项总计']);
  const scored = rows.filter(([head, , points]) => !sums.has(head ?? '') && /^\d+$/.test(points ?? ''));

  test('the items have the words and points of annex 3, in its order', () => {
    const items = listItems(scheme.scoreSheet);
    expect(items.map(({ text, maximum }) => [text, maximum])).toEqual(
      scored.map(([, text, points]) => [text, Number(points)]),
    );
    expect(items).toHaveLength(36);
  });

  test('the categories have the names and points of annex 3', () => {
    const heads = scored.flatMap(([head]) => (head ? [head.replace(/\s/g, '')] : []));
    const categories = [...scheme.scoreSheet.categories, scheme.scoreSheet.bonus];
    expect(categories.map(({ name, maximum }) => `${name}${maximum.value}分`)).toEqual(heads);
    expect(categories).toHaveLength(10);
  });

  test('there are 31 basic items of 100 points, 5 bonus items of 30 and 5 veto items', () => {
    const { categories, bonus, vetoItems } = scheme.scoreSheet;
    const basic = categories.flatMap(({ items }) => items);
    const sum = (items: readonly ScoreItem[]) => items.reduce((total, { maximum }) => total + maximum, 0);
    expect([basic.length, sum(basic)]).toEqual([31, 100]);
    expect([bonus.items.length, sum(bonus.items)]).toEqual([5, 30]);
    expect(vetoItems).toHaveLength(5);
  });

  test('the veto items have the words of annex 3', () => {
    const vetoes = rows.filter((row) => row.some((cell) => cell.endsWith(' 未发生'))).map(([, text]) => text);
    expect(scheme.scoreSheet.vetoItems.map(({ text }) => text)).toEqual(vetoes);
  });

  test('the score columns have the headings of annex 3', () => {
    const heads = rows.filter(([head]) => head === '类型').map(([, , , self, association]) => ({ self, association }));
    expect(scheme.scoreSheet.columns).toEqual({ basic: heads[0], bonus: heads.at(-1) });
  });

  test('only the items whose text names a part of their points have named or counted credits', () => {
    const credits = new Map(listItems(scheme.scoreSheet).map(({ id, credit }) => [id, credit]));
    const special = [...credits].filter(([, credit]) => credit.kind === 'named' || credit.kind === 'each');
    expect(
      special.map(([id, credit]) => [
        id,
        credit.kind === 'named' ? credit.choices.map(({ points }) => points) : credit.kind,
      ]),
    ).toEqual([
      ['independent-security-office', [8, 5]],
      ['full-time-security-staff', [5, 2, 1]],
      ['professional-guards-hired', [3, 1]],
      ['outsourced-staff-rules', [3, 3]],
      ['research-essay-prizes', 'each'],
      ['articles-published', 'each'],
      ['activities-attended', 'each'],
    ]);
  });

  test('85 points qualify, in steps of one point', () => {
    expect(scheme.scoreSheet.threshold.value).toBe(85);
    expect(scheme.scoreSheet.step.value).toEqual({ numerator: 1, denominator: 1 });
  });

  test('the misprint of the bonus sum is on record', () => {
    const printed = rows.find(([head]) => head === '加分项合计')?.[2];
    const erratum = scheme.errata.find(({ where }) => where === '附件3 加分项合计');
    expect([printed, erratum?.printed, erratum?.read]).toEqual(['100', '100', '30']);
  });
});

describe('the rest of the notice', () => {
  test('the stages are those of annex 2, in its order', () => {
    const line = source.split('\n').find((each) => each.startsWith('单位推荐——')) ?? '';
    const stages = line.replace(/。$/, '').split('——');
    expect(scheme.stages).toHaveLength(stages.length);
    for (const [index, stage] of stages.entries()) expect(scheme.stages[index]?.cite.quote).toContain(stage);
  });

  test('a collective gets 2000 yuan and a person 1000, counted in fen', () => {
    const [, collective, person] = /集体(\d+)元，个人(\d+)元/.exec(source) ?? [];
    for (const { award, fen } of scheme.prize.amounts) {
      const recipient = scheme.awards.find(({ id }) => id === award)?.recipient;
      expect(fen.value).toBe(Number(recipient === 'collective' ? collective : person) * 100);
    }
    expect(scheme.prize.amounts.map(({ award }) => award)).toEqual(scheme.awards.map(({ id }) => id));
  });

  test('the last day and the number of copies are those of clause four', () => {
    const [, year, month, day] = /于(\d+)年(\d+)月(\d+)日前统一送至/.exec(source) ?? [];
    expect(scheme.deadline?.value).toBe(`${year}-${month}-${day}`);
    expect(scheme.formCopies?.value).toBe(Number(/一式(\d)份/.exec(source)?.[1]));
  });

  test('each award has the form of its annex', () => {
    expect(scheme.forms.map(({ award, annex }) => [award, annex])).toEqual([
      ['advancedUnit', '附件4'],
      ['securityDepartment', '附件5'],
      ['responsiblePerson', '附件6'],
      ['securityCadre', '附件7'],
    ]);
    const withoutSpace = (text: string) => text.replace(/\s/g, '');
    for (const { title } of scheme.forms) expect(withoutSpace(source)).toContain(withoutSpace(title));
  });

  /** 正文四: by 2024-12-30, with the account of deeds that each form's own note asks for. */
  const HANDED_IN = ['in-time', 'deeds-material'];

  test('each award demands what the notice demands of it', () => {
    const demands = scheme.awards.map(({ id, conditions }) => [
      id,
      conditions.filter(({ kind }) => kind !== 'judgement').map((condition) => condition.id),
    ]);
    expect(Object.fromEntries(demands)).toEqual({
      advancedUnit: [
        'member-unit',
        'association-member',
        'independent-legal-person',
        'district-list',
        'city-scope-kind',
        'basic-points',
        'veto',
        'fee-paid',
        ...HANDED_IN,
      ],
      securityDepartment: ['member-unit', 'parent-award', 'basic-points', 'veto', 'fee-paid', ...HANDED_IN],
      responsiblePerson: ['member-unit', 'parent-award', 'basic-points', 'veto', 'fee-paid', 'on-staff', ...HANDED_IN],
      securityCadre: [
        'member-unit',
        'association-member',
        'city-scope-kind',
        'basic-points',
        'veto',
        'fee-paid',
        'on-staff',
        'district-list',
        ...HANDED_IN,
      ],
    });
  });

  test('every quote of the notice stands in it, white space apart', () => {
    const text = source.replace(/\s/g, '');
    const cites = [...findCitations(scheme)];
    const notFound = cites.filter(
      ({ document, quote }) => document === 'notice' && !text.includes(quote.replace(/\s/g, '')),
    );
    expect(notFound).toEqual([]);
    expect(cites.filter(({ document }) => document === 'notice').length).toBeGreaterThan(120);
    expect(new Set(cites.map(({ document }) => document))).toEqual(new Set(['notice', 'id-number-standard']));
  });
});

function* findCitations(value: unknown): Iterable<Citation> {
  if (typeof value !== 'object' || value === null) return;
  if (isCitation(value)) yield value;
  else for (const child of Object.values(value)) yield* findCitations(child);
}

function isCitation(value: object): value is Citation {
  return 'document' in value && 'clause' in value && 'quote' in value;
}
