import { describe, expect, it } from 'vitest';
import type { CauseView, FindingView } from '../../addin/desk/finding-view.ts';
import { joinRuns, mergeMarks } from '../../addin/host/merge-marks.ts';
import type { Mark } from '../../addin/host/port.ts';
import { filterCauses } from '../../addin/panels/check/filter-causes.ts';
import { isInsideOffice, type PageTraces } from '../../addin/shell/find-office.ts';
import { nameCopy } from '../../addin/shell/save-copy.ts';
import { isDarkColour } from '../../addin/shell/use-theme.ts';

describe('finding an Office around the page', () => {
  const plain: PageTraces = { external: {}, search: '', hash: '', windowName: '', storedHostInfo: null };
  it.each<[string, Partial<PageTraces>, boolean]>([
    ['a plain browser', {}, false],
    ['a plain browser without window.external', { external: undefined }, false],
    ['a page opened by a script under a name', { windowName: 'report', search: '?file=1', hash: '#top' }, false],
    ['Excel on Windows or Mac', { external: { GetHostInfo: () => '' } }, true],
    ['an address with host info', { search: '?a=1&_host_Info=Excel$Win32$16.01$zh-CN' }, true],
    ['Excel on the web', { windowName: '{"hostInfo":"Excel|Web|16.01|zh-CN"}' }, true],
    ['an older Excel on the web', { hash: '#_xdm_Info=1|2|https://host' }, true],
    ['a page of the pane that was followed by a link', { storedHostInfo: 'Excel$Win32$16.01' }, true],
  ])('in %s', (_, traces, isInside) => {
    expect(isInsideOffice({ ...plain, ...traces })).toBe(isInside);
  });
});

describe('marks', () => {
  const mark = (address: string, severity: Mark['severity'] = 'question', sheet = '表'): Mark => ({
    sheet,
    address,
    severity,
    note: address,
  });
  it('of one cell become one, with the worse severity and both notes', () => {
    const merged = mergeMarks([mark('A1', 'violation'), mark('B1'), mark('A1'), mark('A1', 'question', '另')]);
    expect(merged).toEqual([{ ...mark('A1', 'violation'), note: 'A1\nA1' }, mark('B1'), mark('A1', 'question', '另')]);
  });
  it('below one another become runs, broken by a gap, another column, severity or sheet', () => {
    const cells = ['A9', 'A10', 'A11', 'A13', 'B14'].map((address) => mark(address));
    const runs = joinRuns([...cells, mark('A12', 'violation'), mark('B15', 'question', '另')]);
    expect(runs.map(({ sheet, address, severity }) => `${sheet} ${address} ${severity}`)).toEqual([
      '另 B15:B15 question',
      '表 A9:A11 question',
      '表 A12:A12 violation',
      '表 A13:A13 question',
      '表 B14:B14 question',
    ]);
  });
});

describe('filtering causes', () => {
  const finding = (rule: string, message: string, severity: FindingView['severity']): FindingView => ({
    key: message,
    rule,
    cell: '',
    severity,
    message,
    found: '',
    mend: '',
    citation: null,
    targets: [{ sheet: '推荐名单', address: 'A7' }],
  });
  const cause = (
    ruleName: string,
    messages: readonly string[],
    severity: FindingView['severity'] = 'violation',
  ): CauseView => ({
    key: ruleName,
    severity,
    ruleName,
    what: '',
    value: null,
    where: '',
    mend: '',
    findings: messages.map((message) => finding(ruleName, message, severity)),
  });
  const all = [
    cause('提示', ['写法'], 'note'),
    cause('推荐超出名额', ['浦东超出 1 个', '黄浦超出 2 个']),
    cause('须为会员', ['甲不是会员']),
  ];
  const shown = (text: string) => filterCauses(all, { text, severity: 'all' }).flatMap(({ findings }) => findings);

  it('puts violations first, else keeps their order', () => {
    const names = filterCauses(all, { text: '', severity: 'all' }).map(({ ruleName }) => ruleName);
    expect(names).toEqual(['推荐超出名额', '须为会员', '提示']);
  });
  it('finds by all words, in the rule, the message and the place, and leaves a cause those alone', () => {
    expect(shown(' 超出  黄浦 ').map(({ message }) => message)).toEqual(['黄浦超出 2 个']);
    expect(shown('推荐名单!A7').length).toBe(4);
    expect(shown('静安')).toEqual([]);
  });
  it('shows one severity', () => {
    expect(filterCauses(all, { text: '', severity: 'note' }).map(({ ruleName }) => ruleName)).toEqual(['提示']);
  });
});

it('tells dark backgrounds from light ones', () => {
  expect(['#FFFFFF', '#F3F2F1', '#808080', '#7F7F7F', '#292929', '#000000'].map(isDarkColour)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

it('names the copy once', () => {
  expect(nameCopy('名册.xlsx')).toBe('名册（修改）.xlsx');
  expect(nameCopy('名册（修改）.XLSX')).toBe('名册（修改）.xlsx');
});
