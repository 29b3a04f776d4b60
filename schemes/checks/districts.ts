/** 各区: each cites its own line, or its row of a printed table that is read from the document, and never both. */
import type { RawScheme } from '../raw-scheme.ts';

/** Reports districts without a citation, and citations that the printed table gives already. */
export function checkDistricts({ scheme, quota }: RawScheme): void {
  const isRead = quota?.data.published?.columns !== undefined;
  scheme.data.districts.forEach(({ name, cite }, index) => {
    const path = ['districts', index, 'cite'];
    if (isRead && cite) scheme.report(path, `“${name}”的出处已由印出的表得出，请删去`);
    if (!isRead && !cite) scheme.report(path, '缺少出处，请补写 cite: { clause: 条款, quote: 原文 }');
  });
}
