import * as vscode from 'vscode';

/** The text of a file as its open editor has it, else as the disk has it; undefined where there is none. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open) return open.getText();
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Whether a file is UTF-8, as far as can be seen, or was decoded as its user wants. */
export async function isUtf8(uri: vscode.Uri): Promise<boolean> {
  return decodedOtherwise(openDocument(uri)) || (await strictText(uri)) !== null;
}

/**
 * Whether saving a document would write what stands on the disk: no bytes that are not UTF-8, no mixed line ends, no edit
 * made beside it. Text that is not saved yet, or whose encoding the user has chosen, is the user's own.
 */
export const isFaithful = async (document: vscode.TextDocument): Promise<boolean> =>
  document.isDirty || decodedOtherwise(document) || (await strictText(document.uri)) === document.getText();

const decodedOtherwise = (document: vscode.TextDocument | undefined): boolean =>
  document !== undefined && !document.encoding.startsWith('utf8');

/** Without its BOM; null where the bytes are not UTF-8, undefined where there are none. */
async function strictText(uri: vscode.Uri): Promise<string | null | undefined> {
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => undefined);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

export const isOpen = (uri: vscode.Uri): boolean => openDocument(uri) !== undefined;

/** Whether some part of a path below a folder is a symbolic link: it may lead anywhere. */
export async function leadsThroughLink(folder: vscode.Uri, path: string): Promise<boolean> {
  let at = folder;
  for (const name of path.split('/')) {
    at = vscode.Uri.joinPath(at, name);
    try {
      if ((await vscode.workspace.fs.stat(at)).type & vscode.FileType.SymbolicLink) return true;
    } catch {
      return false;
    }
  }
  return false;
}

/** The text of a file of a folder; undefined where there is none, or where a symbolic link is on the way, which is told. */
export async function readTextInside(
  folder: vscode.Uri,
  path: string,
  log: vscode.LogOutputChannel,
): Promise<string | undefined> {
  const text = await readText(vscode.Uri.joinPath(folder, path));
  if (text === undefined || !(await leadsThroughLink(folder, path))) return text;
  log.warn(`${path} is not read: it is a symbolic link, or below one.`);
  return undefined;
}

/** The names in a folder; none where it does not exist. */
export async function listFolder(uri: vscode.Uri): Promise<readonly (readonly [string, vscode.FileType])[]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError &&
  (error.code === 'FileNotFound' || error.code === 'FileNotADirectory' || error.code === 'ENOTDIR');
