import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { mayDefine } from '../parseBlocks.js';
import type { Block } from '../syntax.js';

/** What a note defines for its references, or will have to be found to define. */
export interface Definitions {
  readonly identifiers: ReadonlySet<string>;
  /** Lines that define the same. */
  readonly lines: string;
}

const LABEL = /^\[([^[\]\\^][^[\]\\]*)$/;
/** `words [label`: no definition starts inside a line. */
function isInsideLine(before: string): boolean {
  const words = before.slice(0, Math.max(before.lastIndexOf('['), 0));
  return /[^\s>*+\-.)\d[]/.test(words) && !before.includes('\\');
}

/** What the lines `[label]: …` of a note may define. Undefined where it may have definitions of other forms. */
export function findDefinitions(text: string): Definitions | undefined {
  const labels: string[] = [];
  if (mayDefine(text)) {
    for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 2)) {
      const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
      const label = LABEL.exec(before)?.[1];
      if (label !== undefined) labels.push(label);
      else if (!isInsideLine(before)) return undefined;
    }
  }
  const lines = labels.length > 0 ? `${labels.map((label) => `[${label}]: #\n`).join('')}\n` : '';
  return { identifiers: new Set(labels.map(normalizeIdentifier)), lines };
}

/** Whether `blocks` have them all at the top level. */
export function areDefined({ identifiers }: Definitions, blocks: readonly Block[]): boolean {
  if (identifiers.size === 0) return true;
  const found = new Set<string>();
  for (const block of blocks) if (block.kind === 'definition') found.add(normalizeIdentifier(block.identifier));
  return found.size === identifiers.size;
}
