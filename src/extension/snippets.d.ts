/** The contributed snippets, bundled as JSON. */
declare module '*.code-snippets' {
  const snippets: unknown;
  // biome-ignore lint/style/noDefaultExport: what a JSON module exports
  export default snippets;
}
