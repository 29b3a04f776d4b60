/** A moment as people write it: `2024年12月20日 14:05`. @param moment as `Date` takes it */
export function showTime(moment: string | number): string {
  return new Date(moment).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
}
