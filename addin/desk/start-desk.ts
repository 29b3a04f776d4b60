import { connectDesk, type DeskReply } from './desk-messages.ts';
import type { DeskClient } from './desk.ts';

/** Starts the worker of the desk. The reader of workbooks, zod and yaml are in it alone, so the page loads none of them. */
export function startDesk(): DeskClient {
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' });
  return connectDesk({
    post(request) {
      worker.postMessage(request);
    },
    listen(onReply, onBreak) {
      worker.addEventListener('message', ({ data }: MessageEvent<DeskReply>) => {
        onReply(data);
      });
      worker.addEventListener('error', ({ message }) => {
        onBreak(message);
      });
    },
  });
}
