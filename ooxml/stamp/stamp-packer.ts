import { packPiece, PieceJoiner, type PackedPiece } from '../zip/piece-joiner.ts';
import { packPart, storePart, type PackedPart } from '../zip/zip-writer.ts';
import { fillPattern, type Pattern, type Slot } from './stamp-pattern.ts';
import type { Page } from './stamp-value.ts';

/** Stretches shorter than this gain too little to be packed by themselves. */
const SHORTEST_PIECE = 100;

/** Packs parts that are often the same from workbook to workbook: what was packed last under a name is not packed again. */
export class PartPacker {
  private readonly last = new Map<string, { content: string | Uint8Array; packed: PackedPart }>();
  private readonly patterns = new Map<Pattern, readonly (PackedPiece | Pattern)[]>();
  private readonly joiner = new PieceJoiner();
  private frame: { readonly shape: string; readonly parts: readonly PackedPart[] } | undefined;

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

  /** A part of a few hundred bytes that is another in every workbook stands unpacked: to pack it takes longer than the workbook's other parts together. */
  packChanging(name: string, content: string): PackedPart {
    return storePart(name, content);
  }

  /** What workbooks of one shape have in common; `make` is called when the shape is another than the last. */
  packFrame(shape: string, make: () => readonly PackedPart[]): readonly PackedPart[] {
    if (this.frame?.shape !== shape) this.frame = { shape, parts: make() };
    return this.frame.parts;
  }

  /** A page's sheet: what every page has of it is packed the first time only. */
  packPage(name: string, pattern: Pattern, page: Page): PackedPart {
    let pieces = this.patterns.get(pattern);
    if (pieces === undefined) {
      pieces = cutPattern(pattern);
      this.patterns.set(pattern, pieces);
    }
    // A page that was refused half-way must leave nothing to the next one.
    this.joiner.clear();
    for (const piece of pieces) {
      if ('bytes' in piece) this.joiner.addPiece(piece);
      else this.joiner.addText(fillPattern(piece, page));
    }
    return this.joiner.finish(name);
  }
}

/** Long constant stretches, packed, and between them what has to be filled, with the short ones in it. */
function cutPattern(pattern: Pattern): (PackedPiece | Pattern)[] {
  const pieces: (PackedPiece | Pattern)[] = [];
  let open: (string | Slot)[] = [];
  const close = (): void => {
    if (open.length > 0) pieces.push(open);
    open = [];
  };
  for (const piece of joinConstants(pattern)) {
    if (typeof piece === 'string' && piece.length >= SHORTEST_PIECE) {
      close();
      pieces.push(packPiece(piece));
    } else open.push(piece);
  }
  close();
  return pieces;
}

/** The pattern with constants that follow each other as one. */
function joinConstants(pattern: Pattern): (string | Slot)[] {
  const joined: (string | Slot)[] = [];
  for (const piece of pattern) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
