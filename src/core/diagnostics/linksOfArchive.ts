import type { Archive } from '../archive/archive.js';
import { episodeAt } from '../archive/lookUp.js';
import { oncePerInSteps } from '../text/oncePer.js';

/** What all notes of a show tell together of links. */
export interface LinksOfArchive {
  readonly safeHosts: ReadonlySet<string>;
  /** Page (`pageOf`) → the episodes whose week shares it, newest first. */
  readonly sharedPages: ReadonlyMap<string, readonly number[]>;
  /** Repositories on GitHub that notes link to for a note that is here. */
  readonly ownRepositories: ReadonlySet<string>;
}

/** Notes from pause to pause. */
const STEP = 100;

export const linksOfArchive = oncePerInSteps(function* (archive: Archive) {
  const safeHosts = new Set<string>();
  const sharedPages = new Map<string, number[]>();
  const ownRepositories = new Set<string>();
  for (const [at, { number, told }] of archive.episodes.entries()) {
    if (at % STEP === 0) yield;
    for (const host of told.safeHosts) safeHosts.add(host);
    for (const { repository, path } of told.files) if (episodeAt(archive, path)) ownRepositories.add(repository);
    for (const page of number === null ? [] : told.news) {
      const numbers = sharedPages.get(page);
      if (numbers) numbers.push(number ?? 0);
      else sharedPages.set(page, [number ?? 0]);
    }
  }
  return { safeHosts, sharedPages, ownRepositories } satisfies LinksOfArchive;
});
