/** In the page of one file the worker's script stands in the page itself, for a page from a disk may load no other. */
export function startWorker(): Worker {
  const script = document.getElementById('workshop-script')?.textContent ?? '';
  if (script === '') {
    return new Worker(new URL('./workshop-worker.ts', import.meta.url), { name: 'workshop' });
  }
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { name: 'workshop' });
}
