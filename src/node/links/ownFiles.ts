import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseGitHubFile, parseRemotes, sameRepository } from '../../links/sites/gitHub.js';

/** Branches whose files are those on the disk. */
const DEFAULT_BRANCHES = ['main', 'master', 'HEAD'];

/**
 * Says of a URL whether it names a file of the repository at `root` that is on the disk; undefined where it does not or
 * where that cannot be seen, so that the web has to be asked.
 */
export function ownFiles(root: string): (url: string) => Promise<boolean | undefined> {
  let config: Promise<readonly { owner: string; repository: string }[]> | undefined;
  return async (url) => {
    const file = parseGitHubFile(url);
    if (!file || !DEFAULT_BRANCHES.includes(file.branch) || file.path.split('/').includes('..')) return undefined;
    config ??= readFile(join(root, '.git', 'config'), 'utf8').then(parseRemotes, () => []);
    if (!(await config).some((remote) => sameRepository(remote, file))) return undefined;
    const there = await stat(join(root, file.path)).then(
      () => true,
      () => false,
    );
    return there || undefined;
  };
}
