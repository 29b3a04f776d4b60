/** The worker of the desk, with the schemes of `templates/` built in. */
import { answerRequest } from './answer-request.ts';
import { Desk } from './desk.ts';
import type { DeskReply, DeskRequest } from './desk-messages.ts';
import { SchemeShelf } from './scheme-shelf.ts';

/** The part of webpack's `import.meta` that is used here: the texts of all files below a folder. */
interface TextContext {
  keys(): string[];
  (path: string): string;
}
declare global {
  interface ImportMeta {
    webpackContext(folder: string, options: { recursive: boolean; regExp: RegExp }): TextContext;
  }
}

/** What is used of the worker's global scope, which the page's types do not know. */
interface WorkerScope {
  postMessage(reply: DeskReply): void;
  onmessage: ((event: MessageEvent<DeskRequest>) => void) | null;
}

const files = import.meta.webpackContext('../../templates', {
  recursive: true,
  regExp: /^\.\/[^/]+\/[^/]+\.(yaml|md)$/,
});
const texts = new Map<string, Map<string, string>>();
for (const path of files.keys()) {
  const [, id = '', name = ''] = path.split('/');
  texts.set(id, (texts.get(id) ?? new Map<string, string>()).set(name, files(path)));
}

const desk = new Desk(new SchemeShelf(texts));
const scope = self as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  scope.postMessage(answerRequest(desk, data));
};
