/**
 * Office.js is loaded only where there is an Office around the page. In a plain browser it would cost a request to another address, fail without a
 * network, replace `alert`, `confirm` and `history.pushState`, and in a frame it sends the page to `about:blank`.
 */

/** The parts of a page that tell of an Office. */
export interface PageTraces {
  /** `window.external` of the desktop hosts. */
  readonly external: unknown;
  readonly search: string;
  readonly hash: string;
  readonly windowName: string;
  readonly storedHostInfo: string | null;
}

/** Whether Office.js would find its host: it looks at these same places itself (`_retrieveHostInfo` and `parseXdmInfo` in `office.debug.js`). */
export function isInsideOffice({ external, search, hash, windowName, storedHostInfo }: PageTraces): boolean {
  const fromDesktop = typeof external === 'object' && external !== null && 'GetHostInfo' in external;
  const fromAddress = /[?&]_host_Info=/i.test(search) || /[#&]_xdm_Info=/i.test(hash);
  return fromDesktop || fromAddress || /"(hostInfo|xdmInfo)"\s*:/.test(windowName) || Boolean(storedHostInfo);
}

export function readPageTraces(page: Window): PageTraces {
  return {
    external: Reflect.get(page, 'external'),
    search: page.location.search,
    hash: page.location.hash,
    windowName: page.name,
    storedHostInfo: readSession(page),
  };
}

/** Null also where the browser forbids a framed page its storage. */
function readSession(page: Window): string | null {
  try {
    return page.sessionStorage.getItem('hostInfoValue');
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
