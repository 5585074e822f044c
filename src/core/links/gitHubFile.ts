/** A file of a repository on GitHub. */
export interface GitHubFile {
  /** `ada/show`, in small letters. */
  readonly repository: string;
  readonly path: string;
}

const BLOB = /^https?:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|tree)\/[^/]+\/([^?#]+)/i;

/** `https://github.com/ada/show/blob/master/episodes/001/README.md` */
export function gitHubFile(url: string): GitHubFile | undefined {
  const [, repository, path] = BLOB.exec(url) ?? [];
  return repository && path ? { repository: repository.toLowerCase(), path } : undefined;
}
