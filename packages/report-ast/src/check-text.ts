import { isDirection, isLanguageTag } from './language-tag.ts';
import type { Code, ReportNode, Spoken } from './nodes.ts';
import type { Report } from './report.ts';
import type { Complain } from './rules.ts';
import { isSingleLine, isWellFormed } from './well-formed.ts';

/** RA4, RA5 and RA6, for the title page. */
export function checkTitlePage(report: Report, complain: Complain): void {
  const { title, theme, whenAndWhere, hosts } = report.summit;
  checkLang(report.lang, complain);
  checkLine(title, 'title', complain);
  if (theme !== undefined) checkLine(theme, 'theme', complain);
  checkLine(whenAndWhere, 'whenAndWhere', complain);
  for (const host of hosts) checkLine(host, 'host', complain);
}

/** RA4, RA5 and RA6, for the strings of one node. */
export function checkText(node: ReportNode, complain: Complain): void {
  if (isSpoken(node)) checkSpoken(node, complain);
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      checkLine(node.value, node.type, complain);
      break;
    case 'code':
      if (!isWellFormed(node.value)) complain('text-well-formed', node.value);
      if (node.lang !== undefined) checkLine(node.lang, 'code', complain);
      break;
    case 'section':
      if (node.title.length === 0) complain('text-not-empty', 'title');
      break;
    case 'figure':
      if (!isSingleLine(node.alt)) complain('text-well-formed', node.alt);
      break;
    case 'callout':
      checkLine(node.label, node.type, complain);
      for (const { label } of node.details) checkLine(label, 'detail', complain);
      break;
    default:
  }
}

function checkLine(value: string, what: string, complain: Complain): void {
  if (value === '') complain('text-not-empty', what);
  if (!isSingleLine(value)) complain('text-well-formed', value);
}

/** RA6, for whatever says its language. */
export function checkSpoken(node: Spoken, complain: Complain): void {
  if (node.lang !== undefined) checkLang(node.lang, complain);
  // Widened on purpose: a file read back may say another direction than the type allows.
  const dir: string | undefined = node.dir;
  if (dir !== undefined && !isDirection(dir)) complain('direction', dir);
}

/** Code has a `lang`, too, which is the one it is written in. */
function isSpoken(node: ReportNode): node is Exclude<ReportNode, Code> & Spoken {
  return node.type !== 'code' && ('lang' in node || 'dir' in node);
}

function checkLang(lang: string, complain: Complain): void {
  if (!isLanguageTag(lang)) complain('language-tag', lang);
}
