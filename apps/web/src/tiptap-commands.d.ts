// The commands of these extensions are typed where the extensions are imported; here they come with @plenary/document.
import '@tiptap/extension-table';
import '@tiptap/starter-kit';
