/** Faults in the parts that a scheme may have: limits, materials, expert review, objections, grading, projects, dates, guards. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';
import { changeFile, expectFault, faultsOf, lineOf, textOf, type BrokenFile } from './shanghai-files.ts';

const sixth = await readSchemeFolder(fileURLToPath(new URL('sixth/starbridge-inns-2031', import.meta.url)));
const grading = await readSchemeFolder(`${TEMPLATES_FOLDER}/inner-mongolia-grading-2022`);

// prettier-ignore
const SIXTH: readonly BrokenFile[] = [
  ['an unknown key of a cap', 'limits.yaml', 'ratio: 45/100', 'share: 1\n    ratio: 45/100', 'share: 1', 'caps[0].share', '不认识的键“share”'],
  ['a cap without its citation', 'limits.yaml', '    cite: { clause: 四（一）, quote: 安心民宿和', '    site: { clause: 四（一）, quote: 安心民宿和', 'name: 集体\n', 'caps[0].cite', '缺少出处'],
  ['a cap of a percentage', 'limits.yaml', 'ratio: 45/100', 'ratio: 45%', 'ratio: 45%', 'caps[0].ratio', '比例“45%”读不出'],
  ['a cap of an unknown award', 'limits.yaml', 'awards: [calmInn, calmCrew]', 'awards: [calmInn, gold]', 'gold', 'caps[0].awards[1]', '“gold”没有定义'],
  ['a cap that counts a column of numbers', 'limits.yaml', 'unitsWith: 专职安全员', 'unitsWith: 客房间数', 'unitsWith', 'caps[0].base.unitsWith', '“客房间数”没有定义'],
  ['a cap that adds up a yes-no column', 'limits.yaml', 'sumOf: 在册管家数', 'sumOf: 消防验收', 'sumOf', 'caps[1].base.sumOf', '“消防验收”没有定义'],
  ['a cap without a base', 'limits.yaml', ', unitsWith: 专职安全员', '', 'base: { name: 有', 'caps[0].base', '须写且只写 unitsWith'],
  ['a cap with two bases', 'limits.yaml', 'unitsWith: 专职安全员', 'unitsWith: 专职安全员, sumOf: 客房间数', 'base: { name: 有', 'caps[0].base', '须写且只写 unitsWith'],
  ['a limit of none for a unit', 'limits.yaml', 'most: 2', 'most: 0', 'most: 0', 'perUnit[0].most', '从 1 起'],
  ['a limit of an unknown award', 'limits.yaml', 'awards: [calmInn, calmCrew, calmKeeper]', 'awards: [gold]', 'gold', 'perUnit[0].awards[0]', '“gold”没有定义'],
  ['a material that the source does not have', 'materials.yaml', 'text: 营业执照复印件', 'text: 营业执照原件', '营业执照原件', 'checklists[0].items[1].text', '找不到“营业执照原件”'],
  ['a material from an unknown provider', 'materials.yaml', 'provider: association', 'provider: police', 'police', 'checklists[0].items[3].provider', '应为 applicant、association、printed 之一'],
  ['a sheet to be printed that no form is', 'materials.yaml', '{ text: 管家证书复印件 }', '{ text: 管家证书复印件, provider: printed }', '管家证书复印件', 'checklists[1].items[1].provider', '这一张表'],
  ['a checklist of an unknown award', 'materials.yaml', 'awards: [calmKeeper]', 'awards: [gold]', 'gold', 'checklists[1].awards[0]', '“gold”没有定义'],
  ['a checklist by an unknown column', 'materials.yaml', 'heading: 管家类别', 'heading: 类别', 'heading: 类别', 'checklists[1].when.heading', '“类别”没有定义'],
  ['a checklist by a column of the unit', 'materials.yaml', '{ of: nominee, heading: 管家类别, oneOf: [专职] }', '{ of: member-unit, heading: 总会会员, oneOf: [是] }', 'of: member-unit', 'checklists[1].when.of', '应为以下之一：nominee'],
  ['a layout rule without its citation', 'materials.yaml', ', cite: { clause: 五（三）, quote: 装订成册 } }', ' }', 'text: 材料装订成册', 'layout[0].cite', '缺少出处'],
  ['full marks of nothing', 'expert-review.yaml', 'value: 20', 'value: 0', 'value: 0', 'maximum.value', '从 1 起'],
  ['full marks without a citation', 'expert-review.yaml', 'maximum: { value: 20, cite: { clause: 六（二）, quote: 专家评审，满分 20 分 } }', 'maximum: { value: 20 }', 'maximum', 'maximum.cite', '缺少出处'],
  ['an objection clause that the source does not have', 'scheme.yaml', 'quote: 公示期间收到异议的，核实', 'quote: 公示期内收到异议的，核实', '公示期内', 'notice.objections.quote', '找不到'],
  ['a project that counts by nothing', 'awards.yaml', "{ heading: 验收合格, is: 'yes' }", '{ heading: 验收合格 }', '{ heading: 验收合格 }', 'conditions[7].counting[0]', '须写且只写 is'],
  ['a project that counts by a date in a yes-no column', 'awards.yaml', 'heading: 竣工日期, date', 'heading: 验收合格, date', 'heading: 验收合格, date', 'conditions[7].counting[1].heading', '“验收合格”没有定义'],
  ['a project date that refers to nothing', 'awards.yaml', 'before: 申报日期', 'before: 报名日期', '报名日期', 'conditions[7].counting[1].date.before', '“报名日期”没有定义'],
  ['a route that asks for nothing', 'awards.yaml', '- { total: 6 }', '- {}', '- {}', 'conditions[7].routes[1]', '至少一个'],
  ['a route of a negative sum', 'awards.yaml', '{ total: 6 }', '{ total: -6 }', '-6', 'conditions[7].routes[1].total', '须大于 0'],
  ['a sum of a column of words', 'awards.yaml', 'headings: [演练次数, 培训次数]', 'headings: [演练次数, 全称]', '全称', 'conditions[5].headings[1]', '“全称”没有定义'],
  ['a date test of an unknown kind', 'awards.yaml', 'kind: years-before', 'kind: years-after', 'years-after', 'conditions[4].date.kind', '日期的 kind 只有'],
  ['a date test that refers to no date', 'awards.yaml', 'years: 3, at: 申报日期', 'years: 3, at: 客房间数', 'at: 客房间数', 'conditions[4].date.at', '“客房间数”没有定义'],
  ['a date test of a column of numbers', 'awards.yaml', 'heading: 开业日期', 'heading: 客房间数', 'date: { kind: years-before', 'conditions[4].date', 'date 只用于日期列'],
  ['a guard on an unknown column', 'awards.yaml', 'when: { of: nominee, heading: 管家类别', 'when: { of: nominee, heading: 类别', 'heading: 类别', 'conditions[16].when.heading', '“类别”没有定义'],
  ['a guard on a word that the column does not have', 'awards.yaml', 'oneOf: [专职] }', 'oneOf: [长驻] }', '长驻', 'conditions[16].when.oneOf[0]', '“长驻”没有定义'],
  ['an unknown answer that the column does not have', 'awards.yaml', 'unknownIf: [待核]', 'unknownIf: [待查]', '待查', 'conditions[16].unknownIf[0]', '“待查”没有定义'],
  ['an award without its member-unit condition', 'awards.yaml', 'awards: [calmInn, calmCrew, calmKeeper]\n    kind: member-unit', 'awards: [calmInn, calmCrew]\n    kind: member-unit', 'id: calmKeeper', 'awards[2]', '没有 member-unit 条件'],
  ['outranks without grades', 'awards.yaml', 'kind: fact\n    of: nominee\n    heading: 劳动合同\n    is: \'yes\'', 'kind: outranks\n    heading: 劳动合同', 'kind: outranks', 'conditions[14].kind', 'outranks 须有 grading.yaml'],
  ['a last day of a certificate without grades', 'forms.yaml', '{ 年度: edition, 简称: award-short }', '{ 年度: edition, 简称: valid-until }', '简称: valid-until', 'forms[1].computed.简称', '须有 grading.yaml'],
  ['a computed field that does not exist', 'forms.yaml', '简称: award-short', '简称: shortName', 'shortName', 'forms[1].computed.简称', '之一'],
  ['an honour without its citation', 'awards.yaml', '{ value: 证书, cite: { clause: 七（一）, quote: 安心管家授予证书 } }', '{ value: 证书 }', '{ value: 证书 }', 'awards[2].honours[0].cite', '缺少出处'],
  ['a heading that is left out and required', 'awards.yaml', 'requiredFields: [姓名, 性别', 'requiredFields: [姓名, 身份证号', 'requiredFields: [姓名, 身份证号', 'awards[2].requiredFields[1]', '“身份证号”没有定义'],
  ['a heading that no roster can leave out', 'roster.yaml', 'omits: [身份证号]', 'omits: [奖项]', 'omits', 'omits[0]', '“奖项”没有定义'],
  ['a check of what is left out', 'scheme.yaml', 'checks:\n', 'checks:\n  id-number-malformed: { clause: 一, quote: 个人 86 个 }\n', 'id-number-malformed', 'checks.id-number-malformed', '而 roster.yaml 的 omits 略去了它'],
  ['a column of the sequence that the roster does not have', 'awards.yaml', 'heading: 营业执照齐全\n    is: \'yes\'', 'heading: 行业序列\n    oneOf: [甲]', 'heading: 行业序列', 'conditions[1].heading', '“行业序列”没有定义'],
  ['a table that the ratios do not give', 'quota.yaml', 'value: ceil', 'value: floor', '- [湖区', 'published.rows[0][2]', ''],
];

// prettier-ignore
const GRADING: readonly BrokenFile[] = [
  ['a grade that is no award', 'grading.yaml', 'grades: [gradeOne,', 'grades: [gradeZero,', 'gradeZero', 'grades[0]', '“gradeZero”没有定义'],
  ['a formality that is no condition', 'grading.yaml', '  - same-grade\n', '  - equal-grade\n', 'equal-grade', 'formalities[2]', '“equal-grade”没有定义'],
  ['a column of the grade that does not exist', 'grading.yaml', 'currentGrade: 原等级', 'currentGrade: 旧等级', '旧等级', 'currentGrade', '“旧等级”没有定义'],
  ['a matter that the column does not have', 'grading.yaml', '    value: 晋级', '    value: 升级', '    value: 升级', 'matter.promotion.value', '“升级”没有定义'],
  ['a matter that keeps the grade and does not exist', 'grading.yaml', '[变更, 遗失补办]', '[变更, 补办]', '[变更, 补办]', 'matter.keeps.value[1]', '“补办”没有定义'],
  ['a ground in an unknown column', 'grading.yaml', 'heading: 投诉属实', 'heading: 投诉', 'heading: 投诉', 'downgrades[0].heading', '“投诉”没有定义'],
  ['words of a ground that is yes or no', 'grading.yaml', 'heading: 投诉属实\n', 'heading: 投诉属实\n    oneOf: [是]\n', 'oneOf: [是]', 'downgrades[0].oneOf', '是非列不写 oneOf'],
  ['a ground without its citation', 'grading.yaml', '    cite: { clause: 第二十三条（一）', '    site: { clause: 第二十三条（一）', 'of: member-unit\n    heading: 违反法律法规', 'revocations[0].cite', '缺少出处'],
  ['a day that some years lack', 'grading.yaml', 'value: 05-31', 'value: 02-29', '02-29', 'certificate.validUntil.value', '每年都有的月日'],
  ['a last day of a certificate in a column of words', 'grading.yaml', 'untilHeading: 原证书有效期至', 'untilHeading: 原等级', 'untilHeading: 原等级', 'certificate.held.untilHeading', '“原等级”没有定义'],
  ['an order of a date that no column has', 'scheme.yaml', 'dates: [完工日期, 申报日期]', 'dates: [完工日, 申报日期]', '完工日,', 'dateOrder[0].dates[0]', '“完工日”没有定义'],
  ['an order of a column of words', 'scheme.yaml', 'dates: [变更日期, 申报日期]', 'dates: [变更内容, 申报日期]', '变更内容', 'dateOrder[1].dates[0]', '“变更内容”没有定义'],
  ['an order of one date', 'scheme.yaml', 'dates: [原发证日期, 原证书有效期至]', 'dates: [原发证日期]', 'dates: [原发证日期],', 'dateOrder[2].dates', '至少写两个日期'],
  ['an order that nobody gives', 'scheme.yaml', ', reason: 有效期从发证起', '', 'dates: [原发证日期, 原证书有效期至]', 'dateOrder[2].cite', '缺少出处'],
  ['an order that begins with the notice', 'scheme.yaml', 'dates: [确认日期, 公示期, 发证日期]', 'dates: [公示期, 发证日期]', 'dates: [公示期, 发证日期]', 'dateOrder[5].dates[0]', '公示期的前面应有日期'],
  ['an order by a notice of no length', 'scheme.yaml', '  days:\n    value: 3\n    cite: { clause: 第十六条（四）, quote: 公示期3天，接受社会监督。 }\n', '', 'dates: [申报日期, 公示期', 'dateOrder[4].dates[1]', '须在 notice 的 days 写明'],
  ['an order that leads back', 'scheme.yaml', 'dates: [变更日期, 申报日期]', 'dates: [变更日期, 发证日期, 申报日期]', 'dates: [完工日期', 'dateOrder[0].dates', '绕成一圈：申报日期 → '],
];

describe('a scheme with faults in its parts', () => {
  test.each(SIXTH)('%s is refused', (...broken) => {
    expectFault(broken, sixth);
  });

  test.each(GRADING)('%s is refused', (...broken) => {
    expectFault(broken, grading);
  });

  test('both are without faults as they stand', () => {
    expect([faultsOf(sixth), faultsOf(grading)]).toEqual([[], []]);
  });

  test('a day that the document names needs its citation', () => {
    const files = changeFile(
      'scheme.yaml',
      'cite: { clause: 落款, quote: 上海市企事业单位治安保卫协会 2024年12月17日 }',
      'reason: 通知印发以后才有申报',
    );
    expect(faultsOf(files)).toContainEqual(
      expect.objectContaining({ file: 'scheme.yaml', field: 'dateOrder[0].from.day' }),
    );
  });

  test('a heading of two sheets is refused in an order: nobody could say which', () => {
    const files = changeFile('roster.yaml', 'heading: 完工日期', 'heading: 变更日期', grading);
    const refused = faultsOf(files).filter(({ message }) => message.includes('几个表都有“变更日期”列'));
    expect(refused.map(({ field }) => field)).toEqual(['dateOrder[1].dates[0]']);
  });

  test('a condition on projects needs their columns in the roster', () => {
    const roster = textOf('roster.yaml', sixth);
    const files = new Map(sixth).set('roster.yaml', roster.slice(0, roster.indexOf('\nprojects:')));
    expect(faultsOf(files)).toContainEqual(
      expect.objectContaining({
        file: 'awards.yaml',
        field: 'conditions[7].kind',
        message: expect.stringContaining('没有 projects') as string,
      }),
    );
  });

  test('two checklists for the same applicants of an award are refused', () => {
    const twice = changeFile(
      'materials.yaml',
      'layout:',
      `  - awards: [calmInn]
    cite: { clause: 五（一）, quote: 安心民宿提交 }
    items: [{ text: 营业执照复印件 }]
layout:`,
      sixth,
    );
    const line = lineOf(twice.get('materials.yaml') ?? '', 'items: [{ text') - 2;
    expect(faultsOf(twice)).toContainEqual(
      expect.objectContaining({ file: 'materials.yaml', line, field: 'checklists[2].awards[0]' }),
    );
  });
});
