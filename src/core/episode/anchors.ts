import GithubSlugger from 'github-slugger';
import { walkBlocks, walkTags } from '../markdown/visit.js';
import type { Episode } from './episode.js';

/** Anchors as GitHub makes them, and those that HTML names. */
export function anchorsOf({ syntax: { blocks } }: Episode): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  for (const block of walkBlocks(blocks)) if (block.kind === 'heading') anchors.add(slugger.slug(block.plain));
  for (const { attributes } of walkTags(blocks))
    for (const { name, value } of attributes) if (name === 'id' || name === 'name') anchors.add(value.toLowerCase());
  return anchors;
}
