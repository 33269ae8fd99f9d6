/** The frames of a posted body: a length as a varuint and so many bytes, one after the other. Undefined for anything else. */
export function framesIn(body: Uint8Array): readonly Uint8Array[] | undefined {
  const frames: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = body[at];
      // Four bytes hold any length that a body may have.
      if (byte === undefined || shift > 21) return undefined;
      at += 1;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (at + length > body.length) return undefined;
    frames.push(body.subarray(at, at + length));
    at += length;
  }
  return frames;
}
