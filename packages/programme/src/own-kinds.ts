import type { ProgrammeFile } from './file-shape.ts';
import type { KindTemplatePart, SessionKind } from './template.ts';
import type { Lang } from './lang.ts';
import { sessionKind } from './templates/templates.ts';

type FileKind = ProgrammeFile['kinds'][number];

/** The kinds a programme file brings. What one leaves out is as in the program's kind of that id, where there is one. */
export function ownKinds(file: Pick<ProgrammeFile, 'kinds'>): readonly SessionKind[] {
  return file.kinds.map((kind): SessionKind => {
    const known = sessionKind(kind.id);
    const leavesNothing = kind.leavesNothingWhenEmpty ?? known?.leavesNothingWhenEmpty;
    return {
      id: kind.id,
      documentPerHost: kind.documentPerHost ?? known?.documentPerHost ?? false,
      ...(leavesNothing !== undefined && { leavesNothingWhenEmpty: leavesNothing }),
      label: kind.label ?? known?.label ?? { fr: kind.id, en: kind.id },
      template: { fr: { parts: partsIn(kind, 'fr') }, en: { parts: partsIn(kind, 'en') } },
    };
  });
}

function partsIn(kind: FileKind, lang: Lang): KindTemplatePart[] {
  return kind.parts.map(({ id, heading, prompt, expects, words, required, repeat }) => ({
    id,
    heading: heading[lang],
    prompt: prompt?.[lang] ?? '',
    expects: [...new Set(expects)],
    ...(typeof words === 'number' && { words }),
    ...(required !== undefined && { required }),
    ...(repeat === 'speakers' && { repeat }),
  }));
}
