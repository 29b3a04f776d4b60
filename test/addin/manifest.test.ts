import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { missing } from '../support/tools.ts';

const MANIFEST = path.resolve('manifest.xml');
const SCHEMA = path.resolve('test/xsd/manifest/OfficeAppManifestV1_1.xsd');
const xml = readFileSync(MANIFEST, 'utf8');

describe('the manifest', () => {
  it.skipIf(missing('xmllint'))('keeps to the schema', () => {
    const checked = spawnSync('xmllint', ['--noout', '--schema', SCHEMA, MANIFEST], { encoding: 'utf8' });
    expect(checked.stderr).toContain('validates');
    expect(checked.status).toBe(0);
  });

  it('asks for no more than ExcelApi 1.7', () => {
    const versions = [...xml.matchAll(/MinVersion="([^"]+)"/g)].map(([, version]) => version);
    expect(versions.length).toBeGreaterThanOrEqual(4);
    expect(new Set(versions)).toEqual(new Set(['1.7']));
  });

  it('names only icons that are there, of the size that it says', () => {
    const icons = [...xml.matchAll(/assets\/(icon-(\d+)\.png)/g)];
    expect(icons.length).toBe(10);
    for (const [, name = '', size] of icons) {
      const png = readFileSync(path.resolve('addin/assets', name));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([Number(size), Number(size)]);
    }
    expect(xml).toMatch(/<IconUrl[^>]*icon-32\.png/);
    expect(xml).toMatch(/<HighResolutionIconUrl[^>]*icon-64\.png/);
  });

  it('uses every resource that it lists, and lists every one that it uses', () => {
    const used = new Set([...xml.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id));
    const listed = new Set([...xml.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)"/g)].map(([, id]) => id));
    expect(used).toEqual(listed);
  });
});
