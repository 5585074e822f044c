import { buildArchive } from '../../src/core/archive/buildArchive.js';
import type { NewEpisodeChoices, NewEpisodePlan } from '../../src/core/newEpisode/choices.js';
import { chooseTemplate, templatePaths } from '../../src/core/newEpisode/ownTemplate.js';
import { planNewEpisode } from '../../src/core/newEpisode/planNewEpisode.js';
import { isNotePath, notesFolder } from '../../src/core/show/notePattern.js';
import { TGIK } from '../../src/core/show/show.js';

/** What the core alone makes of some files: command line and editor must write just that. */
export function planOf(files: ReadonlyMap<string, string>, choices: NewEpisodeChoices): NewEpisodePlan {
  const beside = `${notesFolder(TGIK)}/`;
  const below = [...files.keys()].filter((path) => path.startsWith(beside));
  const plan = planNewEpisode(
    buildArchive(TGIK, {
      notes: new Map([...files].filter(([path]) => isNotePath(TGIK, path))),
      folders: below.map((path) => path.slice(beside.length).split('/')[0] ?? ''),
      index: files.get(TGIK.index) ?? null,
      template: chooseTemplate(
        TGIK,
        templatePaths(TGIK).map((path) => files.get(path) ?? null),
      ),
    }),
    choices,
    '2024-03-05',
  );
  if (plan.kind === 'refused') throw new Error(plan.message);
  return plan;
}
