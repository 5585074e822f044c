import * as vscode from 'vscode';
import { oncePer } from '../../core/text/oncePer.js';
import { translator } from '../../core/text/translator.js';

const translatorOf = oncePer(translator);

/** What the core or a check of links says in English, in the language of the editor. */
export const inUserLanguage = (english: string): string =>
  vscode.l10n.bundle ? translatorOf(vscode.l10n.bundle)(english) : english;
