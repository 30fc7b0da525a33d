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
    "\n  fragment KeptStatement on Statement {\n    id\n    asStated\n    rank\n    confidence\n    subject {\n      id\n    }\n    property {\n      name\n    }\n    edition {\n      id\n    }\n  }\n  fragment KeptConflict on Conflict {\n    id\n    kind\n    status\n  }\n  fragment KeptSource on Source {\n    id\n    title\n    publisher\n  }\n  fragment KeptChange on Change {\n    cursor\n    kind\n    formerId\n    entity {\n      id\n    }\n    statement {\n      ...KeptStatement\n    }\n    conflict {\n      ...KeptConflict\n    }\n    source {\n      ...KeptSource\n    }\n  }\n": typeof types.KeptStatementFragmentDoc,
    "\n  query Changes($after: String!) {\n    changes(after: $after, first: 1000) {\n      nodes {\n        ...KeptChange\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.ChangesDocument,
    "\n  subscription Changed($after: String!) {\n    changed(after: $after) {\n      ...KeptChange\n    }\n  }\n": typeof types.ChangedDocument,
    "\n  query StatementsById($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ...KeptStatement\n    }\n  }\n": typeof types.StatementsByIdDocument,
};
const documents: Documents = {
    "\n  fragment KeptStatement on Statement {\n    id\n    asStated\n    rank\n    confidence\n    subject {\n      id\n    }\n    property {\n      name\n    }\n    edition {\n      id\n    }\n  }\n  fragment KeptConflict on Conflict {\n    id\n    kind\n    status\n  }\n  fragment KeptSource on Source {\n    id\n    title\n    publisher\n  }\n  fragment KeptChange on Change {\n    cursor\n    kind\n    formerId\n    entity {\n      id\n    }\n    statement {\n      ...KeptStatement\n    }\n    conflict {\n      ...KeptConflict\n    }\n    source {\n      ...KeptSource\n    }\n  }\n": types.KeptStatementFragmentDoc,
    "\n  query Changes($after: String!) {\n    changes(after: $after, first: 1000) {\n      nodes {\n        ...KeptChange\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.ChangesDocument,
    "\n  subscription Changed($after: String!) {\n    changed(after: $after) {\n      ...KeptChange\n    }\n  }\n": types.ChangedDocument,
    "\n  query StatementsById($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ...KeptStatement\n    }\n  }\n": types.StatementsByIdDocument,
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
export function graphql(source: "\n  fragment KeptStatement on Statement {\n    id\n    asStated\n    rank\n    confidence\n    subject {\n      id\n    }\n    property {\n      name\n    }\n    edition {\n      id\n    }\n  }\n  fragment KeptConflict on Conflict {\n    id\n    kind\n    status\n  }\n  fragment KeptSource on Source {\n    id\n    title\n    publisher\n  }\n  fragment KeptChange on Change {\n    cursor\n    kind\n    formerId\n    entity {\n      id\n    }\n    statement {\n      ...KeptStatement\n    }\n    conflict {\n      ...KeptConflict\n    }\n    source {\n      ...KeptSource\n    }\n  }\n"): (typeof documents)["\n  fragment KeptStatement on Statement {\n    id\n    asStated\n    rank\n    confidence\n    subject {\n      id\n    }\n    property {\n      name\n    }\n    edition {\n      id\n    }\n  }\n  fragment KeptConflict on Conflict {\n    id\n    kind\n    status\n  }\n  fragment KeptSource on Source {\n    id\n    title\n    publisher\n  }\n  fragment KeptChange on Change {\n    cursor\n    kind\n    formerId\n    entity {\n      id\n    }\n    statement {\n      ...KeptStatement\n    }\n    conflict {\n      ...KeptConflict\n    }\n    source {\n      ...KeptSource\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Changes($after: String!) {\n    changes(after: $after, first: 1000) {\n      nodes {\n        ...KeptChange\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Changes($after: String!) {\n    changes(after: $after, first: 1000) {\n      nodes {\n        ...KeptChange\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Changed($after: String!) {\n    changed(after: $after) {\n      ...KeptChange\n    }\n  }\n"): (typeof documents)["\n  subscription Changed($after: String!) {\n    changed(after: $after) {\n      ...KeptChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementsById($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ...KeptStatement\n    }\n  }\n"): (typeof documents)["\n  query StatementsById($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ...KeptStatement\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;