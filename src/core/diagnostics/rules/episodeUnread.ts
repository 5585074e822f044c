import { isUnread } from '../../markdown/isUnread.js';
import { surplusOf } from '../../markdown/readable.js';
import { walkBlocks } from '../../markdown/visit.js';
import type { Span } from '../../text/span.js';
import type { Problem, Rule } from '../rule.js';

const code = 'episode.unread';

const MESSAGES = {
  deep: 'This nests too deep: from here on, the line is read as words.',
  tangled: 'This paragraph has too many brackets or marks: from here on, they are read as words.',
};

const problem = (at: number, message: string): Problem => ({ code, span: { start: at, end: at + 1 }, message });

export const episodeUnread: Rule = {
  code,
  looksAt: 'part',
  scope: 'both',
  severity: 'warning',
  description: 'What is too long, nests too deep or has too many marks to be read in good time.',
  examples: [
    { text: `${'> '.repeat(200)}⟦>⟧ one level too many` },
    { text: `words, then ⟦\`⟧${'`'.repeat(50)}` },
    { text: `${'> '.repeat(200)}as deep as can be` },
    { text: `    ${'> '.repeat(201)}in code` },
  ],
  check: ({ episode: { syntax } }) => {
    if (isUnread(syntax)) return [problem(0, 'This is longer than 2 MiB: it is not read.')];
    const found: Problem[] = [];
    let leaves: Iterator<Span> | undefined;
    let leaf: Span | undefined;
    let last: Span | undefined;
    for (const { at, reason } of surplusOf(syntax.text)) {
      leaves ??= walkBlocks(syntax.blocks)
        .filter((block) => 'inlines' in block)
        .values();
      while (!leaf || leaf.end <= at) {
        const next = leaves.next();
        if (next.done) return found;
        leaf = next.value;
      }
      if (leaf === last || at < leaf.start) continue;
      last = leaf;
      found.push(problem(at, MESSAGES[reason]));
    }
    return found;
  },
};
