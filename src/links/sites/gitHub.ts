import type { Site } from './site.js';

/** `https://github.com/owner/repository/blob/branch/path`; `tree`, `raw`, `edit` and `blame` likewise. */
const FILE = /^https?:\/\/(?:www\.)?github\.com\/([^/]+)\/([^/]+)\/(?:blob|tree|raw|edit|blame)\/([^/]+)(\/[^?#]*)?/i;

export interface GitHubFile {
  readonly owner: string;
  readonly repository: string;
  readonly branch: string;
  /** From the repository's root, decoded; '' for the root. */
  readonly path: string;
}

export function parseGitHubFile(url: string): GitHubFile | undefined {
  const [, owner, repository, branch, path = ''] = FILE.exec(url) ?? [];
  if (!owner || !repository || !branch) return undefined;
  try {
    return { owner, repository, branch, path: decodeURIComponent(path).replace(/^\/|\/$/g, '') };
  } catch {
    return undefined;
  }
}

/** A branch that was renamed redirects as if for now: `blob/master/a.md` → `blob/main/a.md`. */
export const gitHub: Site = {
  name: 'GitHub',
  isLasting(from, to) {
    const [a, b] = [parseGitHubFile(from), parseGitHubFile(to)];
    return a !== undefined && b !== undefined && a.path === b.path && a.branch !== b.branch && sameRepository(a, b);
  },
  isSignIn: (url) => /^https:\/\/github\.com\/login(?:[?/]|$)/.test(url),
};

export const sameRepository = (
  a: Omit<GitHubFile, 'branch' | 'path'>,
  b: Omit<GitHubFile, 'branch' | 'path'>,
): boolean =>
  a.owner.toLowerCase() === b.owner.toLowerCase() && a.repository.toLowerCase() === b.repository.toLowerCase();

/** The GitHub repositories of a `.git/config`: `url = git@github.com:owner/name.git` */
export function parseRemotes(config: string): readonly { owner: string; repository: string }[] {
  return config.split(/[\r\n]+/).flatMap((line) => {
    const url = /^\s*url\s*=\s*(\S+)\s*$/i.exec(line)?.[1] ?? '';
    const host = url.toLowerCase().lastIndexOf('github.com');
    const [, owner, repository] =
      (host >= 0 && /^[/:]([^/]+)\/([^/]+?)(?:\.git)?\/?$/i.exec(url.slice(host + 'github.com'.length))) || [];
    return owner !== undefined && repository !== undefined ? [{ owner, repository }] : [];
  });
}
