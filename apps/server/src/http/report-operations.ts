import { formatIds } from '@plenary/operations';
import {
  exportRequest,
  exportView,
  formatList,
  lang,
  mergeAnswer,
  mergeList,
  planChange,
  planView,
  publicationRequest,
  publicationState,
  publicationView,
} from '@plenary/protocol';
import { z } from 'zod';
import type { Operation } from './operation.ts';

const SUMMIT = '/api/summits/{summit}';
const PUBLICATION = `${SUMMIT}/publication`;

/** The routes of the report: how it is put together, taken along and published. */
export const reportOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${SUMMIT}/plan`,
    summary: 'How the report is put together',
    response: planView,
  },
  {
    method: 'put',
    path: `${SUMMIT}/plan`,
    summary: 'Put the report together differently',
    request: planChange,
    response: planView,
  },
  {
    method: 'get',
    path: `${SUMMIT}/plan/merges`,
    summary: 'Outcomes of several groups that nearly say the same',
    response: mergeList,
  },
  {
    method: 'put',
    path: `${SUMMIT}/plan/merges`,
    summary: 'Decide whether two outcomes are one',
    request: mergeAnswer,
    response: mergeList,
  },
  {
    method: 'get',
    path: `${SUMMIT}/report/formats`,
    summary: 'What the report can be taken along as',
    response: formatList,
  },
  {
    method: 'post',
    path: `${SUMMIT}/report/exports`,
    summary: 'Begin to make a file of the report',
    request: exportRequest,
    status: 202,
    response: exportView,
  },
  {
    method: 'get',
    path: `${SUMMIT}/report/exports/{export}`,
    summary: 'Where the making of a file stands',
    response: exportView,
  },
  {
    method: 'get',
    path: `${SUMMIT}/report/exports/{export}/file`,
    summary: 'The file, after its audit',
    media: 'application/octet-stream',
  },
  {
    method: 'delete',
    path: `${SUMMIT}/report/exports/{export}`,
    summary: 'Give up a file',
    status: 204,
  },
  {
    method: 'get',
    path: `${SUMMIT}/report`,
    summary: 'The report as a file, after its audit',
    query: {
      format: z.enum(formatIds).default('json'),
      lang: lang.optional(),
      besides: z.enum(['zip']).optional(),
      pictures: z.enum(['linked']).optional(),
    },
    media: '*/*',
  },
  {
    method: 'get',
    path: PUBLICATION,
    summary: 'What is published of the report',
    response: publicationState,
  },
  {
    method: 'post',
    path: PUBLICATION,
    summary: 'Publish the report as it is now',
    request: publicationRequest,
    response: publicationView,
  },
  { method: 'delete', path: PUBLICATION, summary: 'Take the published report away', status: 204 },
  { method: 'get', path: '/r/{slug}', summary: 'A published report, for anybody', media: 'text/html' },
  {
    method: 'get',
    path: '/r/{slug}/{lang}',
    summary: 'A published report in one language',
    media: 'text/html',
  },
  {
    method: 'get',
    path: '/r/{slug}/{lang}/{file}',
    summary: 'A published report as a file to keep',
    media: '*/*',
  },
];
