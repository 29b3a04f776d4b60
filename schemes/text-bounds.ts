/**
 * What the texts of a scheme may hold before they are read. Whatever builds the data of YAML calls itself level by level and holds every key of a
 * map against every other: a few kilobytes of brackets would end the program, and a few hundred of keys take minutes.
 */
import { CST, Parser } from 'yaml';

/** Several times what the largest scheme has: 75,000 letters in a file, 14 levels, 30 keys. */
const MOST_LETTERS = 500_000;
const MOST_LEVELS = 50;
const MOST_KEYS = 1_000;

/** Says that a text is too long to be read, as in a `SchemeFault`; null for one that is not. */
export function describeLength(text: string): string | null {
  if (text.length <= MOST_LETTERS) return null;
  const [found, most] = [text.length, MOST_LETTERS].map((count) => count.toLocaleString('en'));
  return `有 ${found} 字，多于 ${most} 字，请核对是不是放错了文件`;
}

interface Excess {
  /** Where in the text. */
  readonly offset: number;
  /** As in a `SchemeFault`. */
  readonly message: string;
}

/** The first place of a YAML file that is nested too deep, or has too many keys side by side; null where it may be read. */
export function findExcess(text: string): Excess | null {
  const open: { readonly token: CST.Token; readonly level: number }[] = [];
  for (const document of new Parser().parse(text)) {
    if (document.type === 'document' && document.value) open.push({ token: document.value, level: 1 });
    for (let next = open.pop(); next; next = open.pop()) {
      const { token, level } = next;
      if (!CST.isCollection(token)) continue;
      const { offset } = token;
      if (level > MOST_LEVELS) return { offset, message: `内容套了 ${MOST_LEVELS} 层以上，请核对括号和缩进` };
      if (!isList(token) && token.items.length > MOST_KEYS) {
        return { offset, message: `同一层里有 ${MOST_KEYS.toLocaleString('en')} 个以上的键，请核对内容` };
      }
      const inside = token.items.flatMap(({ key, value }) => [key, value]);
      for (const each of inside) if (each) open.push({ token: each, level: level + 1 });
    }
  }
  return null;
}

function isList(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): boolean {
  return token.type === 'block-seq' || (token.type === 'flow-collection' && token.start.source === '[');
}
