/** When a list of nominations came, in words. */
import { showDay } from '../../rules/calendar.ts';
import type { Punctuality, Receipt } from '../../rules/nominations/receipts.ts';
import type { DistrictLists } from '../../rules/nominations/settle-lists.ts';
import type { BodyCell, TallyColumn } from './tally-table.ts';

export const RECEIVED_HEADING = '收件日期';
export const PUNCTUALITY_HEADING = '是否逾期';

export const PUNCTUALITY_WORDS: Readonly<Record<Punctuality, string>> = {
  'in-time': '按期',
  late: '逾期',
  mended: '按期报过，补正',
  unknown: '不明',
};

export const RECEIPT_COLUMNS: readonly TallyColumn[] = [
  { heading: RECEIVED_HEADING, width: 56, align: 'center', input: { choices: [] } },
  { heading: PUNCTUALITY_HEADING, width: 54, align: 'center' },
];

export function receiptCells({ on, punctuality }: Pick<Receipt, 'on' | 'punctuality'>): BodyCell[] {
  const word = PUNCTUALITY_WORDS[punctuality];
  return [on, punctuality === 'late' ? { value: word, tone: 'question' } : word];
}

/** `晚 3 天收到，是否收下由您定。`; empty where there is nothing to be said. */
export function tellReceipt({ punctuality, daysLate, isSavedLater }: Receipt): string {
  return [
    punctuality === 'late' ? `比截止日晚 ${daysLate} 天收到，照常计入，是否收下由您定；不收的，移出报送文件夹。` : '',
    isSavedLater ? `文件记载的保存时间晚于${RECEIVED_HEADING}，请核对日期。` : '',
  ].join('');
}

/** How late a district is with what counts, or with what it has sent; null where it is not. */
export function findLateness({ counted, files }: DistrictLists): Receipt | null {
  const receipts = (counted ? [counted] : files).map(({ receipt }) => receipt);
  return receipts.length > 0 && receipts.every(({ punctuality }) => punctuality === 'late')
    ? (receipts[0] ?? null)
    : null;
}

/** To the district. Null where it is not late. */
export function tellLateness(lists: DistrictLists, deadline: string | null, issuer: string): string | null {
  const receipt = findLateness(lists);
  if (!receipt || receipt.on === null || deadline === null) return null;
  return `推荐表 ${showDay(receipt.on)}收到，晚于截止日 ${showDay(deadline)}，是否收下由${issuer}决定。`;
}
