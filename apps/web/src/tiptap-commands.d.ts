// The commands of these extensions are typed where the extensions are imported; here they come with @plenary/document.
import '@tiptap/extension-table';
// For the types alone: the program itself would bring more than a group document has.
import '@tiptap/starter-kit';
