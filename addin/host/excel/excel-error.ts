import { HostError, type HostErrorCode } from '../host-error.ts';

/** Excel saves by itself. */
type ExcelErrorCode = Exclude<HostErrorCode, 'unsaved'>;

const SENTENCES: Readonly<Record<ExcelErrorCode, string>> = {
  protected: '这个工作表受保护，要改的单元格已锁定；请在“审阅”选项卡里撤消工作表保护，或改填没有锁定的单元格。',
  editing: '有单元格正在编辑，请按回车（或 Esc）结束编辑后再试。',
  'read-only': '这个工作簿是只读的，不能写入；请启用编辑，或另存为一份再打开。',
  gone: '要找的工作表或单元格已经不在了，请点“重新读取”。',
  unsupported: '这个版本的 Excel 做不到这一步，请更新 Excel，或在浏览器里打开文件来做。',
  busy: 'Excel 一时忙不过来，请稍等几秒再试。',
  other: 'Excel 没有完成这一步，请再试一次；仍不行时请保存工作簿，关闭后重新打开。',
};

/** Codes of `Excel.ErrorCodes` and of the layer below, by what they mean for the user. */
const CODES = new Map<string, ExcelErrorCode>([
  ['AccessDenied', 'protected'],
  ['InvalidOperationInCellEditMode', 'editing'],
  ['ItemNotFound', 'gone'],
  ['InvalidReference', 'gone'],
  ['InvalidBinding', 'gone'],
  ['ApiNotFound', 'unsupported'],
  ['NotImplemented', 'unsupported'],
  ['UnsupportedOperation', 'unsupported'],
  ['RequestPayloadSizeLimitExceeded', 'busy'],
  ['ResponsePayloadSizeLimitExceeded', 'busy'],
  ['ServerBusy', 'busy'],
  ['TooManyRequests', 'busy'],
  ['RequestAborted', 'busy'],
  ['ActivityLimitReached', 'busy'],
]);

/** An error of Office.js as a fault that the pane can show. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = CODES.get(codeOf(error)) ?? 'other';
  return makeHostError(code, error);
}

export function makeHostError(code: ExcelErrorCode, cause?: unknown): HostError {
  return new HostError(code, SENTENCES[code], { cause });
}

/** The code of an error of Office.js, which is of a class of another script. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
