/**
 * Bytes of one picture as it is sent: the largest photographs of phones have some 15 MB. The page makes them smaller
 * before it sends them where it can; programs need not.
 */
export const MOST_PICTURE_BYTES = 20 * 1024 * 1024;

/** Where a member of the summit sees a picture. */
export function picturePath(summit: string, id: string): string {
  return `/api/summits/${encodeURIComponent(summit)}/pictures/${encodeURIComponent(id)}`;
}

/** Where somebody who writes in a group sends a picture for its document, as the body of a `POST`. */
export function picturesPath(summit: string, group: string): string {
  return `/api/summits/${encodeURIComponent(summit)}/groups/${encodeURIComponent(group)}/pictures`;
}
