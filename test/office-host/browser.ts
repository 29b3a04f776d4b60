import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { OLD_CHROMIUM } from '../support/tools.ts';

const CHROMIUM = '/usr/bin/chromium';

/** Chromium with a fresh profile. Names other than localhost resolve to nothing, so a stray request fails, and is seen. */
export function startBrowser(executablePath = CHROMIUM): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      // The tests' certificate is self-signed, and a service worker takes no exception that is made for a page.
      '--ignore-certificate-errors',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });
}

/** Chromium 103, the oldest engine that the pages are made for; unpacked once. */
export function startOldBrowser(): Promise<Browser> {
  const program = path.resolve('node_modules/.cache/chromium-103/chromium');
  if (!existsSync(program)) {
    mkdirSync(path.dirname(program), { recursive: true });
    const fresh = `${program}.${process.pid}`;
    writeFileSync(fresh, brotliDecompressSync(readFileSync(OLD_CHROMIUM)), { mode: 0o755 });
    renameSync(fresh, program);
  }
  return startBrowser(program);
}

/**
 * Runs in each frame before its scripts: the client library checks requirement sets only when this flag of its own is set,
 * and it is set as soon as the library has made the object that carries it.
 */
export function enforceRequirementSets(): void {
  const trap = (owner: object, name: string, seen: (value: object) => void) => {
    let current: unknown;
    Object.defineProperty(owner, name, {
      configurable: true,
      enumerable: true,
      get: () => current,
      set(value: unknown) {
        const isNew = value !== current;
        current = value;
        if (isNew && ((typeof value === 'object' && value !== null) || typeof value === 'function')) seen(value);
      },
    });
  };
  trap(window, 'OfficeExtension', (library) => {
    trap(library, 'CommonUtility', (utility) => {
      Object.assign(utility, { _doApiNotSupportedCheck: true });
    });
  });
}
