// vscode-markdown-languageservice on one note in memory: its own diagnostics again after an edit.
import MarkdownIt from 'markdown-it';
import { Emitter } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, DiagnosticLevel, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const { warning } = DiagnosticLevel;
export const OPTIONS = {
  validateReferences: warning,
  validateFragmentLinks: warning,
  validateFileLinks: warning,
  validateMarkdownFileLinkFragments: warning,
  validateUnusedLinkDefinitions: warning,
  validateDuplicateLinkDefinitions: warning,
  ignoreLinks: [],
};
export const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

/** Takes the note's first text; gives a function from its next text to how many problems it has. */
export function openInPeer(text) {
  const uri = URI.file('/show/episodes/001/README.md');
  const changed = new Emitter();
  const never = new Emitter().event;
  let document = TextDocument.create(uri.toString(), 'markdown', 1, text);
  const isNote = (other) => other.toString() === uri.toString();
  const workspace = {
    workspaceFolders: [URI.file('/show')],
    onDidChangeMarkdownDocument: changed.event,
    onDidCreateMarkdownDocument: never,
    onDidDeleteMarkdownDocument: never,
    getAllMarkdownDocuments: async () => [document],
    hasMarkdownDocument: isNote,
    openMarkdownDocument: async (other) => (isNote(other) ? document : undefined),
    stat: async (other) => (isNote(other) ? { isDirectory: false } : undefined),
    readDirectory: async () => [],
  };
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const parser = { slugifier: githubSlugifier, tokenize: async (one) => markdown.parse(one.getText(), {}) };
  const service = createLanguageService({ workspace, parser, logger: { level: LogLevel.Off, log() {} } });
  return async (next) => {
    document = TextDocument.create(uri.toString(), 'markdown', document.version + 1, next);
    changed.fire(document);
    return (await service.computeDiagnostics(document, OPTIONS, token)).length;
  };
}
