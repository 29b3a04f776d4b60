/** A template's parts, their content types and their relationships, as the package conventions of OOXML have them. */
import { IntakeError } from '../errors.ts';
import { INTAKE_LIMITS } from '../read/intake-limits.ts';
import { escapeXml, findElements, readAttribute } from './stamp-xml.ts';
import { XmlScanner } from '../xml/xml-scan.ts';
import { decodeXml } from '../xml/xml-text.ts';
import { ZipReader } from '../zip/zip-reader.ts';

/** A relationship; `target` is a part name without leading slash, or for an external one the address as written. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export class Package {
  private readonly zip: ZipReader;
  private readonly defaults = new Map<string, string>();
  private readonly overrides = new Map<string, string>();

  /** @throws {IntakeError} when the file is no readable zip or has no list of content types */
  constructor(
    bytes: Uint8Array,
    private readonly fileName: string,
  ) {
    this.zip = new ZipReader(bytes, fileName, INTAKE_LIMITS);
    const types = this.readXml('[Content_Types].xml');
    for (const { name, attributes } of findElements(types, 'Default|Override')) {
      const type = readAttribute(attributes, 'ContentType') ?? '';
      if (name === 'Default') this.defaults.set(readAttribute(attributes, 'Extension')?.toLowerCase() ?? '', type);
      else this.overrides.set(readAttribute(attributes, 'PartName')?.slice(1).toLowerCase() ?? '', type);
    }
  }

  has(part: string): boolean {
    return this.zip.has(part);
  }

  readBytes(part: string): Uint8Array {
    return this.zip.read(part);
  }

  /** The text of a part that may be less than well formed, as old VML drawings are. */
  readText(part: string): string {
    const text = decodeXml(this.zip.read(part));
    if (text === undefined) throw new IntakeError('damaged', this.fileName, `部件 ${part}`);
    return text;
  }

  /** The text of a part that is checked to be well formed and free of a DOCTYPE. */
  readXml(part: string): string {
    const scanner = new XmlScanner(this.zip.read(part), part, this.fileName);
    while (scanner.next() !== 'end');
    return this.readText(part);
  }

  contentType(part: string): string | undefined {
    return this.overrides.get(part.toLowerCase()) ?? this.defaults.get(extensionOf(part));
  }

  hasOwnContentType(part: string): boolean {
    return this.overrides.has(part.toLowerCase());
  }

  /** The content types by extension, as `Default` elements. */
  defaultTypes(): string {
    return [...this.defaults]
      .map(([extension, type]) => `<Default Extension="${escapeXml(extension)}" ContentType="${escapeXml(type)}"/>`)
      .join('');
  }

  /** The relationships of a part, or of the package for an empty name. */
  relationships(part: string): Relationship[] {
    const relsPart = relationshipsPartOf(part);
    if (!this.zip.has(relsPart)) return [];
    return findElements(this.readXml(relsPart), 'Relationship').map(({ attributes }) => {
      const external = readAttribute(attributes, 'TargetMode') === 'External';
      const target = readAttribute(attributes, 'Target') ?? '';
      return {
        id: readAttribute(attributes, 'Id') ?? '',
        type: readAttribute(attributes, 'Type') ?? '',
        target: external ? target : resolveTarget(part, target),
        external,
      };
    });
  }
}

/** `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The kind of a relationship, in whichever namespace: `worksheet`, `image`. */
export function kindOf(relationship: Relationship): string {
  return relationship.type.slice(relationship.type.lastIndexOf('/') + 1);
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The XML of the relationships of a part. Targets are written from its folder, as some programs read no others. */
export function writeRelationships(part: string, relationships: readonly Relationship[]): string {
  const items = relationships.map(({ id, type, target, external }) => {
    const address = external
      ? `"${escapeXml(target)}" TargetMode="External"`
      : `"${escapeXml(relativeTarget(part, target))}"`;
    return `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target=${address}/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

/** `../comments1.xml` from `xl/worksheets/sheet1.xml` to `xl/comments1.xml`. */
function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

function resolveTarget(part: string, target: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1).toLowerCase();
}
