import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { manifestIn } from '../support/manifest.js';
import { readArchive } from '../support/realShow.js';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly { readonly id: string; readonly title: string; readonly steps: readonly Step[] }[];
  };
}

/** Commands of the editor itself that steps may use. */
const EDITORS = ['vscode.openFolder', 'workbench.action.openSettings', 'tgik.outline.focus'];

suite('the walkthrough', () => {
  for (const language of ['en', 'de'] as const)
    test(`has a few steps, each with words, a picture and an end that comes (${language})`, () => {
      const { commands, views, walkthroughs } = manifestIn<Manifest>(language).contributes;
      const [walkthrough, ...others] = walkthroughs;
      assert.deepEqual(others, []);
      assert.ok(walkthrough && walkthrough.steps.length >= 3 && walkthrough.steps.length <= 5);
      if (language === 'en') assert.equal(walkthrough.title, 'Author your first episode');
      const ids = [...commands.map(({ command }) => command), ...EDITORS];
      const shown = Object.values(views).flatMap((all) => all.map(({ id }) => id));
      for (const { id, title, description, media, completionEvents } of walkthrough.steps) {
        assert.ok(title && media.altText, id);
        const linked = [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
        assert.ok(linked.length > 0 && linked.every((command) => ids.includes(command)), `${id}: ${linked}`);
        assert.ok(completionEvents.length > 0, id);
        for (const event of completionEvents) {
          const [, kind, what = ''] = /^(\w+):(\S+)/.exec(event) ?? [];
          if (kind === 'onCommand') assert.ok(linked.includes(what), event);
          else if (kind === 'onView') assert.ok(shown.includes(what), event);
          else assert.deepEqual([kind, what], ['onContext', 'tgik.outlineState'], event);
        }
      }
    });

  test('has pictures that are small, speak no language and take the theme’s colours', () => {
    for (const { media } of manifestIn<Manifest>('en').contributes.walkthroughs[0]?.steps ?? []) {
      const svg = fs.readFileSync(media.svg, 'utf8');
      assert.ok(svg.length < 4000, media.svg);
      assert.doesNotMatch(svg, /#[0-9a-f]{3,8}"|rgb|<script|href|<image/i);
      for (const [, words] of svg.matchAll(/<text[^>]*>([^<]*)/g)) assert.doesNotMatch(words ?? '', /[a-z] [a-z]/i);
    }
  });

  test('opens a sample whose files are all written, with one problem to mend', () => {
    const source = fs.readFileSync('src/extension/features/sample/registerSample.ts', 'utf8');
    const listed = [...(/FILES = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, file]) => file);
    const files = fs
      .readdirSync('media/sample', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.posix.join(path.posix.relative('media/sample', parentPath), name));
    assert.deepEqual(listed.sort(), files.sort());
    const problems = readArchive('media/sample').flatMap((facts) => computeProblems(facts));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['link.missing-scheme'],
    );
  });
});
