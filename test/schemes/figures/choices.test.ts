import { describe, expect, test } from 'vitest';
import { listNamedChoices } from '../../../schemes/figures/choices.ts';

const GRADES = ['一级', '二级', '三级', '四级', '无'];
const RATINGS = ['优秀', '良好', '合格', '不合格', '尚未评定'];
const OPERATORS = [
  '一级注册消防工程师',
  '消防设施操作员（高级技师）',
  '消防设施操作员（技师）',
  '消防设施操作员（中级）',
  '没有',
];

describe('the choices that a text names', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    // all that stand above the named one
    ['等级证书》二级及以上', GRADES, ['一级', '二级']],
    ['等级证书》贰级（含）以上', GRADES, ['一级', '二级']],
    ['二级以上', GRADES, ['一级', '二级']],
    ['不低于三级', GRADES, ['一级', '二级', '三级']],
    ['一级及以上', GRADES, ['一级']],
    ['四级以上', GRADES, ['一级', '二级', '三级', '四级']],
    ['一级、二级及以上', GRADES, ['一级', '二级']],
    ['检查中评定为合格以上', RATINGS, ['优秀', '良好', '合格']],
    ['消防设施操作员中级资格证以上人员', OPERATORS, OPERATORS.slice(0, 4)],
    ['消防设施操作员高级技师以上', OPERATORS, OPERATORS.slice(0, 2)],
    ['消防设施操作员技师以上', OPERATORS, OPERATORS.slice(0, 3)],
    // a list
    ['一级或者二级', GRADES, ['一级', '二级']],
    ['意见 AAA 级', ['AAA级', '其他等级'], ['AAA级']],
    ['评定为不合格的', RATINGS, ['不合格']],
    ['变更只限名称、住所', ['名称', '法定代表人', '住所'], ['名称', '住所']],
    [
      '宣讲机构或培训学校的专兼职教员',
      ['宣讲机构专兼职教员', '培训学校专兼职教员', '都不是'],
      ['宣讲机构专兼职教员', '培训学校专兼职教员'],
    ],
    ['未全额缴纳会费的', ['已全额缴纳', '未全额缴纳（有正当理由）', '未全额缴纳'], ['未全额缴纳']],
    [
      '已全额缴纳、未全额缴纳（有正当理由）',
      ['已全额缴纳', '未全额缴纳（有正当理由）', '未全额缴纳'],
      ['已全额缴纳', '未全额缴纳（有正当理由）'],
    ],
    // none
    ['85 分及以上', GRADES, []],
    ['无正当理由', GRADES, []],
    ['取得等级的单位', GRADES, []],
  ])('%s', (text, choices, named) => {
    expect(listNamedChoices(text, choices)).toEqual(named);
  });
});
