import assert from 'node:assert/strict';
import type { Archive } from '../../../../src/core/archive/archive.js';
import { problemsInSteps } from '../../../../src/core/diagnostics/computeProblems.js';
import { linksOfArchive } from '../../../../src/core/diagnostics/linksOfArchive.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { gitHubFile } from '../../../../src/core/links/gitHubFile.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { finish } from '../../../../src/core/text/steps.js';
import { archiveOf } from '../../../support/archiveOf.js';

suite('the links of an archive', () => {
  const notes = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [
      at + 1,
      `# N\n\n## Week in Review\n\n- https://example.com/${at % 50}\n- https://H${at}.io/x\n- https://github.com/Ada/Show/blob/main/episodes/001/README.md\n`,
    ]),
  );
  const archive = archiveOf(notes);

  test('are what any note tells of hosts, pages and repositories', () => {
    const { safeHosts, sharedPages, ownRepositories } = finish(linksOfArchive(archive));
    assert.equal(safeHosts.size, 302);
    assert.ok(safeHosts.has('h299.io') && !safeHosts.has('h300.io'));
    assert.deepEqual(sharedPages.get('example.com/0'), [251, 201, 151, 101, 51, 1]);
    assert.deepEqual([...ownRepositories], ['ada/show']);
    assert.equal(gitHubFile('https://github.com/ada/show/issues/7'), undefined);
  });

  test('are read with pauses before a note is judged by them', () => {
    const pausesFor = (of: Archive): number => {
      const episode = parseEpisode('# N\n\n- http://h7.io/\n', TGIK);
      const facts = { show: TGIK, episode, path: null, archived: null, archive: of, fileExists: () => undefined };
      const steps = problemsInSteps(facts);
      for (let pauses = 0; ; pauses++) {
        const { done, value } = steps.next();
        if (!done) continue;
        assert.deepEqual(
          value.map(({ code }) => code),
          ['link.plain-http'],
        );
        return pauses;
      }
    };
    const first = pausesFor({ ...archive });
    const known = { ...archive };
    pausesFor(known);
    assert.equal(first - pausesFor(known), 300 / 100);
  });
});
