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
    "\n  query EntityWithEvidence($id: ID!) {\n    entity(id: $id) {\n      id\n      label\n      resolutions {\n        property { id name label }\n        explanation\n        chosen { ...Evidence }\n        contradicting { ...Evidence }\n      }\n    }\n  }\n\n  fragment Evidence on Statement {\n    id\n    asStated\n    quote { exact }\n    edition { id source { id title url } }\n  }\n": typeof types.EntityWithEvidenceDocument,
    "\n  subscription Changed {\n    changed { cursor kind entity { id label } }\n  }\n": typeof types.ChangedDocument,
    "\n  query Regions($filter: RegionFilter!, $after: String) {\n    regions(filter: $filter, orderBy: [{ field: LABEL }], first: 30, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id label labelLanguage conflictCount } }\n    }\n  }\n": typeof types.RegionsDocument,
};
const documents: Documents = {
    "\n  query EntityWithEvidence($id: ID!) {\n    entity(id: $id) {\n      id\n      label\n      resolutions {\n        property { id name label }\n        explanation\n        chosen { ...Evidence }\n        contradicting { ...Evidence }\n      }\n    }\n  }\n\n  fragment Evidence on Statement {\n    id\n    asStated\n    quote { exact }\n    edition { id source { id title url } }\n  }\n": types.EntityWithEvidenceDocument,
    "\n  subscription Changed {\n    changed { cursor kind entity { id label } }\n  }\n": types.ChangedDocument,
    "\n  query Regions($filter: RegionFilter!, $after: String) {\n    regions(filter: $filter, orderBy: [{ field: LABEL }], first: 30, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id label labelLanguage conflictCount } }\n    }\n  }\n": types.RegionsDocument,
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
export function graphql(source: "\n  query EntityWithEvidence($id: ID!) {\n    entity(id: $id) {\n      id\n      label\n      resolutions {\n        property { id name label }\n        explanation\n        chosen { ...Evidence }\n        contradicting { ...Evidence }\n      }\n    }\n  }\n\n  fragment Evidence on Statement {\n    id\n    asStated\n    quote { exact }\n    edition { id source { id title url } }\n  }\n"): (typeof documents)["\n  query EntityWithEvidence($id: ID!) {\n    entity(id: $id) {\n      id\n      label\n      resolutions {\n        property { id name label }\n        explanation\n        chosen { ...Evidence }\n        contradicting { ...Evidence }\n      }\n    }\n  }\n\n  fragment Evidence on Statement {\n    id\n    asStated\n    quote { exact }\n    edition { id source { id title url } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Changed {\n    changed { cursor kind entity { id label } }\n  }\n"): (typeof documents)["\n  subscription Changed {\n    changed { cursor kind entity { id label } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Regions($filter: RegionFilter!, $after: String) {\n    regions(filter: $filter, orderBy: [{ field: LABEL }], first: 30, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id label labelLanguage conflictCount } }\n    }\n  }\n"): (typeof documents)["\n  query Regions($filter: RegionFilter!, $after: String) {\n    regions(filter: $filter, orderBy: [{ field: LABEL }], first: 30, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { cursor node { id label labelLanguage conflictCount } }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;