import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import { setVideoEdits } from '../../../core/episode/setVideo.js';
import { parseVideoId } from '../../../core/episode/youTube.js';
import { guarded } from '../../adapters/guarded.js';
import type { Services } from '../../services.js';

/** `tgik.setVideo`: asks for a video and puts its id in all its places of the note, as one edit. An argument is not asked for. */
export const registerVideo = (services: Services): vscode.Disposable =>
  vscode.commands.registerCommand(
    'tgik.setVideo',
    guarded(services.log, (video?: unknown) => setVideo(services, typeof video === 'string' ? video : undefined)),
  );

async function setVideo({ shows, episodes, edits }: Services, given: string | undefined): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const folder = document && (await shows.showFor(document.uri));
  if (!document || !folder || document.languageId !== 'markdown')
    throw new Error(vscode.l10n.t('Open the note of the episode first.'));
  const { video } = await episodes.read(document, folder.show);
  if (!video) throw new Error(vscode.l10n.t('This note has no video yet. Insert one with the snippet tgik-video.'));
  const answer = given ?? (await ask(video));
  if (answer === undefined) return;
  const id = parseVideoId(answer);
  if (id === undefined)
    throw new Error(
      vscode.l10n.t('“{0}” is no YouTube video. Expected an id of 11 characters or a video’s URL.', answer),
    );
  const result = await edits.apply(document, (episode) => (episode.video ? setVideoEdits(episode, id) : undefined));
  if (result === 'impossible') throw new Error(vscode.l10n.t('The note has changed meanwhile. Try again.'));
}

const ask = (video: NonNullable<Episode['video']>): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('Set Video'),
    prompt: vscode.l10n.t('A YouTube id or URL. It goes to every place of the note that names the video.'),
    value: video.id ?? '',
    placeHolder: 'https://youtu.be/…',
    validateInput: (value) =>
      parseVideoId(value) === undefined
        ? vscode.l10n.t('Expected an id of 11 characters or a video’s URL.')
        : undefined,
  });
