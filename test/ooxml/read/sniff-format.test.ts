import { describe, expect, it } from 'vitest';
import { sniffFormat, sniffZip } from '../../../ooxml/read/sniff-format.ts';
import { makeOle2 } from '../../support/ole2.ts';

const bytesOf = (text: string, rest = 0) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(rest, 0x41)]);
const MAIL = 'Received: from a\r\nFrom: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\n\r\n';

describe('what a file is', () => {
  it.each<[string, string, Uint8Array]>([
    ['zip', '', bytesOf('PK\x03\x04', 40)],
    ['empty', '压缩包里没有文件', bytesOf('PK\x05\x06', 18)],
    ['archive', 'RAR', bytesOf('Rar!\x1a\x07\x01\0', 40)],
    ['archive', '7z', bytesOf('7z\xbc\xaf\x27\x1c', 40)],
    ['archive', 'gzip', bytesOf('\x1f\x8b\x08\0', 40)],
    ['pdf', '', bytesOf('%PDF-1.7\n', 40)],
    ['pdf', '', bytesOf('\n\n%!PS\n%PDF-1.4\n', 40)],
    ['picture', 'JPEG', bytesOf('\xff\xd8\xff\xe1', 40)],
    ['picture', 'PNG', bytesOf('\x89PNG\r\n\x1a\n', 40)],
    ['picture', 'GIF', bytesOf('GIF89a', 40)],
    ['picture', 'TIFF', bytesOf('II*\0', 40)],
    ['picture', 'TIFF', bytesOf('MM\0*', 40)],
    ['picture', 'WebP', bytesOf('RIFF\x24\0\0\0WEBPVP8 ', 40)],
    ['picture', 'HEIC', bytesOf('\0\0\0\x18ftypheic\0\0\0\0', 40)],
    ['picture', 'HEIC', bytesOf('\0\0\0\x18ftypmif1\0\0\0\0', 40)],
    ['picture', 'BMP', bytesOf('BM\x36\x10\x0e\0\0\0\0\0', 40)],
    ['mail', '', bytesOf(MAIL, 40)],
    ['mail', 'Outlook', makeOle2('__properties_version1.0')],
    ['document', 'Word', makeOle2('WordDocument')],
    ['document', 'RTF', bytesOf('{\\rtf1\\ansi', 40)],
    ['encrypted', '', makeOle2('EncryptionInfo', 'EncryptedPackage')],
    ['old-xls', '', makeOle2('Workbook')],
    ['old-xls', '', makeOle2('Book')],
    ['not-a-workbook', '', makeOle2('Other')],
    ['web-page', '', Buffer.from('\ufeff<!DOCTYPE html><table>')],
    ['web-page', '', bytesOf('<table border=1><tr>')],
    ['web-page', '', bytesOf('<?xml version="1.0"?>\n<html xmlns="x">')],
    ['web-page', '', bytesOf('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n')],
    ['xml-table', '', bytesOf('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">')],
    ['text', '', Buffer.from('编号,得分\n200001,98\n')],
    ['text', '', Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x31])],
    ['text', '', Buffer.from('\ufeff编号\t得分\r\n', 'utf16le')],
    ['text', '', bytesOf('Date: 1\r\nFrom: a\r\nonly two')],
    ['empty', '0 字节', new Uint8Array()],
    ['empty', '全是 0', new Uint8Array(4096)],
    ['foreign-encryption', '', bytesOf('%TSD-Header-###%\xa9\x6c\x03\x7f\x15\0')],
    ['foreign-encryption', '', bytesOf('\x01\x02\x03\x04', 40)],
  ])('%s %s by its first bytes', (kind, detail, bytes) => {
    expect(sniffFormat(bytes, '200001 甲.xlsx')).toEqual({ kind, detail });
  });

  it('is not called encrypted where its name does not say that it is a workbook', () => {
    const bytes = bytesOf('\x01\x02\x03\x04', 40);
    for (const name of ['甲.XLSX', '甲.xls', '甲.et', '甲.ods', '甲.xlsb']) {
      expect(sniffFormat(bytes, name).kind).toBe('foreign-encryption');
    }
    for (const name of ['甲.dat', '甲.xlsx.exe', '甲']) expect(sniffFormat(bytes, name).kind).toBe('not-a-workbook');
  });

  it('in a zip goes by the names of its parts', () => {
    const kindOf = (...names: string[]) => sniffZip(names)?.kind ?? null;
    expect(kindOf('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')).toBeNull();
    expect(kindOf('_rels/.rels', 'xl/workbook.xml')).toBeNull();
    expect(kindOf('[Content_Types].xml', 'xl/workbook.bin')).toBe('xlsb');
    expect(kindOf('mimetype', 'content.xml')).toBe('ods');
    expect(kindOf('[Content_Types].xml', 'word/document.xml')).toBe('document');
    expect(kindOf('[Content_Types].xml', 'ppt/presentation.xml')).toBe('document');
    expect(kindOf('OFD.xml', 'Doc_0/Document.xml')).toBe('document');
    expect(kindOf('200001 a.xlsx', 'b/OFD.xml.xlsx')).toBe('archive');
    expect(kindOf()).toBe('archive');
  });
});
