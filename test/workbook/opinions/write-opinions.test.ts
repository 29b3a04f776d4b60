/** 征求意见表 as it is printed: the seal stands below what it is put to, however many nominations there are. */
import { beforeAll, expect, it } from 'vitest';
import { ESTIMATED_FONTS } from '../../../ooxml/print/fonts.ts';
import { layBook } from '../../../ooxml/print/lay-book.ts';
import type { PrintPage } from '../../../ooxml/print/print-page.ts';
import type { OutgoingOpinions } from '../../../rules/opinions/plan-opinions.ts';
import { writeOpinions } from '../../../workbook/opinions/write-opinions.ts';
import { makeNominee } from '../../support/small-scheme.ts';
import { findShanghai } from '../../support/full-scheme.ts';

let list: Omit<OutgoingOpinions, 'rows'>;
beforeAll(async () => {
  const scheme = await findShanghai();
  const step = scheme.review?.steps.find(({ asks }) => asks !== null);
  if (!step) throw new Error('no opinions are sought');
  list = { scheme, step, body: '虚构公安分局' };
});

const nameApplication = (number: number) => `2024-${String(number).padStart(5, '0')}`;
const textsOf = ({ boxes }: PrintPage) => boxes.map(({ lines }) => lines.map(({ runs }) => runs[0]?.text).join(''));

it.each([1, 13, 14, 15, 16, 17, 18, 23, 30, 31, 32, 33, 34, 35, 36])(
  'of %i nominations the last page has one, and the seal',
  async (count) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      nominee: { ...makeNominee('先进单位'), application: nameApplication(at + 1) },
      unitName: '虚构的一家单位有限公司',
      opinion: null,
    }));
    const { pages } = layBook(await writeOpinions({ ...list, rows }), '意见.xlsx', ESTIMATED_FONTS);
    const page = pages.at(-1);
    const last = page ? textsOf(page) : [];
    expect(last.join('')).toContain('答复单位（盖章）');
    expect(last).toContain(nameApplication(count));
  },
);
