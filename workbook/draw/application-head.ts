/** The lines that say whose application a sheet is about. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { ApplicationFile } from '../../rules/application-file.ts';
import { showName } from '../../rules/publishable.ts';
import { LOOK } from './cell-looks.ts';
import type { SheetPen } from './sheet-pen.ts';

export function drawApplicationHead(pen: SheetPen, title: string, { check }: ApplicationFile): void {
  const { nominee, award, unit } = check;
  const person = award.recipient === 'person' ? showName(nominee.name, check) : '';
  const facts = [
    ['奖项', award.name],
    ['申报单位', showName(unit?.name ?? nominee.unitName, check)],
    ['姓名', person],
    ['申报编号', nominee.application],
  ].flatMap(([label = '', text = '']) => (text === '' ? [] : [`${label}：${hideIdNumbers(text)}`]));
  pen.writeLine(title, LOOK.title, 36);
  for (const fact of facts) pen.writeLine(fact, LOOK.line, 18);
}
