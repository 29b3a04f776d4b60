import { packPart, type PackedPart } from '../zip/zip-writer.ts';

/** Packs parts that are often the same from workbook to workbook: what was packed last under a name is not packed again. */
export class PartPacker {
  private readonly last = new Map<string, { content: string | Uint8Array; packed: PackedPart }>();

  pack(name: string, content: string | Uint8Array): PackedPart {
    const known = this.last.get(name);
    if (known?.content === content) return known.packed;
    const packed = packPart(name, content);
    this.last.set(name, { content, packed });
    return packed;
  }

  /** A part whose content never changes; `read` is called the first time only. */
  packOnce(name: string, read: () => string | Uint8Array): PackedPart {
    return this.last.get(name)?.packed ?? this.pack(name, read());
  }
}
