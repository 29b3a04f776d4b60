/** `--templates`: another folder of schemes than that of the program. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listSchemeIds, TEMPLATES_FOLDER } from '../support/templates.ts';
import { runCli } from '../support/run-cli.ts';

const ID = 'starbridge-inns-2031';
const TEMPLATES = fileURLToPath(new URL('sixth', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
const at = (name: string) => join(folder, name);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('another folder of schemes', () => {
  it('is checked, and listed', () => {
    const { status, stdout } = runCli('schemes', '--json', '--templates', TEMPLATES);
    const { schemes } = z
      .object({ schemes: z.array(z.object({ id: z.string(), awards: z.array(z.unknown()) })) })
      .parse(JSON.parse(stdout));
    expect([status, schemes.map(({ id, awards }) => [id, awards.length])]).toEqual([0, [[ID, 3]]]);
    expect(runCli('check-schemes', '--templates', TEMPLATES).status).toBe(0);
  });

  it('has the schemes that the folder of the program does not know', () => {
    expect(runCli('sample', '--out', at('r.xlsx'), '--templates', TEMPLATES).status).toBe(0);
    const { status, stderr } = runCli('check', at('r.xlsx'), '--out', at('unknown.xlsx'));
    expect([status, stderr]).toEqual([2, expect.stringContaining(`没有“${ID}”这个评选方案`)]);
  });

  it('has to hold schemes', () => {
    const { status, stderr } = runCli('schemes', '--templates', at('nothing'));
    expect([status, stderr]).toEqual([2, expect.stringContaining('里没有评选方案，请核对 --templates')]);
  });
});

it.each(['sample', 'demo'])('of the several schemes of the program %s asks for one', async (command) => {
  const { status, stderr } = runCli(command, '--out', at('chosen'));
  expect(status).toBe(2);
  expect(stderr).toContain('请用 --scheme 写明要哪一个');
  for (const id of await listSchemeIds(TEMPLATES_FOLDER)) expect(stderr).toContain(id);
});
