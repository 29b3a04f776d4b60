/** What empties a search field: the library calls it “clear” to those who hear the page. */
export const CLEAR_SEARCH = { 'aria-label': '清除' } as const;
