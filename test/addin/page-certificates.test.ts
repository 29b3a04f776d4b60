/** Certificates on the clerk's page: a key made and chosen, what it signs, and a certificate that somebody asks about. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findAxeViolations } from '../support/axe.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';
import { partsOf, readWorkbooks, setUpClerkPage } from './clerk-page.ts';

const SCHEME = {
  id: 'inner-mongolia-grading-2022',
  title: '内蒙古自治区公共安全技术防范行业设计、施工和运维服务能力等级评定',
};

const Certificate = z.object({
  number: z.string(),
  unitName: z.string(),
  grade: z.string(),
  issued: z.string(),
  validUntil: z.string(),
  code: z.string(),
});

describe.skipIf(missing('chromium', 'openssl'))('certificates on the page', () => {
  const clerk = setUpClerkPage();
  const at = (name: string) => path.join(clerk.folder, name);

  beforeAll(async () => {
    await writeSample(at('评级.xlsx'), SCHEME.id);
    runCli('key', '--out', at('密钥.txt'));
    runCli('key', '--out', at('别的密钥.txt'));
  });

  it('makes a key to be saved, and with it what the command line makes with the same key', async () => {
    const { page } = clerk;
    await clerk.open(at('评级.xlsx'));
    await page.getByText(/^密钥是协会自己保管的一个小文件，.*。没有密钥，证书和“全部”做不了/).waitFor();
    await page.getByRole('button', { name: '取证书', exact: true }).click();
    await page.getByText('证书上要印验证码，请点“选密钥文件”；还没有密钥文件的，先点“新做一个密钥”。').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '新做一个密钥' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^证书密钥（\d{4}-\d\d-\d\d）\.txt$/);
    await page.getByText(/另存一份备份，只由负责发证的人保管，不要发给任何人/).waitFor();
    const key = readFileSync(await saved.path());
    writeFileSync(at('新密钥.txt'), key);
    // A download may be refused, which the browser does not tell: what a lost key signs can never be verified.
    await page.getByText(/^新的密钥“证书密钥（.+\.txt”已经交给浏览器下载，还没有用上/).waitFor();
    expect(await page.getByText(/^证书密钥：/).count()).toBe(0);
    await page.getByLabel('密钥文件', { exact: true }).setInputFiles(at('新密钥.txt'));
    await page.getByText('证书密钥：“新密钥.txt”').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    runCli('forms', at('评级.xlsx'), '--key', at('新密钥.txt'), '--out', at('证书'));
    const zip = await clerk.take('证书');
    expect(zip.name).toBe(`证书（${SCHEME.title}2022）.zip`);
    const made = Object.entries(unzipSync(zip.bytes)).map(
      ([name, bytes]) => [name.replace('证书/', ''), partsOf(bytes)] as const,
    );
    expect(new Map(made)).toEqual(readWorkbooks(at('证书')));
    runCli('grade', at('评级.xlsx'), '--key', at('新密钥.txt'), '--out', at('评定.xlsx'));
    expect(partsOf((await clerk.take('等级评定报告')).bytes)).toEqual(partsOf(readFileSync(at('评定.xlsx'))));

    // It stands in the page's memory alone.
    const secret = key.toString('utf8').trim();
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(secret);
    expect(await readDatabases(page)).not.toContain(secret);
  }, 180_000);

  it('answers whether a certificate is genuine, before any roster is open, and after the workshop was replaced', async () => {
    const { page } = clerk;
    const graded = JSON.parse(runCli('grade', at('评级.xlsx'), '--key', at('密钥.txt'), '--json').stdout) as {
      applications: { certificate: unknown }[];
    };
    const { certificate } = graded.applications.find((each) => each.certificate !== null) ?? {};
    const { code, number, unitName, grade, issued, validUntil } = Certificate.parse(certificate);
    const ask = page.getByRole('button', { name: '核对', exact: true });
    await page.getByText('核对证书').click();
    await ask.click();
    await page.getByText('还没有密钥，请先选发证时用的密钥文件。').waitFor();

    await page.getByLabel('密钥文件', { exact: true }).setInputFiles(at('评级.xlsx'));
    await page.getByText(/“评级\.xlsx”不是密钥文件/).waitFor();
    await page.getByLabel('密钥文件', { exact: true }).setInputFiles(at('密钥.txt'));
    await page.getByText('证书密钥：“密钥.txt”').waitFor();
    const fill = (label: string, text: string) => page.getByRole('textbox', { name: label, exact: true }).fill(text);
    await fill('验证码', code);
    await ask.click();
    await page.getByText('还没有填证书编号、单位全称、等级、发证日期、有效期至，请对照证书填好。').waitFor();
    const lacking = page.getByRole('textbox', { name: '证书编号', exact: true });
    expect(await lacking.getAttribute('aria-invalid')).toBe('true');
    expect(await lacking.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByText('没有做成').count()).toBe(0);
    await fill('证书编号', number);
    await fill('单位全称', unitName);
    await fill('等级', grade);
    await fill('发证日期', issued);
    await fill('有效期至', validUntil);

    // A workshop that does not answer is ended; another takes its place, and is handed the key anew.
    const [workshop] = page.workers();
    void workshop
      ?.evaluate(() => {
        for (const last = Date.now() + 20_000; Date.now() < last;);
      })
      .catch(() => undefined);
    await ask.click();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    await ask.click();
    const answer = page.getByRole('status').filter({ hasText: '验证码相符' });
    await answer.waitFor();
    expect(await answer.innerText()).toContain(unitName);
    expect(await findAxeViolations(page)).toEqual([]);
    await fill('等级', '特级');
    await answer.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    const refused = page.getByRole('status').filter({ hasText: '验证码不符' });
    await refused.waitFor();
    // What was answered with one key does not hold for another.
    await page.getByLabel('密钥文件', { exact: true }).setInputFiles(at('别的密钥.txt'));
    await page.getByText('证书密钥：“别的密钥.txt”').waitFor();
    expect(await refused.count()).toBe(0);

    // What a roster has is said while it is open.
    await clerk.open(at('评级.xlsx'));
    await page.getByRole('button', { name: '核对证书', exact: true }).click();
    await page.getByLabel('申报编号、证书编号或单位全称').fill('没有这一家');
    await page.getByRole('button', { name: '照总名册填入' }).click();
    const unfound = page.getByText(/^总名册里没有“没有这一家”/);
    await unfound.waitFor();
    await page.getByRole('button', { name: '审查与取表' }).click();
    await page.getByRole('button', { name: '核对证书', exact: true }).click();
    expect(await unfound.count()).toBe(0);
    const compared = refused.filter({ hasText: '与总名册里的不同' });
    await ask.click();
    await compared.waitFor();
    await page.getByRole('button', { name: '开始页' }).click();
    await page.getByText('核对证书').click();
    await ask.waitFor();
    expect(await refused.count()).toBe(0);
    await ask.click();
    await refused.filter({ hasText: '打开发证时的总名册再核对' }).waitFor();
    expect(await compared.count()).toBe(0);
  }, 120_000);
});

/** All that the page's databases hold. */
function readDatabases(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('unreadable'));
        };
      });
    const held: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        held.push(await answer(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(held);
  });
}
