import { quote } from './quote.ts';

/**
 * What is wrong with a workbook that was handed in: one Chinese sentence that names the file, the cause and the mend. It quotes what stands in
 * the file as it stands: whoever shows it hides what is private.
 */
export class OoxmlError extends Error {
  override readonly name: string = 'OoxmlError';
}

/** Office programs mend much of what is damaged when they open it. */
const MEND_DAMAGE =
  '，请用 Excel 或 WPS 打开，看过没有缺少内容，再另存为 .xlsx；打不开或有缺少的，请发来文件的人重新发送。';

/** What the sentence of a code says after the file's name; `detail` is a short Chinese phrase, perhaps empty. */
const SENTENCES = {
  'not-a-workbook': (detail: string) =>
    `不是 Excel 工作簿（.xlsx）${inBrackets(detail)}，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  'old-xls': () => '是旧格式的 .xls 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  xlsb: () => '是二进制格式的 .xlsb 文件，请用 Excel 打开后另存为 .xlsx 再试。',
  ods: () => '是 .ods 表格，请用 LibreOffice 或 WPS 打开后另存为 .xlsx 再试。',
  text: () => '是纯文本，不是 Excel 工作簿（.xlsx），请改用填写好的电子表格。',
  archive: (detail: string) => `是压缩包${inBrackets(detail)}，请解压出里面的电子表格再试。`,
  'archive-empty': () => '是空的压缩包，里面没有文件，请核对后重新报送。',
  'archive-encrypted': () => '是加了密码的压缩包，请去掉密码重新压缩，或解压后再报。',
  'archive-entry-name': () =>
    '在压缩包里的名称以盘符或“/”开头、含有“..”，或者有空的一级，可能有害，没有读取，请解压后核对，单独报送这个文件。',
  'archive-entry-twice': () =>
    '在压缩包里有同名的另一份，分不清以哪一份为准，都没有读取，请只留一份重新压缩，或改名后再报。',
  'archive-entry-encrypted': () => '在压缩包里加了密码，没有读取，请去掉密码重新压缩，或解压后单独报送这个文件。',
  'archive-entry-method': (detail: string) =>
    `在压缩包里用了不支持的压缩方式${inBrackets(detail)}，没有读取，请用系统自带的 ZIP 压缩，或解压后单独报送这个文件。`,
  'archive-nested': () => '是压缩包里的压缩包里的压缩包，层数太多，没有打开，请解压后再报。',
  pdf: () => '是 PDF，不是电子表格，请改用填写好的电子表格（.xlsx）。',
  picture: (detail: string) => `是图片${inBrackets(detail)}，不是电子表格，请改用填写好的电子表格（.xlsx）。`,
  mail: (detail: string) => `是邮件${inBrackets(detail)}，请把其中的附件另存出来，改用附件里的电子表格。`,
  document: (detail: string) => `是文字材料${inBrackets(detail)}，不是电子表格，请改用填写好的电子表格（.xlsx）。`,
  'web-page': () => '其实是网页（HTML），只是名字像工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  'xml-table': () => '其实是 XML 表格，只是名字像工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  'foreign-encryption': () =>
    '的内容无法识别，很可能被本单位的文件加密软件加了密，请在本单位解密后再试；不是的话，请用 Excel 或 WPS 打开后另存为 .xlsx。',
  empty: (detail: string) => `是空文件${inBrackets(detail)}，请重新复制或下载一份再试。`,
  incomplete: (detail: string) => `不完整${inBrackets(detail)}，可能没有下载或复制完，请重新下载或复制一份再试。`,
  encrypted: () => '加了打开密码，请去掉密码、另存为 .xlsx 再试。',
  'too-large': (detail: string) => `太大${inBrackets(detail)}，不予读取，请删去无关的内容再试。`,
  'too-many-entries': (detail: string) => `内部的部件太多${inBrackets(detail)}，不予读取，请核对文件来源。`,
  'bad-ratio': (detail: string) => `的压缩比异常${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  'bad-name': (detail: string) => `内部有不合规的部件名${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  'duplicate-name': (detail: string) => `内部有重名的部件${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  'bad-checksum': (detail: string) =>
    `的内容已损坏${inBrackets(detail === '' ? '校验和不符' : `校验和不符，${detail}`)}${MEND_DAMAGE}`,
  'unsupported-zip': (detail: string) =>
    `用了不支持的保存方式${inBrackets(detail)}，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
  doctype: (detail: string) => `内部含有 DOCTYPE 声明${inBrackets(detail)}，可能有害，不予读取，请核对文件来源。`,
  macro: (detail: string) => `含有宏${inBrackets(detail)}，不予读取，请另存为不含宏的 .xlsx 再试。`,
  'external-link': (detail: string) => `引用了外部文件${inBrackets(detail)}，请断开外部链接后再试。`,
  damaged: (detail: string) => `已损坏${inBrackets(detail)}${MEND_DAMAGE}`,
};

/** Why a file was turned away; the codes are stable, for `--json` and for the collector's summary. */
export type IntakeCode = keyof typeof SENTENCES;

/** A file was turned away at the door: it is none that can be read, or it is hostile. */
export class IntakeError extends OoxmlError {
  override readonly name = 'IntakeError';

  constructor(
    readonly code: IntakeCode,
    /** The file's name as shown to the user. */
    readonly fileName: string,
    private readonly detail = '',
    /** The sheet that it is about, where that is known. */
    private readonly sheet: string | null = null,
  ) {
    super(`文件${quote(fileName)}${sheet === null ? '' : `的工作表${quote(sheet)}`}${SENTENCES[code](detail)}`);
  }

  /** The same of one sheet: people know its name, and no part. */
  inSheet(name: string): IntakeError {
    return new IntakeError(this.code, this.fileName, this.detail, this.sheet ?? name);
  }
}

function inBrackets(detail: string): string {
  return detail === '' ? '' : `（${detail}）`;
}

/** A sheet or a cell that was asked for is not there, or is not to be read or written so. */
export class PlaceError extends OoxmlError {
  override readonly name: string = 'PlaceError';
}

/** The sheet is protected and the cell locked. */
export class LockedCell extends PlaceError {
  override readonly name = 'LockedCell';
}

/** A template cannot be stamped: it holds what a copy cannot keep, or a placeholder that is none. */
export class TemplateError extends OoxmlError {
  override readonly name = 'TemplateError';
}

/** A value cannot be stamped: it does not fit, or a cell cannot hold it. */
export class StampError extends OoxmlError {
  override readonly name = 'StampError';
}
