export { accessIn, accessTo, allows, isOrganiser, type Access } from './access.ts';
export { documentsOf, FRONT_KINDS, frontId, isFront } from './front-matter.ts';
export { planGroups, type PlannedGroup } from './groups.ts';
export { CODE_ALPHABET, CODE_LENGTH, newInvitationCode, normaliseCode, showCode } from './invitation-code.ts';
// oxfmt-ignore
export type {
  Day, FrontDocument, FrontKind, Group, Invitation, IsoDate, Lang, Membership, Organisation, Person, Place, Role, Session,
  Speaker, Summit,
} from './model.ts';
export { checkName, foldName, LONGEST_NAME, type CheckedName, type NameRefusal } from './person-name.ts';
export type {
  Picture,
  PictureEncoder,
  PictureOrigin,
  PictureRefusal,
  PictureStore,
  PictureType,
} from './picture-ports.ts';
export {
  SlugTaken,
  type BrowserSession,
  type SeededGroup,
  type StoredInvitation,
  type SummitStore,
} from './ports.ts';
export type {
  FileToPublish,
  Publication,
  PublicationFacts,
  PublicationStore,
  PublishedFile,
} from './publication-ports.ts';
export {
  describeProblem,
  PROGRAMME_LIMITS,
  type Programme,
  type ProgrammeProblem,
  type ProgrammeRule,
  type Wording,
} from './programme.ts';
export { readProgramme, type ReadProgramme } from './read-programme.ts';
export { DEFAULT_PLAN, inPlannedOrder } from './report-plan.ts';
// oxfmt-ignore
export type {
  Gathering, MergeDecision, PlannedAnnexes, PlannedChapter, PlannedFront, PlannedItems, PlannedLook, PlannedTheme,
  ReportPlan, StoredPlan,
} from './report-plan.ts';
export { LONGEST_SLUG, slugOf } from './slug.ts';
export type {
  FrontTemplate,
  KindTemplate,
  KindTemplatePart,
  SessionKind,
  Template,
  TemplatePart,
} from './template.ts';
export { dayTitle, monthTitle, whenAndWhere } from './when-and-where.ts';
