import { XmlCursor } from './xml-cursor.ts';
import { decodeEntities } from './xml-text.ts';

/** More than any element of a workbook has; the check for twins is quadratic. */
const MOST_ATTRIBUTES = 100;
/** Offsets an attribute: its name from and to, its value from and to. */
const OFFSETS = 4;

const DOUBLE_QUOTE = 34;
const AMPERSAND = 38;
const SINGLE_QUOTE = 39;
const LESS = 60;
const EQUALS = 61;
/** Line ends and tabs, of which a value makes spaces, come before it; so do the characters that XML forbids. */
const SPACE = 32;

/** The attributes of the start tag that was read last, as places in the text: most of them nobody asks for. */
export class AttributeReader extends XmlCursor {
  private readonly offsets = new Int32Array(OFFSETS * MOST_ATTRIBUTES);
  /** Whether the value of each is something else than what is written. */
  private readonly isEncoded = new Uint8Array(MOST_ATTRIBUTES);
  private count = 0;

  /**
   * The value of an attribute of the start tag just read, by its name as written; undefined when absent. Valid until the
   * scanner moves on.
   */
  attribute(name: string): string | undefined {
    const { offsets, count } = this;
    for (let index = 0; index < count; index += 1) {
      const from = offsets[OFFSETS * index] ?? 0;
      if ((offsets[OFFSETS * index + 1] ?? 0) - from === name.length && this.stands(name, from))
        return this.valueAt(index);
    }
    return undefined;
  }

  /** As `attribute`, by the local name of one that has a prefix: `id` finds `r:id`, whatever the prefix. */
  prefixedAttribute(localName: string): string | undefined {
    for (let index = 0; index < this.count; index += 1) {
      if (this.nameAt(index).endsWith(`:${localName}`)) return this.valueAt(index);
    }
    return undefined;
  }

  protected forgetAttributes(): void {
    this.count = 0;
  }

  protected readAttribute(): void {
    const { xml, offsets, count } = this;
    if (count >= MOST_ATTRIBUTES) this.fail('damaged', '属性过多');
    const nameFrom = this.at;
    this.skipName();
    const nameTo = this.at;
    this.skipSpace();
    if (xml.charCodeAt(this.at) !== EQUALS) this.fail('damaged', '属性有误');
    this.at += 1;
    this.skipSpace();
    const quote = xml.charCodeAt(this.at);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) this.fail('damaged', '属性有误');
    const from = this.at + 1;
    let to = from;
    let isEncoded = 0;
    for (let code = xml.charCodeAt(to); code !== quote; code = xml.charCodeAt(to)) {
      // NaN at the end of the text compares unequal to everything.
      if (code === LESS || Number.isNaN(code)) this.fail('damaged', '属性有误');
      if (code === AMPERSAND || code < SPACE) isEncoded = 1;
      to += 1;
    }
    this.refuseTwin(nameFrom, nameTo);
    const index = OFFSETS * count;
    offsets[index] = nameFrom;
    offsets[index + 1] = nameTo;
    offsets[index + 2] = from;
    offsets[index + 3] = to;
    this.isEncoded[count] = isEncoded;
    this.at = to + 1;
    this.count = count + 1;
  }

  private nameAt(index: number): string {
    return this.xml.slice(this.offsets[OFFSETS * index], this.offsets[OFFSETS * index + 1]);
  }

  private valueAt(index: number): string {
    const value = this.xml.slice(this.offsets[OFFSETS * index + 2], this.offsets[OFFSETS * index + 3]);
    if (this.isEncoded[index] === 0) return value;
    const spaced = value.replace(/\r\n|[\t\n\r]/g, ' ');
    return decodeEntities(spaced) ?? this.fail('damaged', '属性值有误');
  }

  private refuseTwin(from: number, to: number): void {
    const { xml, offsets, count } = this;
    const first = xml.charCodeAt(from);
    for (let index = 0; index < OFFSETS * count; index += OFFSETS) {
      const otherFrom = offsets[index] ?? 0;
      if (xml.charCodeAt(otherFrom) !== first || (offsets[index + 1] ?? 0) - otherFrom !== to - from) continue;
      if (this.stands(xml.slice(from, to), otherFrom)) this.fail('damaged', '属性重复');
    }
  }
}
