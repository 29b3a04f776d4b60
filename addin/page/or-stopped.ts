/** What is waited for, unless it is stopped before: a browser opens a file as slowly as its disk lets it. @throws the reason of `signal`, as soon as it is stopped */
export function orStopped<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    waited,
    new Promise<never>((_, reject) => {
      const stop = () => {
        reject(signal.reason as Error);
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop);
    }),
  ]);
}
