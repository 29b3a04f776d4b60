/** Every job gives the same by every door: on a disk through the command line, in memory, and in a browser's worker. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { startBrowser } from '../office-host/browser.ts';
import { serve } from '../office-host/serve.ts';
import { missing } from '../support/tools.ts';
import { unpackTexts, withoutCreated } from '../support/unpack.ts';
import { giveFiles, openTemplates, runEveryJob, STEPS, type RunOfAll } from './every-job.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'every-job-'));
let inMemory: RunOfAll;

beforeAll(async () => {
  inMemory = await runEveryJob(readFolder(TEMPLATES_FOLDER));
}, 180_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Files below a folder, by their paths with forward slashes. */
function readFolder(root: string): Map<string, Uint8Array> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(path.join(root, name)).isFile());
  return new Map(
    files.sort().map((name) => [name.split(path.sep).join('/'), new Uint8Array(readFileSync(path.join(root, name)))]),
  );
}

/** Workbooks part by part, for packers differ; of other files the names, for the record lists packed bytes and a key is drawn by lot. */
function unpackAll(files: ReadonlyMap<string, Uint8Array>): Map<string, unknown> {
  const names = [...files.keys()].sort();
  return new Map(
    names.map((name) => {
      if (!name.endsWith('.xlsx')) return [name, null];
      const parts = [...unpackTexts(files.get(name) ?? new Uint8Array())];
      return [name, new Map(parts.map(([part, text]) => [part, withoutCreated(text)]))];
    }),
  );
}

/** Of what a command gives to programs, what does not depend on where it runs. */
function withoutPlace(summary: string): unknown {
  const given = JSON.parse(summary) as Record<string, unknown>;
  delete given['files'];
  delete given['seconds'];
  delete given['file'];
  return given;
}

describe('every job', () => {
  it('is in the list, as the help names them', () => {
    const { stdout } = spawnSync('node', ['dist/pingyou.js', '--help'], { encoding: 'utf8' });
    const named = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name);
    // The one is about the schemes' own files, the other about the commands.
    const jobs = named.filter((name) => name !== 'check-schemes' && name !== 'help');
    expect(jobs.length).toBeGreaterThan(10);
    expect([...new Set(STEPS.map(({ command: [name = ''] }) => name))].sort()).toEqual(jobs.sort());
  });

  it('makes in memory what its command makes on a disk, part by part, and tells programs the same', async () => {
    const given = await giveFiles(openTemplates(readFolder(TEMPLATES_FOLDER)));
    for (const [name, bytes] of given) writeFileSync(path.join(folder, name), bytes);
    const main = path.resolve('dist/pingyou.js');
    for (const [index, { command }] of STEPS.entries()) {
      const { status, stdout, stderr } = spawnSync('node', [main, ...command, '--json'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const { summary, verdict } = inMemory.results[index] ?? { summary: '{}', verdict: '' };
      expect(`${command.join(' ')} ${status}`, stderr).toBe(`${command.join(' ')} ${verdict === 'fine' ? 0 : 1}`);
      if (command[0] === 'collect') continue; // what a reading on a disk adds is compared below: the files it made
      expect(withoutPlace(stdout), command.join(' ')).toEqual(withoutPlace(summary));
    }
    expect(unpackAll(readFolder(folder))).toEqual(unpackAll(inMemory.files));
  }, 240_000);

  it.skipIf(missing('chromium', 'openssl'))(
    'makes the same in a worker of a browser, which has no disk and no Node',
    async () => {
      const bundle = await build({
        entryPoints: ['test/jobs/every-job-worker.ts'],
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
        const page = await browser.newPage();
        await page.goto(server.origin);
        const templates = [...readFolder(TEMPLATES_FOLDER)].map(([name, bytes]) => [name, toBase64(bytes)] as const);
        const answer = await page.evaluate(runInWorker, templates);
        const files = new Map(answer.files.map(([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))]));
        expect(answer.results).toEqual(inMemory.results);
        expect(unpackAll(files)).toEqual(unpackAll(inMemory.files));
      } finally {
        await browser.close();
        await server.close();
      }
    },
    240_000,
  );
});

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** In the page. */
async function runInWorker(templates: readonly (readonly [string, string])[]) {
  const worker = new Worker('/worker.js');
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const answered = new Promise<RunOfAll | { error: string }>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<RunOfAll | { error: string }>) => {
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      reject(new Error(`the worker fails: ${message}`));
    };
  });
  worker.postMessage(new Map(templates.map(([name, text]) => [name, fromBase64(text)])));
  const run = await answered;
  if ('error' in run) throw new Error(run.error);
  const files = [...run.files].map(([name, bytes]) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return [name, btoa(text)] as const;
  });
  return { files, results: run.results };
}
