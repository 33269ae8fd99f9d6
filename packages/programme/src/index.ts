export { accessTo, allows, isOrganiser, type Access } from './access.ts';
export { planGroups, type PlannedGroup } from './groups.ts';
export { CODE_ALPHABET, CODE_LENGTH, newInvitationCode, normaliseCode, showCode } from './invitation-code.ts';
export type {
  Day,
  Group,
  Invitation,
  IsoDate,
  Lang,
  Membership,
  Organisation,
  Person,
  Place,
  Role,
  Session,
  Speaker,
  Summit,
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
export {
  describeProblem,
  PROGRAMME_LIMITS,
  type Programme,
  type ProgrammeProblem,
  type ProgrammeRule,
  type Wording,
} from './programme.ts';
export { readProgramme, type ReadProgramme } from './read-programme.ts';
export { LONGEST_SLUG, slugOf } from './slug.ts';
export type { KindTemplate, KindTemplatePart, SessionKind, Template, TemplatePart } from './template.ts';
export { dayTitle, whenAndWhere } from './when-and-where.ts';
