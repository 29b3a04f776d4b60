import { SHEET } from '../../rules/roster-cell.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { describeSchemeFault } from '../../schemes/fault.ts';
import { loadScheme } from '../../schemes/load-scheme.ts';

/** The schemes that this pane was built with: texts by scheme id and file name. */
type SchemeTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What helps besides a newer pane, by what names the scheme. */
const OTHER_WAY = {
  roster: `改正工作表“${SHEET.scheme}”里的方案编号`,
  'score-sheet': '改用本年度发出的评分表（方案编号写在文件属性里，不在表格上）',
} as const;

/** Loads schemes when asked for them, each once. */
export class SchemeShelf {
  private readonly loaded = new Map<string, Scheme>();

  constructor(private readonly texts: SchemeTexts) {}

  get ids(): readonly string[] {
    return [...this.texts.keys()];
  }

  /**
   * @param namedBy what names it
   * @throws {UnusableInput} when there is none of that id, or it has faults; no other is taken instead
   */
  find(id: string, namedBy: keyof typeof OTHER_WAY): Scheme {
    const known = this.loaded.get(id);
    if (known) return known;
    const files = this.texts.get(id);
    if (!files) {
      throw new UnusableInput(
        `这份表格用的评优办法“${id}”不在本窗格里（现有${this.ids.map((each) => `“${each}”`).join('、')}），请联系协会更新窗格，或${OTHER_WAY[namedBy]}。`,
      );
    }
    const result = loadScheme(files);
    if ('faults' in result) {
      const [first] = result.faults;
      throw new UnusableInput(
        `评优办法“${id}”有错误，不能使用：${first ? describeSchemeFault(first) : ''}；请联系协会更新窗格。`,
      );
    }
    this.loaded.set(id, result.scheme);
    return result.scheme;
  }
}
