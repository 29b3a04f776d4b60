interface StartedWorker {
  readonly worker: Worker;
  /** Its script, where its address leads nobody to it. */
  readonly script: Blob | null;
}

/** In the page of one file the worker's script stands in the page itself, for a page from a disk may load no other. */
export function startWorker(): StartedWorker {
  const text = document.getElementById('workshop-script')?.textContent ?? '';
  if (text === '') {
    return { worker: new Worker(new URL('./workshop-worker.ts', import.meta.url), { name: 'workshop' }), script: null };
  }
  const script = new Blob([text], { type: 'text/javascript' });
  return { worker: new Worker(URL.createObjectURL(script), { name: 'workshop' }), script };
}
