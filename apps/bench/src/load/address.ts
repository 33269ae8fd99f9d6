/** Where a room of a started server is and how it is spoken to. Plain data: it travels between processes. */
export interface RoomAddress {
  readonly url: string;
  readonly dialect: Dialect;
  /** One per writer, used in turn: the server sees as many people as there are. Empty where nobody is asked. */
  readonly writers: readonly string[];
  /** What readers show; absent where nobody is asked. */
  readonly reader?: string;
}

/**
 * `y-websocket`: as its provider speaks. `hocuspocus`: each message begins with the document's name, and a token
 * comes first. `relay`: passes frames on and holds nothing, so nothing is asked and nothing is waited for.
 */
export type Dialect =
  | { readonly kind: 'y-websocket' }
  | { readonly kind: 'hocuspocus'; readonly document: string }
  | { readonly kind: 'relay' };
