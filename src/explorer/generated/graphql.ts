/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on entities of type AcceleratorModel, combined with AND and tested against the resolved values of the view. */
export type AcceleratorModelFilter = {
  /** Conditions that must all be met. */
  and?: Array<AcceleratorModelFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Organisation that makes the chip or card. */
  manufacturer?: OrganisationFilter | null | undefined;
  /** Memory of one card. */
  memory?: QuantityFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: AcceleratorModelFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<AcceleratorModelFilter> | null | undefined;
  /** Theoretical peak of one card, with the number format that it holds for. */
  peak?: QuantityFilter | null | undefined;
  /** Thermal design power of one card. */
  power?: QuantityFilter | null | undefined;
  /** Date from which the model is sold. */
  releaseDate?: DateFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type AcceleratorModelOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: AcceleratorModelOrderField;
};

/** Field that acceleratorModels can be ordered by. */
export type AcceleratorModelOrderField =
  /** Sum of `accelerators` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_ACCELERATORS_SUM'
  /** Sum of `capacity` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_CAPACITY_SUM'
  /** Number of items of `centres`. */
  | 'CENTRES_COUNT'
  /** Sum of `investment` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_INVESTMENT_SUM'
  /** Sum of `power` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_POWER_SUM'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Label of the linked entity. Organisation that makes the chip or card. */
  | 'MANUFACTURER'
  /** Memory of one card. */
  | 'MEMORY'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Theoretical peak of one card, with the number format that it holds for. */
  | 'PEAK'
  /** Thermal design power of one card. */
  | 'POWER'
  /** Date from which the model is sold. */
  | 'RELEASE_DATE';

/** Reason for aligning parts of two editions. */
export type AlignmentBasis =
  /** The order and the lengths of their sentences. */
  | 'ORDER'
  /** Statements of both editions that speak of the same thing quote them. */
  | 'STATEMENT';

/** Basis of a compute figure. Figures on different bases are never added up or compared. */
export type Basis =
  /** Measured figure: Rmax of LINPACK, 实测. */
  | 'MEASURED'
  /** Theoretical peak of the hardware: Rpeak, 峰值. */
  | 'THEORETICAL_PEAK'
  /** Basis that the source does not state. */
  | 'UNSTATED';

/** Conditions on entities of type Bureau, combined with AND and tested against the resolved values of the view. */
export type BureauFilter = {
  /** Conditions that must all be met. */
  and?: Array<BureauFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Date on which the organisation was founded. */
  foundingDate?: DateFilter | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** The region that it has authority over. */
  jurisdiction?: RegionFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: BureauFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<BureauFilter> | null | undefined;
  /** Type of organisation, in the terms of ROR. An organisation may be of several types. */
  organisationType?: OrganisationTypeFilter | null | undefined;
  /** The organisation that it is part of or answers to. */
  parent?: OrganisationFilter | null | undefined;
  /** Region of the seat. */
  region?: RegionFilter | null | undefined;
  /** Organisation that this organisation is related to and is neither part of nor above. */
  related?: OrganisationFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Website of the organisation. Some have several. */
  website?: TextFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type BureauOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: BureauOrderField;
};

/** Field that bureaus can be ordered by. */
export type BureauOrderField =
  /** Number of items of `announced`. */
  | 'ANNOUNCED_COUNT'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Date on which the organisation was founded. */
  | 'FOUNDING_DATE'
  /** Label of the linked entity. The region that it has authority over. */
  | 'JURISDICTION'
  /** Number of items of `jurisdictions`. */
  | 'JURISDICTIONS_COUNT'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of items of `measures`. */
  | 'MEASURES_COUNT'
  /** Number of items of `officials`. */
  | 'OFFICIALS_COUNT'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Sum of `accelerators` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_ACCELERATORS_SUM'
  /** Sum of `capacity` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_CAPACITY_SUM'
  /** Number of items of `operates`. */
  | 'OPERATES_COUNT'
  /** Sum of `investment` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_INVESTMENT_SUM'
  /** Sum of `power` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_POWER_SUM'
  /** Label of the linked entity. The organisation that it is part of or answers to. */
  | 'PARENT'
  /** Number of items of `parents`. */
  | 'PARENTS_COUNT'
  /** Label of the linked entity. Region of the seat. */
  | 'REGION'
  /** Number of items of `related`. */
  | 'RELATED_COUNT'
  /** Number of items of `responsibleFor`. */
  | 'RESPONSIBLE_FOR_COUNT';

/** Stage of the centre; ABANDONED: given up before it operated. */
export type CentreStatus =
  /** Given up before operation. */
  | 'ABANDONED'
  /** Out of operation for good. */
  | 'CLOSED'
  /** Open and operating. */
  | 'OPERATING'
  /** Announced, construction not started. */
  | 'PLANNED'
  /** Construction started, not in operation. */
  | 'UNDER_CONSTRUCTION';

/** Condition on a value of the enum CentreStatus. */
export type CentreStatusFilter = {
  /** Equals this value. */
  eq?: CentreStatus | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Equals one of these values. */
  in?: Array<CentreStatus> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<CentreStatus> | null | undefined;
};

/** Kind of a change. */
export type ChangeKind =
  /** Statements no longer contradict each other. */
  | 'CONFLICT_CLOSED'
  /** A curator decided a conflict, dismissed it, or took that back; `statement` is what was chosen. */
  | 'CONFLICT_DECIDED'
  /** Statements were found to contradict each other. */
  | 'CONFLICT_OPENED'
  /** An entity was described for the first time. */
  | 'ENTITY_ADDED'
  /** Two ids were found to be of one entity: `formerId` is answered by `entity` from then on. */
  | 'MERGED'
  /** A source or one of its editions is new, or described otherwise. */
  | 'SOURCE_CHANGED'
  /** `formerId` is an entity of its own again; `entity` is what it had been merged into. */
  | 'SPLIT'
  /** A statement was recorded, perhaps again. */
  | 'STATEMENT_ADDED'
  /** No dataset holds the statement any more, or a curator withdrew it. */
  | 'STATEMENT_RETRACTED'
  /** A statement got another rank or confidence, or other datasets hold it. */
  | 'STATEMENT_REWEIGHTED';

/** Conditions on entities of type Company, combined with AND and tested against the resolved values of the view. */
export type CompanyFilter = {
  /** Conditions that must all be met. */
  and?: Array<CompanyFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Date on which the organisation was founded. */
  foundingDate?: DateFilter | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: CompanyFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<CompanyFilter> | null | undefined;
  /** Type of organisation, in the terms of ROR. An organisation may be of several types. */
  organisationType?: OrganisationTypeFilter | null | undefined;
  /** The organisation that it is part of or answers to. */
  parent?: OrganisationFilter | null | undefined;
  /** Region of the seat. */
  region?: RegionFilter | null | undefined;
  /** Organisation that this organisation is related to and is neither part of nor above. */
  related?: OrganisationFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Website of the organisation. Some have several. */
  website?: TextFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type CompanyOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: CompanyOrderField;
};

/** Field that companies can be ordered by. */
export type CompanyOrderField =
  /** Number of items of `announced`. */
  | 'ANNOUNCED_COUNT'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Date on which the organisation was founded. */
  | 'FOUNDING_DATE'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Sum of `accelerators` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_ACCELERATORS_SUM'
  /** Sum of `capacity` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_CAPACITY_SUM'
  /** Number of items of `operates`. */
  | 'OPERATES_COUNT'
  /** Sum of `investment` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_INVESTMENT_SUM'
  /** Sum of `power` over `operates`, the greatest of those that differ in number format, basis or sparsity. */
  | 'OPERATES_POWER_SUM'
  /** Label of the linked entity. The organisation that it is part of or answers to. */
  | 'PARENT'
  /** Number of items of `parents`. */
  | 'PARENTS_COUNT'
  /** Label of the linked entity. Region of the seat. */
  | 'REGION'
  /** Number of items of `related`. */
  | 'RELATED_COUNT'
  /** Number of items of `responsibleFor`. */
  | 'RESPONSIBLE_FOR_COUNT';

/** Comparator with which a source bounds a quantity. */
export type Comparator =
  /** Near it: 约45 EFLOPS. */
  | 'ABOUT'
  /** Amount or more: 45 EFLOPS以上. */
  | 'AT_LEAST'
  /** Amount or less: 不超过45 EFLOPS. */
  | 'AT_MOST'
  /** Range from `amount` to `upper`, both included: 40至45 EFLOPS. */
  | 'BETWEEN'
  /** Exactly the amount: 45 EFLOPS. */
  | 'EXACTLY'
  /** Less than it: 低于45 EFLOPS. */
  | 'LESS_THAN'
  /** More than it: 超过45 EFLOPS. */
  | 'MORE_THAN';

/** Conditions on entities of type ComputeCentre, combined with AND and tested against the resolved values of the view. */
export type ComputeCentreFilter = {
  /** Model of AI chip or accelerator card that the centre uses. A centre may use several. */
  acceleratorModel?: AcceleratorModelFilter | null | undefined;
  /** Number of AI chips of all types. */
  accelerators?: QuantityFilter | null | undefined;
  /** Conditions that must all be met. */
  and?: Array<ComputeCentreFilter> | null | undefined;
  /** Compute capacity, with the number format if the source states one. */
  capacity?: QuantityFilter | null | undefined;
  /** Date on which the centre ceased to operate. */
  closed?: DateFilter | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Cost of building it. */
  investment?: QuantityFilter | null | undefined;
  /** Larger centre or cluster of centres that this centre is a part of. */
  isPartOf?: ComputeCentreFilter | null | undefined;
  /** Location of the centre, WGS 84. */
  location?: GeoFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: ComputeCentreFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Date on which the centre began to operate. */
  opened?: DateFilter | null | undefined;
  /** Organisation that operates the centre. */
  operator?: OrganisationFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<ComputeCentreFilter> | null | undefined;
  /** Organisation that owns the centre. */
  owner?: OrganisationFilter | null | undefined;
  /** Electric power that it draws or may draw. */
  power?: QuantityFilter | null | undefined;
  /** Region in which the centre lies. */
  region?: RegionFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Size as worded by the source if it names no measure: 亿级以上. */
  scale?: QuantityFilter | null | undefined;
  /** Stage of the centre; ABANDONED: given up before it operated. */
  status?: CentreStatusFilter | null | undefined;
  /** Website of the centre. A centre may have several. */
  website?: TextFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type ComputeCentreOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: ComputeCentreOrderField;
};

/** Field that computeCentres can be ordered by. */
export type ComputeCentreOrderField =
  /** Number of AI chips of all types. */
  | 'ACCELERATORS'
  /** Number of items of `acceleratorModels`. */
  | 'ACCELERATOR_MODELS_COUNT'
  /** Sum of `memory` over `acceleratorModels`, the greatest of those that differ in number format, basis or sparsity. */
  | 'ACCELERATOR_MODELS_MEMORY_SUM'
  /** Sum of `peak` over `acceleratorModels`, the greatest of those that differ in number format, basis or sparsity. */
  | 'ACCELERATOR_MODELS_PEAK_SUM'
  /** Sum of `power` over `acceleratorModels`, the greatest of those that differ in number format, basis or sparsity. */
  | 'ACCELERATOR_MODELS_POWER_SUM'
  /** Compute capacity, with the number format if the source states one. */
  | 'CAPACITY'
  /** Date on which the centre ceased to operate. */
  | 'CLOSED'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Cost of building it. */
  | 'INVESTMENT'
  /** Label of the linked entity. Larger centre or cluster of centres that this centre is a part of. */
  | 'IS_PART_OF'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Date on which the centre began to operate. */
  | 'OPENED'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Label of the linked entity. Organisation that operates the centre. */
  | 'OPERATOR'
  /** Number of items of `operators`. */
  | 'OPERATORS_COUNT'
  /** Label of the linked entity. Organisation that owns the centre. */
  | 'OWNER'
  /** Number of items of `owners`. */
  | 'OWNERS_COUNT'
  /** Sum of `accelerators` over `parts`, the greatest of those that differ in number format, basis or sparsity. */
  | 'PARTS_ACCELERATORS_SUM'
  /** Sum of `capacity` over `parts`, the greatest of those that differ in number format, basis or sparsity. */
  | 'PARTS_CAPACITY_SUM'
  /** Number of items of `parts`. */
  | 'PARTS_COUNT'
  /** Sum of `investment` over `parts`, the greatest of those that differ in number format, basis or sparsity. */
  | 'PARTS_INVESTMENT_SUM'
  /** Sum of `power` over `parts`, the greatest of those that differ in number format, basis or sparsity. */
  | 'PARTS_POWER_SUM'
  /** Electric power that it draws or may draw. */
  | 'POWER'
  /** Label of the linked entity. Region in which the centre lies. */
  | 'REGION'
  /** Size as worded by the source if it names no measure: 亿级以上. */
  | 'SCALE'
  /** Stage of the centre; ABANDONED: given up before it operated. */
  | 'STATUS'
  /** Number of items of `targets`. */
  | 'TARGETS_COUNT';

/** Quantity that groups of type ComputeCentre can be summed up by. */
export type ComputeCentreQuantity =
  /** Number of AI chips of all types. */
  | 'ACCELERATORS'
  /** Compute capacity, with the number format if the source states one. */
  | 'CAPACITY'
  /** Cost of building it. */
  | 'INVESTMENT'
  /** Electric power that it draws or may draw. */
  | 'POWER';

/** Conditions on entities of type Conference, combined with AND and tested against the resolved values of the view. */
export type ConferenceFilter = {
  /** Conditions that must all be met. */
  and?: Array<ConferenceFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Date or period of the conference. */
  held?: DateFilter | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: ConferenceFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<ConferenceFilter> | null | undefined;
  /** Region in which the conference was held. */
  region?: RegionFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type ConferenceOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: ConferenceOrderField;
};

/** Field that conferences can be ordered by. */
export type ConferenceOrderField =
  /** Number of items of `announcements`. */
  | 'ANNOUNCEMENTS_COUNT'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Date or period of the conference. */
  | 'HELD'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Label of the linked entity. Region in which the conference was held. */
  | 'REGION'
  /** Number of items of `speakers`. */
  | 'SPEAKERS_COUNT';

/** Conditions on conflicts, combined with AND. */
export type ConflictFilter = {
  /** Dataset that holds a statement of the conflict: { eq: "news" }. */
  dataset?: IdFilter | null | undefined;
  /** Condition on the kind. */
  kind?: ConflictKindFilter | null | undefined;
  /** Condition on the name of the property: { eq: "member" }. */
  property?: IdFilter | null | undefined;
  /** Source of a statement of the conflict: { eq: "shobserver-768612" }. */
  source?: IdFilter | null | undefined;
  /** Condition on the status. */
  status?: ConflictStatusFilter | null | undefined;
  /** Condition on the subject. */
  subject?: IdFilter | null | undefined;
  /** Condition on the type of the subject: { eq: COMPUTE_CENTRE }. */
  type?: EntityTypeFilter | null | undefined;
};

/** Kind of the contradiction. */
export type ConflictKind =
  /** Sources give incompatible dates for a single-valued date. */
  | 'DATE'
  /** Two entities share an identifier, or one entity has two. */
  | 'IDENTITY'
  /** Editions of one source disagree: a translation must state what its original states. */
  | 'TRANSLATION'
  /** Sources give incompatible values for a single-valued property. */
  | 'VALUE';

/** Condition on a value of the enum ConflictKind. */
export type ConflictKindFilter = {
  /** Equals this value. */
  eq?: ConflictKind | null | undefined;
  /** Equals one of these values. */
  in?: Array<ConflictKind> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<ConflictKind> | null | undefined;
};

/** Status: open, decided or dismissed. */
export type ConflictStatus =
  /** Decided by a curator: one statement is right. */
  | 'DECIDED'
  /** Dismissed by a curator: the statements do not contradict each other. */
  | 'DISMISSED'
  /** Not decided by a curator. */
  | 'OPEN';

/** Condition on a value of the enum ConflictStatus. */
export type ConflictStatusFilter = {
  /** Equals this value. */
  eq?: ConflictStatus | null | undefined;
  /** Equals one of these values. */
  in?: Array<ConflictStatus> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<ConflictStatus> | null | undefined;
};

/** Conditions on entities of type Corridor, combined with AND and tested against the resolved values of the view. */
export type CorridorFilter = {
  /** Conditions that must all be met. */
  and?: Array<CorridorFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** A region that takes part; `role` says whether it gives or takes, where the source does. */
  member?: RegionFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: CorridorFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<CorridorFilter> | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Stage from plan to operation. */
  status?: CorridorStatusFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type CorridorOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: CorridorOrderField;
};

/** Field that corridors can be ordered by. */
export type CorridorOrderField =
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of items of `members`. */
  | 'MEMBERS_COUNT'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Stage from plan to operation. */
  | 'STATUS'
  /** Number of items of `targets`. */
  | 'TARGETS_COUNT';

/** SUPPLIER gives, CONSUMER takes; MEMBER: the source names the region and does not say which. */
export type CorridorRole =
  /** Region that consumes compute through the corridor. */
  | 'CONSUMER'
  /** Region of the corridor whose role the source does not state. */
  | 'MEMBER'
  /** Region that supplies compute through the corridor. */
  | 'SUPPLIER';

/** Stage from plan to operation. */
export type CorridorStatus =
  /** Given up before operation. */
  | 'ABANDONED'
  /** Open and operating. */
  | 'OPERATING'
  /** Proposed or planned, construction not started. */
  | 'PROPOSED'
  /** Construction started, not in operation. */
  | 'UNDER_CONSTRUCTION';

/** Condition on a value of the enum CorridorStatus. */
export type CorridorStatusFilter = {
  /** Equals this value. */
  eq?: CorridorStatus | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Equals one of these values. */
  in?: Array<CorridorStatus> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<CorridorStatus> | null | undefined;
};

/** Condition on a date, by EDTF interval logic: a date matches if it may be so. */
export type DateFilter = {
  /** Begins after this date has ended: 2024-07-04. */
  after?: string | null | undefined;
  /** Ends before this date begins: 2025. */
  before?: string | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** All of it lies in this: 2025 lies within 2024/2026. */
  within?: string | null | undefined;
};

/** Conditions on entities of the interface Entity, combined with AND. */
export type EntityFilter = {
  /** Conditions that must all be met. */
  and?: Array<EntityFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: EntityFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<EntityFilter> | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Condition on the entity type. */
  type?: EntityTypeFilter | null | undefined;
};

/** Type of an entity. */
export type EntityType =
  /** 加速卡型号. A model of AI chip or accelerator card, as its maker sells it. */
  | 'ACCELERATOR_MODEL'
  /** 政府部门. A public authority: a bureau, commission, ministry or government. */
  | 'BUREAU'
  /** 企业. An organisation that is no public authority: a company, laboratory or university. */
  | 'COMPANY'
  /** 算力中心. A place that computes for others: a data centre, an intelligent-computing or a supercomputing centre. */
  | 'COMPUTE_CENTRE'
  /** 会议. A meeting at which things are announced. */
  | 'CONFERENCE'
  /** 算力走廊. A scheme by which regions supply each other with computing power. */
  | 'CORRIDOR'
  /** 官员. A person in a public office, as far as that office goes. */
  | 'OFFICIAL'
  /** 政策措施. Measure that an authority takes. */
  | 'POLICY_MEASURE'
  /** 地区. A country, one of its administrative divisions, or an area that sources name as one. */
  | 'REGION'
  /** 目标. Goal that was announced, with its date. */
  | 'TARGET';

/** Condition on a value of the enum EntityType. */
export type EntityTypeFilter = {
  /** Equals this value. */
  eq?: EntityType | null | undefined;
  /** Equals one of these values. */
  in?: Array<EntityType> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<EntityType> | null | undefined;
};

/** Existence of an entity at the `validAt` of a view, by the dates that bound it: opened and closed, announced, issued, founded, the periods of offices. */
export type Existence =
  /** Existed, or may have existed, by the dates that sources state. */
  | 'EXISTING'
  /** Began to exist later. */
  | 'NOT_YET'
  /** Had ceased to exist. */
  | 'NO_LONGER'
  /** No source states a date that bounds its existence. */
  | 'UNDATED';

/** Condition on a value of the enum Existence. */
export type ExistenceFilter = {
  /** Equals this value. */
  eq?: Existence | null | undefined;
  /** Equals one of these values. */
  in?: Array<Existence> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<Existence> | null | undefined;
};

/** Condition on a geographic location. */
export type GeoFilter = {
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
};

/** Condition on an id. */
export type IdFilter = {
  /** Equals this value. */
  eq?: string | null | undefined;
  /** Equals one of these values. */
  in?: Array<string> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<string> | null | undefined;
};

/** Condition on a number. */
export type IntFilter = {
  /** Equals this value. */
  eq?: number | null | undefined;
  /** Greater than this value. */
  gt?: number | null | undefined;
  /** Greater than or equal to this value. */
  gte?: number | null | undefined;
  /** Less than this value. */
  lt?: number | null | undefined;
  /** Less than or equal to this value. */
  lte?: number | null | undefined;
};

/** Kind of a match, the best first. */
export type MatchReason =
  /** Equal to the query, apart from case, width, accents, script (國, 国) and spaces. */
  | 'EXACT'
  /** Parts of the query match several facts of the entity; `matches` names the facts. */
  | 'FACTS'
  /** Close to the query: a typing error (Zhao Jiangou), or other characters of the same sound. */
  | 'FUZZY'
  /** The words or the syllables begin so: tjg. */
  | 'INITIALS'
  /** Sounds like the query in pinyin (tang jianguo), or is the usual foreign name of a place (Peking). */
  | 'PINYIN'
  /** Begins with the query: 北京 of 北京市. */
  | 'PREFIX'
  /** Has all words, in part or in another order: 建国 in 唐建国. */
  | 'WORDS';

/** Whether it is the name in full, a short one, another one, a former one, or one written by sound in another script. */
export type NameKind =
  /** Other name in use. */
  | 'ALIAS'
  /** Name that is no longer in use. */
  | 'FORMER'
  /** Full official name. */
  | 'OFFICIAL'
  /** Abbreviation or short form of the name. */
  | 'SHORT'
  /** Name in another script, by sound. */
  | 'TRANSLITERATION';

/** Conditions on entities of type Official, combined with AND and tested against the resolved values of the view. */
export type OfficialFilter = {
  /** Conditions that must all be met. */
  and?: Array<OfficialFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: OfficialFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<OfficialFilter> | null | undefined;
  /** The organisation that the person holds an office in; `title` says which, `valid` when. */
  position?: OrganisationFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** A conference at which the person spoke. */
  spokeAt?: ConferenceFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type OfficialOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: OfficialOrderField;
};

/** Field that officials can be ordered by. */
export type OfficialOrderField =
  /** Number of items of `announced`. */
  | 'ANNOUNCED_COUNT'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Number of items of `positions`. */
  | 'POSITIONS_COUNT'
  /** Number of items of `spokeAt`. */
  | 'SPOKE_AT_COUNT';

/** Direction of an order; nulls are last in both. */
export type OrderDirection =
  /** Ascending: from the least to the greatest. */
  | 'ASC'
  /** Descending: from the greatest to the least. */
  | 'DESC';

/** Conditions on entities of the interface Organisation, combined with AND. */
export type OrganisationFilter = {
  /** Conditions that must all be met. */
  and?: Array<OrganisationFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Date on which the organisation was founded. */
  foundingDate?: DateFilter | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: OrganisationFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<OrganisationFilter> | null | undefined;
  /** Type of organisation, in the terms of ROR. An organisation may be of several types. */
  organisationType?: OrganisationTypeFilter | null | undefined;
  /** The organisation that it is part of or answers to. */
  parent?: OrganisationFilter | null | undefined;
  /** Region of the seat. */
  region?: RegionFilter | null | undefined;
  /** Organisation that this organisation is related to and is neither part of nor above. */
  related?: OrganisationFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Condition on the entity type. */
  type?: EntityTypeFilter | null | undefined;
  /** Website of the organisation. Some have several. */
  website?: TextFilter | null | undefined;
};

/** Type of organisation, in the terms of ROR. An organisation may be of several types. */
export type OrganisationType =
  /** Archive, library or museum; as in ROR. */
  | 'ARCHIVE'
  /** Company; as in ROR. */
  | 'COMPANY'
  /** University or school; as in ROR. */
  | 'EDUCATION'
  /** Laboratory or research facility; as in ROR. */
  | 'FACILITY'
  /** Organisation that funds others; as in ROR. */
  | 'FUNDER'
  /** Public authority; as in ROR. */
  | 'GOVERNMENT'
  /** Hospital or medical organisation; as in ROR. */
  | 'HEALTHCARE'
  /** Association or foundation; as in ROR. */
  | 'NONPROFIT'
  /** Organisation of another type; as in ROR. */
  | 'OTHER';

/** Condition on a value of the enum OrganisationType. */
export type OrganisationTypeFilter = {
  /** Equals this value. */
  eq?: OrganisationType | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Equals one of these values. */
  in?: Array<OrganisationType> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<OrganisationType> | null | undefined;
};

/** Conditions on entities of type PolicyMeasure, combined with AND and tested against the resolved values of the view. */
export type PolicyMeasureFilter = {
  /** Conditions that must all be met. */
  and?: Array<PolicyMeasureFilter> | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Number that the issuing authority gave the document. */
  documentNumber?: TextFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Plan or document that the measure is a part of. */
  isPartOf?: PolicyMeasureFilter | null | undefined;
  /** Date on the document. */
  issued?: DateFilter | null | undefined;
  /** Organisation that takes or issued the measure. */
  issuer?: OrganisationFilter | null | undefined;
  /** The region that it holds in. */
  jurisdiction?: RegionFilter | null | undefined;
  /** Kind of the measure, in the words of the source. */
  kind?: TextFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: PolicyMeasureFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<PolicyMeasureFilter> | null | undefined;
  /** Organisation that is to carry out the measure; `role` says whether it leads. */
  responsible?: OrganisationFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Aim that the measure serves. */
  serves?: EntityFilter | null | undefined;
  /** Whether the measure is in force. */
  status?: PolicyStatusFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type PolicyMeasureOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: PolicyMeasureOrderField;
};

/** Field that policyMeasures can be ordered by. */
export type PolicyMeasureOrderField =
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Number that the issuing authority gave the document. */
  | 'DOCUMENT_NUMBER'
  /** Date on the document. */
  | 'ISSUED'
  /** Label of the linked entity. Organisation that takes or issued the measure. */
  | 'ISSUER'
  /** Number of items of `issuers`. */
  | 'ISSUERS_COUNT'
  /** Label of the linked entity. Plan or document that the measure is a part of. */
  | 'IS_PART_OF'
  /** Label of the linked entity. The region that it holds in. */
  | 'JURISDICTION'
  /** Number of items of `jurisdictions`. */
  | 'JURISDICTIONS_COUNT'
  /** Kind of the measure, in the words of the source. */
  | 'KIND'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Number of items of `parts`. */
  | 'PARTS_COUNT'
  /** Number of items of `responsible`. */
  | 'RESPONSIBLE_COUNT'
  /** Number of items of `serves`. */
  | 'SERVES_COUNT'
  /** Whether the measure is in force. */
  | 'STATUS';

/** Whether the measure is in force. */
export type PolicyStatus =
  /** Published for comment, not adopted. */
  | 'DRAFT'
  /** Past the end of its term. */
  | 'EXPIRED'
  /** Adopted and in force. */
  | 'IN_FORCE'
  /** Repealed or replaced before the end of its term. */
  | 'REPEALED';

/** Condition on a value of the enum PolicyStatus. */
export type PolicyStatusFilter = {
  /** Equals this value. */
  eq?: PolicyStatus | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Equals one of these values. */
  in?: Array<PolicyStatus> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<PolicyStatus> | null | undefined;
};

/** Number format that a compute figure is stated for. Figures for different formats are never added up or compared. */
export type Precision =
  /** bfloat16, 16 bits with the range of FP32. */
  | 'BF16'
  /** 4-bit floating point. */
  | 'FP4'
  /** 8-bit floating point. */
  | 'FP8'
  /** One figure stated for FP8 and INT8 alike. */
  | 'FP8_INT8'
  /** 16-bit floating point, half precision. */
  | 'FP16'
  /** One figure stated for FP16 and BF16 alike. */
  | 'FP16_BF16'
  /** 32-bit floating point, single precision. */
  | 'FP32'
  /** 64-bit floating point, double precision. */
  | 'FP64'
  /** 4-bit integers. */
  | 'INT4'
  /** 8-bit integers. */
  | 'INT8'
  /** 16-bit integers. */
  | 'INT16'
  /** Mixed precision without named formats, such as HPL-MxP. */
  | 'MIXED'
  /** TensorFloat-32, 19 bits. */
  | 'TF32'
  /** Number format that the source does not state. */
  | 'UNSTATED';

/** Compared in the unit’s base; a value of another kind, or of another number format than the one asked for, does not match. By what is certain: `>= 100` matches `gte: 50` and not `lt: 200`. */
export type QuantityFilter = {
  /** Bases: keep figures of one of these, [MEASURED]. */
  basis?: Array<Basis> | null | undefined;
  /** Equals this value. */
  eq?: QuantityInput | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Greater than this value. */
  gt?: QuantityInput | null | undefined;
  /** Greater than or equal to this value. */
  gte?: QuantityInput | null | undefined;
  /** Less than this value. */
  lt?: QuantityInput | null | undefined;
  /** Less than or equal to this value. */
  lte?: QuantityInput | null | undefined;
  /** Number formats: keep figures stated for one of these, [FP16]. A figure stated for FP16 and BF16 matches either. */
  precision?: Array<Precision> | null | undefined;
  /** Sparsities: keep figures of one of these, [DENSE]. */
  sparsity?: Array<Sparsity> | null | undefined;
};

/** A number with its unit: { amount: "10000", unit: PFLOPS }. Without a unit, a count: { amount: "500" }. */
export type QuantityInput = {
  /** The number. */
  amount: string;
  /** Unit of the number. Default COUNT. */
  unit?: Unit | null | undefined;
};

/** The curator’s weight, as Wikibase’s rank. */
export type Rank =
  /** Known to be wrong; kept for the record, ignored by every view. */
  | 'DEPRECATED'
  /** Neither preferred nor wrong. */
  | 'NORMAL'
  /** Preferred over others. */
  | 'PREFERRED';

/** Conditions on entities of type Region, combined with AND and tested against the resolved values of the view. */
export type RegionFilter = {
  /** Conditions that must all be met. */
  and?: Array<RegionFilter> | null | undefined;
  /** GB/T 2260 of a division of China, ISO 3166 of a country or a division elsewhere. */
  code?: TextFilter | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Region that an area is made of and that is no division of the area: Beijing, of Beijing-Tianjin-Hebei. */
  containsPlace?: RegionFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Level in the administrative order; AREA if it has none. */
  level?: RegionLevelFilter | null | undefined;
  /** Centre of the region, WGS 84. */
  location?: GeoFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: RegionFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<RegionFilter> | null | undefined;
  /** The region that it is a division of. */
  parent?: RegionFilter | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Id of a region: the condition holds for it and for all that lies in it. region/inner-mongolia */
  within?: string | null | undefined;
};

/** Level in the administrative order; AREA if it has none. */
export type RegionLevel =
  /** Area outside the administrative order: an economic zone, a city region. */
  | 'AREA'
  /** Country or territory. */
  | 'COUNTRY'
  /** Third level below the country: county, district. */
  | 'COUNTY'
  /** Second level below the country: prefecture, prefecture-level city. */
  | 'PREFECTURE'
  /** First level below the country: province, state, municipality, autonomous region. */
  | 'PROVINCE'
  /** Fourth level below the country: township, subdistrict. */
  | 'TOWNSHIP';

/** Condition on a value of the enum RegionLevel. */
export type RegionLevelFilter = {
  /** Equals this value. */
  eq?: RegionLevel | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Equals one of these values. */
  in?: Array<RegionLevel> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<RegionLevel> | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type RegionOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: RegionOrderField;
};

/** Field that regions can be ordered by. */
export type RegionOrderField =
  /** Number of items of `areas`. */
  | 'AREAS_COUNT'
  /** Sum of `accelerators` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_ACCELERATORS_SUM'
  /** Sum of `capacity` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_CAPACITY_SUM'
  /** Number of items of `centres`. */
  | 'CENTRES_COUNT'
  /** Sum of `investment` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_INVESTMENT_SUM'
  /** Sum of `power` over `centres`, the greatest of those that differ in number format, basis or sparsity. */
  | 'CENTRES_POWER_SUM'
  /** Number of items of `children`. */
  | 'CHILDREN_COUNT'
  /** GB/T 2260 of a division of China, ISO 3166 of a country or a division elsewhere. */
  | 'CODE'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Number of items of `containsPlace`. */
  | 'CONTAINS_PLACE_COUNT'
  /** Number of items of `corridors`. */
  | 'CORRIDORS_COUNT'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Level in the administrative order; AREA if it has none. */
  | 'LEVEL'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Label of the linked entity. The region that it is a division of. */
  | 'PARENT'
  /** Number of items of `targets`. */
  | 'TARGETS_COUNT';

/** Sparsity of a compute figure. Dense and sparse figures are never added up or compared. */
export type Sparsity =
  /** Operations on dense matrices. */
  | 'DENSE'
  /** Operations with structured sparsity, which counts up to twice as many. */
  | 'SPARSE'
  /** Sparsity that the source does not state. */
  | 'UNSTATED';

/** Conditions on entities of type Target, combined with AND and tested against the resolved values of the view. */
export type TargetFilter = {
  /** Conditions that must all be met. */
  and?: Array<TargetFilter> | null | undefined;
  /** Date of the announcement. */
  announced?: DateFilter | null | undefined;
  /** The conference at which it was announced. */
  announcedAt?: ConferenceFilter | null | undefined;
  /** Official or organisation that announced the target. */
  announcedBy?: EntityFilter | null | undefined;
  /** Condition on the number of conflicts. */
  conflictCount?: IntFilter | null | undefined;
  /** Date by which the target is due. */
  due?: DateFilter | null | undefined;
  /** Whether it existed at the `validAt` of the view: { in: [EXISTING, UNDATED] } for all that may have. */
  existence?: ExistenceFilter | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Condition on the id. */
  id?: IdFilter | null | undefined;
  /** Metric of the target, in the words of the source: 智算供给规模. */
  metric?: TextFilter | null | undefined;
  /** Name of the entity in a source, in the language of the source. */
  name?: TextFilter | null | undefined;
  /** Negates this condition. */
  not?: TargetFilter | null | undefined;
  /** Value of the metric on a date, which `valid` of the statement gives. */
  observed?: QuantityFilter | null | undefined;
  /** Number of its open conflicts. */
  openConflictCount?: IntFilter | null | undefined;
  /** Conditions of which at least one must be met. */
  or?: Array<TargetFilter> | null | undefined;
  /** The address of the same thing elsewhere: Wikidata, ROR. */
  sameAs?: TextFilter | null | undefined;
  /** Larger aim that the target serves: 45 EFLOPS serves the corridor. */
  serves?: EntityFilter | null | undefined;
  /** Entity that is to meet the target. */
  subject?: EntityFilter | null | undefined;
  /** Value that is to be reached. */
  value?: QuantityFilter | null | undefined;
};

/** An order: nulls last, ties by id, so that a page never loses or repeats a row. */
export type TargetOrder = {
  /** Direction of the order. */
  direction?: OrderDirection | null | undefined;
  /** Field to order by. */
  field: TargetOrderField;
};

/** Field that targets can be ordered by. */
export type TargetOrderField =
  /** Date of the announcement. */
  | 'ANNOUNCED'
  /** Label of the linked entity. The conference at which it was announced. */
  | 'ANNOUNCED_AT'
  /** Label of the linked entity. Official or organisation that announced the target. */
  | 'ANNOUNCED_BY'
  /** Number of items of `announcers`. */
  | 'ANNOUNCERS_COUNT'
  /** Number of conflicts of the entity. */
  | 'CONFLICT_COUNT'
  /** Date by which the target is due. */
  | 'DUE'
  /** Label of the entity. The readings of Chinese names place them among Latin names: 长沙 as chang sha, the surname 单 as shan. */
  | 'LABEL'
  /** Number of items of `measures`. */
  | 'MEASURES_COUNT'
  /** Metric of the target, in the words of the source: 智算供给规模. */
  | 'METRIC'
  /** Number of open conflicts of the entity. */
  | 'OPEN_CONFLICT_COUNT'
  /** Number of items of `serves`. */
  | 'SERVES_COUNT'
  /** Label of the linked entity. Entity that is to meet the target. */
  | 'SUBJECT'
  /** Value that is to be reached. */
  | 'VALUE';

/** Condition on a text; upper and lower case are equal. */
export type TextFilter = {
  /** Contains this text: 数据中心. */
  contains?: string | null | undefined;
  /** Ends with this text: 中心. */
  endsWith?: string | null | undefined;
  /** Equals this value. */
  eq?: string | null | undefined;
  /** Whether there is a value at all: false keeps entities without one. */
  exists?: boolean | null | undefined;
  /** Equals one of these values. */
  in?: Array<string> | null | undefined;
  /** Equals none of these values; without a value nothing matches. */
  notIn?: Array<string> | null | undefined;
  /** Begins with this text: 北京. */
  startsWith?: string | null | undefined;
};

/** Policy that decides which sources win; the order is the preference. Example: { languages: ["zh-Hans"], others: NEVER }. */
export type TrustInput = {
  /** Editions in these languages first, in this order: ["zh-Hans", "en"]. */
  languages?: Array<string> | null | undefined;
  /** Statements below it do not count: 0 to 1. */
  minConfidence?: number | null | undefined;
  /** Use of sources that neither list names. */
  others?: TrustOthers | null | undefined;
  /** Ids of the sources to prefer, in order: ["shobserver-768612"]. */
  sources?: Array<string> | null | undefined;
};

/** Use of sources that a trust policy does not name. */
export type TrustOthers =
  /** Used if no named source states anything. */
  | 'LAST'
  /** Not used at all. */
  | 'NEVER';

/** Units of the quantities here. Those of one kind convert into each other. */
export type Unit =
  /** Money: AED of ISO 4217. */
  | 'AED'
  /** Money: AUD of ISO 4217. */
  | 'AUD'
  /** Money: CAD of ISO 4217. */
  | 'CAD'
  /** Money: CHF of ISO 4217. */
  | 'CHF'
  /** Money: CNY of ISO 4217. */
  | 'CNY'
  /** Count of things without a unit of measure; `of` says what is counted. */
  | 'COUNT'
  /** Data size, of memory or storage; 1e18 in its base unit. */
  | 'EB'
  /** Floating-point operations a second; 1e18 in its base unit. */
  | 'EFLOPS'
  /** Operations a second, of integers as a rule; 1e18 in its base unit. */
  | 'EOPS'
  /** Money: EUR of ISO 4217. */
  | 'EUR'
  /** Floating-point operations a second. */
  | 'FLOPS'
  /** Data size, of memory or storage; 1e9 in its base unit. */
  | 'GB'
  /** Money: GBP of ISO 4217. */
  | 'GBP'
  /** Data rate of a network; 1e9 in its base unit. */
  | 'GBPS'
  /** Floating-point operations a second; 1e9 in its base unit. */
  | 'GFLOPS'
  /** Accelerator cards. */
  | 'GPU'
  /** Electric power; 1e9 in its base unit. */
  | 'GW'
  /** Electric energy; 1e9 in its base unit. */
  | 'GWH'
  /** Money: HKD of ISO 4217. */
  | 'HKD'
  /** Money: INR of ISO 4217. */
  | 'INR'
  /** Money: JPY of ISO 4217. */
  | 'JPY'
  /** Money: KRW of ISO 4217. */
  | 'KRW'
  /** Apparent power; 1e3 in its base unit. */
  | 'KVA'
  /** Electric power; 1e3 in its base unit. */
  | 'KW'
  /** Electric energy; 1e3 in its base unit. */
  | 'KWH'
  /** Data size, of memory or storage; 1e6 in its base unit. */
  | 'MB'
  /** Duration, such as a latency. */
  | 'MS'
  /** Area of land or of a building. */
  | 'MU'
  /** Apparent power; 1e6 in its base unit. */
  | 'MVA'
  /** Electric power; 1e6 in its base unit. */
  | 'MW'
  /** Electric energy; 1e6 in its base unit. */
  | 'MWH'
  /** Money: MYR of ISO 4217. */
  | 'MYR'
  /** Data size, of memory or storage; 1e15 in its base unit. */
  | 'PB'
  /** Share of a whole. */
  | 'PERCENT'
  /** Floating-point operations a second; 1e15 in its base unit. */
  | 'PFLOPS'
  /** Operations a second, of integers as a rule; 1e15 in its base unit. */
  | 'POPS'
  /** Standard racks. */
  | 'RACK'
  /** Ratio without a unit, such as PUE; `of` says which. */
  | 'RATIO'
  /** Money: SAR of ISO 4217. */
  | 'SAR'
  /** Money: SGD of ISO 4217. */
  | 'SGD'
  /** Area of land or of a building; 0.0015 in its base unit. */
  | 'SQM'
  /** Data size, of memory or storage; 1e12 in its base unit. */
  | 'TB'
  /** Data rate of a network; 1e12 in its base unit. */
  | 'TBPS'
  /** Floating-point operations a second; 1e12 in its base unit. */
  | 'TFLOPS'
  /** Operations a second, of integers as a rule; 1e12 in its base unit. */
  | 'TOPS'
  /** Money: TWD of ISO 4217. */
  | 'TWD'
  /** Electric energy; 1e12 in its base unit. */
  | 'TWH'
  /** Money: USD of ISO 4217. */
  | 'USD'
  /** Electric power. */
  | 'W'
  /** Data size, of memory or storage; 1e21 in its base unit. */
  | 'ZB'
  /** Floating-point operations a second; 1e21 in its base unit. */
  | 'ZFLOPS';

/** Kind of the values of a property. */
export type ValueKind =
  /** A value of a closed list or code system: CodeValue. */
  | 'CODE'
  /** A date or interval: DateValue. */
  | 'DATE'
  /** Another entity: EntityValue. */
  | 'ENTITY'
  /** A place on the earth: GeoPoint. */
  | 'GEO'
  /** A number with its unit: Quantity. */
  | 'QUANTITY'
  /** Words in a language: TextValue. */
  | 'TEXT';

/** Point of view: `validAt` (when facts hold), `knownAt` (when they were recorded), `trust` (which sources win). */
export type ViewInput = {
  /** Time up to which recorded statements count: 2024-07-04T00:00:00Z. Default: now. */
  knownAt?: string | null | undefined;
  /** Language of labels, of orders by label and of explanations: zh-Hans, en. Default: each label in the language that its sources give it. */
  language?: string | null | undefined;
  /** A published release, by id or title: the graph as it was then, on the word that was trusted then, as of its day unless `validAt` says otherwise. Excludes `knownAt` and `trust`. */
  release?: string | null | undefined;
  /** Policy that decides which sources win. Default: an original before its translations, then sources by their weight. */
  trust?: TrustInput | null | undefined;
  /** Date at which facts must hold: 2024, 2024-07-04. Default: today. */
  validAt?: string | null | undefined;
};

export type ConflictSidesFragment = { id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string, many: boolean }, subject:
    | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
  , statements: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
      | { __typename: 'CodeValue', code: string }
      | { __typename: 'DateValue', date: string }
      | { __typename: 'EntityValue', entity:
          | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }
      | { __typename: 'GeoPoint', latitude: number, longitude: number }
      | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
      | { __typename: 'TextValue', text: string, language: string }
    , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> };

export type ConflictsQueryVariables = Exact<{
  filter?: ConflictFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type ConflictsQuery = { conflicts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string, many: boolean }, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , statements: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
          | { __typename: 'CodeValue', code: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'EntityValue', entity:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
             }
          | { __typename: 'GeoPoint', latitude: number, longitude: number }
          | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
          | { __typename: 'TextValue', text: string, language: string }
        , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }> } };

export type ConflictFacetsQueryVariables = Exact<{
  status: ConflictStatus;
  view?: ViewInput | null | undefined;
  language: string;
}>;


export type ConflictFacetsQuery = { conflicts: { totalCount: number, nodes: Array<{ kind: ConflictKind, property: { name: string, label: string }, subject:
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
        | { type: EntityType }
      , statements: Array<{ edition: { source: { id: string, title: string } } }> }> } };

export type DecisionEffectQueryVariables = Exact<{
  conflictId: string;
  chosenId?: string | null | undefined;
  dismiss?: boolean | null | undefined;
  language: string;
  other: string;
}>;


export type DecisionEffectQuery = { decisionEffect: { flips: Array<{ entity:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , property: { name: string, label: string }, before: { id: string, asStated: string, value:
          | { __typename: 'CodeValue', code: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'EntityValue', entity:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
             }
          | { __typename: 'GeoPoint', latitude: number, longitude: number }
          | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
          | { __typename: 'TextValue', text: string, language: string }
         } | null, after: { id: string, asStated: string, value:
          | { __typename: 'CodeValue', code: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'EntityValue', entity:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
             }
          | { __typename: 'GeoPoint', latitude: number, longitude: number }
          | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
          | { __typename: 'TextValue', text: string, language: string }
         } | null }> } };

export type ConflictPageQueryVariables = Exact<{
  id: string;
  language: string;
  other: string;
}>;


export type ConflictPageQuery = { node:
    | { __typename: 'AcceleratorModel' }
    | { __typename: 'Bureau' }
    | { __typename: 'Company' }
    | { __typename: 'ComputeCentre' }
    | { __typename: 'Conference' }
    | { __typename: 'Conflict', id: string, kind: ConflictKind, status: ConflictStatus, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }> }
      , decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null, statements: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, edition: { id: string, language: string, source: { licence: string | null, id: string, title: string, publisher: string | null, published: string | null }, translationOf: { id: string } | null }, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
          | { __typename: 'CodeValue', code: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'EntityValue', entity:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
             }
          | { __typename: 'GeoPoint', latitude: number, longitude: number }
          | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
          | { __typename: 'TextValue', text: string, language: string }
        , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null }>, property: { name: string, label: string, many: boolean } }
    | { __typename: 'Corridor' }
    | { __typename: 'Edition' }
    | { __typename: 'Official' }
    | { __typename: 'PolicyMeasure' }
    | { __typename: 'Property' }
    | { __typename: 'Region' }
    | { __typename: 'Release' }
    | { __typename: 'Source' }
    | { __typename: 'Statement' }
    | { __typename: 'Target' }
   | null };

export type EntityPageQueryVariables = Exact<{
  id: string;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type EntityPageQuery = { entity:
    | { __typename: 'AcceleratorModel', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Bureau', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Company', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'ComputeCentre', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Conference', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Corridor', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Official', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'PolicyMeasure', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Region', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
    | { __typename: 'Target', formerIds: Array<string>, sameAs: Array<string>, id: string, type: EntityType, label: string, openConflictCount: number, other: string, names: Array<{ text: string, language: string, kind: NameKind }>, resolutions: Array<{ explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> }>, statements: { totalCount: number, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }, conflicts: { totalCount: number, nodes: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, property: { name: string, label: string }, statements: Array<{ id: string }>, decision: { by: string, at: string, reason: string, chosen: { id: string } | null } | null }> } }
   | null };

export type EntityStatementsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type EntityStatementsQuery = { entity:
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
    | { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } }
   | null };

export type NeighbourhoodQueryVariables = Exact<{
  id: string;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type NeighbourhoodQuery = { neighbourhood: { truncated: boolean, links: Array<{ link: string, reversed: boolean, from:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , to:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , statement: { id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
          | { __typename: 'CodeValue', code: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'EntityValue', entity:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
             }
          | { __typename: 'GeoPoint', latitude: number, longitude: number }
          | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
          | { __typename: 'TextValue', text: string, language: string }
        , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } } }> } };

export type QuotedStatementFragment = { id: string, asStated: string, language: string, property: { name: string, label: string }, subject:
    | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
  , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, conflicts: Array<{ id: string, status: ConflictStatus }> };

export type SpanPartsFragment = { start: number, end: number, text: string, statements: Array<{ id: string, asStated: string, language: string, property: { name: string, label: string }, subject:
      | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, conflicts: Array<{ id: string, status: ConflictStatus }> }> };

export type EditionPartsFragment = { id: string, language: string, translationOf: { id: string } | null };

export type EvidenceQueryVariables = Exact<{
  ids: Array<string> | string;
  language: string;
  other: string;
}>;


export type EvidenceQuery = { nodes: Array<
    | { id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, edition: { id: string, language: string, source: { id: string, title: string, publisher: string | null, published: string | null, editions: Array<{ id: string, language: string, translationOf: { id: string } | null }> }, translationOf: { id: string } | null }, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
        | { __typename: 'CodeValue', code: string }
        | { __typename: 'DateValue', date: string }
        | { __typename: 'EntityValue', entity:
            | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
           }
        | { __typename: 'GeoPoint', latitude: number, longitude: number }
        | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
        | { __typename: 'TextValue', text: string, language: string }
      , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null }
    | Record<PropertyKey, never>
   | null> };

export type AlignmentQueryVariables = Exact<{
  edition: string;
  with: string;
  language: string;
  other: string;
}>;


export type AlignmentQuery = { node:
    | { id: string, language: string, alignment: Array<{ basis: AlignmentBasis, here: { start: number, end: number, text: string, statements: Array<{ id: string, asStated: string, language: string, property: { name: string, label: string }, subject:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, conflicts: Array<{ id: string, status: ConflictStatus }> }> } | null, there: { start: number, end: number, text: string, statements: Array<{ id: string, asStated: string, language: string, property: { name: string, label: string }, subject:
              | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
              | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, conflicts: Array<{ id: string, status: ConflictStatus }> }> } | null }> | null, translationOf: { id: string } | null }
    | Record<PropertyKey, never>
   | null };

export type StatementPageQueryVariables = Exact<{
  id: string;
  language: string;
  other: string;
}>;


export type StatementPageQuery = { node:
    | { __typename: 'AcceleratorModel' }
    | { __typename: 'Bureau' }
    | { __typename: 'Company' }
    | { __typename: 'ComputeCentre' }
    | { __typename: 'Conference' }
    | { __typename: 'Conflict' }
    | { __typename: 'Corridor' }
    | { __typename: 'Edition' }
    | { __typename: 'Official' }
    | { __typename: 'PolicyMeasure' }
    | { __typename: 'Property' }
    | { __typename: 'Region' }
    | { __typename: 'Release' }
    | { __typename: 'Source' }
    | { __typename: 'Statement', datasets: Array<string>, id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, conflicts: Array<{ id: string, kind: ConflictKind, status: ConflictStatus, statements: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }>, supersedes: { id: string } | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
        | { __typename: 'CodeValue', code: string }
        | { __typename: 'DateValue', date: string }
        | { __typename: 'EntityValue', entity:
            | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
           }
        | { __typename: 'GeoPoint', latitude: number, longitude: number }
        | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
        | { __typename: 'TextValue', text: string, language: string }
      , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }
    | { __typename: 'Target' }
   | null };

export type SourcePageQueryVariables = Exact<{
  id: string;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type SourcePageQuery = { node:
    | { __typename: 'AcceleratorModel' }
    | { __typename: 'Bureau' }
    | { __typename: 'Company' }
    | { __typename: 'ComputeCentre' }
    | { __typename: 'Conference' }
    | { __typename: 'Conflict' }
    | { __typename: 'Corridor' }
    | { __typename: 'Edition' }
    | { __typename: 'Official' }
    | { __typename: 'PolicyMeasure' }
    | { __typename: 'Property' }
    | { __typename: 'Region' }
    | { __typename: 'Release' }
    | { __typename: 'Source', id: string, title: string, publisher: string | null, published: string | null, licence: string | null, url: string | null, editions: Array<{ text: string | null, sha256: string, retrieved: string | null, id: string, language: string, translationOf: { id: string } | null }> }
    | { __typename: 'Statement' }
    | { __typename: 'Target' }
   | null, statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
        | { __typename: 'CodeValue', code: string }
        | { __typename: 'DateValue', date: string }
        | { __typename: 'EntityValue', entity:
            | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
           }
        | { __typename: 'GeoPoint', latitude: number, longitude: number }
        | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
        | { __typename: 'TextValue', text: string, language: string }
      , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } };

export type SourceStatementPageFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, subject:
      | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
      | { __typename: 'CodeValue', code: string }
      | { __typename: 'DateValue', date: string }
      | { __typename: 'EntityValue', entity:
          | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }
      | { __typename: 'GeoPoint', latitude: number, longitude: number }
      | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
      | { __typename: 'TextValue', text: string, language: string }
    , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> };

export type SourceStatementsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type SourceStatementsQuery = { statements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      , quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
        | { __typename: 'CodeValue', code: string }
        | { __typename: 'DateValue', date: string }
        | { __typename: 'EntityValue', entity:
            | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
           }
        | { __typename: 'GeoPoint', latitude: number, longitude: number }
        | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
        | { __typename: 'TextValue', text: string, language: string }
      , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> } };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { sources: { totalCount: number, nodes: Array<{ id: string, title: string, publisher: string | null, published: string | null, licence: string | null, url: string | null, editions: Array<{ id: string, language: string }> }> } };

type EntityLabel_AcceleratorModel_Fragment = { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Bureau_Fragment = { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Company_Fragment = { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_ComputeCentre_Fragment = { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Conference_Fragment = { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Corridor_Fragment = { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Official_Fragment = { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_PolicyMeasure_Fragment = { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Region_Fragment = { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

type EntityLabel_Target_Fragment = { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string };

export type EntityLabelFragment =
  | EntityLabel_AcceleratorModel_Fragment
  | EntityLabel_Bureau_Fragment
  | EntityLabel_Company_Fragment
  | EntityLabel_ComputeCentre_Fragment
  | EntityLabel_Conference_Fragment
  | EntityLabel_Corridor_Fragment
  | EntityLabel_Official_Fragment
  | EntityLabel_PolicyMeasure_Fragment
  | EntityLabel_Region_Fragment
  | EntityLabel_Target_Fragment
;

type ValueParts_CodeValue_Fragment = { __typename: 'CodeValue', code: string };

type ValueParts_DateValue_Fragment = { __typename: 'DateValue', date: string };

type ValueParts_EntityValue_Fragment = { __typename: 'EntityValue', entity:
    | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
   };

type ValueParts_GeoPoint_Fragment = { __typename: 'GeoPoint', latitude: number, longitude: number };

type ValueParts_Quantity_Fragment = { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator };

type ValueParts_TextValue_Fragment = { __typename: 'TextValue', text: string, language: string };

export type ValuePartsFragment =
  | ValueParts_CodeValue_Fragment
  | ValueParts_DateValue_Fragment
  | ValueParts_EntityValue_Fragment
  | ValueParts_GeoPoint_Fragment
  | ValueParts_Quantity_Fragment
  | ValueParts_TextValue_Fragment
;

export type StatementRowFragment = { id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
    | { __typename: 'CodeValue', code: string }
    | { __typename: 'DateValue', date: string }
    | { __typename: 'EntityValue', entity:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       }
    | { __typename: 'GeoPoint', latitude: number, longitude: number }
    | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
    | { __typename: 'TextValue', text: string, language: string }
  , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } };

export type ResolvedPropertyFragment = { explanation: string, property: { name: string }, chosen: { id: string } | null, alternatives: Array<{ id: string }> };

export type QuotePartsFragment = { exact: string, prefix: string, suffix: string, start: number | null, end: number | null };

export type GraphQueryVariables = Exact<{
  id: string;
  hops: number;
  limit: number;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type GraphQuery = { entity:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, neighbourhood: { truncated: boolean, nodes: Array<
      | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
      | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    >, links: Array<{ reversed: boolean, from:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      , to:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      , statement: { id: string, property: { name: string, label: string, inverseLabel: string | null } } }> } };

export type HomeQueryVariables = Exact<{
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type HomeQuery = { revision: number, statements: { totalCount: number }, sources: { totalCount: number }, conflicts: { totalCount: number }, releases: { nodes: Array<{ id: string, title: string, at: string, statementCount: number }> }, beijing: { suppliers: { totalCount: number, nodes: Array<{ __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }> } } | null };

export type HoldingsQueryVariables = Exact<{
  view?: ViewInput | null | undefined;
}>;


export type HoldingsQuery = { officials: { totalCount: number }, bureaus: { totalCount: number }, companies: { totalCount: number }, conferences: { totalCount: number }, computeCentres: { totalCount: number }, regions: { totalCount: number }, corridors: { totalCount: number }, targets: { totalCount: number }, policyMeasures: { totalCount: number } };

export type OpenConflictsQueryVariables = Exact<{
  view?: ViewInput | null | undefined;
  language: string;
}>;


export type OpenConflictsQuery = { conflicts: { totalCount: number, nodes: Array<{ id: string, property: { name: string, label: string } }> } };

export type ListQuantityFragment = { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string };

export type SumPartsFragment = { count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator };

export type PropertyLabelsFragment = { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> };

export type ListOfficialsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: OfficialFilter | null | undefined;
  orderBy?: Array<OfficialOrder> | OfficialOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListOfficialsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string, positions: { edges: Array<{ title: string | null, node:
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
           }> } }>, aggregate: { positions: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }>, spokeAt: Array<{ count: number, entity: { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListBureausQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: BureauFilter | null | undefined;
  orderBy?: Array<BureauOrder> | BureauOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListBureausQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Bureau', foundingDate: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, region: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null, parent:
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null }>, aggregate: { places: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, provinces: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, parents: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }>, founded: Array<{ count: number, year: number }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListCompaniesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: CompanyFilter | null | undefined;
  orderBy?: Array<CompanyOrder> | CompanyOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListCompaniesQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Company', foundingDate: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, region: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null, parent:
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null }>, aggregate: { places: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, provinces: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, parents: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }>, founded: Array<{ count: number, year: number }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListConferencesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ConferenceFilter | null | undefined;
  orderBy?: Array<ConferenceOrder> | ConferenceOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListConferencesQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Conference', held: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, region: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null }>, aggregate: { places: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, provinces: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, held: Array<{ count: number, year: number }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListComputeCentresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ComputeCentreFilter | null | undefined;
  orderBy?: Array<ComputeCentreOrder> | ComputeCentreOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
  sum?: ComputeCentreQuantity | null | undefined;
}>;


export type ListComputeCentresQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'ComputeCentre', status: CentreStatus | null, opened: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, region: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null, operator:
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, capacity: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null, power: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null }>, aggregate: { statuses: Array<{ count: number, code: CentreStatus, sums: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> }>, places: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }, sums: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> }>, provinces: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }, sums: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> }>, operators: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        , sums: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> }>, owners: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        , sums: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> }>, opened: Array<{ count: number, year: number, sums: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> }>, capacity: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }>, power: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }>, investment: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }>, accelerators: Array<{ count: number, sum: string, upper: string | null, min: string, max: string, unit: Unit, precision: Precision, comparator: Comparator }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListRegionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: RegionFilter | null | undefined;
  orderBy?: Array<RegionOrder> | RegionOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListRegionsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Region', code: string | null, level: RegionLevel | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, parent: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null }>, aggregate: { levels: Array<{ count: number, code: RegionLevel }>, places: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, provinces: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListCorridorsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: CorridorFilter | null | undefined;
  orderBy?: Array<CorridorOrder> | CorridorOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListCorridorsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Corridor', status: CorridorStatus | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, members: { totalCount: number, nodes: Array<{ __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }> } }>, aggregate: { statuses: Array<{ count: number, code: CorridorStatus }>, members: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListTargetsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: TargetFilter | null | undefined;
  orderBy?: Array<TargetOrder> | TargetOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListTargetsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'Target', due: string | null, announced: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, value: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null }>, aggregate: { subjects: Array<{ count: number, entity:
          | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }>, due: Array<{ count: number, year: number }>, announced: Array<{ count: number, year: number }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListPolicyMeasuresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PolicyMeasureFilter | null | undefined;
  orderBy?: Array<PolicyMeasureOrder> | PolicyMeasureOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListPolicyMeasuresQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'PolicyMeasure', issued: string | null, status: PolicyStatus | null, documentNumber: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, issuer:
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, jurisdiction: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null }>, aggregate: { statuses: Array<{ count: number, code: PolicyStatus }>, places: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, provinces: Array<{ count: number, entity: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } }>, issuers: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }>, issued: Array<{ count: number, year: number }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type ListAcceleratorModelsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: AcceleratorModelFilter | null | undefined;
  orderBy?: Array<AcceleratorModelOrder> | AcceleratorModelOrder | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
  groups: number;
}>;


export type ListAcceleratorModelsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ __typename: 'AcceleratorModel', releaseDate: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, manufacturer:
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, peak: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null, memory: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null, power: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null }>, aggregate: { manufacturers: Array<{ count: number, entity:
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
         }>, released: Array<{ count: number, year: number }> } }, ontology: { types: Array<{ type: EntityType, properties: Array<{ name: string, label: string }> }> } };

export type PathsQueryVariables = Exact<{
  from: string;
  to: string;
  maxHops: number;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type PathsQuery = { from:
    | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
   | null, to:
    | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
    | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
   | null, paths: { totalCount: number, truncated: boolean, paths: Array<{ length: number, confidence: number, crossesConflict: boolean, hops: Array<{ link: string, reversed: boolean, from:
          | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        , to:
          | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        , statement: { id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } } }> }> } };

export type TargetsQueryVariables = Exact<{
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type TargetsQuery = { targets: { totalCount: number, nodes: Array<{ __typename: 'Target', due: string | null, announced: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, announcedBy:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, subject:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, value: { amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator, asStated: string } | null, progress: { achieved: { amount: string | null, upper: string | null, unit: Unit | null, comparator: Comparator } | null, gap: { amount: string | null, upper: string | null, unit: Unit | null, comparator: Comparator } | null, counted: Array<{ __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }>, notComparable: Array<{ reason: string, entity:
            | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
          , statement: { id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
              | { __typename: 'CodeValue', code: string }
              | { __typename: 'DateValue', date: string }
              | { __typename: 'EntityValue', entity:
                  | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                  | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                 }
              | { __typename: 'GeoPoint', latitude: number, longitude: number }
              | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
              | { __typename: 'TextValue', text: string, language: string }
            , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } } }> } }> } };

export type TimelineQueryVariables = Exact<{
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type TimelineQuery = { conferences: { totalCount: number, nodes: Array<{ __typename: 'Conference', held: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string }> }, targets: { totalCount: number, nodes: Array<{ __typename: 'Target', announced: string | null, due: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string }> }, officials: { totalCount: number, nodes: Array<{ __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string, positions: { edges: Array<{ title: string | null, during: { start: string | null, end: string | null } | null, statement: { id: string }, node:
            | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
            | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
           }> } }> }, policyMeasures: { totalCount: number, nodes: Array<{ __typename: 'PolicyMeasure', issued: string | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string }> }, centres: { totalCount: number } };

export type OpeningsQueryVariables = Exact<{
  after?: string | null | undefined;
  view?: ViewInput | null | undefined;
}>;


export type OpeningsQuery = { computeCentres: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, opened: string | null }> } };

export type RevisionQueryVariables = Exact<{ [key: string]: never; }>;


export type RevisionQuery = { revision: number };

export type ChangesQueryVariables = Exact<{
  afterRevision?: number | null | undefined;
  after?: string | null | undefined;
  language: string;
  other: string;
}>;


export type ChangesQuery = { revision: number, changes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ cursor: string, revision: number, at: string, kind: ChangeKind, formerId: string | null, entity:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       | null, statement: { id: string, asStated: string, language: string, property: { name: string, label: string } } | null, source: { id: string, title: string } | null, conflict: { id: string } | null }> } };

export type OntologyPageQueryVariables = Exact<{
  language: string;
}>;


export type OntologyPageQuery = { ontology: { types: Array<{ type: EntityType, name: string, label: string, description: string, idPrefix: string, example: string, properties: Array<{ name: string, label: string, description: string, kind: ValueKind, many: boolean, to: string | null, values: Array<string> | null, example: string, qualifiers: Array<{ name: string, label: string, values: Array<string> | null }> }> }> } };

export type SearchQueryVariables = Exact<{
  query: string;
  types?: Array<EntityType> | EntityType | null | undefined;
  first: number;
  after?: string | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type SearchQuery = { search: { totalCount: number, ignoredWords: Array<string>, facets: Array<{ type: EntityType, count: number }>, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ score: number, match: { text: string, language: string, reason: MatchReason, highlights: Array<{ start: number, end: number }> }, matches: Array<{ words: Array<string>, description: string }>, node:
        | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
        | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
       }> } };

export type ShellQueryVariables = Exact<{
  view?: ViewInput | null | undefined;
}>;


export type ShellQuery = { revision: number, conflicts: { totalCount: number } };

export type SupplyQueryVariables = Exact<{
  id: string;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type SupplyQuery = { region: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string, location: { latitude: number, longitude: number } | null, suppliers: { totalCount: number, edges: Array<{ role: CorridorRole, confidence: number, corridor: { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }, node: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string, location: { latitude: number, longitude: number } | null }, statement: { id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, conflicts: Array<{ id: string, status: ConflictStatus, statements: Array<{ id: string, asStated: string, language: string, confidence: number, rank: Rank, recordedAt: string, retractedAt: string | null, quote: { exact: string, prefix: string, suffix: string, start: number | null, end: number | null } | null, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
                | { __typename: 'CodeValue', code: string }
                | { __typename: 'DateValue', date: string }
                | { __typename: 'EntityValue', entity:
                    | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                    | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                   }
                | { __typename: 'GeoPoint', latitude: number, longitude: number }
                | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
                | { __typename: 'TextValue', text: string, language: string }
              , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } }> }>, property: { name: string, label: string, inverseLabel: string | null, kind: ValueKind, many: boolean, values: Array<string> | null }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
                | { __typename: 'AcceleratorModel', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Bureau', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Company', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'ComputeCentre', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Conference', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Corridor', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Official', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'PolicyMeasure', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
                | { __typename: 'Target', id: string, type: EntityType, label: string, openConflictCount: number, other: string }
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, upper: string | null, unit: Unit | null, precision: Precision | null, comparator: Comparator }
            | { __typename: 'TextValue', text: string, language: string }
          , qualifiers: Array<{ name: string, value: string }>, valid: { start: string | null, end: string | null } | null, edition: { id: string, language: string, translationOf: { id: string } | null, source: { id: string, title: string, publisher: string | null, published: string | null } } } }> } } | null, corridors: { totalCount: number, nodes: Array<{ __typename: 'Corridor', status: CorridorStatus | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, members: { nodes: Array<{ __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string }> } }> } };

export type CentresQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  view?: ViewInput | null | undefined;
  language: string;
  other: string;
}>;


export type CentresQuery = { computeCentres: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ComputeCentre', opened: string | null, status: CentreStatus | null, id: string, type: EntityType, label: string, openConflictCount: number, other: string, location: { latitude: number, longitude: number } | null, region: { __typename: 'Region', id: string, type: EntityType, label: string, openConflictCount: number, other: string } | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EntityLabelFragmentDoc = new TypedDocumentString(`
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
    `, {"fragmentName":"EntityLabel"}) as unknown as TypedDocumentString<EntityLabelFragment, unknown>;
export const ValuePartsFragmentDoc = new TypedDocumentString(`
    fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`, {"fragmentName":"ValueParts"}) as unknown as TypedDocumentString<ValuePartsFragment, unknown>;
export const StatementRowFragmentDoc = new TypedDocumentString(`
    fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}`, {"fragmentName":"StatementRow"}) as unknown as TypedDocumentString<StatementRowFragment, unknown>;
export const ConflictSidesFragmentDoc = new TypedDocumentString(`
    fragment ConflictSides on Conflict {
  id
  kind
  status
  property {
    name
    label(language: $language)
    many
  }
  subject {
    ...EntityLabel
  }
  statements {
    ...StatementRow
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}`, {"fragmentName":"ConflictSides"}) as unknown as TypedDocumentString<ConflictSidesFragment, unknown>;
export const QuotePartsFragmentDoc = new TypedDocumentString(`
    fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}
    `, {"fragmentName":"QuoteParts"}) as unknown as TypedDocumentString<QuotePartsFragment, unknown>;
export const QuotedStatementFragmentDoc = new TypedDocumentString(`
    fragment QuotedStatement on Statement {
  id
  asStated
  language
  property {
    name
    label(language: $language)
  }
  subject {
    ...EntityLabel
  }
  quote {
    ...QuoteParts
  }
  conflicts {
    id
    status
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`, {"fragmentName":"QuotedStatement"}) as unknown as TypedDocumentString<QuotedStatementFragment, unknown>;
export const SpanPartsFragmentDoc = new TypedDocumentString(`
    fragment SpanParts on TextSpan {
  start
  end
  text
  statements {
    ...QuotedStatement
  }
}
    fragment QuotedStatement on Statement {
  id
  asStated
  language
  property {
    name
    label(language: $language)
  }
  subject {
    ...EntityLabel
  }
  quote {
    ...QuoteParts
  }
  conflicts {
    id
    status
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`, {"fragmentName":"SpanParts"}) as unknown as TypedDocumentString<SpanPartsFragment, unknown>;
export const EditionPartsFragmentDoc = new TypedDocumentString(`
    fragment EditionParts on Edition {
  id
  language
  translationOf {
    id
  }
}
    `, {"fragmentName":"EditionParts"}) as unknown as TypedDocumentString<EditionPartsFragment, unknown>;
export const SourceStatementPageFragmentDoc = new TypedDocumentString(`
    fragment SourceStatementPage on StatementConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...StatementRow
    subject {
      ...EntityLabel
    }
    quote {
      ...QuoteParts
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`, {"fragmentName":"SourceStatementPage"}) as unknown as TypedDocumentString<SourceStatementPageFragment, unknown>;
export const ResolvedPropertyFragmentDoc = new TypedDocumentString(`
    fragment ResolvedProperty on Resolution {
  explanation(language: $language)
  property {
    name
  }
  chosen {
    id
  }
  alternatives {
    id
  }
}
    `, {"fragmentName":"ResolvedProperty"}) as unknown as TypedDocumentString<ResolvedPropertyFragment, unknown>;
export const ListQuantityFragmentDoc = new TypedDocumentString(`
    fragment ListQuantity on Quantity {
  amount
  upper
  unit
  precision
  comparator
  asStated
}
    `, {"fragmentName":"ListQuantity"}) as unknown as TypedDocumentString<ListQuantityFragment, unknown>;
export const SumPartsFragmentDoc = new TypedDocumentString(`
    fragment SumParts on QuantityAggregate {
  count
  sum
  upper
  min
  max
  unit
  precision
  comparator
}
    `, {"fragmentName":"SumParts"}) as unknown as TypedDocumentString<SumPartsFragment, unknown>;
export const PropertyLabelsFragmentDoc = new TypedDocumentString(`
    fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}
    `, {"fragmentName":"PropertyLabels"}) as unknown as TypedDocumentString<PropertyLabelsFragment, unknown>;
export const ConflictsDocument = new TypedDocumentString(`
    query Conflicts($filter: ConflictFilter, $first: Int!, $after: String, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  conflicts(first: $first, after: $after, filter: $filter, view: $view) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ConflictSides
    }
  }
}
    fragment ConflictSides on Conflict {
  id
  kind
  status
  property {
    name
    label(language: $language)
    many
  }
  subject {
    ...EntityLabel
  }
  statements {
    ...StatementRow
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}`) as unknown as TypedDocumentString<ConflictsQuery, ConflictsQueryVariables>;
export const ConflictFacetsDocument = new TypedDocumentString(`
    query ConflictFacets($status: ConflictStatus!, $view: ViewInput, $language: LanguageTag!) {
  conflicts(first: 100, filter: {status: {eq: $status}}, view: $view) {
    totalCount
    nodes {
      kind
      property {
        name
        label(language: $language)
      }
      subject {
        type
      }
      statements {
        edition {
          source {
            id
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConflictFacetsQuery, ConflictFacetsQueryVariables>;
export const DecisionEffectDocument = new TypedDocumentString(`
    query DecisionEffect($conflictId: ID!, $chosenId: ID, $dismiss: Boolean, $language: LanguageTag!, $other: LanguageTag!) {
  decisionEffect(conflictId: $conflictId, chosenId: $chosenId, dismiss: $dismiss) {
    flips {
      entity {
        ...EntityLabel
      }
      property {
        name
        label(language: $language)
      }
      before {
        id
        asStated
        value {
          ...ValueParts
        }
      }
      after {
        id
        asStated
        value {
          ...ValueParts
        }
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}`) as unknown as TypedDocumentString<DecisionEffectQuery, DecisionEffectQueryVariables>;
export const ConflictPageDocument = new TypedDocumentString(`
    query ConflictPage($id: ID!, $language: LanguageTag!, $other: LanguageTag!) {
  node(id: $id) {
    __typename
    ... on Conflict {
      ...ConflictSides
      subject {
        resolutions {
          ...ResolvedProperty
        }
      }
      decision {
        by
        at
        reason
        chosen {
          id
        }
      }
      statements {
        quote {
          ...QuoteParts
        }
        edition {
          source {
            licence
          }
        }
      }
    }
  }
}
    fragment ConflictSides on Conflict {
  id
  kind
  status
  property {
    name
    label(language: $language)
    many
  }
  subject {
    ...EntityLabel
  }
  statements {
    ...StatementRow
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment ResolvedProperty on Resolution {
  explanation(language: $language)
  property {
    name
  }
  chosen {
    id
  }
  alternatives {
    id
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<ConflictPageQuery, ConflictPageQueryVariables>;
export const EntityPageDocument = new TypedDocumentString(`
    query EntityPage($id: ID!, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  entity(id: $id, view: $view) {
    ...EntityLabel
    formerIds
    sameAs
    names {
      text
      language
      kind
    }
    resolutions {
      ...ResolvedProperty
    }
    statements(first: 100) {
      totalCount
      nodes {
        ...StatementRow
      }
    }
    conflicts(first: 100) {
      totalCount
      nodes {
        id
        kind
        status
        property {
          name
          label(language: $language)
        }
        statements {
          id
        }
        decision {
          by
          at
          reason
          chosen {
            id
          }
        }
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment ResolvedProperty on Resolution {
  explanation(language: $language)
  property {
    name
  }
  chosen {
    id
  }
  alternatives {
    id
  }
}`) as unknown as TypedDocumentString<EntityPageQuery, EntityPageQueryVariables>;
export const EntityStatementsDocument = new TypedDocumentString(`
    query EntityStatements($id: ID!, $after: String, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  entity(id: $id, view: $view) {
    statements(first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...StatementRow
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}`) as unknown as TypedDocumentString<EntityStatementsQuery, EntityStatementsQueryVariables>;
export const NeighbourhoodDocument = new TypedDocumentString(`
    query Neighbourhood($id: ID!, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  neighbourhood(id: $id, view: $view, hops: 1, limit: 100) {
    truncated
    links {
      link
      reversed
      from {
        ...EntityLabel
      }
      to {
        ...EntityLabel
      }
      statement {
        ...StatementRow
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}`) as unknown as TypedDocumentString<NeighbourhoodQuery, NeighbourhoodQueryVariables>;
export const EvidenceDocument = new TypedDocumentString(`
    query Evidence($ids: [ID!]!, $language: LanguageTag!, $other: LanguageTag!) {
  nodes(ids: $ids) {
    ... on Statement {
      ...StatementRow
      quote {
        ...QuoteParts
      }
      edition {
        source {
          editions {
            ...EditionParts
          }
        }
      }
    }
  }
}
    fragment EditionParts on Edition {
  id
  language
  translationOf {
    id
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<EvidenceQuery, EvidenceQueryVariables>;
export const AlignmentDocument = new TypedDocumentString(`
    query Alignment($edition: ID!, $with: ID!, $language: LanguageTag!, $other: LanguageTag!) {
  node(id: $edition) {
    ... on Edition {
      ...EditionParts
      alignment(with: $with) {
        basis
        here {
          ...SpanParts
        }
        there {
          ...SpanParts
        }
      }
    }
  }
}
    fragment QuotedStatement on Statement {
  id
  asStated
  language
  property {
    name
    label(language: $language)
  }
  subject {
    ...EntityLabel
  }
  quote {
    ...QuoteParts
  }
  conflicts {
    id
    status
  }
}
fragment SpanParts on TextSpan {
  start
  end
  text
  statements {
    ...QuotedStatement
  }
}
fragment EditionParts on Edition {
  id
  language
  translationOf {
    id
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<AlignmentQuery, AlignmentQueryVariables>;
export const StatementPageDocument = new TypedDocumentString(`
    query StatementPage($id: ID!, $language: LanguageTag!, $other: LanguageTag!) {
  node(id: $id) {
    __typename
    ... on Statement {
      ...StatementRow
      subject {
        ...EntityLabel
      }
      quote {
        ...QuoteParts
      }
      datasets
      conflicts {
        id
        kind
        status
        statements {
          ...StatementRow
        }
      }
      supersedes {
        id
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<StatementPageQuery, StatementPageQueryVariables>;
export const SourcePageDocument = new TypedDocumentString(`
    query SourcePage($id: ID!, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  node(id: $id) {
    __typename
    ... on Source {
      id
      title
      publisher
      published
      licence
      url
      editions {
        ...EditionParts
        text
        sha256
        retrieved
      }
    }
  }
  statements(first: 100, filter: {source: {eq: $id}}, view: $view) {
    ...SourceStatementPage
  }
}
    fragment EditionParts on Edition {
  id
  language
  translationOf {
    id
  }
}
fragment SourceStatementPage on StatementConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...StatementRow
    subject {
      ...EntityLabel
    }
    quote {
      ...QuoteParts
    }
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<SourcePageQuery, SourcePageQueryVariables>;
export const SourceStatementsDocument = new TypedDocumentString(`
    query SourceStatements($id: ID!, $after: String, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  statements(first: 100, after: $after, filter: {source: {eq: $id}}, view: $view) {
    ...SourceStatementPage
  }
}
    fragment SourceStatementPage on StatementConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...StatementRow
    subject {
      ...EntityLabel
    }
    quote {
      ...QuoteParts
    }
  }
}
fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<SourceStatementsQuery, SourceStatementsQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources {
  sources(first: 100) {
    totalCount
    nodes {
      id
      title
      publisher
      published
      licence
      url
      editions {
        id
        language
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const GraphDocument = new TypedDocumentString(`
    query Graph($id: ID!, $hops: Int!, $limit: Int!, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  entity(id: $id, view: $view) {
    id
  }
  neighbourhood(id: $id, view: $view, hops: $hops, limit: $limit) {
    truncated
    nodes {
      ...EntityLabel
    }
    links {
      reversed
      from {
        id
      }
      to {
        id
      }
      statement {
        id
        property {
          name
          label(language: $language)
          inverseLabel(language: $language)
        }
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`) as unknown as TypedDocumentString<GraphQuery, GraphQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  revision
  statements(first: 1, view: $view) {
    totalCount
  }
  sources(first: 1) {
    totalCount
  }
  conflicts(first: 1, view: $view, filter: {status: {eq: OPEN}}) {
    totalCount
  }
  releases(last: 1) {
    nodes {
      id
      title
      at
      statementCount
    }
  }
  beijing: region(id: "region/beijing", view: $view) {
    suppliers(first: 5) {
      totalCount
      nodes {
        ...EntityLabel
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const HoldingsDocument = new TypedDocumentString(`
    query Holdings($view: ViewInput) {
  officials(first: 1, view: $view) {
    totalCount
  }
  bureaus(first: 1, view: $view) {
    totalCount
  }
  companies(first: 1, view: $view) {
    totalCount
  }
  conferences(first: 1, view: $view) {
    totalCount
  }
  computeCentres(first: 1, view: $view) {
    totalCount
  }
  regions(first: 1, view: $view) {
    totalCount
  }
  corridors(first: 1, view: $view) {
    totalCount
  }
  targets(first: 1, view: $view) {
    totalCount
  }
  policyMeasures(first: 1, view: $view) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HoldingsQuery, HoldingsQueryVariables>;
export const OpenConflictsDocument = new TypedDocumentString(`
    query OpenConflicts($view: ViewInput, $language: LanguageTag!) {
  conflicts(first: 100, view: $view, filter: {status: {eq: OPEN}}) {
    totalCount
    nodes {
      id
      property {
        name
        label(language: $language)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenConflictsQuery, OpenConflictsQueryVariables>;
export const ListOfficialsDocument = new TypedDocumentString(`
    query ListOfficials($first: Int, $after: String, $last: Int, $before: String, $filter: OfficialFilter, $orderBy: [OfficialOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: officials(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      positions(first: 3) {
        edges {
          title
          node {
            ...EntityLabel
          }
        }
      }
    }
    aggregate {
      positions: byPosition(first: $groups) {
        count
        entity: organisation {
          ...EntityLabel
        }
      }
      spokeAt: bySpokeAt(first: $groups) {
        count
        entity: conference {
          ...EntityLabel
        }
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListOfficialsQuery, ListOfficialsQueryVariables>;
export const ListBureausDocument = new TypedDocumentString(`
    query ListBureaus($first: Int, $after: String, $last: Int, $before: String, $filter: BureauFilter, $orderBy: [BureauOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: bureaus(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      region {
        ...EntityLabel
      }
      parent {
        ...EntityLabel
      }
      foundingDate
    }
    aggregate {
      places: byRegion(first: $groups, level: COUNTRY) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      provinces: byRegion(first: $groups, level: PROVINCE) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      parents: byParent(first: $groups) {
        count
        entity: organisation {
          ...EntityLabel
        }
      }
      founded: byFoundingDate(first: $groups) {
        count
        year
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListBureausQuery, ListBureausQueryVariables>;
export const ListCompaniesDocument = new TypedDocumentString(`
    query ListCompanies($first: Int, $after: String, $last: Int, $before: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: companies(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      region {
        ...EntityLabel
      }
      parent {
        ...EntityLabel
      }
      foundingDate
    }
    aggregate {
      places: byRegion(first: $groups, level: COUNTRY) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      provinces: byRegion(first: $groups, level: PROVINCE) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      parents: byParent(first: $groups) {
        count
        entity: organisation {
          ...EntityLabel
        }
      }
      founded: byFoundingDate(first: $groups) {
        count
        year
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListCompaniesQuery, ListCompaniesQueryVariables>;
export const ListConferencesDocument = new TypedDocumentString(`
    query ListConferences($first: Int, $after: String, $last: Int, $before: String, $filter: ConferenceFilter, $orderBy: [ConferenceOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: conferences(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      region {
        ...EntityLabel
      }
      held
    }
    aggregate {
      places: byRegion(first: $groups, level: COUNTRY) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      provinces: byRegion(first: $groups, level: PROVINCE) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      held: byHeld(first: $groups) {
        count
        year
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListConferencesQuery, ListConferencesQueryVariables>;
export const ListComputeCentresDocument = new TypedDocumentString(`
    query ListComputeCentres($first: Int, $after: String, $last: Int, $before: String, $filter: ComputeCentreFilter, $orderBy: [ComputeCentreOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!, $sum: ComputeCentreQuantity) {
  list: computeCentres(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      region {
        ...EntityLabel
      }
      operator {
        ...EntityLabel
      }
      status
      opened
      capacity {
        ...ListQuantity
      }
      power {
        ...ListQuantity
      }
    }
    aggregate {
      statuses: byStatus(first: $groups, sum: $sum) {
        count
        code: status
        sums {
          ...SumParts
        }
      }
      places: byRegion(first: $groups, level: COUNTRY, sum: $sum) {
        count
        entity: region {
          ...EntityLabel
        }
        sums {
          ...SumParts
        }
      }
      provinces: byRegion(first: $groups, level: PROVINCE, sum: $sum) {
        count
        entity: region {
          ...EntityLabel
        }
        sums {
          ...SumParts
        }
      }
      operators: byOperator(first: $groups, sum: $sum) {
        count
        entity: organisation {
          ...EntityLabel
        }
        sums {
          ...SumParts
        }
      }
      owners: byOwner(first: $groups, sum: $sum) {
        count
        entity: organisation {
          ...EntityLabel
        }
        sums {
          ...SumParts
        }
      }
      opened: byOpened(first: $groups, sum: $sum) {
        count
        year
        sums {
          ...SumParts
        }
      }
      capacity {
        ...SumParts
      }
      power {
        ...SumParts
      }
      investment {
        ...SumParts
      }
      accelerators {
        ...SumParts
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ListQuantity on Quantity {
  amount
  upper
  unit
  precision
  comparator
  asStated
}
fragment SumParts on QuantityAggregate {
  count
  sum
  upper
  min
  max
  unit
  precision
  comparator
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListComputeCentresQuery, ListComputeCentresQueryVariables>;
export const ListRegionsDocument = new TypedDocumentString(`
    query ListRegions($first: Int, $after: String, $last: Int, $before: String, $filter: RegionFilter, $orderBy: [RegionOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: regions(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      code
      level
      parent {
        ...EntityLabel
      }
    }
    aggregate {
      levels: byLevel(first: $groups) {
        count
        code: level
      }
      places: byParent(first: $groups, level: COUNTRY) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      provinces: byParent(first: $groups, level: PROVINCE) {
        count
        entity: region {
          ...EntityLabel
        }
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListRegionsQuery, ListRegionsQueryVariables>;
export const ListCorridorsDocument = new TypedDocumentString(`
    query ListCorridors($first: Int, $after: String, $last: Int, $before: String, $filter: CorridorFilter, $orderBy: [CorridorOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: corridors(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      status
      members(first: 6) {
        totalCount
        nodes {
          ...EntityLabel
        }
      }
    }
    aggregate {
      statuses: byStatus(first: $groups) {
        count
        code: status
      }
      members: byMember(first: $groups) {
        count
        entity: region {
          ...EntityLabel
        }
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListCorridorsQuery, ListCorridorsQueryVariables>;
export const ListTargetsDocument = new TypedDocumentString(`
    query ListTargets($first: Int, $after: String, $last: Int, $before: String, $filter: TargetFilter, $orderBy: [TargetOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: targets(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      subject {
        ...EntityLabel
      }
      value {
        ...ListQuantity
      }
      due
      announced
    }
    aggregate {
      subjects: bySubject(first: $groups) {
        count
        entity {
          ...EntityLabel
        }
      }
      due: byDue(first: $groups) {
        count
        year
      }
      announced: byAnnounced(first: $groups) {
        count
        year
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ListQuantity on Quantity {
  amount
  upper
  unit
  precision
  comparator
  asStated
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListTargetsQuery, ListTargetsQueryVariables>;
export const ListPolicyMeasuresDocument = new TypedDocumentString(`
    query ListPolicyMeasures($first: Int, $after: String, $last: Int, $before: String, $filter: PolicyMeasureFilter, $orderBy: [PolicyMeasureOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: policyMeasures(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      issuer {
        ...EntityLabel
      }
      issued
      status
      documentNumber
      jurisdiction {
        ...EntityLabel
      }
    }
    aggregate {
      statuses: byStatus(first: $groups) {
        count
        code: status
      }
      places: byJurisdiction(first: $groups, level: COUNTRY) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      provinces: byJurisdiction(first: $groups, level: PROVINCE) {
        count
        entity: region {
          ...EntityLabel
        }
      }
      issuers: byIssuer(first: $groups) {
        count
        entity: organisation {
          ...EntityLabel
        }
      }
      issued: byIssued(first: $groups) {
        count
        year
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListPolicyMeasuresQuery, ListPolicyMeasuresQueryVariables>;
export const ListAcceleratorModelsDocument = new TypedDocumentString(`
    query ListAcceleratorModels($first: Int, $after: String, $last: Int, $before: String, $filter: AcceleratorModelFilter, $orderBy: [AcceleratorModelOrder!], $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!, $groups: Int!) {
  list: acceleratorModels(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    nodes {
      ...EntityLabel
      manufacturer {
        ...EntityLabel
      }
      releaseDate
      peak {
        ...ListQuantity
      }
      memory {
        ...ListQuantity
      }
      power {
        ...ListQuantity
      }
    }
    aggregate {
      manufacturers: byManufacturer(first: $groups) {
        count
        entity: organisation {
          ...EntityLabel
        }
      }
      released: byReleaseDate(first: $groups) {
        count
        year
      }
    }
  }
  ontology {
    ...PropertyLabels
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ListQuantity on Quantity {
  amount
  upper
  unit
  precision
  comparator
  asStated
}
fragment PropertyLabels on Ontology {
  types {
    type
    properties {
      name
      label(language: $language)
    }
  }
}`) as unknown as TypedDocumentString<ListAcceleratorModelsQuery, ListAcceleratorModelsQueryVariables>;
export const PathsDocument = new TypedDocumentString(`
    query Paths($from: ID!, $to: ID!, $maxHops: Int!, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  from: entity(id: $from, view: $view) {
    ...EntityLabel
  }
  to: entity(id: $to, view: $view) {
    ...EntityLabel
  }
  paths(from: $from, to: $to, maxHops: $maxHops, first: 10, view: $view) {
    totalCount
    truncated
    paths {
      length
      confidence
      crossesConflict
      hops {
        link
        reversed
        from {
          ...EntityLabel
        }
        to {
          ...EntityLabel
        }
        statement {
          ...StatementRow
        }
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}`) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const TargetsDocument = new TypedDocumentString(`
    query Targets($view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  targets(first: 50, view: $view) {
    totalCount
    nodes {
      ...EntityLabel
      due
      announced
      announcedBy {
        ...EntityLabel
      }
      subject {
        ...EntityLabel
      }
      value {
        amount
        upper
        unit
        precision
        comparator
        asStated
      }
      progress {
        achieved {
          amount
          upper
          unit
          comparator
        }
        gap {
          amount
          upper
          unit
          comparator
        }
        counted {
          ...EntityLabel
        }
        notComparable {
          entity {
            ...EntityLabel
          }
          reason(language: $language)
          statement {
            ...StatementRow
          }
        }
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}`) as unknown as TypedDocumentString<TargetsQuery, TargetsQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  conferences(first: 100, filter: {held: {exists: true}}, view: $view) {
    totalCount
    nodes {
      ...EntityLabel
      held
    }
  }
  targets(first: 100, view: $view) {
    totalCount
    nodes {
      ...EntityLabel
      announced
      due
    }
  }
  officials(first: 50, filter: {position: {exists: true}}, view: $view) {
    totalCount
    nodes {
      ...EntityLabel
      positions(first: 5) {
        edges {
          title
          during {
            start
            end
          }
          statement {
            id
          }
          node {
            ...EntityLabel
          }
        }
      }
    }
  }
  policyMeasures(first: 100, filter: {issued: {exists: true}}, view: $view) {
    totalCount
    nodes {
      ...EntityLabel
      issued
    }
  }
  centres: computeCentres(first: 1, view: $view) {
    totalCount
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const OpeningsDocument = new TypedDocumentString(`
    query Openings($after: String, $view: ViewInput) {
  computeCentres(
    first: 100
    after: $after
    filter: {opened: {exists: true}}
    orderBy: [{field: OPENED}]
    view: $view
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      opened
    }
  }
}
    `) as unknown as TypedDocumentString<OpeningsQuery, OpeningsQueryVariables>;
export const RevisionDocument = new TypedDocumentString(`
    query Revision {
  revision
}
    `) as unknown as TypedDocumentString<RevisionQuery, RevisionQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($afterRevision: Int, $after: String, $language: LanguageTag!, $other: LanguageTag!) {
  revision
  changes(after: $after, afterRevision: $afterRevision, first: 100) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      cursor
      revision
      at
      kind
      formerId
      entity {
        ...EntityLabel
      }
      statement {
        id
        asStated
        language
        property {
          name
          label(language: $language)
        }
      }
      source {
        id
        title
      }
      conflict {
        id
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const OntologyPageDocument = new TypedDocumentString(`
    query OntologyPage($language: LanguageTag!) {
  ontology {
    types {
      type
      name
      label(language: $language)
      description
      idPrefix
      example
      properties {
        name
        label(language: $language)
        description
        kind
        many
        to
        values
        example
        qualifiers {
          name
          label(language: $language)
          values
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OntologyPageQuery, OntologyPageQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $types: [EntityType!], $first: Int!, $after: String, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  search(query: $query, types: $types, first: $first, after: $after, view: $view) {
    totalCount
    ignoredWords
    facets {
      type
      count
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    edges {
      score
      match {
        text
        language
        reason
        highlights {
          start
          end
        }
      }
      matches {
        words
        description(language: $language)
      }
      node {
        ...EntityLabel
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const ShellDocument = new TypedDocumentString(`
    query Shell($view: ViewInput) {
  revision
  conflicts(first: 1, view: $view, filter: {status: {eq: OPEN}}) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const SupplyDocument = new TypedDocumentString(`
    query Supply($id: ID!, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  region(id: $id, view: $view) {
    ...EntityLabel
    location {
      latitude
      longitude
    }
    suppliers(first: 20) {
      totalCount
      edges {
        role
        confidence
        corridor {
          ...EntityLabel
        }
        node {
          ...EntityLabel
          location {
            latitude
            longitude
          }
        }
        statement {
          ...StatementRow
          quote {
            ...QuoteParts
          }
          conflicts {
            id
            status
            statements {
              ...StatementRow
              quote {
                ...QuoteParts
              }
            }
          }
        }
      }
    }
  }
  corridors(first: 20, view: $view) {
    totalCount
    nodes {
      ...EntityLabel
      status
      members(first: 20) {
        nodes {
          ...EntityLabel
        }
      }
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}
fragment ValueParts on Value {
  __typename
  ... on EntityValue {
    entity {
      ...EntityLabel
    }
  }
  ... on TextValue {
    text
    language
  }
  ... on CodeValue {
    code
  }
  ... on DateValue {
    date
  }
  ... on GeoPoint {
    latitude
    longitude
  }
  ... on Quantity {
    amount
    upper
    unit
    precision
    comparator
  }
}
fragment StatementRow on Statement {
  id
  asStated
  language
  confidence
  rank
  recordedAt
  retractedAt
  property {
    name
    label(language: $language)
    inverseLabel(language: $language)
    kind
    many
    values
  }
  value {
    ...ValueParts
  }
  qualifiers {
    name
    value
  }
  valid {
    start
    end
  }
  edition {
    id
    language
    translationOf {
      id
    }
    source {
      id
      title
      publisher
      published
    }
  }
}
fragment QuoteParts on Quote {
  exact
  prefix
  suffix
  start
  end
}`) as unknown as TypedDocumentString<SupplyQuery, SupplyQueryVariables>;
export const CentresDocument = new TypedDocumentString(`
    query Centres($first: Int!, $after: String, $view: ViewInput, $language: LanguageTag!, $other: LanguageTag!) {
  computeCentres(first: $first, after: $after, view: $view) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...EntityLabel
      location {
        latitude
        longitude
      }
      region {
        ...EntityLabel
      }
      opened
      status
    }
  }
}
    fragment EntityLabel on Entity {
  __typename
  id
  type
  label(language: $language)
  other: label(language: $other)
  openConflictCount
}`) as unknown as TypedDocumentString<CentresQuery, CentresQueryVariables>;