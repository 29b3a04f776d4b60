import { answerRequest } from '../../addin/worker/answer-request.ts';
import { connectWorker, type ClientOf, type WorkerReply, type WorkerRequest } from '../../addin/worker/messages.ts';
import { Desk, type DeskClient } from '../../addin/desk/desk.ts';
import { SchemeShelf } from '../../addin/desk/scheme-shelf.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';

/** The desk, with the schemes of the program or of another folder. */
export function startDeskHere(templates?: string): DeskClient {
  return connectHere(new Desk(new SchemeShelf(openSchemeFolder(templates))));
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
