import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** How one part of a workbook points to another. */
export interface Relation {
  readonly id: string;
  /** The address that names the type. */
  readonly type: string;
  /** Its last word: `worksheet`, `sharedStrings`; the same in both editions of the format. */
  readonly kind: string;
  /** The part's name in the zip, or an address outside as written. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * Reads a `.rels` file; `relsName` is its own name.
 * @throws {IntakeError} `damaged`; `external-link` for a target outside that is no hyperlink, where none is wanted; `bad-name` for one that climbs out of the package
 */
export function readRelations(scanner: XmlScanner, relsName: string, links = false): Relation[] {
  const folder = relsName.slice(0, relsName.lastIndexOf('_rels/'));
  const relations: Relation[] = [];
  const ids = new Set<string>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name !== 'Relationship') continue;
    const id = scanner.attribute('Id');
    const target = scanner.attribute('Target');
    const type = scanner.attribute('Type');
    const external = scanner.attribute('TargetMode') === 'External';
    if (id === undefined || target === undefined || type === undefined || ids.has(id)) {
      return scanner.fail('damaged', '部件关系有误');
    }
    ids.add(id);
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (external && kind !== 'hyperlink' && !links) scanner.fail('external-link', kind);
    const resolved = external ? target : resolve(folder, target);
    if (resolved === undefined) return scanner.fail('bad-name', '部件关系指向包外');
    relations.push({ id, type, kind, target: resolved, external });
  }
  return relations;
}

/** The name of a part's `.rels` file, `xl/_rels/workbook.xml.rels`; for '' that of the package. */
export function relationsPartOf(partName: string): string {
  const cut = partName.lastIndexOf('/') + 1;
  return `${partName.slice(0, cut)}_rels/${partName.slice(cut)}.rels`;
}

/** Where the types of relations begin: those of the documents, and those of the package itself. */
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relation to be written. */
export type NewRelation = Omit<Relation, 'kind'>;

/** The `.rels` file of a part. Targets are written from its folder, as some programs read no others. */
export function writeRelations(part: string, relations: readonly NewRelation[]): string {
  const items = relations.map(({ id, type, target, external }) => {
    const address = external
      ? `"${escapeXml(target)}" TargetMode="External"`
      : `"${escapeXml(relativeTarget(part, target))}"`;
    return `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target=${address}/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONS}">${items.join('')}</Relationships>`;
}

/** `../comments1.xml` from `xl/worksheets/sheet1.xml` to `xl/comments1.xml`. */
function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
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
