import { IntakeError, type IntakeCode } from '../errors.ts';
import { isNameCode, isNameStart } from './xml-names.ts';
import { decodeEntities, decodeXml } from './xml-text.ts';

/** What `next` found: a start tag, an end tag, text between tags, or the end of the document. */
type XmlToken = 'open' | 'close' | 'text' | 'end';

/** A tag's name as written, and as reported. */
interface TagName {
  readonly raw: string;
  readonly name: string;
}

/** Deeper than any part of a workbook that is read here; a bomb of nested tags ends early. */
const DEEPEST = 100;
/** More than any element of a workbook has; the check for twins is quadratic. */
const MOST_ATTRIBUTES = 100;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/**
 * A strict and fast reader of one XML part, pulled token by token.
 *
 * An element in the namespace prefix of the root is reported by its local name, so `<x:row>` of a prefixed file reads `row`;
 * any other keeps its prefix, and one without prefix in a prefixed file reads `:row`. `<a/>` gives `open` and `close`. Comments
 * and processing instructions are passed over. What is not well formed is `damaged`; a DOCTYPE is refused.
 */
export class XmlScanner {
  /** Of the tag just read. */
  name = '';
  /** Of the text just read, entities replaced. */
  text = '';

  private readonly xml: string;
  private at = 0;
  private selfClosed = false;
  private rootSeen = false;
  private rootPrefix = '';
  private readonly openTags: TagName[] = [];
  /** Names met before, by a small hash, so that a name costs no new string. */
  private readonly knownNames: (TagName | undefined)[] = new Array<TagName | undefined>(256).fill(undefined);
  /** Four offsets an attribute: its name from and to, its value from and to. */
  private readonly attributeOffsets = new Int32Array(4 * MOST_ATTRIBUTES);
  private attributeCount = 0;

  /**
   * @param partName for the message when the part is damaged
   * @throws {IntakeError} when the bytes are not UTF-8 (or UTF-16 with its mark) or hold characters that XML forbids
   */
  constructor(
    bytes: Uint8Array,
    private readonly partName: string,
    private readonly fileName: string,
  ) {
    const xml = decodeXml(bytes);
    if (xml === undefined) this.fail('damaged', '编码有误');
    this.xml = xml;
  }

  /** How many elements are open; 1 inside the root. */
  get depth(): number {
    return this.openTags.length;
  }

  next(): XmlToken {
    if (this.selfClosed) {
      this.selfClosed = false;
      return this.closeTag();
    }
    for (;;) {
      if (this.at >= this.xml.length) return this.finish();
      if (this.xml.charCodeAt(this.at) !== LESS) {
        if (this.readText()) return 'text';
        continue;
      }
      switch (this.xml.charCodeAt(this.at + 1)) {
        case SLASH:
          this.readEndTag();
          return this.closeTag();
        case BANG:
          if (this.readBang()) return 'text';
          continue;
        case QUESTION:
          this.at = this.indexAfter('?>', this.at + 2);
          continue;
        default:
          this.readStartTag();
          return 'open';
      }
    }
  }

  /** Goes on to the next tag that is a child of the element at `depth`; false when that element has closed. */
  nextChild(depth: number): boolean {
    for (;;) {
      const token = this.next();
      if (token === 'open' && this.depth === depth + 1) return true;
      if (token === 'close' && this.depth < depth) return false;
    }
  }

  /** Reads the root's start tag and gives its name. */
  openRoot(): string {
    while (this.next() !== 'open');
    return this.name;
  }

  /** Passes over what is left of the element just opened, its end tag included. */
  skip(): void {
    const depth = this.depth;
    while (this.next() !== 'close' || this.depth >= depth);
  }

  /** The whole text of the element just opened, its end tag passed; an element inside is a fault. */
  readTextContent(): string {
    if (!this.selfClosed) {
      // Nearly always the text ends with the end tag, and one step will do.
      const end = this.xml.indexOf('<', this.at);
      if (end !== -1 && this.xml.charCodeAt(end + 1) === SLASH) {
        const text = this.cleanText(this.at, end);
        this.at = end;
        this.readEndTag();
        this.openTags.pop();
        return text;
      }
    }
    let text = '';
    for (;;) {
      switch (this.next()) {
        case 'text':
          text += this.text;
          break;
        case 'close':
          return text;
        default:
          this.fail('damaged', `元素 ${this.name} 位置有误`);
      }
    }
  }

  /**
   * The value of an attribute of the start tag just read, by its name as written; undefined when absent. Valid until the
   * scanner moves on.
   */
  attribute(name: string): string | undefined {
    const offsets = this.attributeOffsets;
    for (let index = 0; index < 4 * this.attributeCount; index += 4) {
      const from = offsets[index] ?? 0;
      if ((offsets[index + 1] ?? 0) - from === name.length && this.xml.startsWith(name, from))
        return this.valueAt(index);
    }
    return undefined;
  }

  /** As `attribute`, by the local name of one that has a prefix: `id` finds `r:id`, whatever the prefix. */
  prefixedAttribute(localName: string): string | undefined {
    const offsets = this.attributeOffsets;
    for (let index = 0; index < 4 * this.attributeCount; index += 4) {
      const written = this.xml.slice(offsets[index], offsets[index + 1]);
      if (written.endsWith(`:${localName}`)) return this.valueAt(index);
    }
    return undefined;
  }

  /** The namespace of the root, right after `openRoot`. */
  rootNamespace(): string | undefined {
    return this.attribute(this.rootPrefix === '' ? 'xmlns' : `xmlns:${this.rootPrefix.slice(0, -1)}`);
  }

  /** Turns the file away because of this part. */
  fail(code: IntakeCode, detail: string): never {
    throw new IntakeError(
      code,
      this.fileName,
      detail === '' ? `部件 ${this.partName}` : `部件 ${this.partName}：${detail}`,
    );
  }

  private valueAt(index: number): string {
    const value = this.xml.slice(this.attributeOffsets[index + 2], this.attributeOffsets[index + 3]);
    if (!/[&\t\n\r]/.test(value)) return value;
    const spaced = value.replace(/\r\n|[\t\n\r]/g, ' ');
    return decodeEntities(spaced) ?? this.fail('damaged', '属性值有误');
  }

  private finish(): 'end' {
    if (this.depth > 0 || !this.rootSeen) this.fail('damaged', '内容不完整');
    return 'end';
  }

  private closeTag(): 'close' {
    const closed = this.openTags.pop();
    if (closed === undefined) return this.fail('damaged', '标签不配对');
    this.name = closed.name;
    return 'close';
  }

  /** False outside the root, where only white space may stand. */
  private readText(): boolean {
    const found = this.xml.indexOf('<', this.at);
    const end = found === -1 ? this.xml.length : found;
    const text = this.cleanText(this.at, end);
    this.at = end;
    if (this.depth === 0) {
      if (/[^ \t\n]/.test(text)) this.fail('damaged', '根元素之外有文字');
      return false;
    }
    this.text = text;
    return true;
  }

  private cleanText(from: number, to: number): string {
    const text = this.xml.slice(from, to);
    const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    if (!plain.includes('&')) return plain;
    return decodeEntities(plain) ?? this.fail('damaged', '文字中的转义有误');
  }

  /** Moves behind an end tag, which must match the innermost open one. */
  private readEndTag(): void {
    const raw = this.openTags.at(-1)?.raw;
    if (raw === undefined || !this.xml.startsWith(raw, this.at + 2)) this.fail('damaged', '标签不配对');
    this.at += 2 + raw.length;
    this.skipSpace();
    if (this.xml.charCodeAt(this.at) !== GREATER) this.fail('damaged', '标签不配对');
    this.at += 1;
  }

  /** A comment (false) or CDATA (true, its text read). */
  private readBang(): boolean {
    if (this.xml.startsWith('<!--', this.at)) {
      const dashes = this.indexAfter('--', this.at + 4);
      if (this.xml.charCodeAt(dashes) !== GREATER) this.fail('damaged', '注释有误');
      this.at = dashes + 1;
      return false;
    }
    if (this.xml.startsWith('<![CDATA[', this.at) && this.depth > 0) {
      const from = this.at + 9;
      this.at = this.indexAfter(']]>', from);
      this.text = this.xml.slice(from, this.at - 3).replace(/\r\n?/g, '\n');
      return true;
    }
    return this.xml.startsWith('<!DOCTYPE', this.at) ? this.fail('doctype', '') : this.fail('damaged', '声明有误');
  }

  private readStartTag(): void {
    if (this.depth === 0 && this.rootSeen) this.fail('damaged', '根元素不止一个');
    if (this.depth >= DEEPEST) this.fail('damaged', '嵌套过深');
    this.at += 1;
    const tag = this.readTagName();
    this.name = tag.name;
    this.openTags.push(tag);
    this.attributeCount = 0;
    for (;;) {
      const spaced = this.skipSpace();
      const code = this.xml.charCodeAt(this.at);
      if (code === GREATER) break;
      if (code === SLASH) {
        if (this.xml.charCodeAt(this.at + 1) !== GREATER) this.fail('damaged', '标签有误');
        this.selfClosed = true;
        this.at += 1;
        break;
      }
      if (!spaced) this.fail('damaged', '标签有误');
      this.readAttribute();
    }
    this.at += 1;
  }

  private readTagName(): TagName {
    const from = this.at;
    const hash = this.skipName() & 255;
    const known = this.knownNames[hash];
    if (known !== undefined && known.raw.length === this.at - from && this.xml.startsWith(known.raw, from))
      return known;
    const raw = this.xml.slice(from, this.at);
    if (!this.rootSeen) {
      this.rootSeen = true;
      this.rootPrefix = raw.slice(0, raw.indexOf(':') + 1);
    }
    const tag = { raw, name: this.reportedName(raw) };
    this.knownNames[hash] = tag;
    return tag;
  }

  private reportedName(raw: string): string {
    if (raw.startsWith(this.rootPrefix)) return raw.slice(this.rootPrefix.length);
    return raw.includes(':') ? raw : `:${raw}`;
  }

  private readAttribute(): void {
    const index = 4 * this.attributeCount;
    if (this.attributeCount >= MOST_ATTRIBUTES) this.fail('damaged', '属性过多');
    const offsets = this.attributeOffsets;
    offsets[index] = this.at;
    this.skipName();
    offsets[index + 1] = this.at;
    this.skipSpace();
    if (this.xml.charCodeAt(this.at) !== EQUALS) this.fail('damaged', '属性有误');
    this.at += 1;
    this.skipSpace();
    const { xml } = this;
    const quote = xml.charCodeAt(this.at);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) this.fail('damaged', '属性有误');
    const from = this.at + 1;
    let to = from;
    for (let code = xml.charCodeAt(to); code !== quote; code = xml.charCodeAt(to)) {
      // NaN at the end of the text compares unequal to everything.
      if (code === LESS || Number.isNaN(code)) this.fail('damaged', '属性有误');
      to += 1;
    }
    offsets[index + 2] = from;
    offsets[index + 3] = to;
    this.at = to + 1;
    this.refuseTwin(index);
    this.attributeCount += 1;
  }

  private refuseTwin(index: number): void {
    const offsets = this.attributeOffsets;
    const from = offsets[index] ?? 0;
    const length = (offsets[index + 1] ?? 0) - from;
    for (let other = 0; other < index; other += 4) {
      const otherFrom = offsets[other] ?? 0;
      if ((offsets[other + 1] ?? 0) - otherFrom !== length) continue;
      if (this.xml.startsWith(this.xml.slice(from, from + length), otherFrom)) this.fail('damaged', '属性重复');
    }
  }

  /** Moves behind a name and gives a hash of it. */
  private skipName(): number {
    const { xml, at: from } = this;
    let at = from;
    let hash = 0;
    for (let code = xml.charCodeAt(at); isNameCode(code); code = xml.charCodeAt(at)) {
      hash = (hash * 31 + code) | 0;
      at += 1;
    }
    if (at === from || !isNameStart(xml.charCodeAt(from))) this.fail('damaged', '标签有误');
    this.at = at;
    return hash;
  }

  /** True when there was white space. */
  private skipSpace(): boolean {
    const from = this.at;
    for (;;) {
      const code = this.xml.charCodeAt(this.at);
      if (code !== SPACE && code !== LINE_FEED && code !== RETURN && code !== TAB) return this.at > from;
      this.at += 1;
    }
  }

  private indexAfter(wanted: string, from: number): number {
    const found = this.xml.indexOf(wanted, from);
    return found === -1 ? this.fail('damaged', '内容不完整') : found + wanted.length;
  }
}
