import { readFile } from 'node:fs/promises'
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import type { Principal, Role } from '../../graphql/request/principal.js'
import { SuanliError } from '../../model/error.js'

/** What a JWT must be to be believed. */
export interface JwtSettings {
  /** The keys it may be signed with (RFC 7517): an address that begins with https://, or a file. */
  readonly jwks?: string | undefined
  /** The `iss` that it must have. */
  readonly jwtIssuer?: string | undefined
  /** The `aud` that it must name. */
  readonly jwtAudience?: string | undefined
  /** The claim with the roles of its holder. */
  readonly jwtRolesClaim: string
}

/** The check of a JWT against keys. Throws KEYS_UNREADABLE where a file has none; an address is asked when a token comes. */
export async function prepareJwtCheck(
  jwks: string,
  { jwtIssuer, jwtAudience, jwtRolesClaim }: JwtSettings,
): Promise<(token: string) => Promise<Principal>> {
  const keys = /^https?:/.test(jwks)
    ? createRemoteJWKSet(new URL(jwks), { timeoutDuration: 3_000 })
    : await readKeys(jwks)
  const expected = {
    algorithms,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: clockToleranceS,
    ...(jwtIssuer !== undefined && { issuer: jwtIssuer }),
    ...(jwtAudience !== undefined && { audience: jwtAudience }),
  }
  return async token => {
    const { payload } = await jwtVerify(token, keys, expected).catch(failure => {
      throw toRefusal(failure)
    })
    return { id: String(payload.sub).slice(0, longestId), kind: 'jwt', roles: rolesIn(payload, jwtRolesClaim) }
  }
}

/** Signed with a key that only the issuer has. With a secret of both sides (HS256), or none, who checks could sign. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Clocks differ by seconds. */
const clockToleranceS = 5

/** It is kept with every change that its holder makes. */
const longestId = 200

/** A list (RFC 9068, 2.2.3.1), or a text with blanks between, as `reader` is. */
function rolesIn(payload: JWTPayload, claim: string): readonly Role[] {
  const value = payload[claim]
  const names: readonly unknown[] = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []
  return (['reader', 'curator'] as const).filter(role => names.includes(role))
}

async function readKeys(path: string): Promise<ReturnType<typeof createLocalJWKSet>> {
  try {
    return createLocalJWKSet(JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet)
  } catch (cause) {
    throw new SuanliError('KEYS_UNREADABLE', { path }, { cause })
  }
}

/** What is wrong with a token, in words that tell nothing of what would be right. */
function toRefusal(failure: unknown): SuanliError {
  const wrong = (problem: string) =>
    new SuanliError('UNAUTHENTICATED', { problem, error: 'invalid_token' }, { cause: failure })
  if (failure instanceof errors.JWTExpired) return wrong('The token has expired')
  if (failure instanceof errors.JWTClaimValidationFailed)
    return wrong(`The claim "${failure.claim}" of the token is not as this server wants it`)
  if (failure instanceof errors.JWKSNoMatchingKey || failure instanceof errors.JWSSignatureVerificationFailed)
    return wrong('The token is not signed with a key that this server knows')
  const isOfToken =
    failure instanceof errors.JWTInvalid ||
    failure instanceof errors.JWSInvalid ||
    failure instanceof errors.JOSEAlgNotAllowed ||
    failure instanceof errors.JOSENotSupported ||
    failure instanceof errors.JWKSMultipleMatchingKeys
  if (isOfToken) return wrong('The token is not a JWT that this server takes')
  return new SuanliError('KEYS_UNAVAILABLE', {}, { cause: failure })
}
