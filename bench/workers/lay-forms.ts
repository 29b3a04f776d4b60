/** `lay-forms TEMPLATES FORMS`: lays a workbook of forms out for paper and draws its pages, as the page's worker does. */
import { readFile } from 'node:fs/promises';
import { drawPage } from '../../ooxml/print/draw-page.ts';
import { ESTIMATED_FONTS } from '../../ooxml/print/fonts.ts';
import { layBook } from '../../ooxml/print/lay-book.ts';

const [, , , path = ''] = process.argv;
const drawn = layBook(await readFile(path), path, ESTIMATED_FONTS).pages.map(drawPage);
console.log(drawn.length);
