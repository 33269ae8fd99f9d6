import type { Request } from 'express';
import type { z } from 'zod';
import { ProblemError, type ProblemLang } from '@plenary/protocol';
import { langOf } from './problem.ts';

/** The request's JSON body, checked; throws `request-malformed` with the first thing that is wrong. */
export function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const lang = langOf(request);
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const reason = request.body === undefined ? NOTHING[lang] : field === '' ? WHOLE[lang] : wrong(field, lang);
  throw new ProblemError('request-malformed', { reason });
}

const NOTHING: Readonly<Record<ProblemLang, string>> = {
  fr: 'elle ne contient pas de JSON. Envoyez un objet avec l’en-tête Content-Type: application/json.',
  en: 'there is no JSON in it. Send an object with the header Content-Type: application/json.',
};

const WHOLE: Readonly<Record<ProblemLang, string>> = {
  fr: 'l’objet n’a pas les champs attendus. Ils sont décrits dans /api/openapi.json.',
  en: 'the object has not the expected fields. They are described in /api/openapi.json.',
};

/** The name of a field is ours; its value may be anything and is not repeated. */
function wrong(field: string, lang: ProblemLang): string {
  return lang === 'fr'
    ? `le champ «\u00A0${field}\u00A0» n’a pas la forme attendue. Elle est décrite dans /api/openapi.json.`
    : `the field “${field}” has not the expected form. It is described in /api/openapi.json.`;
}
