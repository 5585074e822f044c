import type { JsonProblem } from '../check/jsonProblem.js';
import { githubText } from './github.js';
import { problemsText } from './problemsText.js';
import { sarifText } from './sarif.js';

/** Problems of `noteCount` notes as one text for stdout. */
export type CheckFormat = (problems: readonly JsonProblem[], noteCount: number) => string;

/** Every format of `tgik check`, once. */
export const checkFormats: Readonly<Record<string, CheckFormat>> = {
  text: problemsText,
  json: (problems) => `${JSON.stringify(problems, null, 2)}\n`,
  github: githubText,
  sarif: sarifText,
};
