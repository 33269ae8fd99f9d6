import { useTranslation } from './i18n.ts';
import type { ReportingMessages } from './messages/messages.ts';
import { en } from './messages/reporting/en.ts';
import { fr } from './messages/reporting/fr.ts';
import { type Translate, translators } from './translate.ts';

/** Texts of what one needs to put a report together. They come with the report's page. */
export function useReportingText(): Translate<ReportingMessages> {
  return TRANSLATORS[useTranslation().lang];
}

const TRANSLATORS = translators<ReportingMessages>({ fr, en });
