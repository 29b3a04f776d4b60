import { UnusableInput } from '../../rules/unusable-input.ts';
import { quote } from './quote.ts';

/** What the sentence of a code says after the file's name; `detail` is a short Chinese phrase, perhaps empty. */
const SENTENCES = {
  'not-a-workbook': (detail: string) =>
    `不是 Excel 工作簿（.xlsx）${inBrackets(detail)}，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'old-xls': () => '是旧格式的 .xls 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  encrypted: () => '加了打开密码，请去掉密码、另存为 .xlsx 再试。',
  'too-large': (detail: string) => `太大${inBrackets(detail)}，不予读取，请删去无关的内容再试。`,
  'too-many-entries': (detail: string) => `内部的部件太多${inBrackets(detail)}，不予读取，请核对文件来源。`,
  'bad-ratio': (detail: string) => `的压缩比异常${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  'bad-name': (detail: string) => `内部有不合规的部件名${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  'duplicate-name': (detail: string) => `内部有重名的部件${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  'bad-checksum': (detail: string) => `的校验和不符${inBrackets(detail)}，内容已损坏，请索取原文件再试。`,
  'unsupported-zip': (detail: string) =>
    `用了不支持的保存方式${inBrackets(detail)}，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  doctype: (detail: string) => `内部含有 DOCTYPE 声明${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  macro: (detail: string) => `含有宏${inBrackets(detail)}，不予读取，请另存为不含宏的 .xlsx 再试。`,
  'external-link': (detail: string) => `引用了外部文件${inBrackets(detail)}，请断开外部链接后再试。`,
  damaged: (detail: string) => `已损坏${inBrackets(detail)}，请索取原文件，或用 Excel、WPS 打开后另存为 .xlsx 再试。`,
};

/** Why a file was turned away; the codes are stable, for `--json` and for the collector's summary. */
export type IntakeCode = keyof typeof SENTENCES;

/** A file was turned away at the door. The message names the file, the cause and the remedy in one Chinese sentence. */
export class IntakeError extends UnusableInput {
  constructor(
    readonly code: IntakeCode,
    /** The file's name as shown to the user. */
    readonly fileName: string,
    detail = '',
  ) {
    super(`文件${quote(fileName)}${SENTENCES[code](detail)}`);
  }
}

function inBrackets(detail: string): string {
  return detail === '' ? '' : `（${detail}）`;
}
