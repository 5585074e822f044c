import type { Archive } from '../archive/archive.js';
import { episodeAt } from '../archive/lookUp.js';
import type { NoteDetails } from '../archive/noteSummary.js';
import { unpackDetails } from '../archive/packedNote.js';
import { oncePer, oncePerInSteps } from '../text/oncePer.js';

/** What all notes of a show tell together of links. */
export interface LinksOfArchive {
  /** What stands between `https://` and the path in any note. */
  readonly safeHosts: ReadonlySet<string>;
  /** Page (`pageOf`) → the episodes whose week shares it, newest first. */
  readonly sharedPages: ReadonlyMap<string, readonly number[]>;
  /** Repositories on GitHub that notes link to for a note that is here. */
  readonly ownRepositories: ReadonlySet<string>;
}

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

/** Notes from pause to pause. */
const STEP = 20;

/** Reads the links of each note once, however often the archive changes around it. */
export const linksOfArchive = oncePerInSteps(function* (archive: Archive) {
  const safeHosts = new Set<string>();
  const sharedPages = new Map<string, number[]>();
  const ownRepositories = new Set<string>();
  for (const [at, { number, details }] of archive.episodes.entries()) {
    if (at % STEP === 0) yield;
    const { hosts, files, news } = linksOfNote(details);
    for (const host of hosts) safeHosts.add(host);
    for (const { repository, path } of files) if (episodeAt(archive, path)) ownRepositories.add(repository);
    for (const page of number === null ? [] : news) {
      const numbers = sharedPages.get(page);
      if (numbers) numbers.push(number ?? 0);
      else sharedPages.set(page, [number ?? 0]);
    }
  }
  return { safeHosts, sharedPages, ownRepositories } satisfies LinksOfArchive;
});

const linksOfNote = oncePer((packed: NoteDetails) => {
  const { links, news } = unpackDetails(packed);
  const hosts = links.flatMap((url) => /^https:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? []);
  return { hosts: [...new Set(hosts)], files: links.flatMap((url) => gitHubFile(url) ?? []), news };
});
