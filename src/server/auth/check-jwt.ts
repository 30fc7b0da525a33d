import { readFile } from 'node:fs/promises'
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import type { Principal, Role } from '../../graphql/request/principal.js'
import { SuanliError } from '../../model/error.js'

/** Requirements of an accepted JWT. */
export interface JwtSettings {
  /** The accepted keys (RFC 7517): an https address, or a file. */
  readonly jwks?: string | undefined
  /** The required `iss`. */
  readonly jwtIssuer?: string | undefined
  /** The required `aud`. */
  readonly jwtAudience?: string | undefined
  /** The claim with the roles. */
  readonly jwtRolesClaim: string
}

/** Checks JWTs against keys. Throws KEYS_UNREADABLE if a file has no keys. An address is fetched when a token arrives. */
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

/** Algorithms with a private key of the issuer. With a shared secret (HS256), or none, the server itself could sign. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Clocks differ by seconds. */
const clockToleranceS = 5

/** The subject is stored with each change of the principal, so its length is bounded. */
const longestId = 200

/** A list (RFC 9068, 2.2.3.1), or a text with spaces between the roles. */
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

/** The fault of a token, in words that do not reveal the requirements. */
function toRefusal(failure: unknown): SuanliError {
  const wrong = (problem: string, problemZh: string) =>
    new SuanliError('UNAUTHENTICATED', { problem, problemZh, error: 'invalid_token' }, { cause: failure })
  if (failure instanceof errors.JWTExpired) return wrong('The token has expired', '令牌已过期')
  if (failure instanceof errors.JWTClaimValidationFailed)
    return wrong(
      `The claim "${failure.claim}" of the token is not as this server wants it`,
      `令牌的声明“${failure.claim}”不符合此服务器的要求`,
    )
  if (failure instanceof errors.JWKSNoMatchingKey || failure instanceof errors.JWSSignatureVerificationFailed)
    return wrong('The token is not signed with a key that this server knows', '令牌不是用此服务器认可的密钥签名的')
  const isOfToken =
    failure instanceof errors.JWTInvalid ||
    failure instanceof errors.JWSInvalid ||
    failure instanceof errors.JOSEAlgNotAllowed ||
    failure instanceof errors.JOSENotSupported ||
    failure instanceof errors.JWKSMultipleMatchingKeys
  if (isOfToken) return wrong('The token is not a JWT that this server takes', '令牌不是此服务器接受的 JWT')
  return new SuanliError('KEYS_UNAVAILABLE', {}, { cause: failure })
}
