import type { ReportNode } from './nodes.ts';
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
      if (node.lang !== undefined) checkLang(node.lang, complain);
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

function checkLang(lang: string, complain: Complain): void {
  if (!LANGUAGE_TAG.test(lang)) complain('language-tag', lang);
}

const LANGUAGE_TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;
