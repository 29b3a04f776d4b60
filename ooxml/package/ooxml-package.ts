import { IntakeError } from '../errors.ts';
import { readElements, type XmlElement } from '../xml/xml-elements.ts';
import { XmlScanner } from '../xml/xml-scan.ts';
import { decodeXml } from '../xml/xml-text.ts';
import type { ZipReader } from '../zip/zip-reader.ts';
import { contentTypeOf, type ContentTypes } from './content-types.ts';
import type { PartReadings } from './part-readings.ts';
import { relationsPartOf, type Relation } from './relations.ts';

const EXTERNAL_LINKS = /\/externalLinks\//i;
const TYPES_PART = '[Content_Types].xml';

/** How the parts are read that every package has. */
interface PackageReadings {
  readonly contentTypes: PartReadings<ContentTypes>;
  readonly relations: PartReadings<readonly Relation[]>;
}

/** The parts of a workbook, their content types and their relations, as the package conventions of OOXML have them. */
export class OoxmlPackage {
  readonly fileName: string;

  constructor(
    readonly zip: ZipReader,
    private readonly readings: PackageReadings,
  ) {
    this.fileName = zip.fileName;
  }

  has(part: string): boolean {
    return this.zip.has(part);
  }

  /** @throws {IntakeError} as all that read a part: `damaged` where there is none, `bad-checksum` */
  readBytes(part: string): Uint8Array {
    return this.zip.read(part);
  }

  /** The text of a part that may be less than well formed, as old VML drawings are. */
  readText(part: string): string {
    const text = decodeXml(this.zip.read(part));
    if (text === undefined) throw new IntakeError('damaged', this.fileName, `部件 ${part}：编码有误`);
    return text;
  }

  scan(part: string): XmlScanner {
    return new XmlScanner(this.zip.read(part), part, this.fileName);
  }

  readElements(part: string): XmlElement {
    return readElements(this.scan(part));
  }

  /** The relations of a part, or of the package for ''; none where there is no such file. */
  relationsOf(part: string): readonly Relation[] {
    const relsPart = relationsPartOf(part);
    return this.zip.has(relsPart) ? this.readings.relations.of(this.zip, relsPart) : [];
  }

  /** Whether cells may show what other workbooks held. */
  get hasLinks(): boolean {
    return this.zip.names().some((name) => EXTERNAL_LINKS.test(name));
  }

  /** Reads every file of relations, also of parts that are never read, and refuses what points outside where nothing may. @throws {IntakeError} */
  checkRelations(links: boolean): void {
    for (const name of this.zip.names()) {
      if (!links && EXTERNAL_LINKS.test(name)) throw new IntakeError('external-link', this.fileName, name);
      if (/(?:^|\/)_rels\/[^/]*\.rels$/i.test(name)) this.readings.relations.of(this.zip, name);
    }
  }

  get hasContentTypes(): boolean {
    return this.zip.has(TYPES_PART);
  }

  get contentTypes(): ContentTypes {
    return this.readings.contentTypes.of(this.zip, TYPES_PART);
  }

  contentTypeOf(part: string): string | undefined {
    return contentTypeOf(this.contentTypes, part);
  }
}
