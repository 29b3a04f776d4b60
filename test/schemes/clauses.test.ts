/** A rule that serves several awards or scopes cites each by its own clause. */
import { describe, expect, test } from 'vitest';
import { citeIn } from '../../rules/citation.ts';
import { listSchemeIds, readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';
import { changeFile, expectFault, faultsOf, mustLoad, shanghaiFiles, type BrokenFile } from './shanghai-files.ts';
import { loadScheme } from '../../schemes/load-scheme.ts';

const ids = await listSchemeIds();
const all = await Promise.all(ids.map((id) => readSchemeFolder(`${TEMPLATES_FOLDER}/${id}`)));

describe('the clauses of the Shanghai scheme', () => {
  const { awards, districts } = mustLoad(shanghaiFiles);

  /** By award and scope, worked out from the notice by hand. */
  const CLAUSES: Readonly<Record<string, readonly string[]>> = {
    'member-unit': [
      'advancedUnit 附件2 一（一）1',
      'securityDepartment 附件2 一（一）2',
      'responsiblePerson 附件2 一（二）1',
      'securityCadre 附件2 一（二）2',
    ],
    'association-member': ['advancedUnit 附件2 一（一）1', 'securityCadre 附件2 一（二）2'],
    'parent-award': [
      'securityDepartment 正文 二（二）注',
      'securityDepartment city 正文 二（一）注',
      'responsiblePerson 正文 二（二）注',
      'responsiblePerson city 正文 二（一）注',
    ],
    veto: [
      'advancedUnit 附件2 二（一）否决项目',
      'securityDepartment 附件2 二（一）否决项目',
      'responsiblePerson 附件3 一票否决项',
      'securityCadre 附件3 一票否决项',
    ],
    'city-scope-kind': ['advancedUnit 正文 二（一）1 至 3', 'securityCadre 正文 二（一）1 至 3'],
    'district-list': ['advancedUnit 正文 二（二）2', 'securityCadre 正文 二（二）2'],
  };

  test.each(Object.keys(CLAUSES))('of %s', (id) => {
    const scopes = [...new Set(districts.map(({ scope }) => scope))];
    const found = awards.flatMap((award) =>
      award.conditions
        .filter((condition) => condition.id === id)
        .flatMap((condition) => {
          const own = `${award.id} ${condition.cite.clause}`;
          const others = scopes.flatMap((scope) => {
            const { clause } = citeIn(condition, scope);
            return clause === condition.cite.clause ? [] : [`${award.id} ${scope} ${clause}`];
          });
          return [own, ...others];
        }),
    );
    expect(found).toEqual(CLAUSES[id]);
  });

  test('awards that share words and clause share the condition, and others do not', () => {
    const of = (award: string, id: string) =>
      awards.find((each) => each.id === award)?.conditions.find((condition) => condition.id === id);
    expect(of('advancedUnit', 'veto')).toBe(of('securityDepartment', 'veto'));
    expect(of('responsiblePerson', 'veto')).toBe(of('securityCadre', 'veto'));
    expect(of('advancedUnit', 'veto')).not.toBe(of('securityCadre', 'veto'));
    expect(of('securityDepartment', 'parent-award')).toBe(of('responsiblePerson', 'parent-award'));
  });
});

test.each(ids.map((id, index) => ({ id, files: all[index] ?? new Map<string, string>() })))(
  '$id: no condition of an award cites the clauses of several',
  ({ files }) => {
    const result = loadScheme(files);
    const scheme = 'scheme' in result ? result.scheme : null;
    const clauses = (scheme?.awards ?? []).flatMap(({ conditions }) => conditions.map(({ cite }) => cite.clause));
    // 二（一），二（二）1; 四（二）1、四（三）1; 附件三 一至六（五）
    const several = clauses.filter((clause) => /[，、]|[一二三四五六七八九]至[一二三四五六七八九]/.test(clause));
    expect(clauses.length).toBeGreaterThan(10);
    expect(several).toEqual([]);
  },
);

// prettier-ignore
const BROKEN: readonly BrokenFile[] = [
  ['an award that there is not', 'scheme.yaml', '- awards: [securityDepartment]', '- awards: [securityOffice]', '- awards: [securityOffice]', 'checks.deeds-empty.cites[0].awards[0]', '“securityOffice”没有定义'],
  ['an award that does not have the condition', 'awards.yaml', 'awards: [responsiblePerson, securityCadre]\n          clause: 附件3', 'awards: [responsiblePerson, unit]\n          clause: 附件3', 'awards: [responsiblePerson, unit]', 'conditions[7].cite.cites[0].awards[1]', '“unit”没有定义'],
  ['a scope that there is not', 'awards.yaml', 'scopes: [city], clause', 'scopes: [town], clause', 'scopes: [town]', 'conditions[3].cite.cites[0].scopes[0]', '“town”没有定义'],
  ['a case that the one before it leaves nothing to', 'scheme.yaml', '- awards: [responsiblePerson]\n        clause: 附件6', '- awards: [securityDepartment]\n        clause: 附件6', '- awards: [securityDepartment]\n        clause: 附件6', 'checks.deeds-empty.cites[1]', '用不上'],
  ['a case of no award and no scope', 'awards.yaml', '{ scopes: [city], clause: 正文', '{ clause: 正文', '{ clause: 正文 二（一）注', 'conditions[3].cite.cites[0]', '须写 awards、scopes 中的至少一个'],
  ['a quote that the document does not have', 'scheme.yaml', '附件7 注1\n        quote: “主要事迹”填写要', '附件7 注1\n        quote: “主要事迹”不要', 'quote: “主要事迹”不要', 'checks.deeds-empty.cites[2].quote', '找不到'],
];

describe('citations of some awards or scopes', () => {
  test.each(BROKEN)('%s is refused', (...broken) => {
    expectFault(broken);
  });

  test('a figure stands in each of them', () => {
    const words = '承建过内蒙古“智慧城市”或“数字城市”项目\n          reading: 原文没有写项数，“承建过”就是至少 1 项\n';
    const files = all[ids.indexOf('inner-mongolia-2021-2022')] ?? shanghaiFiles;
    const changed = changeFile('awards.yaml', words, words.replace(/\n.*\n$/, '\n'), files);
    expect(faultsOf(changed).map(({ field }) => field)).toEqual(['conditions[11].routes[0].count']);
  });
});
