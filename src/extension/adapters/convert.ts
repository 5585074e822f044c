import * as vscode from 'vscode';
import type { Severity } from '../../core/diagnostics/rule.js';
import type { Span, TextEdit } from '../../core/text/span.js';

/** The one place where our offsets become VS Code's positions. */
export const toRange = (document: vscode.TextDocument, { start, end }: Span): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

export const toTextEdits = (document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] =>
  edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(document, span), newText));

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export const toSeverity = (severity: Severity): vscode.DiagnosticSeverity => SEVERITIES[severity];

/** `link.tracking`, however a diagnostic carries it. */
export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''));
