import { join } from 'node:path';
import type { IgnoredLink } from '../core/links/ignoredLinks.js';
import { parseShowFile, SHOW_FILE, saysWhere } from '../core/show/parseShowFile.js';
import { type Show, TGIK } from '../core/show/show.js';
import { withoutBom } from '../core/text/byteOrderMark.js';
import { readTextInside } from './readText.js';

/** A show's settings, and what was wrong with them. */
export interface ShowSettings {
  /** Absolute. */
  readonly root: string;
  readonly show: Show;
  /** Rule code → severity or `off`, as `.tgik.json` says; unchecked. */
  readonly severities: Readonly<Record<string, string>>;
  /** Links that need not be right for now. */
  readonly ignoredLinks: readonly IgnoredLink[];
  /** Whether there is a `.tgik.json`. */
  readonly configured: boolean;
  /** One line each. */
  readonly warnings: readonly string[];
  /** Those of them that leave open where files belong: nothing is created. */
  readonly misplaced: readonly string[];
}

/** Reads `.tgik.json`; a broken or missing one leaves the defaults. */
export async function readShow(root: string): Promise<ShowSettings> {
  const file = await readTextInside(root, join(root, SHOW_FILE));
  const defaults = { root, show: TGIK, severities: {}, ignoredLinks: [] };
  if (file.kind === 'missing') return { ...defaults, configured: false, warnings: [], misplaced: [] };
  if (file.kind === 'unreadable') {
    const warnings = [`${SHOW_FILE} cannot be read: ${file.reason}.`];
    return { ...defaults, configured: true, warnings, misplaced: warnings };
  }
  const { show, problems, diagnostics, ignoredLinks } = parseShowFile(withoutBom(file.text));
  const warnings = problems.map(({ message }) => `${SHOW_FILE}: ${message}`);
  const misplaced = warnings.filter((_, at) => saysWhere(problems[at]?.key));
  if (!file.sound) warnings.unshift(`${SHOW_FILE} is not UTF-8.`);
  return { root, show, severities: diagnostics, ignoredLinks, configured: true, warnings, misplaced };
}
