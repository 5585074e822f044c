import GithubSlugger from 'github-slugger';
import type { Episode } from '../../episode/episode.js';
import { resolveTarget } from '../../episode/relativeTargets.js';
import { walkBlocks, walkTags } from '../../markdown/visit.js';
import type { Rule } from '../rule.js';

const code = 'link.missing-anchor';

export const linkMissingAnchor: Rule = {
  code,
  severity: 'warning',
  description: 'A link asks for a heading that is not there.',
  examples: [
    { text: '# T\n\n- [notes](⟦#show-nots⟧)\n\n## Show Notes' },
    {
      text: '- [there](⟦../001/README.md#two⟧)',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
    { text: '# T\n\n- [a](#show-notes) [b](#show-notes-1) [c](#)\n\n## Show Notes\n\n## Show Notes' },
    { text: '- [a](#here) [b](#top)\n\n<a name="here"></a>' },
    { text: '- [a](https://example.com/#nowhere)' },
    {
      text: '- [there](../001/README.md#one) [code](../001/README.md#L3)',
      path: 'episodes/002/README.md',
      others: { 'episodes/001/README.md': '# One' },
    },
  ],
  check: ({ episode, path, archive }) =>
    episode.links.flatMap(({ url, target, form }) => {
      const fragment = /^[^#?]*#(.+)$/s.exec(url)?.[1];
      if (fragment === undefined || form === 'reference' || /^top$|^L\d+/i.test(fragment)) return [];
      const file = url.startsWith('#') || path === null ? null : resolveTarget(url, path);
      const note = url.startsWith('#') ? episode : archive?.episodes.find((one) => one.path === file)?.episode;
      if (!note || anchorsOf(note).has(decode(fragment).toLowerCase())) return [];
      const message = `There is no heading “#${fragment}”${file === null ? '' : ` in ${file}`}. Expected that of a heading.`;
      return [{ code, span: target, message }];
    }),
};

/** Anchors as GitHub makes them, and those that HTML names. */
export function anchorsOf({ syntax: { blocks } }: Episode): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  for (const block of walkBlocks(blocks)) if (block.kind === 'heading') anchors.add(slugger.slug(block.plain));
  for (const { attributes } of walkTags(blocks))
    for (const { name, value } of attributes) if (name === 'id' || name === 'name') anchors.add(value.toLowerCase());
  return anchors;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
