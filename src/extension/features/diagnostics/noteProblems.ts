import * as vscode from 'vscode';
import type { Archive } from '../../../core/archive/archive.js';
import { type ComputedProblem, computeProblems } from '../../../core/diagnostics/computeProblems.js';
import type { Facts } from '../../../core/diagnostics/rule.js';
import { readSeverities } from '../../../core/diagnostics/severities.js';
import { toRange, toSeverity } from '../../adapters/convert.js';
import type { ShowFolder } from '../../adapters/shows.js';
import type { Services } from '../../services.js';
import { gatherFacts } from './noteFacts.js';

/** Milliseconds without typing before problems are asked for. */
const PAUSE = 250;

/** What was judged of one version of a document. */
export interface Judged {
  readonly version: number;
  readonly facts: Facts;
  readonly problems: readonly ComputedProblem[];
}

/** The problems of every open note. The only place that writes to the diagnostic collection. */
export class NoteProblems implements vscode.Disposable {
  readonly #services: Services;
  readonly #collection = vscode.languages.createDiagnosticCollection('tgik');
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, PAUSE)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      services.shows.onDidChange(() => this.#scheduleAll(PAUSE)),
    ];
    this.#scheduleAll(0);
  }

  /** Judges a document as it is now; undefined where it is no note, or not checked. */
  async judge(document: vscode.TextDocument, archive?: Archive): Promise<Judged | undefined> {
    const { shows } = this.#services;
    const folder = await shows.showFor(document.uri);
    if (!folder || document.languageId !== 'markdown' || !(await shows.isNote(document)) || !enabled(document.uri))
      return undefined;
    const known = archive ?? (await shows.archiveOf(folder));
    const { version } = document;
    const facts = await gatherFacts(document, folder, known, this.#services);
    if (document.version !== version) return undefined;
    return { version, facts, problems: computeProblems(facts, severitiesOf(folder)) };
  }

  /** Shows what was judged, unless the document has moved on. */
  publish(document: vscode.TextDocument, judged: Judged | undefined): void {
    if (document.isClosed || (judged && judged.version !== document.version)) return;
    const diagnostics = (judged?.problems ?? []).map((problem) => toDiagnostic(document, problem));
    this.#collection.set(document.uri, diagnostics);
  }

  #scheduleAll(pause: number): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, pause);
  }

  #schedule(document: vscode.TextDocument, pause: number): void {
    if (document.languageId !== 'markdown') return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#run(document), pause),
    );
  }

  async #run(document: vscode.TextDocument): Promise<void> {
    this.#timers.delete(document.uri.toString());
    const { version } = document;
    try {
      const judged = await this.judge(document);
      if (document.version === version) this.publish(document, judged);
    } catch (error) {
      this.#services.log.error(
        `${document.uri.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#collection.delete(document.uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

const enabled = (uri: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('tgik', uri).get('diagnostics.enabled', true);

/** Settings of the editor, then those of the show's file. */
function severitiesOf({ folder, severities }: ShowFolder) {
  const settings = vscode.workspace
    .getConfiguration('tgik', folder.uri)
    .get<Record<string, string>>('diagnostics.severity', {});
  return readSeverities({ ...settings, ...severities });
}

function toDiagnostic(
  document: vscode.TextDocument,
  { code, message, severity, span, tag }: ComputedProblem,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, span), message, toSeverity(severity));
  diagnostic.source = 'tgik';
  diagnostic.code = code;
  if (tag === 'unnecessary') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
