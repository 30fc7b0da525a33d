/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** SUPPLIER gives, CONSUMER takes; MEMBER: the source names the region and does not say which. */
export type CorridorRole =
  /** Region that consumes compute through the corridor. */
  | 'CONSUMER'
  /** Region of the corridor whose role the source does not state. */
  | 'MEMBER'
  /** Region that supplies compute through the corridor. */
  | 'SUPPLIER';

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

export type LabelQueryVariables = Exact<{
  id: string;
}>;


export type LabelQuery = { node:
    | { label: string, id: string }
    | { label: string, id: string }
    | { label: string, id: string }
    | { label: string, id: string }
    | { label: string, id: string }
    | { id: string }
    | { label: string, id: string }
    | { id: string }
    | { label: string, id: string }
    | { label: string, id: string }
    | { id: string }
    | { label: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { label: string, id: string }
   | null };

export type SaidQueryVariables = Exact<{
  id: string;
}>;


export type SaidQuery = { node:
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, statements: { nodes: Array<{ id: string, property: { name: string }, value:
            | { __typename: 'CodeValue', code: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'EntityValue', entity:
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
               }
            | { __typename: 'GeoPoint', latitude: number, longitude: number }
            | { __typename: 'Quantity', amount: string | null, unit: Unit | null }
            | { __typename: 'TextValue', text: string }
           }> } }
   | null };

export type ProvincesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ProvincesQuery = { regions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, code: string | null, label: string } }> } };

export type SuppliersQueryVariables = Exact<{
  code: string;
}>;


export type SuppliersQuery = { region: { id: string, suppliers: { edges: Array<{ role: CorridorRole, node: { id: string, label: string }, corridor: { id: string, label: string }, statement: { id: string, asStated: string, quote: { exact: string } | null, edition: { id: string, source: { id: string, publisher: string | null } } } }> } } | null };

export type TargetValueQueryVariables = Exact<{
  id: string;
  unit: Unit;
}>;


export type TargetValueQuery = { target: { id: string, label: string, value: { asStated: string, in: string | null } | null } | null };


export const LabelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Label"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"StringValue","value":"zh-Hans","block":false}}]}]}}]}}]}}]} as unknown as DocumentNode<LabelQuery, LabelQueryVariables>;
export const SaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Said"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"property"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextValue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateValue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeValue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quantity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GeoPoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EntityValue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"StringValue","value":"zh-Hans","block":false}}]}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SaidQuery, SaidQueryVariables>;
export const ProvincesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Provinces"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"level"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"PROVINCE"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CODE"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"StringValue","value":"zh-Hans","block":false}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<ProvincesQuery, ProvincesQueryVariables>;
export const SuppliersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Suppliers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"suppliers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"StringValue","value":"zh-Hans","block":false}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"corridor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"StringValue","value":"zh-Hans","block":false}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"asStated"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuppliersQuery, SuppliersQueryVariables>;
export const TargetValueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TargetValue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"target"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"StringValue","value":"zh-Hans","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"value"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asStated"}},{"kind":"Field","name":{"kind":"Name","value":"in"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}}]}]}}]}}]}}]} as unknown as DocumentNode<TargetValueQuery, TargetValueQueryVariables>;