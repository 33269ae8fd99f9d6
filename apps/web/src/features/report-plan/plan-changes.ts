import { inPlannedOrder, type ReportPlan } from '@plenary/programme';

/** What of a plan says something about sessions, or about groups. */
type Items = ReportPlan['sessions'];

/** Moves an item one place up (-1) or down (1) among the others as they stand now. At an end it stays. */
export function moved(items: Items, all: readonly string[], id: string, by: -1 | 1): Items {
  const order = [...inPlannedOrder(all, (item) => item, items.order)];
  const from = order.indexOf(id);
  const to = from + by;
  const other = order[to];
  if (from === -1 || other === undefined) return items;
  order[from] = other;
  order[to] = id;
  return { ...items, order };
}

/** Takes an item into the report, or leaves it out. */
export function shown(items: Items, id: string, isShown: boolean): Items {
  const others = items.leftOut.filter((one) => one !== id);
  return { ...items, leftOut: isShown ? others : [...others, id] };
}

/** Gives an item a title; the programme's own title, or none, takes it away again. */
export function titled(items: Items, id: string, title: string, own: string): Items {
  const { [id]: _old, ...titles } = items.titles;
  const wanted = title.trim();
  return { ...items, titles: wanted === '' || wanted === own ? titles : { ...titles, [id]: wanted } };
}

/** Puts a session under a theme, or under none. */
export function underTheme(plan: ReportPlan, session: string, theme: string | undefined): ReportPlan {
  const themes = plan.themes.map((one) => {
    const others = one.sessions.filter((id) => id !== session);
    return { ...one, sessions: one.id === theme ? [...others, session] : others };
  });
  return { ...plan, themes };
}

/** One more theme; its id is made of letters of chance, because it stays when the title changes. */
export function withTheme(plan: ReportPlan, id: string, title: string): ReportPlan {
  return { ...plan, themes: [...plan.themes, { id, title, sessions: [] }] };
}

/** What a chapter is to be like; every other one stays as it is. */
export function withChapter(
  plan: ReportPlan,
  chapters: readonly string[],
  kind: string,
  change: Partial<ReportPlan['synthesis'][number]>,
): ReportPlan {
  const synthesis = chapters.map((one) => {
    const now = chapterOf(plan, one);
    return one === kind ? { ...now, ...change } : now;
  });
  return { ...plan, synthesis };
}

/** What a plan says about a chapter, or what holds where it says nothing. */
export function chapterOf(plan: ReportPlan, kind: string): ReportPlan['synthesis'][number] {
  return plan.synthesis.find((chapter) => chapter.kind === kind) ?? { kind, shown: true, by: 'none' };
}
