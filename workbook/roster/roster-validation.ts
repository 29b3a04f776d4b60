/** What Excel lets people type into the columns of a master roster. The check judges again: pasting passes by every validation. */
import type { Validation } from '../../ooxml/write/sheet-options.ts';
import { SHEET, type TableKey } from '../../rules/roster-cell.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** The most characters that a list inside a validation may have. */
const LONGEST_LIST = 255;
/** Rows of 行业序列 that the choice in other sheets reaches. */
const SEQUENCE_ROWS = 200;

/** The validation of a column, one for its whole length; undefined where anything may stand. */
export function validateColumn(sheet: TableKey, column: RosterColumn, scheme: Scheme): ColumnValidation | undefined {
  const { heading } = column;
  if (sheet === 'memberUnits' && heading === '行业序列') {
    return refuse(heading, '请选“行业序列”表中的名称', listOf(`'${SHEET.sequence}'!$A$2:$A$${SEQUENCE_ROWS + 1}`));
  }
  const choices = choicesOf(sheet, column, scheme);
  if (choices) {
    const joined = choices.join(',');
    const isPossible = joined.length <= LONGEST_LIST && choices.every((choice) => !/[,"]/.test(choice));
    return isPossible ? refuse(heading, `应为${choices.join('、')}之一`, listOf(`"${joined}"`)) : undefined;
  }
  switch (column.type) {
    case 'integer':
      return refuse(heading, '应为 0 或更大的整数', { type: 'whole', operator: 'greaterThanOrEqual', formula: '0' });
    case 'number':
      return refuse(heading, '应为 0 或更大的数', { type: 'decimal', operator: 'greaterThanOrEqual', formula: '0' });
    case 'points':
      return refuse(heading, '应为 0 或更大的得分', { type: 'decimal', operator: 'greaterThanOrEqual', formula: '0' });
    case 'id-number':
    case 'credit-code':
      return refuse(heading, '应为 18 位', { type: 'textLength', operator: 'equal', formula: '18' });
    default:
      return undefined;
  }
}

function choicesOf(sheet: TableKey, column: RosterColumn, scheme: Scheme): readonly string[] | undefined {
  if (column.heading === '奖项' && sheet !== 'scores') return scheme.awards.map(({ name }) => name);
  if (column.heading === '所属' && sheet !== 'scores') return scheme.districts.map(({ name }) => name);
  return column.type === 'yes-no' ? ['是', '否'] : column.choices;
}

/** For whatever cells of the column. */
type ColumnValidation = Omit<Validation, 'range'>;
type Demand = Pick<Validation, 'type' | 'operator' | 'formula'>;

function listOf(formula: string): Demand {
  return { type: 'list', formula };
}

function refuse(heading: string, message: string, demand: Demand): ColumnValidation {
  return {
    ...demand,
    errorTitle: heading.slice(0, 32),
    error: `${message}。`.slice(0, 225),
  };
}
