import { makeZip } from './hostile-zip.ts';
import { unpackTexts } from './unpack.ts';

/** As WPS 表格 names itself in the files that it saves. */
export const WPS = 'WPS Office_11.1.0.14309_F1E327BC-269C-435d-A152-05C5408002CA';

/** A workbook with the marks that WPS leaves: its name, and its own custom properties behind those that were there. */
export function resaveAsWps(bytes: Uint8Array): Uint8Array {
  const parts = unpackTexts(bytes);
  const change = (part: string, from: RegExp, to: string) => {
    const text = parts.get(part) ?? '';
    if (!from.test(text)) throw new Error(`${part} has no ${from.source}`);
    parts.set(part, text.replace(from, to));
  };
  change('docProps/app.xml', /<Application>[^<]*/, `<Application>${WPS}`);
  const property = (pid: number, name: string, value: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;
  const own = [
    property(20, 'ICV', '0123456789ABCDEF0123456789ABCDEF_12'),
    property(21, 'KSOProductBuildVer', '2052-11.1.0.14309'),
  ];
  change('docProps/custom.xml', /<\/Properties>/, `${own.join('')}</Properties>`);
  return makeZip([...parts].map(([name, data]) => ({ name, data })));
}
