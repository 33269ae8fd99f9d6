import type { GroupDetail, WritersView } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type * as Y from 'yjs';
import { fetchWriters } from '../../api/plenary-api.ts';
import { presenceColour } from '../../ui/presence-colours.ts';
import { attributionKey, attributionPlugin, refreshAttribution, type Writer } from './attribution.ts';

type ListedWriter = WritersView['writers'][number];

/** Those who wrote what stands in the text now, as the server has bound them; marks their words while it is used. */
export function useWriters(
  editor: Editor,
  doc: Y.Doc,
  group: GroupDetail,
): { readonly writers: readonly ListedWriter[]; readonly failed: boolean } {
  const [known, setKnown] = useState<readonly ListedWriter[]>([]);
  const [present, setPresent] = useState<ReadonlySet<number>>(NOBODY);
  const [failed, setFailed] = useState(false);
  const me = useEffectEvent(() => group.me);
  const { id } = group;
  const { slug } = group.summit;

  useEffect(() => {
    const abort = new AbortController();
    const people = new Map<number, Writer>();
    /** Ids that were asked for once: those of the template belong to nobody however often one asks. */
    const asked = new Set<number>();
    const ask = async (): Promise<void> => {
      try {
        const { writers } = await fetchWriters(slug, id, abort.signal);
        for (const writer of writers) for (const client of writer.clients) people.set(client, shown(writer));
        setKnown(writers);
        setFailed(false);
        refreshAttribution(editor.view);
      } catch {
        if (!abort.signal.aborted) setFailed(true);
      }
    };
    const plugin = attributionPlugin({
      fragment: doc.getXmlFragment('default'),
      writerOf: (client) => people.get(client) ?? (client === doc.clientID ? shown(me()) : undefined),
      onClients(clients) {
        setPresent(clients);
        const strangers = [...clients].filter((client) => !people.has(client) && !asked.has(client));
        for (const client of strangers) asked.add(client);
        if (strangers.length > 0) void ask();
      },
    });
    editor.registerPlugin(plugin);
    return () => {
      abort.abort();
      editor.unregisterPlugin(attributionKey);
    };
  }, [doc, editor, id, slug]);

  const writers = known.filter(({ clients }) => clients.some((client) => present.has(client)));
  return { writers, failed };
}

function shown({ colour, id, name }: Pick<ListedWriter, 'colour' | 'id' | 'name'>): Writer {
  return { id, name, colour: presenceColour(colour) };
}

const NOBODY: ReadonlySet<number> = new Set();
