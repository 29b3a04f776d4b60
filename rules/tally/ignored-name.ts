/** What systems and programs put into folders by themselves, and into archives. */
const IGNORED: readonly (readonly [name: RegExp, why: string])[] = [
  [/^~\$/, 'Office 打开文件时留下的锁文件'],
  [/^\./, '隐藏文件'],
  [/^(?:desktop\.ini|(?:eh)?thumbs\.db|__MACOSX)$/i, '系统文件'],
  [/\.te?mp$/i, '程序的临时文件'],
  [/\.(?:crdownload|part|partial|download|opdownload|td)$/i, '没有下载完的文件'],
  [/\.(?:lnk|url|webloc)$/i, '快捷方式，不是文件本身'],
  [/^新建 ?文本文档(?: ?\(\d+\))?\.txt$/, '系统新建的文本文档'],
];

/** Why nobody need read a file or folder of this name, in Chinese without a full stop; null where somebody should. */
export function whyIgnored(name: string): string | null {
  return IGNORED.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
