/** The schemes' form workbooks, `<scheme>/<file name>`. Empty until a build puts them here (`scripts/compile-schemes.js`). */
export const FORMS: ReadonlyMap<string, Uint8Array> = new Map();
