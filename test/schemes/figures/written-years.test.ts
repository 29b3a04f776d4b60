import { describe, expect, test } from 'vitest';
import { listStrangeYears, readEdition } from '../../../schemes/figures/written-years.ts';

describe('readEdition', () => {
  test.each([
    ['2024', { first: 2024, last: 2024 }],
    ['2024年度', { first: 2024, last: 2024 }],
    ['2021-2022', { first: 2021, last: 2022 }],
    ['2021—2022 年度', { first: 2021, last: 2022 }],
    ['2021年-2022年', { first: 2021, last: 2022 }],
    ['2021、2022', { first: 2021, last: 2022 }],
    ['二〇二四', null],
    ['第三届', null],
  ])('%s', (edition, years) => {
    expect(readEdition(edition)).toEqual(years);
  });
});

describe('listStrangeYears', () => {
  const one = { first: 2024, last: 2024 };
  const two = { first: 2021, last: 2022 };

  test.each([
    ['2024 年度审批表', one, []],
    ['2023 年度审批表', one, ['2023']],
    ['2025 年度审批表', one, ['2025']],
    ['（２０２３）39号', one, ['2023']],
    ['沪企保协〔2024〕39号', one, []],
    ['2023-2024 年度', one, ['2023-2024']],
    ['shanghai-security-2023', one, ['2023']],
    ['2021-2022 年度', two, []],
    ['2022安博会', two, []],
    ['2020-2021 年度', two, ['2020-2021']],
    ['2021-2021 年度', two, ['2021-2021']],
    ['2021-2023 年度', two, ['2021-2023']],
    ['2023 安博会', two, ['2023']],
    ['GB 11643—1999', one, []],
    ['编号 20230001，电话 02100002023', one, []],
    ['1200 家，8000 元', one, []],
  ])('%s', (text, edition, years) => {
    expect(listStrangeYears(text, edition)).toEqual(years);
  });
});
