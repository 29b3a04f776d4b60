/** What keeps a scheme from being loaded, said to the person who writes it. */
export interface SchemeFault {
  /** Name of the file in the scheme's folder. */
  readonly file: string;
  /** From 1; null where no line is at fault: a file that is missing, a workbook. */
  readonly line: number | null;
  /** The field as a path: `ratios[2].ratio`; empty for the whole file. */
  readonly field: string;
  /** One Chinese sentence without the full stop: what is wrong and what to write. */
  readonly message: string;
}

/** `quota.yaml 第 8 行 ratios[2].ratio：……` */
export function describeSchemeFault({ file, line, field, message }: SchemeFault): string {
  const place = [file, line === null ? '' : `第 ${line} 行`, field].filter((part) => part !== '');
  return `${place.join(' ')}：${message}`;
}
