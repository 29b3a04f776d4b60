import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answerRequest } from '../../addin/worker/answer-request.ts';
import { connectWorker, type ClientOf, type WorkerReply, type WorkerRequest } from '../../addin/worker/messages.ts';
import { Desk, type DeskClient } from '../../addin/desk/desk.ts';
import { SchemeShelf } from '../../addin/desk/scheme-shelf.ts';

const TEMPLATES = path.resolve('templates');

function readTexts(): Map<string, Map<string, string>> {
  const folders = readdirSync(TEMPLATES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    folders.map(({ name }) => {
      const files = readdirSync(path.join(TEMPLATES, name)).filter((file) => /\.(yaml|md)$/.test(file));
      return [name, new Map(files.map((file) => [file, readFileSync(path.join(TEMPLATES, name, file), 'utf8')]))];
    }),
  );
}

/** The desk, with the schemes of the program. */
export function startDeskHere(): DeskClient {
  return connectHere(new Desk(new SchemeShelf(readTexts())));
}

/** An object behind messages that are copied as a worker's are, in this thread. */
export function connectHere<Served extends object>(served: Served): ClientOf<Served> {
  let answer: (reply: WorkerReply) => void = () => undefined;
  return connectWorker<Served>('desk', {
    post(request: WorkerRequest) {
      const copy = structuredClone(request);
      setTimeout(() => {
        void answerRequest(served, copy).then((reply) => {
          answer(structuredClone(reply));
        });
      }, 0);
    },
    listen(onReply) {
      answer = onReply;
    },
  });
}
