/**
 * The version of the group document's schema: prose nodes and marks, outcome blocks, and their attributes.
 *
 * It grows by one whenever an editor built with the old schema would drop or alter what an editor with the new
 * one writes: a node, a mark or an attribute is added, renamed or removed, or a content rule is changed.
 * An editor deletes what its schema does not know as soon as it opens a document, even for reading, so the server
 * refuses every editor of another version before the first synchronisation. Wording, colours and views do not count.
 */
export const SCHEMA_VERSION = 2;

/** Name of the `Y.XmlFragment` that holds the text in a group document's Y.Doc. */
export const FRAGMENT = 'default';
