/** Stands in for the package `vfile` in the bundles: of a file the parser asks nothing but its text. */
export class VFile {
  readonly value: string;

  constructor(value: unknown) {
    this.value = String(value);
  }

  toString(): string {
    return this.value;
  }
}
