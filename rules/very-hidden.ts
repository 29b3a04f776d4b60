/** How a sheet is shown that no menu of Excel or WPS lists (`veryHidden`), for messages: without a full stop. */
export const SHOW_VERY_HIDDEN =
  '按 Alt+F11 打开 VBA 编辑器，在左边点这张表，按 F4，把 Visible 改为“-1 - xlSheetVisible”';
