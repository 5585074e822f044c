export const BOM = '\uFEFF';

/** The length of a text's byte order mark, in UTF-16 units: what it says starts there. */
export const bomLength = (text: string): number => (text.startsWith(BOM) ? BOM.length : 0);

export const withoutBom = (text: string): string => text.slice(bomLength(text));
