import assert from 'node:assert/strict';
import type { Archive } from '../../../../src/core/archive/archive.js';
import type { NoteDetails } from '../../../../src/core/archive/noteSummary.js';
import { problemsInSteps } from '../../../../src/core/diagnostics/computeProblems.js';
import { gitHubFile, linksOfArchive } from '../../../../src/core/diagnostics/linksOfArchive.js';
import { parseEpisode } from '../../../../src/core/episode/parseEpisode.js';
import { TGIK } from '../../../../src/core/show/show.js';
import { finish } from '../../../../src/core/text/steps.js';
import { archiveOf } from '../../../support/archiveOf.js';

suite('the links of an archive', () => {
  const notes = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [
      at + 1,
      `# N\n\n## Week in Review\n\n- https://example.com/${at % 50}\n- https://H${at}.io/x\n- https://github.com/Ada/Show/blob/main/episodes/001/README.md\n`,
    ]),
  );
  const archive = archiveOf(notes);

  test('are what any note tells of hosts, pages and repositories', () => {
    const { safeHosts, sharedPages, ownRepositories } = finish(linksOfArchive(archive));
    assert.equal(safeHosts.size, 102);
    assert.ok(safeHosts.has('h99.io') && !safeHosts.has('h100.io'));
    assert.deepEqual(sharedPages.get('example.com/0'), [51, 1]);
    assert.deepEqual([...ownRepositories], ['ada/show']);
    assert.equal(gitHubFile('https://github.com/ada/show/issues/7'), undefined);
  });

  test('are read of each note once, however often the archive is made again', () => {
    let read = 0;
    const counting = archive.episodes.map((one) => ({
      ...one,
      details: {
        ...one.details,
        get links() {
          read += 1;
          return one.details.links;
        },
      } satisfies NoteDetails,
    }));
    for (let again = 0; again < 3; again++) finish(linksOfArchive({ ...archive, episodes: [...counting] } as Archive));
    assert.equal(read, 100);
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
    assert.equal(first - pausesFor(known), 100 / 20);
  });
});
