/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Label($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        label(language: \"zh-Hans\")\n      }\n    }\n  }\n": typeof types.LabelDocument,
    "\n  query Said($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        statements(first: 100) {\n          nodes {\n            id\n            property {\n              name\n            }\n            value {\n              __typename\n              ... on TextValue {\n                text\n              }\n              ... on DateValue {\n                date\n              }\n              ... on CodeValue {\n                code\n              }\n              ... on Quantity {\n                amount\n                unit\n              }\n              ... on GeoPoint {\n                latitude\n                longitude\n              }\n              ... on EntityValue {\n                entity {\n                  id\n                  label(language: \"zh-Hans\")\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SaidDocument,
    "\n  query Provinces($first: Int!, $after: String) {\n    regions(first: $first, after: $after, filter: { level: { eq: PROVINCE } }, orderBy: [{ field: CODE }]) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id code label(language: \"zh-Hans\") } }\n    }\n  }\n": typeof types.ProvincesDocument,
    "\n  query Suppliers($code: String!) {\n    region(code: $code) {\n      id\n      suppliers(first: 10) {\n        edges {\n          role\n          node { id label(language: \"zh-Hans\") }\n          corridor { id label(language: \"zh-Hans\") }\n          statement { id asStated quote { exact } edition { id source { id publisher } } }\n        }\n      }\n    }\n  }\n": typeof types.SuppliersDocument,
    "\n  query TargetValue($id: ID!, $unit: Unit!) {\n    target(id: $id) {\n      id\n      label(language: \"zh-Hans\")\n      value {\n        asStated\n        in(unit: $unit)\n      }\n    }\n  }\n": typeof types.TargetValueDocument,
};
const documents: Documents = {
    "\n  query Label($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        label(language: \"zh-Hans\")\n      }\n    }\n  }\n": types.LabelDocument,
    "\n  query Said($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        statements(first: 100) {\n          nodes {\n            id\n            property {\n              name\n            }\n            value {\n              __typename\n              ... on TextValue {\n                text\n              }\n              ... on DateValue {\n                date\n              }\n              ... on CodeValue {\n                code\n              }\n              ... on Quantity {\n                amount\n                unit\n              }\n              ... on GeoPoint {\n                latitude\n                longitude\n              }\n              ... on EntityValue {\n                entity {\n                  id\n                  label(language: \"zh-Hans\")\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SaidDocument,
    "\n  query Provinces($first: Int!, $after: String) {\n    regions(first: $first, after: $after, filter: { level: { eq: PROVINCE } }, orderBy: [{ field: CODE }]) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id code label(language: \"zh-Hans\") } }\n    }\n  }\n": types.ProvincesDocument,
    "\n  query Suppliers($code: String!) {\n    region(code: $code) {\n      id\n      suppliers(first: 10) {\n        edges {\n          role\n          node { id label(language: \"zh-Hans\") }\n          corridor { id label(language: \"zh-Hans\") }\n          statement { id asStated quote { exact } edition { id source { id publisher } } }\n        }\n      }\n    }\n  }\n": types.SuppliersDocument,
    "\n  query TargetValue($id: ID!, $unit: Unit!) {\n    target(id: $id) {\n      id\n      label(language: \"zh-Hans\")\n      value {\n        asStated\n        in(unit: $unit)\n      }\n    }\n  }\n": types.TargetValueDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Label($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        label(language: \"zh-Hans\")\n      }\n    }\n  }\n"): (typeof documents)["\n  query Label($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        label(language: \"zh-Hans\")\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Said($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        statements(first: 100) {\n          nodes {\n            id\n            property {\n              name\n            }\n            value {\n              __typename\n              ... on TextValue {\n                text\n              }\n              ... on DateValue {\n                date\n              }\n              ... on CodeValue {\n                code\n              }\n              ... on Quantity {\n                amount\n                unit\n              }\n              ... on GeoPoint {\n                latitude\n                longitude\n              }\n              ... on EntityValue {\n                entity {\n                  id\n                  label(language: \"zh-Hans\")\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Said($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        statements(first: 100) {\n          nodes {\n            id\n            property {\n              name\n            }\n            value {\n              __typename\n              ... on TextValue {\n                text\n              }\n              ... on DateValue {\n                date\n              }\n              ... on CodeValue {\n                code\n              }\n              ... on Quantity {\n                amount\n                unit\n              }\n              ... on GeoPoint {\n                latitude\n                longitude\n              }\n              ... on EntityValue {\n                entity {\n                  id\n                  label(language: \"zh-Hans\")\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Provinces($first: Int!, $after: String) {\n    regions(first: $first, after: $after, filter: { level: { eq: PROVINCE } }, orderBy: [{ field: CODE }]) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id code label(language: \"zh-Hans\") } }\n    }\n  }\n"): (typeof documents)["\n  query Provinces($first: Int!, $after: String) {\n    regions(first: $first, after: $after, filter: { level: { eq: PROVINCE } }, orderBy: [{ field: CODE }]) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id code label(language: \"zh-Hans\") } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suppliers($code: String!) {\n    region(code: $code) {\n      id\n      suppliers(first: 10) {\n        edges {\n          role\n          node { id label(language: \"zh-Hans\") }\n          corridor { id label(language: \"zh-Hans\") }\n          statement { id asStated quote { exact } edition { id source { id publisher } } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Suppliers($code: String!) {\n    region(code: $code) {\n      id\n      suppliers(first: 10) {\n        edges {\n          role\n          node { id label(language: \"zh-Hans\") }\n          corridor { id label(language: \"zh-Hans\") }\n          statement { id asStated quote { exact } edition { id source { id publisher } } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TargetValue($id: ID!, $unit: Unit!) {\n    target(id: $id) {\n      id\n      label(language: \"zh-Hans\")\n      value {\n        asStated\n        in(unit: $unit)\n      }\n    }\n  }\n"): (typeof documents)["\n  query TargetValue($id: ID!, $unit: Unit!) {\n    target(id: $id) {\n      id\n      label(language: \"zh-Hans\")\n      value {\n        asStated\n        in(unit: $unit)\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;