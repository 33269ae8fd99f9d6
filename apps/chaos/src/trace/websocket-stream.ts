/** A binary message as it lay in a stream of WebSocket frames. */
export interface StreamMessage {
  readonly payload: Buffer;
  /** Where in the stream the message ends. */
  readonly end: number;
}

/**
 * Takes the bytes of one direction of a connection, from the first on, and gives the binary messages in them.
 * Skips the HTTP part; unmasks what clients send; knows no extensions, which this server does not offer.
 */
export function messagesIn(stream: Buffer): readonly StreamMessage[] {
  const headers = stream.indexOf('\r\n\r\n');
  if (headers === -1) return [];
  const messages: StreamMessage[] = [];
  let parts: Buffer[] = [];
  let at = headers + 4;
  for (;;) {
    const frame = frameAt(stream, at);
    if (frame === undefined) return messages;
    at = frame.end;
    if (frame.opcode > BINARY) continue;
    parts.push(frame.payload);
    if (!frame.last) continue;
    messages.push({ payload: Buffer.concat(parts), end: at });
    parts = [];
  }
}

interface WireFrame {
  readonly last: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
  readonly end: number;
}

const BINARY = 2;

/** RFC 6455, section 5.2; undefined when the frame is not complete. */
function frameAt(stream: Buffer, start: number): WireFrame | undefined {
  if (stream.length < start + 2) return undefined;
  const [first = 0, second = 0] = stream.subarray(start, start + 2);
  const short = second & 0x7f;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = start + 2 + wide;
  const masked = second >= 0x80;
  const from = maskAt + (masked ? 4 : 0);
  if (stream.length < from) return undefined;
  const length =
    wide === 0
      ? short
      : wide === 2
        ? stream.readUInt16BE(start + 2)
        : Number(stream.readBigUInt64BE(start + 2));
  if (stream.length < from + length) return undefined;
  const payload = Buffer.from(stream.subarray(from, from + length));
  if (masked) {
    for (const [index, byte] of payload.entries())
      payload[index] = byte ^ (stream[maskAt + (index % 4)] ?? 0);
  }
  return { last: first >= 0x80, opcode: first & 0x0f, payload, end: from + length };
}
