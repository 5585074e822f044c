import type { Episode } from '../../episode/episode.js';
import { moved } from '../../markdown/shift.js';
import { oncePer } from '../../text/oncePer.js';
import type { Rule } from '../rule.js';

const code = 'episode.duplicate-section';

export const episodeDuplicateSection: Rule = {
  code,
  severity: 'warning',
  description: 'A section that a note has once is there twice.',
  examples: [
    { text: '# T\n\n## Show Notes\n\n- a\n\n## ⟦Show Notes⟧\n\n- b' },
    { text: '# T\n\n## Reference Links\n\n- a\n\n## ⟦reference links⟧\n' },
    { text: '# T\n\n## Show Notes\n\n### Notes on etcd\n\n## Reference Links\n\n### Links to blogs' },
    { text: '# T\n\n## Show Notes\n\n## Notes from the chat\n' },
    { text: '# T\n\n## Q&A\n\n## Q&A\n' },
  ],
  check: ({ episode: { parts } }) => {
    const seen = new Set<string>();
    return parts.flatMap(({ start, episode }) =>
      namedSections(episode).flatMap(({ name, heading }) => {
        const again = seen.has(name);
        seen.add(name);
        const [first] = heading.inlines;
        if (!again || !first) return [];
        const span = moved({ start: first.start, end: heading.inlines.at(-1)?.end ?? heading.end }, start);
        return [{ code, span, message: `There is a section “${heading.plain}” above. Expected one.` }];
      }),
    );
  },
};

const namedSections = oncePer(({ sections }: Episode) =>
  sections
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, heading }) => {
      const words = heading.plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
      return { name: `${kind} ${heading.depth} ${words.trim()}`, heading };
    }),
);
