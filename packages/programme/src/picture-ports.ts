/** The kinds of picture that are kept. Whatever else comes in is encoded anew as one of them: every format can show both. */
export type PictureType = 'image/jpeg' | 'image/png';

/** A picture as it is kept, shown and printed. */
export interface Picture {
  /** SHA-256 of the bytes, hexadecimal: what a figure of a document names. */
  readonly id: string;
  readonly type: PictureType;
  /** In pixels, as it is seen: what the camera said about its rotation is done already. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Where a new picture belongs, and who brought it when. */
export interface PictureOrigin {
  readonly summit: string;
  readonly group: string;
  /** A person's id, or a name of the system's. */
  readonly author: string;
  readonly at: number;
}

/**
 * Where pictures live. They belong to a summit, whose members may see them; the same picture twice in a summit is kept
 * once. A picture is never changed and never taken away: older versions of a text show it, too. What is in it when a
 * promise resolves is durable.
 */
export interface PictureStore {
  /**
   * Keeps a picture. `full` when the group has brought `most` already and this one is not among the summit's; then
   * nothing was stored. Rejects when there is no such group in that summit.
   */
  addPicture(picture: Picture, origin: PictureOrigin, most: number): Promise<'kept' | 'full'>;
  /** By its id, in one summit: another summit's picture is unknown there. */
  picture(summit: string, id: string): Promise<Picture | undefined>;
  /** Which pictures a summit has, without their bytes. */
  pictureTypes(summit: string): Promise<ReadonlyMap<string, PictureType>>;
}

/** Why a file cannot become a picture. */
export type PictureRefusal =
  /** It is no picture, or one of a kind that is not read, such as drawings that can hold programs. */
  | 'kind'
  /** It ends early, or its content is not what its beginning says. */
  | 'damaged'
  /** More pixels than any camera takes. */
  | 'too-many-pixels';

/**
 * Makes of whatever people bring a picture that may be kept and shown to others: encoded anew, turned upright, of a
 * sensible size, and without anything a camera wrote into it, such as where it was.
 */
export interface PictureEncoder {
  /** Never rejects because of the bytes. The same bytes give the same picture. */
  encode(bytes: Uint8Array): Promise<Picture | PictureRefusal>;
}
