/** The text of a page, of the pane as of the clerk's page: `addin/page.html` with what differs between them. */
import { readFile } from 'node:fs/promises';

const BROWSERS = '2023 年以后的 Edge、Chrome、Firefox 或 Safari 浏览器';

const PAGE_TOO_OLD = `
      <h1>这个浏览器太旧，评优台打不开</h1>
      <p>请换用 ${BROWSERS}打开本页。</p>
    `;
const PANE_TOO_OLD = `
      <h1>这里的浏览器组件太旧，评优台打不开</h1>
      <p>评优台需要 Excel 2021 以上、Microsoft 365 或网页版 Excel（Windows 上须装有 WebView2 组件）。</p>
      <p>也可以不用 Excel：请用 ${BROWSERS}打开这个网址，再打开评分表或总名册。</p>
    `;

const INSTALLABLE = '<link rel="manifest" href="page.webmanifest" />';

/** Beside the pages that a web server gives. */
const SERVED = { icon: 'assets/icon-32.png', scripts: '<script src="engine-check.js"></script>' };

/**
 * The clerk's page.
 * @param parts its security policy, and where it stands alone its icon, its scripts, and nothing of its own in the head
 */
export function pageHtml(parts) {
  return fill({ ...SERVED, own: INSTALLABLE, tooOld: PAGE_TOO_OLD, ...parts });
}

/** The pane: in Excel for Windows the engine of long ago is asked for its best, and Office.js is loaded from the address named. */
export function paneHtml({ officeJs, ...parts }) {
  const own = `<meta http-equiv="X-UA-Compatible" content="IE=edge" />
    <meta name="office-js" content="${officeJs}" />`;
  return fill({ ...SERVED, own, tooOld: PANE_TOO_OLD, ...parts });
}

async function fill(parts) {
  const template = await readFile(new URL('../addin/page.html', import.meta.url), 'utf8');
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (parts[name] === undefined) throw new Error(`the page lacks its ${name}`);
    return parts[name];
  });
}
