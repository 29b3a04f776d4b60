/** The whole Shanghai job on the page by keyboard alone: what has the keyboard is seen after every step, and axe finds nothing in any view. */
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { findFocus } from '../support/keyboard-focus.ts';
import { missing } from '../support/tools.ts';
import { setUpClerkPage } from './clerk-page.ts';

const SHANGHAI = '2024年度上海内保工作先进集体、先进个人评选表彰';
/** More than any view has. */
const MOST_STOPS = 400;

describe.skipIf(missing('chromium', 'openssl'))('the page by keyboard alone', () => {
  const clerk = setUpClerkPage();

  it('does the whole Shanghai job', async () => {
    const { page } = clerk;
    const press = async (key: string) => {
      await page.keyboard.press(key);
      expect(await findFocus(page), key).toMatchObject({ isLost: false, isSeen: true });
    };
    /** With Tab, as far as it takes. */
    const goTo = async (name: string | RegExp, key = 'Tab') => {
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        const { label } = await findFocus(page);
        if (typeof name === 'string' ? label === name : name.test(label)) return;
        await press(key);
      }
      throw new Error(`no way to ${String(name)}`);
    };
    /** Once the page is at rest. */
    const expectFocus = async (name: string | RegExp) => {
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      await expect
        .poll(() => findFocus(page))
        .toMatchObject({ isLost: false, isSeen: true, label: expect.stringMatching(name) as string });
    };
    const expectClean = async () => {
      expect(await findAxeViolations(page)).toEqual([]);
    };
    const take = async (title: string) => {
      const download = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const name = (await download).suggestedFilename();
      await page.getByText(`已交给浏览器下载“${name}”`).waitFor();
      expect(name).toContain(title);
      // What was made is said in the bar at the bottom, which covers nothing that has the keyboard.
      expect(await findFocus(page)).toMatchObject({ isLost: false, isSeen: true, label: `取${title}` });
    };

    // The sample season, with faults.
    await page.getByRole('button', { name: `看有错的虚构名册：${SHANGHAI}` }).waitFor();
    await page.keyboard.press('Tab');
    await goTo(`看有错的虚构名册：${SHANGHAI}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await expectFocus('审查与取表');
    await expectClean();

    // Its findings, and who is held back.
    await goTo(/没有通过/);
    await press('Enter');
    await page.getByRole('heading', { name: '没有通过的推荐' }).waitFor();
    await expectClean();

    // One cell mended.
    await goTo('自动改正写法', 'Shift+Tab');
    await press('Enter');
    await page.getByRole('heading', { name: '可以自动改正的' }).waitFor();
    await expectFocus('自动改正写法');
    await goTo(/^全选/);
    await press('Space');
    await goTo(/^改(?!选中)/);
    await press('Space');
    await goTo('改选中的 1 格，另存并打开', 'Shift+Tab');
    await expectClean();
    const mended = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await mended;
    await page.getByText('现在看的是改过的总名册。').waitFor();
    await expectFocus('审查与取表');

    // Forms and the notice.
    await goTo('取审批表');
    await take('审批表');
    await goTo('取公示名单');
    await take('公示名单');

    // The pages of the forms, and back.
    await goTo('查看与打印审批表', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '审批表', level: 1 }).waitFor();
    await expectFocus('返回');
    await press('PageDown');
    await page.getByText(/^第 3、4 页/).waitFor();
    await goTo('下一页');
    await press('Enter');
    await page.getByText(/^第 5、6 页/).waitFor();
    await expectClean();
    await press('End');
    await page.keyboard.press('Escape');
    await expectFocus('查看与打印审批表');

    // A unit and its card.
    await goTo('查单位、姓名、编号', 'Shift+Tab');
    await page.keyboard.type('公司');
    await page.getByRole('list', { name: '查到的' }).waitFor();
    // Keys in the middle of a word are the input method's.
    for (const key of ['Enter', 'ArrowDown', 'Escape']) {
      await page
        .getByRole('searchbox', { name: '查单位、姓名、编号' })
        .dispatchEvent('keydown', { key, bubbles: true, isComposing: true });
    }
    expect(await page.getByRole('complementary').count()).toBe(0);
    await expectFocus('查单位、姓名、编号');
    await page.getByRole('list', { name: '查到的' }).waitFor();
    await press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await expectFocus('');
    await expectClean();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await expectFocus('查单位、姓名、编号');

    // The other views.
    await goTo('收评分表');
    await press('Enter');
    await expectFocus('收评分表');
    await expectClean();
    await goTo('开始页', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '把总名册拖到这里' }).waitFor();
    await expectFocus('选择总名册');
    await expectClean();
  }, 300_000);
});
