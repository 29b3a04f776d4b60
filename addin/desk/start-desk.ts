import { connectTo } from '../worker/messages.ts';
import type { Desk, DeskClient } from './desk.ts';

/** Starts the worker of the desk. The reader of workbooks, zod and yaml are in it alone, so the page loads none of them. */
export function startDesk(): DeskClient {
  return connectTo<Desk>('desk', new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' }));
}
