/** Downloading everything may wait until the page is drawn and at rest. */
const REST_MS = 1_000;

/**
 * Has the browser keep the pane's files, so that it opens and works without a network from then on.
 * @returns false where it will not: in a private window, at an address without a trusted certificate, or in a development build
 */
export async function keepOffline(): Promise<boolean> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return false;
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  try {
    await navigator.serviceWorker.register('offline-worker.js');
  } catch (error) {
    // What browsers throw when they refuse; the pane works without, as long as there is a network.
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
  await navigator.serviceWorker.ready;
  return true;
}
