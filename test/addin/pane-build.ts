import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Builds the pane into a folder as `npm run build` does. */
export function buildPane(folder: string, settings: { OFFICE_JS_URL?: string; PANE_URL?: string } = {}): void {
  const webpack = require.resolve('webpack-cli/bin/cli.js');
  execFileSync(process.execPath, [webpack, 'build', '--mode', 'production', '--env', `out=${folder}`], {
    env: { ...process.env, ...settings },
    stdio: 'pipe',
  });
}

/** Bytes, gzipped, of the scripts that the page names: what has to come before the first paint. */
export function firstPaintBytes(folder: string): number {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const names = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map(([, name = '']) => name);
  if (names.length < 2) throw new Error(`the page names only ${names.join(', ')}`);
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length, 0);
}

/** The names of the built scripts. */
export function listScripts(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.js'));
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page, one line each. Evaluated from outside, so that the page's security policy stays as it is. */
export async function findAxeViolations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface AxeResult {
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResult> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  });
}
