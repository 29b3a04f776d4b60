/** What stands on a certificate, as somebody reads it out. */
import type { VerifyInput } from '../../../jobs/verify.ts';
import { readDayText } from '../../../workbook/intake/calendar-text.ts';

export type ReadOut = Omit<VerifyInput, 'key' | 'on'>;

/** In the order in which a certificate has them. */
export const READ_OUT: readonly { readonly id: keyof ReadOut; readonly label: string; readonly like: string }[] = [
  { id: 'code', label: '验证码', like: 'HHRA-0QF8-2NTM-DYYE' },
  { id: 'number', label: '证书编号', like: 'NMGAF00001' },
  { id: 'unit', label: '单位全称', like: '' },
  { id: 'grade', label: '等级', like: '一级' },
  { id: 'issued', label: '发证日期', like: '2024年5月31日' },
  { id: 'until', label: '有效期至', like: '2025年5月31日' },
];

type ReadOutFault = 'blank' | 'no-day';

/** What is wrong with single fields. */
export type ReadOutFaults = Readonly<Partial<Record<keyof ReadOut, ReadOutFault>>>;

export const FAULT_WORDS: Readonly<Record<ReadOutFault, string>> = {
  blank: '没有填',
  'no-day': '不是日期，请写成 2024年5月31日的样子',
};

export function checkReadOut(fields: ReadOut): ReadOutFaults {
  const faults: Partial<Record<keyof ReadOut, ReadOutFault>> = {};
  for (const { id } of READ_OUT) {
    const text = fields[id].trim();
    const isDayField = id === 'issued' || id === 'until';
    if (text === '') faults[id] = 'blank';
    else if (isDayField && readDayText(text) === undefined) faults[id] = 'no-day';
  }
  return faults;
}
