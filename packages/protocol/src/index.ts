export { CLOSE, type CloseCode } from './close-codes.ts';
export type { SummitEvent } from './events.ts';
export {
  access,
  groupDetail,
  type GroupDetail,
  groupList,
  groupView,
  type GroupView,
  invitationCreated,
  type InvitationCreated,
  invitationList,
  invitationPreview,
  type InvitationPreview,
  invitationRequest,
  type InvitationView,
  joined,
  type Joined,
  joinRequest,
  lang,
  meView,
  type MeView,
  newGroupRequest,
  type PersonView,
  role,
  sectionView,
  type SectionView,
  type SessionView,
  signOffRequest,
  type SignOffView,
  type SummitCard,
  summitList,
  summitView,
  type SummitView,
} from './http.ts';
export {
  MESSAGE_AUTH,
  MESSAGE_AWARENESS,
  MESSAGE_MARKER,
  MESSAGE_NOTICE,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  type Notice,
  type RejectReason,
  SUBPROTOCOL,
  SYNC_PATH,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from './messages.ts';
export { MOST_PICTURE_BYTES, pictureView, type PictureView } from './pictures.ts';
export { mergeAnswer, mergeList, planChange, planView, reportPlan } from './plan.ts';
export type { MergeAnswer, MergeList, PlanChange, PlanView } from './plan.ts';
export { ProblemError, problemOf, problemSentence } from './problems.ts';
export type { Problem, ProblemCode, ProblemLang } from './problems.ts';
