import { expect } from '@playwright/test';
import { SLUG } from './join.ts';
import type { Visitor } from './visitor.ts';

export interface ReportJson {
  readonly plenary: number;
  readonly generatedFrom: Readonly<
    Record<string, { readonly seq: number; readonly hash: string; readonly signedOff?: unknown }>
  >;
  readonly parts: readonly unknown[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly group: string;
    readonly text: string;
    readonly data: unknown;
  }[];
  readonly diagnostics: readonly { readonly rule: string; readonly message: string }[];
}

/** A group's section as the server would print it now. */
export async function sectionOf(
  { context }: Visitor,
  group: string,
): Promise<{ readonly seq: number; readonly hash: string; readonly html: string }> {
  const response = await context.request.get(`/api/summits/${SLUG}/groups/${group}/section`);
  expect(response.status()).toBe(200);
  return (await response.json()) as { seq: number; hash: string; html: string };
}

/** The machine-readable report as the server would export it now. */
export async function reportOf({ context }: Visitor): Promise<ReportJson> {
  const response = await context.request.get(`/api/summits/${SLUG}/report?format=json&lang=fr`);
  expect(response.status()).toBe(200);
  return (await response.json()) as ReportJson;
}
