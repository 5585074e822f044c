import type * as vscode from 'vscode';
import { registerCarryOver } from './features/carryOver/registerCarryOver.js';
import { registerDiagnostics } from './features/diagnostics/registerDiagnostics.js';
import { registerEpisodeIndex } from './features/episodeIndex/registerEpisodeIndex.js';
import { registerEpisodes } from './features/episodes/registerEpisodes.js';
import { registerLinks } from './features/links/registerLinks.js';
import { registerLog } from './features/log/registerLog.js';
import { registerNewEpisode } from './features/newEpisode/registerNewEpisode.js';
import { registerOutline } from './features/outline/registerOutline.js';
import { registerSample } from './features/sample/registerSample.js';
import { registerSections } from './features/sections/registerSections.js';
import { registerVideo } from './features/video/registerVideo.js';
import { createServices, type HostParts, type Services } from './services.js';

/** Each registers what it contributes and returns how to take it back. */
const features: readonly ((services: Services) => vscode.Disposable)[] = [
  registerLog,
  registerOutline,
  registerEpisodes,
  registerNewEpisode,
  registerCarryOver,
  registerEpisodeIndex,
  registerSections,
  registerSample,
  registerVideo,
  registerDiagnostics,
  registerLinks,
];

export function activateFeatures(context: vscode.ExtensionContext, host: HostParts): void {
  const services = createServices(context, host);
  context.subscriptions.push(services, ...features.map((register) => register(services)));
}
