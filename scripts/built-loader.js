/** For webpack: the text of a module of `addin/built/`. */
import path from 'node:path';
import { BUILT_MODULES } from './compile-schemes.js';

export default function load() {
  // What it is made of is not among webpack's modules.
  this.cacheable(false);
  return BUILT_MODULES[path.basename(this.resourcePath, '.ts')]();
}
