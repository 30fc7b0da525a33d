/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type EntityWithEvidenceQueryVariables = Exact<{
  id: string;
}>;


export type EntityWithEvidenceQuery = { entity:
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
    | { id: string, label: string, resolutions: Array<{ explanation: string, property: { id: string, name: string, label: string }, chosen: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } } | null, contradicting: Array<{ id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } }> }> }
   | null };

export type EvidenceFragment = { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, title: string, url: string | null } } };

export type ChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangedSubscription = { changed: { cursor: string, kind: ChangeKind, entity:
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
      | { id: string, label: string }
     | null } };

export type RegionsQueryVariables = Exact<{
  filter: RegionFilter;
  after?: string | null | undefined;
}>;


export type RegionsQuery = { regions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, label: string, labelLanguage: string | null, conflictCount: number } }> } };

export const EvidenceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Evidence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"asStated"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<EvidenceFragment, unknown>;
export const EntityWithEvidenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EntityWithEvidence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"resolutions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"property"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"chosen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contradicting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Evidence"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Evidence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"asStated"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<EntityWithEvidenceQuery, EntityWithEvidenceQueryVariables>;
export const ChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"entity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<ChangedSubscription, ChangedSubscriptionVariables>;
export const RegionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Regions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegionFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"LABEL"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelLanguage"}},{"kind":"Field","name":{"kind":"Name","value":"conflictCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RegionsQuery, RegionsQueryVariables>;