/** Radicals that stand in texts copied from PDF files, where the character of the same shape is meant. */

/** For U+2E80 to U+2EF3, in their order, after EquivalentUnifiedIdeograph of Unicode; the radicals of simplified writing mean its characters. */
const SUPPLEMENT =
  '冫厂乛乚乙亻冂几刀刂卜㔾小小尢尣尢尣巳幺彑彐忄㣺扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁网网羊羊羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

const FIRST = 0x2e80;
const RADICAL = /[\u2e80-\u2fd5\uf900-\ufaff]/g;

/** The text with each radical, and each double that Unicode keeps of a character, as the character itself. */
export function replaceRadicals(text: string): string {
  return text.replace(RADICAL, (radical) => SUPPLEMENT[radical.charCodeAt(0) - FIRST] ?? radical.normalize('NFKC'));
}
