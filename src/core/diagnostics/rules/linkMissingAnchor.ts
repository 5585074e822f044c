import { episodeAt } from '../../archive/lookUp.js';
import { anchorsOf } from '../../episode/anchors.js';
import { perPart } from '../../episode/perPart.js';
import { resolveTarget } from '../../episode/relativeTargets.js';
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
    fragmentsOf(episode).flatMap(({ fragment, url, target }) => {
      const file = url.startsWith('#') || path === null ? null : resolveTarget(url, path);
      const anchors = url.startsWith('#') ? anchorsOf(episode) : archive && episodeAt(archive, file)?.details.anchors;
      if (!anchors || anchors.includes(decode(fragment).toLowerCase())) return [];
      const message =
        file === null
          ? `There is no heading “#${fragment}”. Expected that of a heading.`
          : `There is no heading “#${fragment}” in ${file}. Expected that of a heading.`;
      return [{ code, span: target, message }];
    }),
};

const fragmentsOf = perPart((part) =>
  part.links.flatMap(({ url, target, form }) => {
    const fragment = /^[^#?]*#(.+)$/s.exec(url)?.[1];
    if (fragment === undefined || form === 'reference' || /^top$|^L\d+/i.test(fragment)) return [];
    return [{ fragment, url, target }];
  }),
);

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
