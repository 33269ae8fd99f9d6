import { CLOSE, type CloseCode, type RejectReason } from '@plenary/protocol';

/** The code a connection is closed with after a refusal, see PROTOCOL.md §5. */
export const REJECT_CODES: Readonly<Record<RejectReason, CloseCode>> = {
  'read-only': CLOSE.noAccess,
  locked: CLOSE.locked,
  malformed: CLOSE.malformed,
  incomplete: CLOSE.malformed,
  'root-type': CLOSE.malformed,
  'too-large': CLOSE.malformed,
  'too-deep': CLOSE.malformed,
  'foreign-client-id': CLOSE.conflict,
  'too-fast': CLOSE.overloaded,
  storage: CLOSE.overloaded,
};
