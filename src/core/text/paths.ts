/** `a%20b` → `a b`; what is not well encoded stays. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Whether a path may mean something else than its parts say: a drive, a share, backslashes, NUL, or `..` with blanks
 * behind it, which Windows does not see.
 */
export const leadsElsewhere = (path: string): boolean =>
  /[\\\0]|(?:^|\/)[a-z]:/i.test(path) || path.split('/').some((part) => /^\.\.[. ]+$/.test(part) && part.endsWith(' '));

/**
 * A path below a root, both as URIs have them, without the root: `/c:/Show/episodes/001/README.md` below `/c:/Show` is
 * `episodes/001/README.md`. Null outside of it. `sameLetters` false: whether letters are large or small is no difference.
 */
export function pathBelow(root: string, path: string, sameLetters: boolean): string | null {
  const head = root.replace(/\/?$/, '/');
  const begins = path.slice(0, head.length);
  const below = sameLetters ? begins === head : begins.toLowerCase() === head.toLowerCase();
  return below ? path.slice(head.length) : null;
}
