/** Figures that their citation does not prove, readings that nothing needs, titles of another year. */
import { describe, expect, test } from 'vitest';
import { readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';
import {
  changeFile,
  expectFault,
  faultsOf,
  shanghaiFiles,
  textOf,
  typeTable,
  type BrokenFile,
} from './shanghai-files.ts';

const typed = typeTable();
const grading = await readSchemeFolder(`${TEMPLATES_FOLDER}/inner-mongolia-grading-2022`);
const xinjiang = await readSchemeFolder(`${TEMPLATES_FOLDER}/xinjiang-fire-2021`);
const engineering = await readSchemeFolder(`${TEMPLATES_FOLDER}/inner-mongolia-2024`);
const solutions = await readSchemeFolder(`${TEMPLATES_FOLDER}/inner-mongolia-2021-2022`);

// prettier-ignore
const SHANGHAI: readonly BrokenFile[] = [
  ['a threshold', 'score-sheet.yaml', 'points: 85\n', 'points: 58\n', 'points: 58', 'threshold.points', '原文里没有 58：“基本得分项部分满分 100 分、85 分及以上的单位有参评资格”写的是 100、85；'],
  ['points of an item', 'score-sheet.yaml', 'points: 8\n', 'points: 7\n', 'points: 7\n', 'categories[0].items[0].points', '原文里没有 7：“设有独立的治安保卫机构（合署办公的得5分）”一行写的是 8；'],
  ['a credit', 'score-sheet.yaml', '{ points: 5, when: 合署办公 }', '{ points: 4, when: 合署办公 }', 'points: 4, when: 合署办公', 'categories[0].items[0].credit.choices[1].points', '原文里没有 4'],
  ['a credit for each', 'score-sheet.yaml', 'points: 1, of: 篇', 'points: 2, of: 篇', 'points: 2, of: 篇', 'bonus.items[3].credit.points', '原文里没有 2'],
  ['a step', 'score-sheet.yaml', 'value: 1/1', 'value: 1/2', 'value: 1/2', 'step.value', '原文里没有 1/2'],
  ['the words above the sheet', 'score-sheet.yaml', 'preamble: （基本得分项部分满分 100 分、85', 'preamble: （基本得分项部分满分 100 分、58', 'preamble', 'preamble', '找不到'],
  ['the title of the sheet', 'score-sheet.yaml', 'title: 2024 年度', 'title: 2023 年度', 'title: 2023', 'title', '2023 不是本方案的年度（2024）'],
  ['a share', 'quota.yaml', 'ratio: 3/100', 'ratio: 4/100', 'ratio: 4/100', 'ratios[0].ratio', '原文里没有 4/100：“先进单位按会员单位数 3%”写的是 3%；'],
  ['a rounding', 'quota.yaml', 'value: half-up', 'value: ceil', 'value: ceil', 'rounding.value', '原文和 reading 里都没有 ceil'],
  ['places by hand', 'quota.yaml', 'places: 1\n', 'places: 2\n', 'places: 2\n', 'overrides[0].places', '原文里没有 2'],
  ['a sum', 'quota.yaml', 'members: 4892', 'members: 4893', 'members: 4893', 'totals[0].members', '原文里没有 4893'],
  ['money', 'prize.yaml', 'yuan: 2000', 'yuan: 1000', 'yuan: 1000', 'amounts[0].yuan', '原文里没有 1000：“集体2000元”写的是 2000；'],
  ['the last day', 'scheme.yaml', "value: '2024-12-30'", "value: '2024-12-31'", "value: '2024-12-31'", 'deadline.value', '写的是 2024年12月30日；'],
  // 一式2份: the first number is not that of the copies
  ['copies', 'scheme.yaml', 'value: 2\n', 'value: 1\n', 'value: 1\n', 'formCopies.value', '原文里没有 1'],
  ['a misprint', 'scheme.yaml', "printed: '100'", "printed: '110'", "printed: '110'", 'errata[0].printed', '原文里没有 110'],
  ['a number in a sentence', 'awards.yaml', 'demand: “内保处/科评分”的基本得分须在 85', 'demand: “内保处/科评分”的基本得分须在 80', 'demand: “内保处/科评分”的基本得分须在 80', 'conditions[6].demand', '句中的 80 既不在引文“85 分及以上的单位有参评资格”里'],
  ['a number in a mend', 'awards.yaml', '低于 85 分的撤下推荐', '低于 80 分的撤下推荐', 'mend: 尚未评分', 'conditions[6].mend', '句中的 80'],
  ['a reading that nothing needs', 'scheme.yaml', '统一送至市企保协会 }', '统一送至市企保协会, reading: 十二月三十日前含当天 }', '统一送至市企保协会, reading', 'deadline.cite.reading', '不用另作说明，请删去 reading'],
  ['a reading where there is no figure', 'scheme.yaml', 'quote: 单位推荐 }', 'quote: 单位推荐, reading: 没有数要说明 }', 'reading: 没有数', 'stages[0].cite.reading', '请删去 reading'],
  ['a reading that does not name the figure', 'quota.yaml', 'reading: 正文没有写怎样舍入，附件1只与四舍五入相符', 'reading: 正文没有写怎样舍入，附件1只与一种舍入相符', 'value: half-up', 'rounding.value', '原文和 reading 里都没有 half-up'],
  ['a reading that says nothing', 'quota.yaml', 'reading: 正文', 'reading: "8.5" #', 'reading: "8.5"', 'rounding.cite.reading', '应为一句中文'],
  ['an edition that the document does not name', 'scheme.yaml', "edition: '2024'", "edition: '2026'", "edition: '2026'", 'edition', 'source.md 里没有 2026 年'],
  ['a title that the document does not have', 'scheme.yaml', '    title: 关于开展2024年度', '    title: 关于举办2024年度', '    title: 关于举办', 'documents[0].title', '没有“关于举办2024年度'],
  ["last year's number", 'scheme.yaml', 'shortTitle: 沪企保协（2024）39号', 'shortTitle: 沪企保协（2023）39号', 'shortTitle: 沪企保协（2023', 'documents[0].shortTitle', '2023 不是本方案的年度（2024）'],
  ["last year's form", 'forms.yaml', 'title: 2024 年度上海内保工作先进保卫干部审批表', 'title: 2023 年度上海内保工作先进保卫干部审批表', 'title: 2023', 'forms[3].title', '2023 不是本方案的年度（2024）'],
];

// prettier-ignore
const OTHERS: readonly [ReadonlyMap<string, string>, BrokenFile][] = [
  [typed, ['a row of the table', 'quota.yaml', '[黄浦, 297, 9, 4, 5, 6]', '[黄浦, 297, 9, 5, 5, 6]', '[黄浦', 'published.rows[1]', 'source.md 里没有“黄浦 297 9 5 5 6”这样的一行']],
  [typed, ['a row in another order', 'quota.yaml', '[黄浦, 297, 9, 4, 5, 6]', '[黄浦, 297, 4, 9, 5, 6]', '[黄浦', 'published.rows[1]', '这样的一行']],
  [grading, ['a number of people', 'awards.yaml', 'atLeast: 18', 'atLeast: 17', 'atLeast: 17', 'conditions[14].atLeast', '原文里没有 17']],
  [grading, ['a sum of points', 'awards.yaml', 'atLeast: 100', 'atLeast: 99', 'atLeast: 99', 'conditions[16].atLeast', '原文里没有 99']],
  [grading, ['a contract', 'awards.yaml', 'total: 500', 'total: 400', 'total: 400', 'conditions[15].routes[0].total', '原文里没有 400']],
  [grading, ['a number of years', 'awards.yaml', 'years: 1, before', 'years: 2, before', 'years: 2, before', 'conditions[15].counting[0].date.years', '原文里没有 2']],
  // 两项（含）以上，其中至少有一项: the part is not the whole
  [grading, ['a number of projects', 'awards.yaml', 'count: 2, largest', 'count: 1, largest', 'count: 1, largest', 'conditions[18].routes[1].count', '原文里没有 1']],
  [grading, ['a term', 'awards.yaml', 'days: 30, after', 'days: 31, after', 'days: 31, after', 'conditions[31].date.days', '原文里没有 31']],
  [grading, ['a yearly window', 'awards.yaml', 'to: 05-31', 'to: 05-30', 'to: 05-30', 'conditions[36].date.to', '写的是 3月1日、5月31日；']],
  [grading, ['the last day of a certificate', 'grading.yaml', 'value: 05-31', 'value: 06-30', 'value: 06-30', 'certificate.validUntil.value', '原文和 reading 里都没有 06-30']],
  // the reading has both ends of a period: 3 月 1 日至 5 月 31 日
  [grading, ['the wrong end of a period', 'grading.yaml', 'value: 05-31', 'value: 03-01', 'value: 03-01', 'certificate.validUntil.value', '原文和 reading 里都没有 03-01']],
  [grading, ['the wrong end of a window', 'awards.yaml', 'from: 03-01, to: 05-31', 'from: 03-01, to: 03-01', 'to: 03-01', 'conditions[36].date.to', '原文里没有 03-01']],
  [grading, ['the last day as the first', 'awards.yaml', 'from: 03-01, to: 05-31', 'from: 05-31, to: 05-31', 'from: 05-31', 'conditions[36].date.from', '原文里没有 05-31']],
  [engineering, ['the first month as the last', 'awards.yaml', "to: '2024-11-30'", "to: '2024-01-31'", "to: '2024-01-31'", 'conditions[4].counting[1].date.to', '原文里没有 2024-01-31']],
  [engineering, ['a count in 中文数字', 'awards.yaml', '示范项目须有两项以上', '示范项目须有三项以上', 'demand: 2024 年 1 月-11 月', 'conditions[4].demand', '句中的 三项 既不在引文']],
  [engineering, ['a count in a mend', 'awards.yaml', '不足两项的撤下', '不足一项的撤下', 'mend: 在“工程业绩”表补足', 'conditions[4].mend', '句中的 一项']],
  [engineering, ['a grade in a sentence', 'awards.yaml', '能力等级证书须为二级及以上', '能力等级证书须为三级及以上', 'demand: 能力等级证书须为三级', 'conditions[11].demand', '句中的 三级']],
  [engineering, ['a grade that is one of those that pass', 'awards.yaml', '能力等级证书须为二级及以上', '能力等级证书须为一级及以上', 'demand: 能力等级证书须为一级', 'conditions[11].demand', '句中的 一级']],
  [grading, ['the grade of another award', 'awards.yaml', 'demand: 四级的在职', 'demand: 三级的在职', 'demand: 三级的在职专业技术人员须不少于 3', 'conditions[23].demand', '句中的 三级']],
  [grading, ['years that are as many as projects', 'awards.yaml', 'demand: 二级须近一年内', 'demand: 二级须近二年内', 'demand: 二级须近二年', 'conditions[18].demand', '句中的 二年']],
  [grading, ['the name of an award', 'awards.yaml', 'name: 服务能力四级', 'name: 服务能力五级', 'name: 服务能力五级', 'awards[3].name', '句中的 五级']],
  [engineering, ['years in a sentence', 'awards.yaml', 'demand: 近三年须无司法', 'demand: 近五年须无司法', 'demand: 近五年须无司法', 'conditions[39].demand', '句中的 五年']],
  [engineering, ['a grade too few', 'awards.yaml', 'oneOf: [一级, 二级]', 'oneOf: [一级]', 'oneOf: [一级]', 'conditions[11].oneOf', '这里是一级，而引文']],
  [engineering, ['a grade too many', 'awards.yaml', 'oneOf: [一级, 二级]', 'oneOf: [一级, 二级, 三级]', 'oneOf: [一级', 'conditions[11].oneOf', '说的是一级、二级']],
  [engineering, ['another grade', 'awards.yaml', 'oneOf: [AAA级]', 'oneOf: [其他等级]', 'oneOf: [其他', 'conditions[44].conditions[1].oneOf', '说的是AAA级']],
  [xinjiang, ['one of a list', 'awards.yaml', '[消防宣讲机构专兼职教员, ', '[', '[消防安全培训学校专兼职教员', 'conditions[38].oneOf', '消防宣讲机构专兼职教员']],
  [shanghaiFiles, ['a case of three', 'awards.yaml', '    oneOf: [跨行政区域集团公司, 跨行政区域金融单位, 跨行政区域三级医院]', '    oneOf: [跨行政区域集团公司, 跨行政区域金融单位]', '    oneOf: [跨行政区域集团公司, 跨行政区域金融单位]', 'conditions[5].oneOf', '说的是跨行政区域集团公司、跨行政区域金融单位、跨行政区域三级医院']],
  [shanghaiFiles, ['what the reading does not say', 'awards.yaml', 'oneOf: [已全额缴纳, 未全额缴纳（有正当理由）]', 'oneOf: [已全额缴纳]', 'oneOf: [已全额缴纳]', 'conditions[8].oneOf', '这里是已全额缴纳']],
  [grading, ['letters of a number', 'grading.yaml', 'value: NMGAF', 'value: NMGAX', 'value: NMGAX', 'certificate.prefix.value', '原文里没有 NMGAX']],
  [xinjiang, ['a cap', 'limits.yaml', 'ratio: 30/100', 'ratio: 3/100', 'ratio: 3/100', 'caps[0].ratio', '原文里没有 3/100']],
  [xinjiang, ['a number for each unit', 'limits.yaml', 'most: 1', 'most: 2', 'most: 2', 'perUnit[0].most', '原文里没有 2']],
  [xinjiang, ['the end of 下旬', 'scheme.yaml', "from: '2022-01-21'", "from: '2022-01-20'", "from: '2022-01-20'", 'stages[2].from', '写的是 2022年1月下旬；']],
  [xinjiang, ['the second end of a period', 'scheme.yaml', "to: '2022-01-31'", "to: '2022-01-30'", "to: '2022-01-30'", 'stages[1].to', '写的是 2022年1月15日、31日；']],
  [xinjiang, ['one of several facts', 'awards.yaml', 'atLeast: 30', 'atLeast: 20', 'atLeast: 20', 'conditions[22].conditions[0].atLeast', '原文里没有 20']],
  [xinjiang, ['a day in a sentence', 'awards.yaml', 'demand: 自荐（推荐）表须在 2022 年 1 月 15 日', 'demand: 自荐（推荐）表须在 2021 年 1 月 15 日', 'demand: 自荐（推荐）表须在 2021', 'conditions[5].demand', '句中的 2021年1月15日 既不在引文']],
  [solutions, ['the days of the notice', 'scheme.yaml', 'value: 5\n', 'value: 3\n', 'value: 3\n', 'notice.days.value', '原文里没有 3']],
  [solutions, ['full marks', 'expert-review.yaml', 'value: 100', 'value: 10', 'value: 10', 'maximum.value', '原文和 reading 里都没有 10']],
  [solutions, ['an edition of two years', 'scheme.yaml', 'title: 内蒙古自治区公共安全技术防范行业2021-2022年度评优\n', 'title: 内蒙古自治区公共安全技术防范行业2021-2023年度评优\n', 'title: 内蒙古', 'title', '2021-2023 不是本方案的年度（2021-2022）']],
];

describe('a citation proves its figure', () => {
  test.each(SHANGHAI)('%s', (...broken) => {
    expectFault(broken);
  });

  test.each(OTHERS)('of another scheme: %#', (files, broken) => {
    expectFault(broken, files);
  });

  test('the document of another edition may have its own number and year', () => {
    const files = changeFile('scheme.yaml', '沪企保协（2024）39号\n', '沪企保协（2025）1号\n');
    files.set('source.md', textOf('source.md').replace('沪企保协（2024）39号', '沪企保协（2025）1号'));
    expect(faultsOf(files)).toEqual([]);
  });

  test('a figure that stands in a reading is accepted, and the quotation may be of another number', () => {
    const words = '于2024年12月30日前统一送至市企保协会 }';
    const files = changeFile(
      'scheme.yaml',
      words,
      words.replace(' }', ', reading: 12 月 30 日“前”不含当天，最后一天是 2024 年 12 月 29 日 }'),
      changeFile('scheme.yaml', "value: '2024-12-30'", "value: '2024-12-29'"),
    );
    expect(faultsOf(files)).toEqual([]);
  });

  test('nothing is wrong with the scheme as it is', () => {
    expect(faultsOf(shanghaiFiles)).toEqual([]);
  });
});
