/**
 * The files of `templates/` as the build puts them into the worker's script, by their path there. `scripts/build-page-file.js` has a text of its own
 * in place of this one, for another builder.
 */

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

const texts = import.meta.webpackContext('../../templates', {
  recursive: true,
  regExp: /^\.\/[^/]+\/[^/]+\.(yaml|md)$/,
});
const forms = import.meta.webpackContext('../../templates', {
  recursive: true,
  regExp: /^\.\/[^/]+\/forms\/[^/]+\.xlsx$/,
});

const encoder = new TextEncoder();

/** The bytes of each. */
export const TEMPLATE_FILES: ReadonlyMap<string, Uint8Array> = new Map([
  ...texts.keys().map((path): [string, Uint8Array] => [path.slice(2), encoder.encode(texts(path))]),
  ...forms.keys().map((path): [string, Uint8Array] => [path.slice(2), bytesOf(forms(path))]),
]);

/** @param url `data:…;base64,…`, as the build writes a workbook into the script */
function bytesOf(url: string): Uint8Array {
  const text = atob(url.slice(url.indexOf(',') + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
