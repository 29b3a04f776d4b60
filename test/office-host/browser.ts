import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Chromium with a fresh profile. Names other than localhost resolve to nothing, so a stray request fails, and is seen. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
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
