import type { DocNode } from '@plenary/document';
import { boxNodes, type Fact, factsInLine } from '../boxes.ts';
import { inOneLine } from '../footnote-node.ts';
import { attribute, isElement, type PageElement, plainText, textOfNode } from './page.ts';
import { deeper, type PageContext } from './page-context.ts';

/** Whether an element is a box as the pages of reports have them: a group that begins with its label. */
export function isBox(element: PageElement): boolean {
  return hasClass(element, 'callout') && labelOf(element) !== undefined;
}

/** What a box becomes: its first paragraph says what it is, a list of terms or a line at its end what was picked. */
export function boxOf(element: PageElement, context: PageContext): readonly DocNode[] {
  const label = labelOf(element);
  const facts = element.childNodes.findLast((node): node is PageElement => isElement(node));
  const hasFacts = facts !== undefined && facts !== label && hasClass(facts, 'details');
  const around = deeper(context, 2);
  const words = element.childNodes.filter((node) => node !== label && !(hasFacts && node === facts));
  const box = {
    label: label === undefined ? '' : plainText(label.childNodes).replace(/\s+/g, ' ').trim(),
    content: context.blocksOf(words, [], around),
    facts: hasFacts ? factsOf(facts, around) : [],
  };
  return boxNodes(box, context.kinds, context.remarks);
}

function labelOf(element: PageElement): PageElement | undefined {
  const first = element.childNodes.find((node) => isElement(node) || (textOfNode(node) ?? '').trim() !== '');
  return first !== undefined && isElement(first) && hasClass(first, 'label') ? first : undefined;
}

function hasClass(element: PageElement, name: string): boolean {
  return attribute(element, 'class').slice(0, MOST_CLASSES).split(/\s+/).includes(name);
}

const MOST_CLASSES = 500;

function factsOf(facts: PageElement, context: PageContext): readonly Fact[] {
  if (facts.tagName === 'p') return factsInLine(lineIn(facts, context));
  return facts.childNodes.filter(isElement).flatMap((fact): readonly Fact[] => {
    const [term, value] = ['dt', 'dd'].map((name) =>
      fact.childNodes.find((node): node is PageElement => isElement(node) && node.tagName === name),
    );
    const label = term && plainText(term.childNodes).trim();
    return label === undefined || value === undefined ? [] : [{ label, value: lineIn(value, context) }];
  });
}

function lineIn(element: PageElement, context: PageContext): readonly DocNode[] {
  return inOneLine(context.blocksOf(element.childNodes, [], context));
}
