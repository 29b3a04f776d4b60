import { XmlScanner } from '../xml/xml-scan.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

/** How one part of a workbook points to another. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `sharedStrings`; the same in both editions of the format. */
  readonly type: string;
  /** The part's name in the zip, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * The relations of a part (of the whole package for ''), from its `.rels`; none when there is no such file.
 * @throws {IntakeError} `damaged`; `external-link` for a target outside that is no hyperlink
 */
export function readRelations(zip: ZipReader, partName: string): Relation[] {
  const relsName = relationsPartOf(partName);
  return zip.has(relsName)
    ? readRelationsPart(new XmlScanner(zip.read(relsName), relsName, zip.fileName), relsName)
    : [];
}

/**
 * Reads a `.rels` file; `relsName` is its own name.
 * @throws {IntakeError} as `readRelations`
 */
export function readRelationsPart(scanner: XmlScanner, relsName: string): Relation[] {
  const folder = relsName.slice(0, relsName.lastIndexOf('_rels/'));
  const relations: Relation[] = [];
  const ids = new Set<string>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name !== 'Relationship') continue;
    const id = scanner.attribute('Id');
    const target = scanner.attribute('Target');
    const type = scanner.attribute('Type')?.split('/').at(-1);
    const external = scanner.attribute('TargetMode') === 'External';
    if (id === undefined || target === undefined || type === undefined || ids.has(id)) {
      return scanner.fail('damaged', '部件关系有误');
    }
    ids.add(id);
    if (external && type !== 'hyperlink') scanner.fail('external-link', type);
    const resolved = external ? target : resolve(folder, target);
    if (resolved === undefined) return scanner.fail('bad-name', '部件关系指向包外');
    relations.push({ id, type, target: resolved, external });
  }
  return relations;
}

/** The name of a part's `.rels` file. */
export function relationsPartOf(partName: string): string {
  const cut = partName.lastIndexOf('/') + 1;
  return `${partName.slice(0, cut)}_rels/${partName.slice(cut)}.rels`;
}

/** `../a.xml` seen from `xl/worksheets/` is `xl/a.xml`; `/xl/a.xml` is so from anywhere. Undefined when it climbs out. */
function resolve(folder: string, target: string): string | undefined {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
