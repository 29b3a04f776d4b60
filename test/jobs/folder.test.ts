/** The folder port: on a disk, in memory and in a browser the same is the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { startBrowser } from '../office-host/browser.ts';
import { serve } from '../office-host/serve.ts';
import { missing } from '../support/tools.ts';
import { exerciseFolder } from './exercise-folder.ts';

const EXPECTED = [
  'nothing: ["nothing",null,null]',
  'written: ["甲","乙","file"]',
  'kinds: ["file","folder","folder"]',
  'list: [["甲.txt file","里 folder"],["面 folder"],["乙.txt file"]]',
  'written over: "短"',
  'created: [false,true,"短","丙"]',
  'appended: "一\\n二\\n"',
  'moved: ["nothing","一\\n二\\n"]',
  'removed: "nothing"',
  'empty: 0',
  'lock: "held"',
  'gone: "UnusableInput"',
];

describe('a folder', () => {
  it('in memory', async () => {
    expect(await exerciseFolder(new MemoryFolder())).toEqual(EXPECTED);
  });

  it('on a disk', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'folder-'));
    try {
      expect(await exerciseFolder(new NodeFolder(path.join(place, '里面')))).toEqual(EXPECTED);
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it.skipIf(missing('chromium', 'openssl'))('in a browser', async () => {
    const bundle = await build({
      entryPoints: ['test/jobs/exercise-folder-worker.ts'],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
    });
    const script = bundle.outputFiles[0]?.text ?? '';
    const server = await serve((name) => Promise.resolve(name === '/worker.js' ? script : '<!doctype html>'));
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      await page.goto(server.origin);
      const answers = await page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            new Worker('/worker.js').onmessage = ({ data }: MessageEvent<string[]>) => {
              resolve(data);
            };
          }),
      );
      expect(answers).toEqual(EXPECTED);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
