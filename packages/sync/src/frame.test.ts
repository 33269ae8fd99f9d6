import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFrame, markerFrame, updateFrame } from './frame.ts';

test('[SY10] any bytes are one message or malformed, and never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(['ask', 'update', 'presence', 'query-presence', 'marker', 'malformed']).toContain(
        decodeFrame(bytes).kind,
      );
    }),
  );
});

test('what is written is read back, and nothing with a byte more or less', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (update, number) => {
      const frame = updateFrame(update);
      expect(decodeFrame(frame)).toEqual({ kind: 'update', update, answer: false });
      expect(decodeFrame(Uint8Array.of(...frame, 0)).kind).toBe('malformed');
      expect(decodeFrame(frame.subarray(0, -1)).kind).toBe('malformed');
      expect(decodeFrame(markerFrame(number))).toEqual({ kind: 'marker', number });
    }),
  );
});
