/** What a file may hold that a group document says in another way, or not at all. */
export type RemarkRule =
  /** An image became a link to it, with its description as text. */
  | 'image-as-link'
  /** An image without an address that may stand in a document left only its description. */
  | 'image-as-text'
  /** A picture in the file is of a kind that is not kept, or damaged; its description is left. */
  | 'image-unreadable'
  /** The group has as many pictures as it may have; of the others their descriptions are left. */
  | 'image-one-too-many'
  /** A link to a place that means nothing outside of its folder became text with the address behind it. */
  | 'link-as-text'
  /** The address of a link that means nothing outside of its page, or is no address of a page, was left out. */
  | 'link-left-out'
  /** HTML was kept as it is written. */
  | 'html-as-text'
  /** The block of settings at the top of the file was kept as a table or as text. */
  | 'front-matter-as-text'
  /** A heading below the third level became one of the third. */
  | 'heading-level'
  /** A footnote that nothing refers to became a paragraph at the end; a second reference to one became text. */
  | 'footnote-as-text'
  /** Of a list, a table or code in a footnote the words were kept, as lines. */
  | 'footnote-as-lines'
  /** The address of a link that is nowhere used was kept as text. */
  | 'definition-as-text'
  /** What stood behind the language of a code block was left out. */
  | 'code-settings-left-out'
  /** Control characters became spaces. */
  | 'control-characters'
  /** A paragraph was so long, or held so many signs, that it was cut or its signs were kept as written. */
  | 'formatting-as-text'
  /** Underlined or coloured text became plain. */
  | 'formatting-left-out'
  /** Programs and style sheets were left out, unread. */
  | 'script-left-out'
  /** Remarks in the source of a page, which readers do not see, were left out. */
  | 'comment-left-out'
  /** The title of the window was left out. */
  | 'page-title-left-out'
  /** A film, a sound or a page inside the page became a link to it. */
  | 'embed-as-link'
  /** A film, a sound or a page inside the page without an address to link to was left out. */
  | 'embed-left-out'
  /** A drawing was left out, its words were kept. */
  | 'drawing-as-text'
  /** A formula became its letters and signs. */
  | 'formula-as-text'
  /** Fields of a form became the words in them. */
  | 'form-as-text'
  /** The file does not say its encoding; a usual one was taken. */
  | 'encoding-guessed'
  /** Headers and footers of the pages were left out. */
  | 'page-header-left-out'
  /** Text that somebody struck out while changes were tracked was left out. */
  | 'deletion-left-out'
  /** A comment in the margin became a paragraph at the end. */
  | 'margin-comment-as-text'
  /** Lists that do not count from one do so now. */
  | 'numbering-left-out'
  /** Some other words of the file were left out. */
  | 'text-left-out'
  /** The colours that show who wrote what were left out. */
  | 'authors-left-out'
  /** Earlier versions of the text were left out. */
  | 'history-left-out'
  /** What was said in the chat beside the text was left out. */
  | 'chat-left-out'
  /** A list of headings, which a report makes by itself, was left out. */
  | 'contents-left-out'
  /** A coloured box became a quotation. */
  | 'box-as-quote'
  /** A file in the archive that is no note was left out. */
  | 'file-left-out';
