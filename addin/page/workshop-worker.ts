/** The worker of the workshop, with the schemes of `templates/` built in: their texts, and the workbooks of their forms. */
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { SchemeFolder } from '../../jobs/scheme-folder.ts';
import { serveFromWorker } from '../worker/answer-request.ts';
import { Workshop } from './workshop.ts';

const texts = import.meta.webpackContext('../../templates', {
  recursive: true,
  regExp: /^\.\/[^/]+\/[^/]+\.(yaml|md)$/,
});
const forms = import.meta.webpackContext('../../templates', {
  recursive: true,
  regExp: /^\.\/[^/]+\/forms\/[^/]+\.xlsx$/,
});

const encoder = new TextEncoder();
const files = new Map<string, Uint8Array>();
for (const path of texts.keys()) files.set(path.slice(2), encoder.encode(texts(path)));
for (const path of forms.keys()) files.set(path.slice(2), bytesOf(forms(path)));

serveFromWorker((tell) => new Workshop(new SchemeFolder(new MemoryFolder(files)), tell));

/** @param url `data:…;base64,…`, as the build writes a workbook into the script */
function bytesOf(url: string): Uint8Array {
  const text = atob(url.slice(url.indexOf(',') + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
