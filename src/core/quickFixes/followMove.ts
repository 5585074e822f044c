import { finalTarget } from '../links/finalTarget.js';
import { webLinks } from '../links/webLinks.js';
import { writeTarget } from '../links/writeTarget.js';
import type { Fixer } from './quickFix.js';

/** `http://old.example/a` → `https://new.example/a`, where asking told so. */
export const followMove: Fixer = {
  code: 'link.moved',
  compute(facts, { span }) {
    const link = webLinks(facts.episode).find(({ target }) => target.start === span.start && target.end === span.end);
    if (!link) return [];
    const verdict = facts.verdictOf?.(link.url);
    if (verdict?.verdict !== 'moved') return [];
    const target = finalTarget(verdict, link.url);
    return [
      { title: `Replace by ${target}`, preferred: false, edits: [{ span, newText: writeTarget(target, link.form) }] },
    ];
  },
};
