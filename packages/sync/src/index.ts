export type { Client, ConnectedPerson, Rooms, RoomsOptions, Session } from './api.ts';
export { EditRefused, LogDamaged, NoSuchDocument, RoomEnded, StoreFailed } from './errors.ts';
export { DEFAULT_LIMITS, type Limits, ROOTS } from './limits.ts';
export type {
  AppendOutcome,
  AppendRequest,
  Author,
  Clock,
  DocumentHead,
  DocumentId,
  DocumentStore,
  Meter,
  Seal,
  SealOutcome,
  Socket,
  StoredDocument,
  StoredUpdate,
  UpdateBus,
  UpdateBusListener,
} from './ports.ts';
export { createRooms } from './rooms.ts';
export type { Vitals } from './vitals.ts';
