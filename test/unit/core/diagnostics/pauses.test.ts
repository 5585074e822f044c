import assert from 'node:assert/strict';
import { computeProblems, problemsInSteps } from '../../../../src/core/diagnostics/computeProblems.js';
import { rules } from '../../../../src/core/diagnostics/rules/index.js';
import { readEpisodeInSteps } from '../../../../src/core/episode/parseEpisode.js';
import { packSyntax, unpackSyntax } from '../../../../src/core/markdown/packedSyntax.js';
import { parseMarkdown } from '../../../../src/core/markdown/parseMarkdown.js';
import { TGIK } from '../../../../src/core/show/show.js';
import type { Steps } from '../../../../src/core/text/steps.js';

/** What steps give, and how often others get their turn before. */
function count<T>(steps: Steps<T>): { result: T; pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { result: value, pauses };
  }
}

suite('a note of one section', () => {
  const text = `# N\n\n## Show Notes\n\n${'- [ ] [a]()\n'.repeat(20)}`;
  const opened = (note: string) => count(readEpisodeInSteps(unpackSyntax(note, packSyntax(parseMarkdown(note))), TGIK));
  const read = opened(text);
  const facts = { show: TGIK, path: null, archived: null, archive: null, fileExists: () => undefined };

  test('is read with pauses', () => {
    assert.equal(read.result.links.length, 20);
    assert.ok(read.pauses >= 3, String(read.pauses));
  });

  test('is judged with a pause behind each rule, to the same end', () => {
    const { result, pauses } = count(problemsInSteps({ ...facts, episode: read.result }));
    const ofNotes = rules.filter(({ scope }) => scope !== 'index').length;
    assert.ok(pauses >= ofNotes, `${pauses} pauses, ${ofNotes} rules`);
    const again = opened(`${text} `).result;
    assert.deepEqual(result, computeProblems({ ...facts, episode: again }));
    assert.equal(result.filter(({ code }) => code === 'link.empty-target').length, 20);
  });
});
