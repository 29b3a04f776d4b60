/** Entry of a worker in the browser: the private folder of the page's address, as one that a user has picked. */
import { BrowserFolder } from '../../addin/page/browser-folder.ts';
import { exerciseFolder } from './exercise-folder.ts';

async function run(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  return await exerciseFolder(new BrowserFolder(await root.getDirectoryHandle('评优', { create: true })));
}

run().then(
  (answers) => {
    postMessage(answers);
  },
  (error: unknown) => {
    postMessage([error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  },
);
