/**
 * The bytes of an unmasked binary WebSocket message in one frame (RFC 6455, section 5.2). The same message gives the
 * same bytes: what goes to a whole room is framed once.
 */
export function wireFrame(message: Uint8Array): Buffer {
  const known = framed.get(message);
  if (known !== undefined) return known;
  const header = headerOf(message.length);
  const bytes = Buffer.allocUnsafe(header.length + message.length);
  bytes.set(header);
  bytes.set(message, header.length);
  framed.set(message, bytes);
  return bytes;
}

/** The bytes of several messages, one after the other; the same array gives the same bytes when asked for in a row. */
export function wireFrames(messages: readonly Uint8Array[]): Buffer {
  if (messages === latest.messages) return latest.bytes;
  latest = { messages, bytes: Buffer.concat(messages.map(wireFrame)) };
  return latest.bytes;
}

const framed = new WeakMap<Uint8Array, Buffer>();
/** A room hands the same array to one connection after the other. */
let latest: { readonly messages: readonly Uint8Array[]; readonly bytes: Buffer } = {
  messages: [],
  bytes: Buffer.alloc(0),
};

/** Final frame of a binary message. */
const FIN_BINARY = 0x82;
/** Up to here the length stands in its own byte, up to the next bound in two more, above it in eight. */
const LONGEST_SHORT = 125;
const LONGEST_MIDDLE = 0xffff;

function headerOf(length: number): Buffer {
  if (length <= LONGEST_SHORT) return Buffer.of(FIN_BINARY, length);
  if (length <= LONGEST_MIDDLE) {
    const header = Buffer.of(FIN_BINARY, 126, 0, 0);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header.set([FIN_BINARY, 127]);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
