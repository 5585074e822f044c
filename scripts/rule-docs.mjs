// Writes docs/rules/<code>.md, one page a rule, from the rules themselves: `npx tsx scripts/rule-docs.mjs`
import fs from 'node:fs';
import { rules } from '../src/core/diagnostics/rules/index.ts';
import { fixers } from '../src/core/quickFixes/index.ts';

const folder = new URL('../docs/rules/', import.meta.url);

/** File name → text of every page. */
export function rulePages() {
  return new Map([['README.md', listOfRules()], ...rules.map((rule) => [`${rule.code}.md`, pageOf(rule)])]);
}

function listOfRules() {
  const rows = rules.map(
    ({ code, severity, description }) =>
      `| [${code}](${code}.md) | ${severity} | ${hasFix(code) ? 'yes' : ''} | ${description} |`,
  );
  return `# Rules

What is looked for in a note. A rule’s severity is set in \`tgik.diagnostics.severity\` or under \`diagnostics\` in
\`.tgik.json\`: \`error\`, \`warning\`, \`info\`, \`hint\` or \`off\`.

| rule | severity | quick fix | what it finds |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function pageOf({ code, severity, description, examples }) {
  const bad = examples.filter(({ text }) => text.includes('⟦'));
  const good = examples.filter(({ text }) => !text.includes('⟦'));
  return `# ${code}

${description}

Severity: \`${severity}\`. ${hasFix(code) ? 'Has a quick fix where one is safe.' : 'Has no quick fix.'}

## Found

The problem stands between \`⟦\` and \`⟧\`.

${bad.map(exampleOf).join('\n\n')}

## Not found

${good.map(exampleOf).join('\n\n')}

Set it in \`.tgik.json\`:

\`\`\`json
{ "diagnostics": { "${code}": "off" } }
\`\`\`
`;
}

const hasFix = (code) => fixers.some((fixer) => fixer.code === code);

function exampleOf({ text, path, others = {}, verdicts = {} }) {
  const own = path ? [`\`${path}\`:`, ''] : [];
  const rest = Object.entries(others).flatMap(([file, note]) => ['', `beside \`${file}\`:`, '', ...fenced(note)]);
  const told = Object.entries(verdicts).map(([url, { reason }]) => `where asking for \`${url}\` told: ${reason}`);
  return [...own, ...fenced(text), ...rest, ...told.flatMap((line) => ['', line])].join('\n');
}

/** Code is fenced by more backticks than it holds. */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}markdown`, text, fence];
}

if (
  process.argv[1] &&
  import.meta.url.endsWith('/scripts/rule-docs.mjs') &&
  process.argv[1].endsWith('rule-docs.mjs')
) {
  fs.mkdirSync(folder, { recursive: true });
  const pages = rulePages();
  for (const file of fs.readdirSync(folder)) if (!pages.has(file)) fs.rmSync(new URL(file, folder));
  for (const [file, text] of pages) fs.writeFileSync(new URL(file, folder), text);
}
