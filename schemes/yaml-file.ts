/** One YAML file, with the lines of its fields. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import type { SchemeFault } from './fault.ts';
import { findExcess } from './text-bounds.ts';

/** Keys and indices from the top of the file to a field. */
export type FieldPath = readonly (string | number)[];

export interface YamlFile {
  readonly name: string;
  /** The plain data, not yet checked. */
  readonly data: unknown;
  /** Faults go here; the line is that of the field, or of the nearest field around it that exists. */
  readonly report: (path: FieldPath, message: string) => void;
}

/**
 * Reads YAML 1.2. Faults are put into `faults`; null when the text cannot be read at all. Aliases are refused: a file that names a thing
 * twice is to say it twice, and a few lines of aliases can grow into gigabytes.
 */
export function readYamlFile(name: string, text: string, faults: SchemeFault[]): YamlFile | null {
  const excess = findExcess(text);
  if (excess) {
    const line = text.slice(0, excess.offset).split('\n').length;
    faults.push({ file: name, line, field: '', message: excess.message });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const before = faults.length;
  for (const error of [...document.errors, ...document.warnings]) {
    faults.push({ file: name, line: at(error.pos[0]), field: '', message: explainError(error) });
  }
  visit(document, {
    Alias(_key, alias) {
      const message = `不使用 YAML 别名“*${alias.source}”，请把内容写出来`;
      faults.push({ file: name, line: at(alias.range?.[0] ?? 0), field: '', message });
    },
  });
  if (faults.length > before) return null;
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const report = (path: FieldPath, message: string) => {
    faults.push({ file: name, line: at(findOffset(document, path)), field: formatPath(path), message });
  };
  return { name, data, report };
}

/** `ratios[2].ratio` */
export function formatPath(path: FieldPath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

function explainError(error: YAMLError): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return '同一层里有两个相同的键，请删去一个';
    case 'TAB_AS_INDENT':
      return '缩进不能用制表符，请改用空格';
    case 'BAD_INDENT':
      return '缩进不对，请与同一层的其他键对齐，并看上面的引号、括号是否写完';
    case 'MULTIPLE_DOCS':
      return '一个文件只能有一份内容，请删去“---”及其后的部分';
    default:
      return `不是有效的 YAML（${error.code}），请检查这一行的冒号、引号、括号和缩进`;
  }
}

/** Where the path's field begins: the key of a map's entry, an item of a list; of a missing field, the field around it. */
function findOffset(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else {
      break;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;
}
