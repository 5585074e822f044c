/** Stands in for the package `trough` in the bundles: trees are parsed, and not transformed. */
export const trough = (): { use(): void } => ({ use: () => undefined });
