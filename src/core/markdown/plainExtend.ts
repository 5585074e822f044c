/** Stands in for the package `extend` in the bundles: what a processor is told is copied for each text, and only read there. */
// biome-ignore lint/style/noDefaultExport: as the package has it
export default (_deep: boolean, target: object, source: object): object => Object.assign(target, source);
