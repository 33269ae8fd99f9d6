import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const recommendationWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Recommandation',
    plural: 'Recommandations',
    placeholder: 'Que faut-il faire\u202f?',
    fields: { to: 'À l’attention de' },
  },
  en: {
    label: 'Recommendation',
    plural: 'Recommendations',
    placeholder: 'What should be done?',
    fields: { to: 'Addressed to' },
  },
};

/** Shown softly where nobody is named yet. */
export const recommendationMissing: Readonly<Record<Lang, { readonly to: string }>> = {
  fr: { to: 'à qui\u202f?' },
  en: { to: 'to whom?' },
};
