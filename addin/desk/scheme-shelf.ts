import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { describeFault } from '../../schemes/fault.ts';
import { loadScheme } from '../../schemes/load-scheme.ts';

/** The schemes that this pane was built with: texts by scheme id and file name. */
export type SchemeTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Loads schemes when asked for them, each once. */
export class SchemeShelf {
  private readonly loaded = new Map<string, Scheme>();

  constructor(private readonly texts: SchemeTexts) {}

  get ids(): readonly string[] {
    return [...this.texts.keys()];
  }

  /** @throws {UnusableInput} when there is none of that id, or it has faults; no other is taken instead */
  find(id: string): Scheme {
    const known = this.loaded.get(id);
    if (known) return known;
    const files = this.texts.get(id);
    if (!files) {
      throw new UnusableInput(
        `这份表格用的评优办法“${id}”不在本窗格里（现有${this.ids.map((each) => `“${each}”`).join('、')}），请联系协会更新窗格，或改正“说明”表里的方案编号。`,
      );
    }
    const result = loadScheme(files);
    if ('faults' in result) {
      const [first] = result.faults;
      throw new UnusableInput(
        `评优办法“${id}”有错误，不能使用：${first ? describeFault(first) : ''}；请联系协会更新窗格。`,
      );
    }
    this.loaded.set(id, result.scheme);
    return result.scheme;
  }
}
