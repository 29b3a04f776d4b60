import { UnusableInput } from '../../rules/unusable-input.ts';

interface StartedWorker {
  readonly worker: Worker;
  /** Its script, where its address leads nobody to it. */
  readonly script: Blob | null;
  readonly end: () => void;
}

/**
 * In the page of one file the worker's script stands in the page itself, for a page from a disk may load no other.
 * @throws UnusableInput where the browser starts none
 */
export function startWorker(): StartedWorker {
  try {
    const text = document.getElementById('workshop-script')?.textContent ?? '';
    if (text === '') {
      const worker = new Worker(new URL('./workshop-worker.ts', import.meta.url), { name: 'workshop' });
      return {
        worker,
        script: null,
        end() {
          worker.terminate();
        },
      };
    }
    const script = new Blob([text], { type: 'text/javascript' });
    const address = URL.createObjectURL(script);
    const worker = new Worker(address, { name: 'workshop' });
    return {
      worker,
      script,
      end() {
        worker.terminate();
        URL.revokeObjectURL(address);
      },
    };
  } catch (cause) {
    throw new UnusableInput(
      '网页里做事的部分启动不了（多半是电脑内存不够），请关掉别的网页和程序再试一次；还是不行，请换用 Edge 或 Chrome 打开。',
      { cause },
    );
  }
}
