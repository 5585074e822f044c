/** Stands in for the package `mdast-util-find-and-replace` in the bundles: GFM's second pass over text is left out. */
export function findAndReplace(): void {}
