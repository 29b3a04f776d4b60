/** 统一社会信用代码 in a cell: another spelling is read where the check character proves it; what it does not prove is a fault, and never guessed. */
import { judgeCreditCode, suggestCreditCode } from '../../rules/credit-code.ts';
import { isPlaceholder } from '../../rules/spellings.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';
import { FactFault, NotedFact } from './fact-reading.ts';
import { describeNotes, noteBlank } from './note-reading.ts';
import { toHalfWidth } from './width.ts';

const WANTED = '18 位的统一社会信用代码';

/** @param cell of its text nothing is left that cannot be seen, and it is not blank */
export function readCreditCode(cell: Cell): string | FactFault | NotedFact {
  if (cell.kind === 'number')
    return new FactFault(
      'digits-lost',
      `文本格式的${WANTED}，先把单元格设为文本格式，再输入 18 位代码（存成数字会丢失末几位）`,
    );
  if (cell.kind !== 'text') return new FactFault('not-text', `文本格式的${WANTED}`);
  const text = cell.text.trim();
  if (isPlaceholder(text)) return noteBlank(text);
  const code = plainCode(text);
  const fault = judgeCreditCode(code);
  if (fault !== null) {
    const meant = suggestCreditCode(code);
    return new FactFault('credit-code', describeWanted(fault), meant === null ? [] : [{ words: meant, typed: meant }]);
  }
  if (cell.text === code) return code;
  return new NotedFact(code, code, describeNotes([text === code ? 'white-space' : 'credit-code-form']));
}

/** In plain width and capitals, without what people put between the parts. */
function plainCode(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s'‘’`-]/g, '')
    .toUpperCase();
}

function describeWanted(fault: NonNullable<ReturnType<typeof judgeCreditCode>>): string {
  switch (fault) {
    case 'length':
      return WANTED;
    case 'characters':
      return `${WANTED}，只用数字和 I、O、S、V、Z 以外的字母`;
    case 'check-character':
      return `${WANTED}，末位校验码要与前 17 位相符（请照营业执照逐位核对）`;
  }
}
