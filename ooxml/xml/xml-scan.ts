import { AttributeReader } from './xml-attributes.ts';
import { decodeEntities } from './xml-text.ts';

/** What `next` found: a start tag, an end tag, text between tags, or the end of the document. */
type XmlToken = 'open' | 'close' | 'text' | 'end';

/** A tag's name as written, and as reported. */
interface TagName {
  readonly raw: string;
  readonly name: string;
}

/** Deeper than any part of a workbook that is read here; a bomb of nested tags ends early. */
const DEEPEST = 100;

const BANG = 33;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;

/**
 * A strict and fast reader of one XML part, pulled token by token.
 *
 * An element in the namespace prefix of the root is reported by its local name, so `<x:row>` of a prefixed file reads `row`;
 * any other keeps its prefix, and one without prefix in a prefixed file reads `:row`. `<a/>` gives `open` and `close`. Comments
 * and processing instructions are passed over. What is not well formed is `damaged`; a DOCTYPE is refused.
 */
export class XmlScanner extends AttributeReader {
  /** Of the tag just read. */
  name = '';
  /** Of the tag just read, as written. */
  rawName = '';
  /** Of the text just read, entities replaced. */
  text = '';
  /** Where the tag just read begins in the text of the part; both tags of `<a/>` are one. */
  tagStart = 0;
  /** Behind its `>`. */
  tagEnd = 0;
  /** Whether the start tag just read is `<a/>`, so that its end follows. */
  isEmpty = false;

  private rootSeen = false;
  private rootPrefix = '';
  private readonly openTags: TagName[] = [];
  /** Names met before, by a small hash, so that a name costs no new string. */
  private readonly knownNames: (TagName | undefined)[] = new Array<TagName | undefined>(256).fill(undefined);

  /** How many elements are open; 1 inside the root. */
  get depth(): number {
    return this.openTags.length;
  }

  next(): XmlToken {
    if (this.isEmpty) {
      this.isEmpty = false;
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

  /** Passes over what is known to be elements, each of them well formed and whole, up to this place. */
  moveTo(place: number): void {
    this.isEmpty = false;
    this.at = place;
    this.tagEnd = place;
  }

  /** The whole text of the element just opened, its end tag passed; an element inside is a fault. */
  readTextContent(): string {
    if (!this.isEmpty) {
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

  /** The prefix of the root with its colon, or nothing. */
  get prefix(): string {
    return this.rootPrefix;
  }

  /** The namespace of the root, right after `openRoot`. */
  rootNamespace(): string | undefined {
    return this.attribute(this.rootPrefix === '' ? 'xmlns' : `xmlns:${this.rootPrefix.slice(0, -1)}`);
  }

  private finish(): 'end' {
    if (this.depth > 0 || !this.rootSeen) this.fail('damaged', '内容不完整');
    return 'end';
  }

  private closeTag(): 'close' {
    const closed = this.openTags.pop();
    if (closed === undefined) return this.fail('damaged', '标签不配对');
    this.name = closed.name;
    this.rawName = closed.raw;
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
    const raw = this.openTags[this.openTags.length - 1]?.raw;
    if (raw === undefined || !this.stands(raw, this.at + 2)) this.fail('damaged', '标签不配对');
    this.tagStart = this.at;
    this.at += 2 + raw.length;
    this.skipSpace();
    if (this.xml.charCodeAt(this.at) !== GREATER) this.fail('damaged', '标签不配对');
    this.at += 1;
    this.tagEnd = this.at;
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
    this.tagStart = this.at;
    this.at += 1;
    const tag = this.readTagName();
    this.name = tag.name;
    this.rawName = tag.raw;
    this.openTags.push(tag);
    this.forgetAttributes();
    for (;;) {
      const spaced = this.skipSpace();
      const code = this.xml.charCodeAt(this.at);
      if (code === GREATER) break;
      if (code === SLASH) {
        if (this.xml.charCodeAt(this.at + 1) !== GREATER) this.fail('damaged', '标签有误');
        this.isEmpty = true;
        this.at += 1;
        break;
      }
      if (!spaced) this.fail('damaged', '标签有误');
      this.readAttribute();
    }
    this.at += 1;
    this.tagEnd = this.at;
  }

  private readTagName(): TagName {
    const from = this.at;
    const hash = this.skipName() & 255;
    const known = this.knownNames[hash];
    if (known !== undefined && known.raw.length === this.at - from && this.stands(known.raw, from)) return known;
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
}
