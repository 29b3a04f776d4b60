/** The worker of the desk, with the schemes of `templates/` built in. */
import { serveFromWorker } from '../worker/answer-request.ts';
import { Desk } from './desk.ts';
import { SchemeShelf } from './scheme-shelf.ts';

const files = import.meta.webpackContext('../../templates', {
  recursive: true,
  regExp: /^\.\/[^/]+\/[^/]+\.(yaml|md)$/,
});
const texts = new Map<string, Map<string, string>>();
for (const path of files.keys()) {
  const [, id = '', name = ''] = path.split('/');
  texts.set(id, (texts.get(id) ?? new Map<string, string>()).set(name, files(path)));
}

serveFromWorker(() => new Desk(new SchemeShelf(texts)));
