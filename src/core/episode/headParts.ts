import { behindPart, HEADING } from '../markdown/cuts.js';
import { joinParts } from '../markdown/parts.js';
import type { NoteSyntax, Part } from '../markdown/syntax.js';
import { oncePer } from '../text/oncePer.js';

/** The parts of a note, those with title and header as one: all up to the first heading behind the title. */
export function headParts({ parts = [] }: NoteSyntax): readonly Part[] {
  let last = Math.max(
    parts.findIndex(({ note }) => holdsTitle(note)),
    0,
  );
  while (last + 1 < parts.length && behindPart(parts, last)?.sentinel !== HEADING) last++;
  return last > 0 ? [joined(parts.slice(0, last + 1)), ...parts.slice(last + 1)] : parts;
}

const holdsTitle = oncePer(({ blocks }: NoteSyntax) =>
  blocks.some((block) => block.kind === 'heading' && block.depth === 1),
);

const joinedBefore = new WeakMap<NoteSyntax, { readonly parts: readonly Part[]; readonly part: Part }>();

/** The same object as long as the parts are. */
function joined(parts: readonly Part[]): Part {
  const last = (parts.at(-1) as Part).note;
  const known = joinedBefore.get(last);
  if (known?.parts.length === parts.length && parts.every(({ note }, at) => note === known.parts[at]?.note))
    return known.part;
  const { text, blocks } = joinParts(parts);
  const part = { start: 0, note: { text, blocks } };
  joinedBefore.set(last, { parts, part });
  return part;
}
