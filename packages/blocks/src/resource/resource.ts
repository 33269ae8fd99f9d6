import { defineOutcomeBlock, isAllowedLink } from '@plenary/document';
import { isSafeUrl, link as linkTo } from '@plenary/report-ast';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { detail, keyOf, pickedText } from '../frame/picked-text.ts';
import { resourceKinds, resourceWords } from './resource.messages.ts';

/** Something worth reading, watching or using. `title`, `link`: how to find it; `kind`: a key of `resourceKinds`. */
export const resource = defineOutcomeBlock({
  kind: 'resource',
  tone: 'slate',
  node: outcomeNode('resource', ['title', 'link', 'kind']),
  data: z.object({
    title: pickedText,
    link: pickedText.check(
      z.refine((url) => url === null || (isAllowedLink(url) && isSafeUrl(url)), {
        error: 'A link begins with https://, http://, mailto: or tel: and has no spaces.',
      }),
    ),
    kind: pickedText,
  }),
  words: resourceWords,
  synthesis: { form: 'list', order: 8 },
  gatheredBy: ['kind'],
  details({ title, link, kind }, lang) {
    const { fields } = resourceWords[lang];
    return [
      ...detail(fields['title'] ?? '', title),
      ...(link === null ? [] : [{ label: fields['link'] ?? '', value: [linkTo(link, link)] }]),
      ...detail(fields['kind'] ?? '', kind === null ? null : kindInWords(kind, lang)),
    ];
  },
  picked: (field, words, lang) => (field === 'kind' ? keyOf(words, resourceKinds[lang]) : words),
});

function kindInWords(kind: string, lang: keyof typeof resourceKinds): string {
  const words = resourceKinds[lang];
  return (Object.hasOwn(words, kind) ? words[kind] : undefined) ?? kind;
}
