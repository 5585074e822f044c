import table from './shortcodes.json' with { type: 'json' };

/** Each line an emoji's names and the emoji. Bundles carry it packed, and unpack it here when it is asked for. */
export const shortcodeTable = (): string => table;
