export { CLOSE, type CloseCode } from './close-codes.ts';
export type { SummitEvent } from './events.ts';
export {
  type ExportRequest,
  exportRequest,
  exportStage,
  type ExportView,
  exportView,
  type FormatList,
  formatList,
} from './exports.ts';
// oxfmt-ignore
export {
  access, groupDetail, groupList, groupView, invitationCreated, invitationList, invitationPreview,
  invitationRequest, joined, joinRequest, lang, meView, newGroupRequest, role, sectionView, signOffRequest,
  summitList, summitView, writersView,
} from './http.ts';
// oxfmt-ignore
export type {
  GroupDetail, GroupView, InvitationCreated, InvitationPreview, InvitationView, Joined, MeView, PersonView,
  SectionView, SessionView, SignOffView, SummitCard, SummitView, WritersView,
} from './http.ts';
export { IMPORT_ENDINGS, importPath, MOST_IMPORT_BYTES } from './import-paths.ts';
export { importView, type ImportView } from './imports.ts';
// oxfmt-ignore
export {
  MESSAGE_AUTH, MESSAGE_AWARENESS, MESSAGE_MARKER, MESSAGE_NOTICE, MESSAGE_QUERY_AWARENESS, MESSAGE_SYNC, type Notice,
  type RejectReason, SUBPROTOCOL, SYNC_PATH, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE,
} from './messages.ts';
export { MOST_PICTURE_BYTES, picturePath, picturesPath } from './picture-paths.ts';
export { pictureView, type PictureView } from './pictures.ts';
export { mergeAnswer, mergeList, planChange, planView, reportPlan } from './plan.ts';
export type { MergeAnswer, MergeList, PlanChange, PlanView } from './plan.ts';
export { ProblemError, problemOf, problemSentence } from './problems.ts';
export type { Problem, ProblemCode, ProblemLang } from './problems.ts';
export { publicationRequest, publicationState, publicationView } from './publication.ts';
export type { PublicationRequest, PublicationState, PublicationView } from './publication.ts';
