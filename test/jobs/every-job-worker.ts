/** Entry of the worker in the browser: is sent the schemes, and answers with all that the jobs made. */
import { runEveryJob } from './every-job.ts';

addEventListener('message', ({ data }: MessageEvent<ReadonlyMap<string, Uint8Array>>) => {
  runEveryJob(data).then(
    (run) => {
      postMessage(run);
    },
    (error: unknown) => {
      postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
