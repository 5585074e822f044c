import GithubSlugger, { slug } from 'github-slugger';
import { walkBlocks, walkTags } from '../markdown/visit.js';
import { oncePer } from '../text/oncePer.js';
import type { Episode } from './episode.js';
import { perPart } from './perPart.js';

/** Anchors as GitHub makes them, and those that HTML names. */
export const anchorsOf = oncePer((episode: Episode): readonly string[] => {
  const slugger = new GithubSlugger();
  return [...new Set([...slugsOf(episode).map((one) => slugger.slug(one)), ...namesOf(episode)])];
});

const slugsOf = perPart(
  ({ syntax: { blocks } }) =>
    walkBlocks(blocks).flatMap((block) => (block.kind === 'heading' ? slug(block.plain) : [])),
  (slugs) => slugs,
);

const namesOf = perPart(
  ({ syntax: { blocks } }) =>
    walkTags(blocks).flatMap(({ attributes }) =>
      attributes.flatMap(({ name, value }) => (name === 'id' || name === 'name' ? value.toLowerCase() : [])),
    ),
  (names) => names,
);
