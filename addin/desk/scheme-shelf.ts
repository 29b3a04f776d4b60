import { SHEET } from '../../rules/roster-cell.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { findScheme, type SchemeSource } from '../../jobs/scheme-source.ts';

/** What helps besides a newer pane, by what names the scheme. */
const OTHER_WAY = {
  roster: `改正工作表“${SHEET.scheme}”里的方案编号`,
  'score-sheet': '改用本年度发出的评分表（方案编号写在文件属性里，不在表格上）',
} as const;

/** The schemes that this pane was built with, each unpacked once. */
export class SchemeShelf {
  private readonly found = new Map<string, Scheme>();

  constructor(private readonly schemes: SchemeSource) {}

  ids(): Promise<readonly string[]> {
    return this.schemes.ids();
  }

  /**
   * @param namedBy what names it
   * @throws {UnusableInput} when there is none of that id; no other is taken instead
   */
  async find(id: string, namedBy: keyof typeof OTHER_WAY): Promise<Scheme> {
    const ids = await this.ids();
    if (!ids.includes(id)) {
      throw new UnusableInput(
        `这份表格用的评优办法“${id}”不在本窗格里（现有${ids.map((each) => `“${each}”`).join('、')}），请联系协会更新窗格，或${OTHER_WAY[namedBy]}。`,
      );
    }
    const scheme = this.found.get(id) ?? (await findScheme(this.schemes, id));
    this.found.set(id, scheme);
    return scheme;
  }
}
