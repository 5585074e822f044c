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
